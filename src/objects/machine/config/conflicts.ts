/** Identities that two machines have at once: vCenter lets most be, and says so by an event. */
import type { Cell } from '../../../world/cell.ts';
import { eventArgument } from '../../history/event-argument.ts';
import type { Site } from '../../site.ts';
import { type Device, isCard } from '../device/device.ts';
import { labelOf } from '../device/device-words.ts';
import type { Identity } from '../machine.ts';
import { tell, type Vm, type Work } from '../work.ts';

/** Another machine found under the key of an index. */
function other(site: Site, index: string, key: string, vm: Vm | undefined): Vm | undefined {
  for (const cell of site.world.lookup.get(index, key)) {
    if (cell.id !== vm?.id && cell.is('VirtualMachine')) return cell as unknown as Vm;
  }
  return undefined;
}

function told(conflicted: Vm): object {
  return eventArgument(conflicted as unknown as Cell);
}

/** Posts what cards of the machine got or changed, and which of their addresses another has as well. */
export function tellAddresses(step: Work<never> | Work, vm: Vm, before: readonly Device[]): void {
  for (const card of vm.state.devices.filter(isCard)) {
    const was = before.find((d) => d.key === card.key && isCard(d));
    const mac = card.macAddress ?? '';
    if (was?.macAddress === mac) continue;
    const adapter = labelOf(card);
    if (was) tell(step, vm, 'VmMacChangedEvent', { adapter, oldMac: was.macAddress ?? '', newMac: mac });
    else if (card.addressType !== 'manual') tell(step, vm, 'VmMacAssignedEvent', { adapter, mac });
    const conflicted = other(step.site, 'macAddress', mac.toLowerCase(), vm);
    if (conflicted) tell(step, vm, 'VmMacConflictEvent', { conflictedVm: told(conflicted), mac });
  }
}

/** Posts which uuids of the machine changed, and whether another machine has its BIOS uuid. */
export function tellUuids(step: Work<never> | Work, vm: Vm, before: Identity | undefined): void {
  const { uuid, instanceUuid } = vm.state.identity;
  if (before && before.instanceUuid !== instanceUuid) {
    tell(step, vm, 'VmInstanceUuidChangedEvent', {
      oldInstanceUuid: before.instanceUuid,
      newInstanceUuid: instanceUuid,
    });
  }
  if (before?.uuid === uuid) return;
  if (before) tell(step, vm, 'VmUuidChangedEvent', { oldUuid: before.uuid, newUuid: uuid });
  const conflicted = other(step.site, 'uuid', uuid, vm);
  if (conflicted) tell(step, vm, 'VmUuidConflictEvent', { conflictedVm: told(conflicted), uuid });
}

/** The machine that has an instance uuid already; no two of a vCenter share one. */
export function holderOf(site: Site, instanceUuid: string, vm?: Vm): Vm | undefined {
  return other(site, 'instanceUuid', instanceUuid.toLowerCase(), vm);
}

/** Posts that the instance uuid a spec asked for was another's. */
export function tellHeld(step: Work<never> | Work, vm: Vm, asked: string | undefined): void {
  const held = asked && asked.toLowerCase() !== vm.state.identity.instanceUuid && holderOf(step.site, asked, vm);
  if (!held) return;
  tell(step, vm, 'VmInstanceUuidConflictEvent', { conflictedVm: told(held), instanceUuid: asked });
}
