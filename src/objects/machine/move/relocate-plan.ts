/** Where a machine goes, and what it is there: the one plan behind RelocateVM_Task, MigrateVM_Task and their checks. */
import type { VirtualMachineRelocateSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { bestHost, hasDrs, hostsOf } from '../../compute/drs/placement.ts';
import { neededBy } from '../../compute/evc/compatible.ts';
import type { Host } from '../../compute/host/host.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { withPolicies } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { follow, ownerOf } from '../config/surroundings.ts';
import { changeDevices } from '../device/device-change.ts';
import type { Changed } from '../device/device-setting.ts';
import type { Machine } from '../machine.ts';
import { machineName } from '../naming.ts';
import { demandOf, standing } from '../power/demand.ts';
import { touched, type Vm } from '../work.ts';
import { guardLocators, stored } from './relocate-disks.ts';

export interface Relocation {
  readonly spec: VirtualMachineRelocateSpec;
  /** MigrateVM_Task may ask for a power state. */
  readonly state?: Machine['power']['state'] | undefined;
}

export interface Plan {
  readonly vm: Vm;
  readonly after: Machine;
  readonly host: Cell<Host>;
  readonly changed: Changed | undefined;
}

/** The object of a reference; ManagedObjectNotFound when it is gone. */
function found(site: Site, ref: Ref | undefined): Cell | undefined {
  if (!ref) return undefined;
  const cell = site.world.find(ref.value);
  if (!cell?.is(ref.type)) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  return cell;
}

/** The machine after the move. Throws what makes the spec no spec; whether the machine may go there is for others to say. */
export function relocationPlan(site: Site, vm: Vm, { spec }: Relocation): Plan {
  const before = vm.state;
  if (spec.service || spec.cryptoSpec) throw new VimFault('NotSupported');
  guardLocators(spec, before.devices);
  found(site, spec.datastore);
  for (const { datastore } of spec.disk ?? []) found(site, datastore);
  const pool = found(site, spec.pool) ?? vm.one('pool');
  const asked = found(site, spec.host) as Cell<Host> | undefined;
  const owner = ownerOf(pool) ?? follow(asked ?? vm.one('host'), 'parent');
  if (asked && owner !== asked.one('parent')) throw invalidArgument(spec.pool ? 'spec.host' : 'spec.pool');
  const placed = stored(site, before, spec);
  const setting = { site, owner, files: placed.files, id: vm.id, machine: before };
  const changed = spec.deviceChange?.length ? changeDevices(setting, placed.devices, spec.deviceChange) : undefined;
  const moved: Machine = { ...before, ...placed, devices: changed?.devices ?? placed.devices };
  const host = hostFor(vm, owner, asked, moved);
  const vApp = pool?.is('VirtualApp') ? pool.id : undefined;
  const parent = vApp === undefined ? folderFor(site, vm, spec, host) : undefined;
  const after: Machine = {
    ...moved,
    parent,
    power: powerOn(vm, host),
    place: Object.freeze({ host: host.id, pool: before.config.template ? undefined : pool?.id, vApp }),
    identity: touched(site, vm),
  };
  const { profile: home, deviceChange: changes, disk: disks } = spec;
  const policies = { home, changes, disks, added: changed?.added, before: placed.devices };
  return { vm, after: withPolicies(site.world, after, policies), host, changed };
}

/** What came up on older processors counts on no more than those have, on whatever host it comes to run. */
function powerOn(vm: Vm, host: Cell<Host>): Machine['power'] {
  const { power } = vm.state;
  const evc = neededBy(vm);
  if (evc === undefined || vm.one('host') === host || evc === (power.evc ?? host.state.profile.evcMode)) return power;
  return Object.freeze({ ...power, evc });
}

/** The host asked for, the one it is on, or the best of its cluster. Without DRS nobody chooses. */
function hostFor(vm: Vm, owner: Cell | undefined, asked: Cell<Host> | undefined, after: Machine): Cell<Host> {
  if (asked) return asked;
  const current = vm.one<Host>('host');
  if (current && current.one('parent') === owner) return current;
  const hosts = owner ? hostsOf(owner) : [];
  const [only] = hosts;
  if (only && hosts.length === 1) return only;
  if (!owner || !hasDrs(owner)) throw invalidArgument('spec.host');
  const demand = demandOf(after, vm.id);
  const running = vm.state.power.state === 'poweredOn';
  return bestHost(hosts, running ? demand : standing(demand));
}

/** The folder asked for, else the one it is in; in another datacenter that one's own VM folder. */
function folderFor(site: Site, vm: Vm, spec: VirtualMachineRelocateSpec, host: Cell<Host>): string | undefined {
  const datacenter = datacenterOf(host as unknown as Cell);
  const asked = found(site, spec.folder);
  if (asked && datacenterOf(asked) !== datacenter) throw invalidArgument('spec.folder');
  const current = vm.one('parent') ?? follow(datacenterOf(vm as unknown as Cell), 'vmFolder');
  const stays = current && datacenterOf(current) === datacenter ? current : follow(datacenter, 'vmFolder');
  const folder = asked ?? stays;
  if (folder && folder !== vm.one('parent')) machineName(folder, vm.state.name, vm as unknown as Cell);
  return folder?.id;
}
