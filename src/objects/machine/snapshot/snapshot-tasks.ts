/** The methods on snapshots, of machines and of the snapshots themselves. */
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { guardConnected } from '../standing.ts';
import type { Vm } from '../work.ts';
import { entryOf, type SnapshotFacets } from './snapshot.ts';
import { CREATE_SNAPSHOT, createSnapshotVerb } from './snapshot-create.ts';
import { guardSnapshotName } from './snapshot-guards.ts';
import { removeVerbs } from './snapshot-remove.ts';
import { revertVerbs } from './snapshot-revert.ts';

export const machineSnapshotMethods: MethodsOf<'VirtualMachine', Machine> = {
  CreateSnapshot_Task: (call, self, args) => call.startTask(CREATE_SNAPSHOT, self as never, { ...args }),
  CreateSnapshotEx_Task: (call, self, { name, description, memory, quiesceSpec }) =>
    call.startTask(CREATE_SNAPSHOT, self as never, {
      name,
      description,
      memory,
      quiesce: quiesceSpec !== undefined,
      timeout: quiesceSpec?.timeout,
    }),
  RemoveAllSnapshots_Task: (call, self, { consolidate, spec }) =>
    call.startTask('VirtualMachine.removeAllSnapshots', self as never, {
      consolidate,
      retentionDays: spec?.retentionDays,
    }),
  RevertToCurrentSnapshot_Task: (call, self, args) =>
    call.startTask('VirtualMachine.revertToCurrentSnapshot', self as never, { ...args }),
  ConsolidateVMDisks_Task: (call, self) => call.startTask('VirtualMachine.consolidateDisks', self as never),
  EstimateStorageForConsolidateSnapshots_Task: (call, self) =>
    call.startTask('VirtualMachine.estimateStorageForConsolidateSnapshots', self as never),
};

function vmOf(self: Parameters<typeof entryOf>[0]): never {
  const found = entryOf(self);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
  return found.vm as never;
}

export const snapshotMethods: MethodsOf<'VirtualMachineSnapshot', SnapshotFacets> = {
  RemoveSnapshot_Task: (call, self, { removeChildren, consolidate }) =>
    call.startTask('vm.Snapshot.remove', vmOf(self), { snapshot: self.ref, removeChildren, consolidate }),
  RevertToSnapshot_Task: (call, self, args) =>
    call.startTask('vm.Snapshot.revert', vmOf(self), { snapshot: self.ref, ...args }),
  RenameSnapshot(call, self, { name, description }) {
    const vm: Vm = vmOf(self);
    guardConnected(vm);
    if (name !== undefined) guardSnapshotName(name);
    call.site.tasks.guardFree(vm.ref);
    const { snapshots } = vm.state;
    const list = snapshots!.list.map((s) =>
      s.id === self.id ? Object.freeze({ ...s, name: name ?? s.name, description: description ?? s.description }) : s,
    );
    call.turn(() => call.world.update(vm, { snapshots: Object.freeze({ ...snapshots!, list: Object.freeze(list) }) }));
  },
};

export const snapshotVerbs: readonly Verb<Site, never>[] = [createSnapshotVerb, ...removeVerbs, ...revertVerbs];
