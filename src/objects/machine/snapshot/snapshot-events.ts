/** What vCenter tells of snapshots: its events about them have no type of their own, only an id. */
import { nameOf } from '../../call.ts';
import { tell, type Vm, type Work } from '../work.ts';
import { needsConsolidation } from './snapshot-loose.ts';

interface Told {
  readonly eventTypeId: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly arguments?: Readonly<Record<string, string>>;
}

function tellEx(step: Work<never> | Work, vm: Vm, told: Told): void {
  tell(step, vm, 'EventEx', {
    eventTypeId: told.eventTypeId,
    severity: told.severity,
    message: told.message,
    arguments: Object.entries(told.arguments ?? {}).map(([key, value]) => ({
      _typeName: 'KeyAnyValue',
      key,
      value,
    })),
    objectId: vm.id,
    objectType: vm.type,
    objectName: vm.state.name,
  });
}

export function tellReverted(step: Work<never> | Work, vm: Vm, snapshotName: string, snapshotId: number): void {
  const host = vm.one('host');
  tellEx(step, vm, {
    eventTypeId: 'com.vmware.vc.vm.VmStateRevertedToSnapshot',
    severity: 'info',
    // Clients find the snapshot by these words.
    message: `${vm.state.name} on ${host ? nameOf(host) : ''} has been reverted to the state of snapshot ${snapshotName}, with ID ${snapshotId}`,
    arguments: { snapshotName, snapshotId: String(snapshotId) },
  });
}

/** Posts what became of the need to consolidate a machine's disks, when it became another. */
export function tellConsolidation(step: Work<never> | Work, vm: Vm, needed: boolean): void {
  const needs = needsConsolidation(vm.state);
  if (needs === needed) return;
  const { name } = vm.state;
  tellEx(
    step,
    vm,
    needs
      ? {
          eventTypeId: 'com.vmware.vc.VmDiskConsolidationNeeded',
          severity: 'warning',
          message: `The disks of ${name} need to be consolidated`,
        }
      : {
          eventTypeId: 'com.vmware.vc.VmDiskConsolidatedEvent',
          severity: 'info',
          message: `The disks of ${name} were consolidated`,
        },
  );
}
