/** Snapshots removed, and the files they leave in the chains of disks made one. */
import { box, type Ref } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { guardDisksFree, heldDisk } from '../../storage/held-files.ts';
import { chain, fileKey } from '../device/device.ts';
import type { Machine, Snapshot } from '../machine.ts';
import { guardReachable } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import { touched, type Vm, type Work } from '../work.ts';
import { deviceLists } from './delta.ts';
import { branch, removeSnapshots } from './snapshot-change.ts';
import { tellConsolidation } from './snapshot-events.ts';
import { guardReadable } from './snapshot-guards.ts';
import { consolidated, needsConsolidation } from './snapshot-loose.ts';
import { snapshotNamed } from './snapshot-tree.ts';

interface Removal {
  readonly consolidate?: boolean | undefined;
}

interface OneRemoval extends Removal {
  readonly snapshot: Ref;
  readonly removeChildren: boolean;
}

interface FullRemoval extends Removal {
  /** Younger snapshots stay. */
  readonly retentionDays?: number | undefined;
}

function named(vm: Vm, { snapshot }: OneRemoval): Snapshot {
  const found = snapshotNamed(vm.state.snapshots, snapshot.value);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: snapshot });
  return found;
}

function take(vm: Vm, step: Step<Site, Removal>, ids: readonly string[]): void {
  const needed = needsConsolidation(vm.state);
  removeSnapshots(step.site, vm, ids, wantsConsolidation(step) && !heldDisk(vm));
  tellConsolidation(step as Work<never>, vm, needed);
}

function wantsConsolidation({ args }: Pick<Step<Site, Removal>, 'args'>): boolean {
  return args.consolidate !== false;
}

/** Where somebody holds the disks, the snapshots go all the same; their files stay, and the task ends saying why. */
function unlessLocked<A extends Removal>(work: Verb<Site, never>): Verb<Site, never> {
  const { finish } = work.steps as { readonly finish: (step: Step<Site, A>) => Outcome };
  return {
    ...work,
    steps: {
      ...work.steps,
      finish(step: Step<Site, A>) {
        const outcome = finish(step);
        const vm = step.site.world.as(vmKind, vmIdOf(step));
        return vm && heldDisk(vm) && wantsConsolidation(step) ? { next: 'locked', after: 0 } : outcome;
      },
      locked(step: Step<Site, A>) {
        const vm = step.site.world.as(vmKind, vmIdOf(step));
        if (vm) guardDisksFree(vm);
        return { done: true };
      },
    },
  };
}

function vmIdOf({ request }: Step<Site, Removal>): string {
  return request.target.value;
}

const remove = shortWork<Machine, OneRemoval>({
  name: 'vm.Snapshot.remove',
  kind: vmKind,
  guard(vm, { args }) {
    named(vm, args);
    guardReadable(vm);
  },
  change(vm, step) {
    const { id } = named(vm, step.args);
    take(vm, step, step.args.removeChildren ? branch(vm.state.snapshots!, id) : [id]);
  },
});

const DAY = 86_400_000;

const removeAll = shortWork<Machine, FullRemoval>({
  name: 'VirtualMachine.removeAllSnapshots',
  kind: vmKind,
  guard: guardReadable,
  change(vm, step) {
    const { retentionDays } = step.args;
    const horizon = retentionDays === undefined ? undefined : step.site.clock.now() - retentionDays * DAY;
    const list = vm.state.snapshots?.list ?? [];
    const old = list.filter((s) => horizon === undefined || s.createTime < horizon);
    take(vm, step, old.map((s) => s.id).reverse());
  },
});

const consolidate = shortWork<Machine>({
  name: 'VirtualMachine.consolidateDisks',
  kind: vmKind,
  guard(vm) {
    guardReadable(vm);
    guardDisksFree(vm);
  },
  change(vm, step) {
    const needed = needsConsolidation(vm.state);
    if (!needed) return;
    step.site.world.update(vm, { ...consolidated(step.site, vm.state), identity: touched(step.site, vm) });
    tellConsolidation(step, vm, needed);
  },
});

/** Room that is needed while all deltas of a machine are made one with what they lie on: what they hold. */
const estimate = shortWork<Machine>({
  name: 'VirtualMachine.estimateStorageForConsolidateSnapshots',
  kind: vmKind,
  guard: guardReachable,
  change(vm) {
    const seen = new Set<string>();
    const bytes = new Map<string, number>();
    for (const backing of deviceLists(vm.state).flatMap((list) => list.flatMap((d) => [...chain(d.backing)]))) {
      if (!backing.file || !backing.parent || seen.has(fileKey(backing.file))) continue;
      seen.add(fileKey(backing.file));
      const { datastore } = backing.file;
      bytes.set(datastore, (bytes.get(datastore) ?? 0) + (backing.used ?? 0));
    }
    const required = Array.from(bytes, ([value, held]) => ({
      _typeName: 'StorageRequirement',
      datastore: { type: 'Datastore', value },
      freeSpaceRequiredInKb: Math.ceil(held / 1024),
    }));
    return box('ArrayOfStorageRequirement', required);
  },
});

export const removeVerbs: readonly Verb<Site, never>[] = [
  unlessLocked(remove),
  unlessLocked(removeAll),
  consolidate,
  estimate,
];
