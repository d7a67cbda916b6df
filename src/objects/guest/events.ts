/** What vCenter tells of work in guests: each operation, and each login that failed, under ids of their own. */

import type { Cell } from '../../world/cell.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import type { Machine } from '../machine/machine.ts';

const ID = 'com.vmware.vc.guestOperations';

export function tellOperation(call: Call, vm: Cell<Machine>): void {
  const message = `Guest operation ${call.method} performed on virtual machine ${vm.state.name}.`;
  tell(call, vm, `${ID}.GuestOperation`, 'info', message);
}

export function tellRefusedLogin(call: Call, vm: Cell<Machine>): void {
  const message = `Guest operation ${call.method} on virtual machine ${vm.state.name}: authentication failed.`;
  tell(call, vm, `${ID}.GuestOperationAuthFailure`, 'warning', message);
}

function tell({ site, user, method }: Call, vm: Cell<Machine>, eventTypeId: string, severity: string, message: string) {
  const said = { _typeName: 'KeyAnyValue', key: 'operationName', value: method };
  const object = { objectId: vm.id, objectType: vm.type, objectName: vm.state.name };
  const entity = vm as unknown as Cell;
  post(site, user, 'EventEx', { eventTypeId, severity, message, arguments: [said], ...object }, { entity });
}
