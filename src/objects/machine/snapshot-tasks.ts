/** The tasks on snapshots, of machines and of the snapshots themselves. */
import type { Ref } from '../../vim25/value.ts';
import { notSupported, VimFault } from '../../world/fault.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { hostToStart } from './demand.ts';
import type { Machine, Snapshot } from './machine.ts';
import { askedHost, start, stop } from './power.ts';
import { entryOf, type SnapshotFacets } from './snapshot.ts';
import { branch, removeSnapshots, revertTo, type Taking, takeSnapshot } from './snapshot-change.ts';
import { snapshotNamed } from './snapshot-tree.ts';
import { vmKind } from './virtual-machine.ts';
import { tell, type Vm, type Work } from './work.ts';

interface OfSnapshot {
  readonly snapshot: Ref;
}

function named(vm: Vm, { snapshot }: OfSnapshot): Snapshot {
  const found = snapshotNamed(vm.state.snapshots, snapshot.value);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: snapshot });
  return found;
}

const NAME_LIMIT = 80;

function guardName(name: string): void {
  if (name.trim() === '' || name.length > NAME_LIMIT) throw new VimFault('InvalidName', { name });
}

const create = shortWork<Machine, Taking>({
  name: 'VirtualMachine.createSnapshot',
  kind: vmKind,
  guard(vm, { args }) {
    guardName(args.name);
    if (vm.state.config.template) throw notSupported();
    if (vm.state.config.said?.flags?.snapshotDisabled) throw new VimFault('SnapshotDisabled');
  },
  change: (vm, { site, args }) => ({ type: 'VirtualMachineSnapshot', value: takeSnapshot(site, vm, args) }),
});

const remove = shortWork<Machine, OfSnapshot & { readonly removeChildren: boolean }>({
  name: 'vm.Snapshot.remove',
  kind: vmKind,
  guard: (vm, { args }) => void named(vm, args),
  change(vm, { site, args }) {
    const { id } = named(vm, args);
    removeSnapshots(site, vm, args.removeChildren ? branch(vm.state.snapshots!, id) : [id]);
  },
});

const removeAll = shortWork<Machine>({
  name: 'VirtualMachine.removeAllSnapshots',
  kind: vmKind,
  change(vm, { site }) {
    removeSnapshots(site, vm, (vm.state.snapshots?.list ?? []).map((s) => s.id).reverse());
  },
});

interface Reverting {
  readonly host?: Ref | undefined;
  readonly suppressPowerOn?: boolean | undefined;
}

/** Back to a snapshot: one kept with its memory runs again, any other ends powered off. */
function revert(vm: Vm, step: Step<Site, Reverting>, snapshot: Snapshot): void {
  const { site, args } = step;
  const { power, memory } = snapshot.saved;
  if (vm.state.power.state !== 'poweredOff') {
    stop(site, vm);
    tell(step as Work<never>, vm, 'VmPoweredOffEvent');
  }
  revertTo(site, vm, snapshot);
  if (!memory || args.suppressPowerOn) return;
  if (power.state === 'suspended') {
    site.world.update(vm, { power });
  } else {
    start(site, vm, hostToStart(vm, askedHost(site, args.host)));
    tell(step as Work<never>, vm, 'VmPoweredOnEvent');
  }
}

const revertSnapshot = shortWork<Machine, OfSnapshot & Reverting>({
  name: 'vm.Snapshot.revert',
  kind: vmKind,
  guard: (vm, { args }) => void named(vm, args),
  change: (vm, step) => revert(vm, step, named(vm, step.args)),
});

function current(vm: Vm): Snapshot {
  const found = snapshotNamed(vm.state.snapshots, vm.state.snapshots?.current ?? '');
  if (!found) throw new VimFault('NotFound');
  return found;
}

const revertCurrent = shortWork<Machine, Reverting>({
  name: 'VirtualMachine.revertToCurrentSnapshot',
  kind: vmKind,
  guard: (vm) => void current(vm),
  change: (vm, step) => revert(vm, step, current(vm)),
});

const START = 'VirtualMachine.createSnapshot';

export const machineSnapshotMethods: MethodsOf<'VirtualMachine', Machine> = {
  CreateSnapshot_Task: (call, self, args) => call.startTask(START, self as never, { ...args }),
  CreateSnapshotEx_Task: (call, self, { name, description, memory, quiesceSpec }) =>
    call.startTask(START, self as never, { name, description, memory, quiesce: quiesceSpec !== undefined }),
  RemoveAllSnapshots_Task: (call, self) => call.startTask('VirtualMachine.removeAllSnapshots', self as never),
  RevertToCurrentSnapshot_Task: (call, self, args) =>
    call.startTask('VirtualMachine.revertToCurrentSnapshot', self as never, { ...args }),
};

function vmOf(self: Parameters<typeof entryOf>[0]): never {
  const found = entryOf(self);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
  return found.vm as never;
}

export const snapshotMethods: MethodsOf<'VirtualMachineSnapshot', SnapshotFacets> = {
  RemoveSnapshot_Task: (call, self, { removeChildren }) =>
    call.startTask('vm.Snapshot.remove', vmOf(self), { snapshot: self.ref, removeChildren }),
  RevertToSnapshot_Task: (call, self, args) =>
    call.startTask('vm.Snapshot.revert', vmOf(self), { snapshot: self.ref, ...args }),
  RenameSnapshot(call, self, { name, description }) {
    const vm: Vm = vmOf(self);
    if (name !== undefined) guardName(name);
    const { snapshots } = vm.state;
    const list = snapshots!.list.map((s) =>
      s.id === self.id ? Object.freeze({ ...s, name: name ?? s.name, description: description ?? s.description }) : s,
    );
    call.turn(() => call.world.update(vm, { snapshots: Object.freeze({ ...snapshots!, list: Object.freeze(list) }) }));
  },
};

export const snapshotVerbs: readonly Verb<Site, never>[] = [create, remove, removeAll, revertSnapshot, revertCurrent];
