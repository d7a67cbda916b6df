/** What vCenter tells of a machine that moves: that it begins, that it is there, or that it failed. */
import type { DataObject } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { VimFault } from '../../../world/fault.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { datacenterOf } from '../../inventory/place.ts';
import type { Machine } from '../machine.ts';
import { tell, type Vm, type Work } from '../work.ts';

type Arguments = Readonly<Record<string, DataObject>>;

function argument(cell: Cell | undefined): DataObject | undefined {
  return cell && eventArgument(cell);
}

/** Host, datacenter and datastore under the names events give them: `destHost`, `sourceDatastore`. */
function ends(vm: Vm, prefix: 'dest' | 'source', { place, files }: Machine): Arguments {
  const host = vm.world.find(place.host ?? '');
  const told = {
    Host: argument(host),
    Datacenter: argument(host && datacenterOf(host)),
    Datastore: argument(vm.world.find(files.vmx.datastore)),
  };
  return Object.fromEntries(Object.entries(told).flatMap(([key, value]) => (value ? [[prefix + key, value]] : [])));
}

/** Whether files move, and not only the host. */
export function movesFiles(a: Machine, b: Machine): boolean {
  if (a.files.vmx !== b.files.vmx) return true;
  const files = (m: Machine) => m.devices.map((d) => d.backing?.file);
  const [from, to] = [files(a), files(b)];
  return from.some((file, i) => file !== to[i] && file?.datastore !== to[i]?.datastore);
}

export function tellBeginning(step: Work<never>, vm: Vm, after: Machine): void {
  const before = vm.state;
  const relocates = movesFiles(before, after);
  if (!relocates && before.place.host === after.place.host) return;
  const hot = before.power.state === 'poweredOn';
  const type = relocates ? 'VmBeingRelocatedEvent' : hot ? 'VmBeingHotMigratedEvent' : 'VmBeingMigratedEvent';
  tell(step, vm, type, ends(vm, 'dest', after));
}

/** The machine is where it was to go; `before` is how it was. DRS has an event of its own for machines that run. */
export function tellArrival(step: Work<never>, vm: Vm, before: Machine, byDrs: boolean): void {
  const after = vm.state;
  const source = ends(vm, 'source', before);
  const hot = before.power.state === 'poweredOn';
  const changesHost = before.place.host !== after.place.host;
  if (hot && changesHost) tellLeaving(step, vm, before);
  if (movesFiles(before, after)) tell(step, vm, 'VmRelocatedEvent', source);
  else if (changesHost) tell(step, vm, byDrs && hot ? 'DrsVmMigratedEvent' : 'VmMigratedEvent', source);
  const [oldPool, newPool] = [before, after].map((m) => vm.world.find(m.place.pool ?? ''));
  if (oldPool && newPool && oldPool !== newPool) {
    tell(step, vm, 'VmResourcePoolMovedEvent', { oldParent: argument(oldPool), newParent: argument(newPool) });
  }
}

/** The host it ran on lets go of it. */
function tellLeaving(step: Work<never>, vm: Vm, { place }: Machine): void {
  const host = argument(vm.world.find(place.host ?? ''));
  if (host) tell(step, vm, 'VmEmigratingEvent', { host });
}

/** It stays where it is. `after` is what it would have been, where that much was clear. */
export function tellFailure(step: Work<never>, vm: Vm, after: Machine | undefined, fault: VimFault): void {
  const type = after && movesFiles(vm.state, after) ? 'VmRelocateFailedEvent' : 'VmFailedMigrateEvent';
  tell(step, vm, type, { ...ends(vm, 'dest', after ?? vm.state), reason: fault.localized() });
}
