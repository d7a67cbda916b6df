/** CloneVApp_Task: the vApp and those in it are made at once, their machines by a task each. */
import type { VAppCloneSpec, VAppEntityConfigInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { taskKind } from '../../../world/task.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import { removalBy } from '../../inventory/destroyers.ts';
import type { Folder } from '../../inventory/folder.ts';
import { entityName, guardUnique } from '../../inventory/names.ts';
import type { Machine } from '../../machine/machine.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { allocations } from '../allocation.ts';
import { createPool } from '../create-compute.ts';
import type { Pool } from '../pool/pool.ts';
import { poolKind } from '../pool/resource-pool.ts';
import { createVApp } from './create-v-app.ts';
import { type VApp, vAppKind } from './v-app.ts';
import { lookAgain, openChildren, startChild } from './v-app-child-tasks.ts';
import { copiedSettings, machineCloneSpec, mappingOf } from './v-app-copy.ts';
import { join } from './v-app-links.ts';
import { folderBehind } from './v-app-place.ts';
import { isRunning } from './v-app-state.ts';

interface Cloning {
  readonly name: string;
  readonly target: Ref;
  readonly spec: VAppCloneSpec;
}

type Work = Step<Site, Cloning>;

interface MachineCopy {
  readonly source: string;
  readonly task: string;
  /** It stands in a plain pool of the vApp. */
  readonly pooled?: boolean;
}

/** A vApp that is copied into another, and the task that copies each machine. */
interface Copy {
  readonly source: string;
  readonly made: string;
  readonly machines: readonly MachineCopy[];
}

interface Run {
  readonly copies: readonly Copy[];
  readonly looks?: number;
}

const NAME = 'VirtualApp.clone';

interface Ground {
  readonly self: Cell<VApp>;
  readonly target: Cell<Pool>;
  readonly name: string;
  /** Where it is shown; absent inside another vApp. */
  readonly folder: string | undefined;
}

/** All guards; throws what keeps the vApp from being copied. */
function ground(step: Work): Ground {
  const { site, args } = step;
  const self = resolve(site, vAppKind, step.request.target);
  const target = resolve(site, poolKind, args.target);
  if (isRunning(self))
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'poweredOn' });
  const name = entityName(args.name);
  guardUnique(target as unknown as Cell, name);
  const folder = target.is('VirtualApp') ? undefined : (args.spec.vmFolder?.value ?? self.state.folder);
  if (!target.is('VirtualApp') && folder === undefined) throw invalidArgument('spec.vmFolder');
  if (folder !== undefined) guardUnique(vmFolder(site, folder) as unknown as Cell, name);
  for (const { parent } of args.spec.resourceMapping ?? []) {
    if (parent && site.world.find(parent.value)?.is('VirtualApp')) throw invalidArgument('spec.resourceMapping.parent');
  }
  return { self, target, name, folder };
}

function vmFolder(site: Site, id: string): Cell<Folder> {
  const folder = site.world.find(id) as Cell<Folder> | undefined;
  if (!folder?.state.childTypes?.includes('VirtualApp')) throw invalidArgument('spec.vmFolder');
  return folder;
}

/** Makes the copy of a vApp, and a task for each of its machines; then the same for the vApps in it. */
function copy(step: Work, source: Cell<VApp>, place: Omit<Ground, 'self'>, top: boolean): Copy[] {
  const { site, args, task, request } = step;
  const { spec } = args;
  const said = top ? spec.resourceSpec : mappingOf(spec, source as unknown as Cell)?.resourceSpec;
  const made = createVApp(site, {
    name: place.name,
    parent: place.target.id,
    owner: place.target.state.owner,
    folder: place.folder,
    allocation: allocations(said, source.state.allocation, site.clock.now(), 'spec.resourceSpec'),
    settings: copiedSettings(top ? spec : { ...spec, property: undefined }, source.state.settings),
    madeBy: task.id,
  });
  const parent = eventArgument(place.target as unknown as Cell);
  post(
    site,
    request.user,
    'ResourcePoolCreatedEvent',
    { parent },
    { entity: made as unknown as Cell, chainId: request.eventChainId },
  );
  const folder = folderBehind(made as unknown as Cell) ?? place.folder;
  const machines = [
    ...Array.from(source.back<Machine>('vAppVm'), (vm) => copyMachine(step, vm, made as unknown as Cell, folder)),
    ...copyPools(step, source as unknown as Cell, made as unknown as Cell<Pool>, folder),
  ];
  const inner = [...source.back('resourcePool')].filter((pool) => pool.is('VirtualApp')) as unknown as Cell<VApp>[];
  const below = inner.flatMap((child) =>
    copy(step, child, { name: child.state.name, target: made as unknown as Cell<Pool>, folder: undefined }, false),
  );
  return [{ source: source.id, made: made.id, machines }, ...below];
}

/** Starts the task that copies a machine into a pool. */
function copyMachine(step: Work, vm: Cell<Machine>, pool: Cell, folder: string | undefined): MachineCopy {
  const spec = machineCloneSpec(step.args.spec, vm, pool.ref);
  const name = pool.is('VirtualApp') ? vm.state.name : freeName(vm, folder);
  const args = { folder: { type: 'Folder', value: folder }, name, spec };
  const task = startChild(step as never, vm as unknown as Cell, {
    verb: 'VirtualMachine.clone',
    method: 'CloneVM_Task',
    args,
  });
  return pool.is('VirtualApp') ? { source: vm.id, task } : { source: vm.id, task, pooled: true };
}

/** A machine in a plain pool stands in a folder too, where no two have one name. */
function freeName({ world, state }: Cell<Machine>, folder: string | undefined): string {
  const taken = new Set(Array.from(world.find(folder ?? '')?.back('children') ?? [], (c) => c.get('name')));
  for (let n = 0; ; n++) {
    const name = n === 0 ? state.name : `${state.name} (${n})`;
    if (!taken.has(name)) return name;
  }
}

/** Makes the plain pools of a vApp again, and a task for each machine in them. */
function copyPools(step: Work, from: Cell, to: Cell<Pool>, folder: string | undefined): MachineCopy[] {
  const plain = [...from.back<Pool>('resourcePool')].filter((pool) => !pool.is('VirtualApp'));
  return plain.flatMap((pool) => {
    const { name, owner, allocation } = pool.state;
    const made = createPool(step.site, name, to.id, owner, { ...allocation, changed: step.site.clock.now() });
    const own = Array.from(pool.back<Machine>('vm'), (vm) => copyMachine(step, vm, made as unknown as Cell, folder));
    return [...own, ...copyPools(step, pool as unknown as Cell, made, folder)];
  });
}

/** Says of the copies of children what is said of the children, and links those that were put elsewhere. */
function finish({ site }: Work, { source, made, machines }: Copy, copies: readonly Copy[]): void {
  const from = site.world.as(vAppKind, source);
  const cell = resolve(site, vAppKind, { type: 'VirtualApp', value: made });
  const twins = new Map<string, Ref>();
  for (const machine of machines) {
    const result = site.world.as(taskKind, machine.task)?.state.progress.result as Ref | undefined;
    const twin = result && site.world.find(result.value);
    if (!twin) continue;
    twins.set(machine.source, twin.ref);
    if (!machine.pooled && twin.one('pool') !== (cell as unknown as Cell)) join(site, cell, twin, false);
  }
  for (const child of copies) twins.set(child.source, { type: 'VirtualApp', value: child.made });
  const said = (from?.state.settings?.entityConfig ?? []).flatMap((e) => {
    const key = twins.get(e.key!.value);
    return key ? [Object.freeze({ ...e, key }) as VAppEntityConfigInfo] : [];
  });
  const entityConfig = said.length > 0 ? Object.freeze(said) : cell.state.settings?.entityConfig;
  site.world.update(cell, { madeBy: undefined, settings: Object.freeze({ ...cell.state.settings, entityConfig }) });
}

export const cloneVAppVerb: Verb<Site, never> = verb<Cloning>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      ground(step);
      return { next: 'copy', after: step.site.latency.duration(NAME) };
    },
    copy(step) {
      const { self, ...place } = ground(step);
      return { next: 'wait', after: 0, state: { copies: copy(step, self, place, true) } };
    },
    wait(step) {
      const run = step.state as Run;
      const open = openChildren(
        step.site,
        run.copies.flatMap((c) => c.machines.map((m) => m.task)),
      );
      if (open.length > 0) return lookAgain(step.site, open, 'wait', run);
      for (const one of run.copies) finish(step, one, run.copies);
      return { done: true, result: { type: 'VirtualApp', value: run.copies[0]!.made } };
    },
  },
  /** What failed leaves nothing behind: the copies go, and the machines that were copied by then. */
  failed({ site, task, request }) {
    const removal = removalBy(site, request.user, request.eventChainId);
    for (const { state } of site.world.every(taskKind)) {
      if (state.request.parentKey !== task.id) continue;
      const twin = site.world.find((state.progress.result as Ref | undefined)?.value ?? '');
      if (twin) removal.remove(twin);
    }
    const made = [...site.world.every(vAppKind)].filter((vApp) => vApp.state.madeBy === task.id);
    for (const vApp of made.reverse()) removal.remove(vApp as unknown as Cell);
  },
});
