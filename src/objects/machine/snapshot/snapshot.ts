/** VirtualMachineSnapshot: a handle on one entry of its machine's snapshots. */

import type { CustomFieldValue } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { availableFields, FIELD_MANAGER } from '../../inventory/managed-entity-fields.ts';
import { configInfo } from '../config/config-info.ts';
import type { Machine, Snapshot } from '../machine.ts';
import { datastoreUrls, namesOf } from '../names.ts';
import { childrenOf, snapshotNamed, snapshotRef } from './snapshot-tree.ts';

export interface SnapshotFacets {
  /** Id of the machine. */
  readonly vm: string;
  readonly customValues?: readonly CustomFieldValue[] | undefined;
}

export const snapshotKind: KindSpec<SnapshotFacets> = defineKind<SnapshotFacets>({
  type: 'VirtualMachineSnapshot',
  prefix: 'snapshot',
  relations: {
    vm: { facet: 'vm', to: 'VirtualMachine', of: (s) => s.vm, inverse: 'snapshotHandles' },
    fieldManager: { facet: 'vm', to: FIELD_MANAGER, of: () => FIELD_MANAGER, inverse: 'fieldHolders' },
  },
  properties: {
    value: { reads: ['customValues'], value: (s) => s.customValues ?? [] },
    availableField: {
      reads: ['fieldManager.fields'],
      value: (_, self) => availableFields(self as unknown as Cell),
    },
    vm: { reads: ['vm.name'], value: (_, self) => self.one('vm')?.ref },
    config: {
      reads: ['vm.snapshots', 'vm.identity', 'vm.datastore.name', 'vm.datastore.volume', 'vm.network.name'],
      value: (_, self) => savedConfig(self),
    },
    childSnapshot: { reads: ['vm.snapshots'], value: (_, self) => children(self) },
  },
});

/** The entry and its machine. */
export function entryOf(
  self: Cell<SnapshotFacets>,
): { readonly vm: Cell<Machine>; readonly entry: Snapshot } | undefined {
  const vm = self.one<Machine>('vm');
  const entry = vm && snapshotNamed(vm.state.snapshots, self.id);
  return entry && { vm, entry };
}

function savedConfig(self: Cell<SnapshotFacets>): object | undefined {
  const found = entryOf(self);
  if (!found) return undefined;
  const { vm, entry } = found;
  const identity = { ...vm.state.identity, changed: entry.saved.changed };
  return configInfo({ ...entry.saved, identity }, namesOf(vm), datastoreUrls(vm));
}

function children(self: Cell<SnapshotFacets>): object[] {
  const vm = self.one<Machine>('vm');
  return childrenOf(vm?.state.snapshots, self.id).map(snapshotRef);
}
