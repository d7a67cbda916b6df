/** RelocateVM_Task and MigrateVM_Task: another host, pool, folder or datastore, running or not. */
import type { VirtualMachineRelocateSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import type { Host } from '../compute/host.ts';
import { bestHost, hostsOf, refusal } from '../compute/placement.ts';
import { eventArgument } from '../history/event-argument.ts';
import { type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { demandOf } from './demand.ts';
import { changeDevices } from './device-change.ts';
import type { Machine } from './machine.ts';
import { freeVmx, machineName } from './naming.ts';
import { diskDatastores, moved } from './rehome.ts';
import { follow, ownerOf } from './surroundings.ts';
import { guardPower, machineOf, tell, touched, type Vm, type Work } from './work.ts';

interface Relocation {
  readonly spec: VirtualMachineRelocateSpec;
  /** MigrateVM_Task may ask for a power state. */
  readonly state?: Machine['power']['state'] | undefined;
}

function plan({ site, args }: Step<Site, Relocation>, vm: Vm): Machine {
  const { spec } = args;
  const before = vm.state;
  if (args.state !== undefined) guardPower(vm, args.state, args.state);
  const pool = spec.pool ? site.world.find(spec.pool.value) : vm.one('pool');
  const asked = spec.host && (site.world.find(spec.host.value) as Cell<Host> | undefined);
  const owner = ownerOf(pool) ?? follow(asked ?? vm.one('host'), 'parent');
  if (asked && owner !== asked.one('parent')) throw invalidArgument(spec.pool ? 'spec.host' : 'spec.pool');
  const folder = spec.folder ? site.world.find(spec.folder.value) : undefined;
  if (folder && folder.id !== before.parent) machineName(folder, before.name, vm as never);
  const placed = stored(site, vm, spec);
  const setting = { site, owner, files: placed.files, id: vm.id, machine: before };
  const devices = spec.deviceChange?.length
    ? changeDevices(setting, placed.devices, spec.deviceChange).devices
    : placed.devices;
  const after = { ...before, ...placed, devices };
  const host = hostFor(vm, owner, asked, after);
  const vApp = pool?.is('VirtualApp') ? pool.id : undefined;
  return {
    ...after,
    parent: vApp === undefined ? (folder?.id ?? before.parent) : undefined,
    place: Object.freeze({ host: host.id, pool: before.config.template ? undefined : pool?.id, vApp }),
    identity: touched(site, vm),
  };
}

/** Files and disks where the spec wants them. */
function stored(
  site: Site,
  vm: Vm,
  spec: VirtualMachineRelocateSpec,
): Pick<Machine, 'files' | 'devices' | 'snapshots'> {
  const { files: from, devices, snapshots, name } = vm.state;
  const datastore = spec.datastore?.value;
  const directory = from.vmx.path.replace(/\/?[^/]*$/, '');
  const stays = datastore === undefined || datastore === from.vmx.datastore;
  const files = stays
    ? from
    : Object.freeze({ vmx: freeVmx(site, datastore, directory || name, from.vmx.path.replace(/^.*\/|\.vmx$/gi, '')) });
  const to = diskDatastores(spec, datastore);
  const list = snapshots?.list.map((s) =>
    Object.freeze({
      ...s,
      saved: Object.freeze({ ...s.saved, files, devices: moved(s.saved.devices, to, from, files) }),
    }),
  );
  return {
    files,
    devices: moved(devices, to, from, files),
    snapshots: snapshots && list ? Object.freeze({ ...snapshots, list: Object.freeze(list) }) : undefined,
  };
}

/** The host asked for, the one it is on, or the best; each must be able to carry the machine as it is. */
function hostFor(vm: Vm, owner: Cell | undefined, asked: Cell<Host> | undefined, after: Machine): Cell<Host> {
  const current = vm.one<Host>('host');
  const demand = demandOf(after);
  const running = vm.state.power.state === 'poweredOn';
  const needs = (host: Cell<Host>) => (running && host !== current ? demand : { ...demand, cpu: 0, memory: 0 });
  const here = current && current.one('parent') === owner ? current : undefined;
  const host = asked ?? here;
  if (!host) return bestHost(owner ? hostsOf(owner) : [], running ? demand : { ...demand, cpu: 0, memory: 0 });
  const fault = refusal(host, needs(host));
  if (fault) throw fault;
  return host;
}

function relocateVerb(name: string): Verb<Site, never> {
  return verb<Relocation>({
    name,
    descriptionId: name,
    steps: {
      begin(step) {
        const vm = machineOf(step as Work<never>);
        const after = plan(step, vm);
        announce(step as Work<never>, vm, after);
        return { next: 'finish', after: step.site.latency.duration(name) };
      },
      finish(step) {
        const vm = machineOf(step as Work<never>);
        const before = vm.state;
        step.site.world.update(vm, plan(step, vm));
        report(step as Work<never>, vm, before);
        return { done: true };
      },
    },
  });
}

const changesStore = (a: Machine, b: Machine) =>
  a.files.vmx.datastore !== b.files.vmx.datastore || a.devices !== b.devices;

function announce(step: Work<never>, vm: Vm, after: Machine): void {
  const before = vm.state;
  const { world } = step.site;
  const destHost = eventArgument(world.find(after.place.host!)!);
  const destDatastore = argument(world.find(after.files.vmx.datastore));
  if (changesStore(before, after)) {
    tell(step, vm, 'VmBeingRelocatedEvent', { destHost, destDatastore });
    return;
  }
  if (before.place.host === after.place.host) return;
  const hot = before.power.state === 'poweredOn';
  tell(step, vm, hot ? 'VmBeingHotMigratedEvent' : 'VmBeingMigratedEvent', { destHost, destDatastore });
}

function argument(cell: Cell | undefined): object | undefined {
  return cell && eventArgument(cell);
}

function report(step: Work<never>, vm: Vm, before: Machine): void {
  const { world } = step.site;
  const after = vm.state;
  const sourceHost = argument(world.find(before.place.host ?? ''));
  const sourceDatastore = argument(world.find(before.files.vmx.datastore));
  if (changesStore(before, after)) tell(step, vm, 'VmRelocatedEvent', { sourceHost, sourceDatastore });
  else if (before.place.host !== after.place.host) tell(step, vm, 'VmMigratedEvent', { sourceHost, sourceDatastore });
  const [oldPool, newPool] = [before, after].map((m) => world.find(m.place.pool ?? ''));
  if (oldPool && newPool && oldPool !== newPool) {
    tell(step, vm, 'VmResourcePoolMovedEvent', { oldParent: argument(oldPool), newParent: argument(newPool) });
  }
}

export const relocateMethods: MethodsOf<'VirtualMachine', Machine> = {
  RelocateVM_Task(call, self, { spec }) {
    if (spec.service) throw new VimFault('NotSupported');
    return call.startTask('VirtualMachine.relocate', self as never, { spec });
  },
  MigrateVM_Task(call, self, { pool, host, state }) {
    if (!pool && !host) throw invalidArgument('host');
    const spec: { readonly pool?: Ref | undefined; readonly host?: Ref | undefined } = { pool, host };
    return call.startTask('VirtualMachine.migrate', self as never, { spec, state });
  },
};

export const relocateVerbs: readonly Verb<Site, never>[] = [
  relocateVerb('VirtualMachine.relocate'),
  relocateVerb('VirtualMachine.migrate'),
];
