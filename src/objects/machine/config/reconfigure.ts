/** ReconfigVM_Task, and what its spec does to a machine. */

import { formatTime } from '../../../kernel/time.ts';
import type { VirtualMachineConfigInfo, VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { refusal } from '../../compute/drs/placement.ts';
import { growthRefusal } from '../../compute/ha/admission.ts';
import type { Host } from '../../compute/host/host.ts';
import { poolRefusal } from '../../compute/pool/admission.ts';
import type { Pool } from '../../compute/pool/pool.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import { withPolicies } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { type Device, isDisk } from '../device/device.ts';
import { changeDevices } from '../device/device-change.ts';
import type { Changed } from '../device/device-setting.ts';
import { openDisks } from '../device/disk-chain.ts';
import { seenFrom } from '../device/network-backing.ts';
import { guardUnlocked } from '../disk-lock.ts';
import { claimDisks, leaveDisks, letGo } from '../disk-owner.ts';
import { guardSpace } from '../disk-room.ts';
import { guardTolerant, mirrorPrimary } from '../fault-tolerance/mirror.ts';
import type { Files, Machine } from '../machine.ts';
import { machineName } from '../naming.ts';
import { withOutside } from '../outside.ts';
import { demandOf } from '../power/demand.ts';
import { carryOver } from '../shared-disk.ts';
import { deviceLists } from '../snapshot/delta.ts';
import { machineOf, tell, type Vm } from '../work.ts';
import { cpuReservation, memoryReservation } from './allocation.ts';
import { withBootOrder } from './boot-order.ts';
import { allocationChanges, configChanges } from './config-changes.ts';
import { guardState } from './config-running.ts';
import { configured, identified } from './config-spec.ts';
import { holderOf, tellAddresses, tellUuids } from './conflicts.ts';
import { guardGuestOn } from './guest-support.ts';
import { grown } from './hot-plug.ts';
import { datastoreNamed, parseDatastorePath } from './surroundings.ts';

interface Reconfiguration {
  readonly spec: VirtualMachineConfigSpec;
}

export interface Reconfigured {
  readonly machine: Machine;
  readonly changed: Changed | undefined;
}

/** The machine after the spec. Throws what keeps it from being applied; changes nothing. */
export function reconfigured(site: Site, vm: Vm, asked: VirtualMachineConfigSpec): Reconfigured {
  const before = vm.state;
  if (asked.changeVersion && asked.changeVersion !== formatTime(before.identity.changed))
    throw new VimFault('ConcurrentAccess');
  // The hardware version is chosen when a machine is made; after that only UpgradeVM_Task raises it.
  const { version: _version, ...spec } = asked;
  const asGiven = configured(site, before.config, spec);
  const sized = before.power.state === 'poweredOn' ? grown(before.config, asGiven) : asGiven;
  guardState(before.power.state, before.config, sized);
  guardGuestOn(vm.one<Host>('host'), spec.guestId);
  const owner = seenFrom(vm.one('pool'), vm.one('host'));
  const setting = { site, owner, files: before.files, id: vm.id, machine: before, config: sized };
  const changed = spec.deviceChange?.length ? changeDevices(setting, before.devices, spec.deviceChange) : undefined;
  const files = filed(owner, before.files, spec);
  // Where directories go elsewhere the machine stands on other datastores, which are read off its devices.
  const kept = files === before.files ? before.devices : Object.freeze([...before.devices]);
  const devices = changed?.devices ?? kept;
  const outside = withOutside(
    site,
    {
      ...before,
      name:
        spec.name === undefined
          ? before.name
          : machineName(vm.one('parent') ?? vm.one('parentVApp'), spec.name, vm as never),
      identity: identified(site, before.identity, spec, vm.id),
      config: withBootOrder(sized, devices, spec),
      devices,
      files,
    },
    spec.extraConfig,
  );
  const policies = { home: spec.vmProfile, changes: spec.deviceChange, added: changed?.added, before: before.devices };
  const machine = withPolicies(site.world, outside, policies);
  guardHeld(site, vm, machine);
  guardTolerant(vm, machine);
  guardRoom(vm, machine);
  guardSpace(site.world, before, machine);
  if (changed && before.power.state === 'poweredOn') {
    const added = devices.filter((d) => changed.added.includes(d.key));
    guardUnlocked(site.world, vm.id, devices, added);
  }
  return { machine, changed };
}

/** An instance uuid that another machine has is nobody else's to take. */
function guardHeld(site: Site, vm: Vm, { identity }: Machine): void {
  if (identity.instanceUuid === vm.state.identity.instanceUuid) return;
  if (holderOf(site, identity.instanceUuid, vm)) throw invalidArgument('configSpec.instanceUuid');
}

/** Directories for snapshots, suspended memory and logs; the .vmx itself stays where it is. */
export function filed(
  owner: Cell | undefined,
  before: Files,
  { files }: Pick<VirtualMachineConfigSpec, 'files'>,
): Files {
  const directory = (given: string | undefined, was: Files['snapshotDirectory']) => {
    if (given === undefined || given === '') return was;
    const { datastore, path } = parseDatastorePath(given);
    return Object.freeze({ datastore: datastoreNamed(owner, datastore, given).id, path });
  };
  if (!files) return before;
  return Object.freeze({
    ...before,
    snapshotDirectory: directory(files.snapshotDirectory, before.snapshotDirectory),
    suspendDirectory: directory(files.suspendDirectory, before.suspendDirectory),
    logDirectory: directory(files.logDirectory, before.logDirectory),
  });
}

/** A running machine grows only as far as its host has threads, and room beside what it reserves already. */
function guardRoom(vm: Vm, after: Machine): void {
  const before = vm.state;
  const host = vm.one<Host>('host');
  if (before.power.state !== 'poweredOn' || !host) return;
  const more = {
    cpu: cpuReservation(after.config) - cpuReservation(before.config),
    memory: memoryReservation(after.config) - memoryReservation(before.config),
  };
  const cpus = after.config.numCPU > before.config.numCPU ? after.config.numCPU : 0;
  if (more.cpu <= 0 && more.memory <= 0 && cpus === 0) return;
  const fault = refusal(host, { ...demandOf(after), cpus, datastores: [], networks: [], ...more });
  const pool = vm.one<Pool>('pool');
  const short = fault ?? (pool && poolRefusal(pool, more.cpu, more.memory));
  const scarce = short ?? growthRefusal(vm, demandOf(after));
  if (scarce) throw scarce;
}

/** What a change of devices did to the files of a machine's disks, inside a turn. */
export function settle(site: Site, vm: Vm, changed: Changed | undefined, before: readonly Device[] = []): void {
  if (!changed) return;
  const controllers = before.filter((d) => !isDisk(d));
  const after = deviceLists(vm.state);
  leaveDisks(site, [[...controllers, ...changed.left]], after);
  letGo(site, [changed.destroyed], after, () => false);
  if (changed.added.length > 0) claimDisks(site, vm);
}

const NAME = 'VirtualMachine.reconfigure';

export const reconfigureVerb: Verb<Site, never> = verb<Reconfiguration>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      reconfigured(step.site, machineOf(step), step.args.spec);
      return { next: 'finish', after: step.site.latency.duration(NAME) };
    },
    finish(step) {
      const vm = machineOf(step);
      const { spec } = step.args;
      const { machine, changed } = reconfigured(step.site, vm, spec);
      const { name: oldName, devices, identity } = vm.state;
      const was = vm.get('config') as VirtualMachineConfigInfo;
      step.site.world.update(vm, machine);
      settle(step.site, vm, changed, devices);
      carryOver(step.site.world, vm, devices);
      if (changed && vm.state.power.state === 'poweredOn') openDisks(step.site.world, vm, changed.added);
      mirrorPrimary(step.site, vm);
      tellUuids(step, vm, identity);
      tellAddresses(step, vm, devices);
      const is = vm.get('config') as VirtualMachineConfigInfo;
      tell(step, vm, 'VmReconfiguredEvent', { configSpec: spec, configChanges: configChanges(step.site, was, is) });
      const reallocated = allocationChanges(step.site, was, is);
      if (reallocated) tell(step, vm, 'VmResourceReallocatedEvent', { configChanges: reallocated });
      if (machine.name !== oldName) tell(step, vm, 'VmRenamedEvent', { oldName, newName: machine.name });
      return { done: true };
    },
  },
});

export const reconfigureMethods: MethodsOf<'VirtualMachine', Machine> = {
  ReconfigVM_Task: (call, self, { spec }) => call.startTask(NAME, self as never, { spec }),
};
