/** The managed objects of this room, and the methods about machines that other types have. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { snapshotKind } from './snapshot.ts';
import { vmKind } from './virtual-machine.ts';

export interface BorrowedMethods {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
}

export const machineObjects: readonly ManagedObject[] = [
  managedObject('VirtualMachine', vmKind),
  managedObject('VirtualMachineSnapshot', snapshotKind),
];

/** Methods that live on folders, pools and datacenters. */
export const machineMethods: readonly BorrowedMethods[] = [];
