/** CloneVM_Task: a machine made after another, its disks copied or linked. */
import type { VirtualMachineCloneSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import type { Host } from '../compute/host.ts';
import { eventArgument } from '../history/event-argument.ts';
import { type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { configured } from './config-spec.ts';
import { identity, tellNew } from './create-vm.ts';
import { guardHost, hostForNew, hostToStart } from './demand.ts';
import { type Device, isCard, isDisk } from './device.ts';
import { changeDevices } from './device-change.ts';
import type { Changed } from './device-setting.ts';
import { nextAddress } from './mac-address.ts';
import { type Machine, POWERED_OFF } from './machine.ts';
import { freeVmx, machineName } from './naming.ts';
import { withOutside } from './outside.ts';
import { askedHost, start } from './power.ts';
import { settle } from './reconfigure.ts';
import { diskDatastores, diskNames, flattened, linked, thinAsked } from './rehome.ts';
import { snapshotNamed } from './snapshot-tree.ts';
import { ownerOf } from './surroundings.ts';
import { vmKind } from './virtual-machine.ts';
import { machineOf, tell, type Vm, type Work } from './work.ts';

interface Cloning {
  readonly folder: Ref;
  readonly name: string;
  readonly spec: VirtualMachineCloneSpec;
}

interface Plan {
  readonly machine: Machine;
  readonly changed: Changed | undefined;
}

/** What is copied: the machine as it is, or as a snapshot keeps it. */
function sourceOf(vm: Vm, spec: VirtualMachineCloneSpec): Pick<Machine, 'config' | 'devices'> {
  if (!spec.snapshot) return vm.state;
  const snapshot = snapshotNamed(vm.state.snapshots, spec.snapshot.value);
  if (!snapshot) throw invalidArgument('spec.snapshot');
  return snapshot.saved;
}

function plan(step: Work<Cloning>, vm: Vm, id: string): Plan {
  const { site, args } = step;
  const { spec } = args;
  if (spec.customization) throw notSupported();
  if (spec.template && spec.powerOn) throw invalidArgument('spec.powerOn');
  const folder = site.world.find(args.folder.value);
  const name = machineName(folder, args.name);
  const pool = spec.location.pool ? site.world.find(spec.location.pool.value) : vm.one('pool');
  if (!pool && !spec.template) throw invalidArgument('spec.location.pool');
  const owner = ownerOf(pool) ?? vm.one<Host>('host')?.one('parent');
  const source = sourceOf(vm, spec);
  const files = Object.freeze({
    vmx: freeVmx(site, spec.location.datastore?.value ?? vm.state.files.vmx.datastore, name, name),
  });
  const { template: _template, ...bare } = source.config;
  const config = spec.config ? configured(site, bare, spec.config) : bare;
  const setting = { site, owner, files, id, machine: undefined };
  const copies = copied(site, source.devices, spec, files, id);
  const changes = [...(spec.location.deviceChange ?? []), ...(spec.config?.deviceChange ?? [])];
  const changed = changes.length > 0 ? changeDevices(setting, copies, changes) : undefined;
  const devices = changed?.devices ?? copies;
  const host = hostForNew(owner, askedHost(site, spec.location.host), { config, devices, files });
  if (spec.powerOn) guardHost(host, { config, devices, files });
  const vApp = pool?.is('VirtualApp') ? pool.id : undefined;
  const machine: Machine = {
    name,
    parent: vApp === undefined ? args.folder.value : undefined,
    identity: Object.freeze(identity(site, id, spec.config)),
    config: Object.freeze(spec.template ? { ...config, template: true } : config),
    devices,
    place: Object.freeze({ host: host.id, pool: spec.template ? undefined : pool?.id, vApp }),
    power: POWERED_OFF,
    files,
    guest: vm.state.guest && Object.freeze({ toolsVersion: vm.state.guest.toolsVersion, running: false }),
  };
  return { machine: withOutside(site, machine, spec.config?.extraConfig), changed };
}

const LINKED = 'createNewChildDiskBacking';

/** The devices with files, uuids and addresses of their own. */
function copied(
  site: Site,
  devices: readonly Device[],
  spec: VirtualMachineCloneSpec,
  files: Machine['files'],
  id: string,
): readonly Device[] {
  const name = diskNames(files);
  const at = diskDatastores(spec.location, spec.location.datastore?.value);
  const isLinked = spec.location.diskMoveType === LINKED;
  if (isLinked && !spec.snapshot) throw invalidArgument('spec.location.diskMoveType');
  const copy = (d: Device): Device => {
    if (isDisk(d) && d.backing?.file) {
      const file = name(at(d));
      if (isLinked) return linked(d, file);
      return flattened(d, file, site.ids.diskUuid(`${id}/${d.key}`).replace('c29', 'C29'), thinAsked(spec.location, d));
    }
    const connectable = d.connectable && Object.freeze({ ...d.connectable, connected: false, status: 'untried' });
    const unplugged = connectable ? { ...d, connectable } : d;
    if (!isCard(d) || d.addressType === 'manual') return Object.freeze(unplugged);
    return Object.freeze({ ...unplugged, macAddress: nextAddress(site), addressType: 'assigned' });
  };
  return Object.freeze(devices.map(copy));
}

const NAME = 'VirtualMachine.clone';

const clone = verb<Cloning>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin(step) {
      const vm = machineOf(step);
      const id = step.site.world.numbers.id('vm');
      const { machine } = plan(step, vm, id);
      announce(step, vm, machine);
      return { next: 'finish', after: step.site.latency.duration(NAME, copiedGib(machine)), state: id };
    },
    finish(step) {
      const { site, args } = step;
      const vm = machineOf(step);
      const { machine, changed } = plan(step, vm, step.state as string);
      const made = site.world.create(vmKind, machine, step.state as string);
      settle(site.world, changed);
      tellNew(step as Work<never>, made);
      const from = vm.state.config.template && !args.spec.template ? 'VmDeployedEvent' : 'VmClonedEvent';
      const source = eventArgument(vm as unknown as Cell);
      tell(step as Work<never>, made, from, from === 'VmClonedEvent' ? { sourceVm: source } : { srcTemplate: source });
      if (args.spec.powerOn) switchOn(step, made);
      return { done: true, result: made.ref };
    },
  },
  failed(step, fault) {
    const vm = step.site.world.find(step.request.target.value) as unknown as Vm | undefined;
    if (!vm) return;
    const { folder, name } = step.args;
    const destFolder = step.site.world.find(folder.value);
    const destHost = vm.one('host');
    if (!destFolder || !destHost) return;
    tell(step as Work<never>, vm, 'VmCloneFailedEvent', {
      destFolder: eventArgument(destFolder),
      destName: name,
      destHost: eventArgument(destHost),
      reason: fault.localized(),
    });
  },
});

function announce(step: Work<Cloning>, vm: Vm, machine: Machine): void {
  const { world } = step.site;
  const folder = world.find(step.args.folder.value);
  const destHost = eventArgument(world.find(machine.place.host!)!);
  const deploys = vm.state.config.template && !step.args.spec.template;
  if (deploys) {
    tell(step as Work<never>, vm, 'VmBeingDeployedEvent', { srcTemplate: eventArgument(vm as unknown as Cell) });
    return;
  }
  tell(step as Work<never>, vm, 'VmBeingClonedEvent', {
    destFolder: folder && eventArgument(folder),
    destName: machine.name,
    destHost,
  });
}

function copiedGib({ devices }: Machine): number {
  return devices.reduce((sum, d) => sum + (d.backing?.used ?? d.capacityInBytes ?? 0), 0) / 2 ** 30;
}

function switchOn(step: Work<Cloning>, made: Vm): void {
  tell(step as Work<never>, made, 'VmStartingEvent');
  start(step.site, made, hostToStart(made, askedHost(step.site, step.args.spec.location.host)));
  tell(step as Work<never>, made, 'VmPoweredOnEvent');
}

export const cloneMethods: MethodsOf<'VirtualMachine', Machine> = {
  CloneVM_Task(call, self, args) {
    const folder = call.world.find(args.folder.value);
    if (!folder) throw new VimFault('ManagedObjectNotFound', { obj: args.folder });
    return call.startTask(NAME, self as never, { ...args });
  },
};

export const cloneVerbs: readonly Verb<Site, never>[] = [clone];
