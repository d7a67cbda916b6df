/** The managed objects of this room, and the methods that open leases. */
import type { Cell } from '../../world/cell.ts';
import type { Pool } from '../compute/pool/pool.ts';
import type { VApp } from '../compute/v-app/v-app.ts';
import type { Machine } from '../machine/machine.ts';
import type { SnapshotFacets } from '../machine/snapshot/snapshot.ts';
import type { AnyMethod, ManagedObject, MethodsOf } from '../managed-object.ts';
import { exportSnapshot, exportVApp, exportVerbs, exportVm } from './export.ts';
import { importVApp, importVerb } from './import.ts';
import { httpNfcLease } from './lease-methods.ts';

export const nfcObjects: readonly ManagedObject[] = [httpNfcLease];

const pool: MethodsOf<'ResourcePool', Pool> = { ImportVApp: importVApp };
const machine: MethodsOf<'VirtualMachine', Machine> = { ExportVm: (call, self) => exportVm(call, self) };
const snapshot: MethodsOf<'VirtualMachineSnapshot', SnapshotFacets> = {
  ExportSnapshot: (call, self: Cell<SnapshotFacets>) => exportSnapshot(call, self),
};
const vApp: MethodsOf<'VirtualApp', VApp> = { ExportVApp: (call, self) => exportVApp(call, self) };

type Added = { readonly [name: string]: AnyMethod | undefined };

export const nfcMethods: readonly {
  readonly type: string;
  readonly methods: Added;
  readonly verbs?: ManagedObject['verbs'];
}[] = [
  { type: 'ResourcePool', methods: pool as Added, verbs: [importVerb] },
  { type: 'VirtualMachine', methods: machine as Added, verbs: exportVerbs },
  { type: 'VirtualMachineSnapshot', methods: snapshot as Added },
  { type: 'VirtualApp', methods: vApp as Added },
];
