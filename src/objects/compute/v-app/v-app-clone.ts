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

/** A vApp that is copied into another, and the task that copies each machine. */
interface Copy {
  readonly source: string;
  readonly made: string;
  readonly machines: readonly { readonly source: string; readonly task: string }[];
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
  const machines = Array.from(source.back<Machine>('vAppVm'), (vm) => ({
    source: vm.id,
    task: startChild(step as never, vm as unknown as Cell, {
      verb: 'VirtualMachine.clone',
      method: 'CloneVM_Task',
      args: {
        folder: { type: 'Folder', value: folderBehind(made as unknown as Cell) ?? place.folder },
        name: vm.state.name,
        spec: machineCloneSpec(spec, vm, made.ref),
      },
    }),
  }));
  const inner = [...source.back('resourcePool')].filter((pool) => pool.is('VirtualApp')) as unknown as Cell<VApp>[];
  const below = inner.flatMap((child) =>
    copy(step, child, { name: child.state.name, target: made as unknown as Cell<Pool>, folder: undefined }, false),
  );
  return [{ source: source.id, made: made.id, machines }, ...below];
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
    if (twin.one('pool') !== (cell as unknown as Cell)) join(site, cell, twin, false);
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
