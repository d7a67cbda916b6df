/** Applying recommendations: a task that starts the work each stands for, and is done when all of it is. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  ClusterAction,
  ClusterActionHistory,
  ClusterRecommendation,
  StorageMigrationAction,
  StoragePlacementAction,
  VirtualMachineRelocateSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { taskKind } from '../../../world/task.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { lookAgain, openChildren, startChild } from '../../compute/v-app/v-app-child-tasks.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type StoragePod, storagePodKind } from '../storage-pod.ts';
import { placedWork, type Started } from './placed-work.ts';
import { dropPlacement, type Placement, placementOf } from './placement.ts';
import { tellAction, tellPod } from './pod-events.ts';

export const APPLY = 'StorageResourceManager.applyRecommendation';

interface Application {
  readonly key: readonly string[];
  /** Where the recommendations must be from. */
  readonly pod?: Ref | undefined;
}

/** What was begun: tasks, and the actions each pod will remember. */
interface Applying {
  readonly children: readonly string[];
  readonly done: readonly { readonly pod: string; readonly actions: readonly ClusterAction[] }[];
  readonly looks?: number;
}

type ApplyStep = Step<Site, Application>;

/** So many actions of a pod are remembered. */
const REMEMBERED = 100;

export const applyVerb: Verb<Site, never> = verb<Application>({
  name: APPLY,
  descriptionId: APPLY,
  exclusive: false,
  steps: {
    begin(step) {
      const { site, args } = step;
      const found = args.key.map((key) => recommended(site, key, args.pod));
      const started: string[] = [];
      for (const { placement } of found) if (placement) started.push(startPlacement(step, placement));
      const moves = found.flatMap(({ placement, recommendation }) => (placement ? [] : [recommendation]));
      started.push(...startMoves(step, moves));
      for (const { pod } of found) withdraw(site, pod, args.key);
      const done = found.map(({ pod, recommendation }) => ({ pod: pod.id, actions: recommendation.action ?? [] }));
      return lookAgain(site, openChildren(site, started), 'wait', { children: started, done } as Applying);
    },
    wait(step) {
      const { site, request } = step;
      const state = step.state as Applying;
      const open = openChildren(site, state.children);
      if (open.length > 0) return lookAgain(site, open, 'wait', state);
      const vm = machineOf(site, state);
      const by = { site, user: request.user, chainId: request.eventChainId };
      for (const { pod: id, actions } of state.done) {
        const pod = site.world.as(storagePodKind, id);
        if (!pod) continue;
        remember(site, pod, actions);
        for (const action of actions) tellAction(by, pod, action, vm && site.world.find(vm.value));
        tellPod(by, pod, 'StorageDrsRecommendationApplied');
      }
      return { done: true, result: { _typeName: 'ApplyStorageRecommendationResult', vm } };
    },
  },
});

interface Recommended {
  readonly pod: Cell<StoragePod>;
  readonly recommendation: ClusterRecommendation;
  readonly placement?: Cell<Placement> | undefined;
}

/** The recommendation of that key; InvalidArgument when there is none, or none of that pod. */
export function recommended(site: Site, key: string, within: Ref | undefined): Recommended {
  const placement = placementOf(site.world, key, site.clock.now());
  if (placement) {
    const { recommendation } = placement.state.asked;
    const pod = site.world.as(storagePodKind, recommendation.target?.value);
    if (pod && (!within || pod.id === within.value)) return { pod, recommendation, placement };
  }
  for (const pod of site.world.every(storagePodKind)) {
    const recommendation = pod.state.proposals?.find((r) => r.key === key);
    if (recommendation && (!within || pod.id === within.value)) return { pod, recommendation };
  }
  throw invalidArgument('key');
}

/** Takes recommendations out of what a pod proposes. Inside a turn. */
export function withdraw(site: Site, pod: Cell<StoragePod>, keys: readonly string[]): void {
  const rest = (pod.state.proposals ?? []).filter((r) => !keys.includes(r.key));
  if (rest.length !== (pod.state.proposals ?? []).length) site.world.update(pod, { proposals: Object.freeze(rest) });
}

function startPlacement(step: ApplyStep, placement: Cell<Placement>): string {
  const { spec, recommendation } = placement.state.asked;
  const actions = (recommendation.action ?? []) as readonly StoragePlacementAction[];
  const { target, work } = placedWork(step.site.world, spec, actions);
  dropPlacement(step.site.world, placement);
  return startChild(step as Step<Site, never>, target, work);
}

/** All that moves of one machine moves in one task. */
function startMoves(step: ApplyStep, recommendations: readonly ClusterRecommendation[]): string[] {
  const actions = recommendations.flatMap((r) => (r.action ?? []) as readonly StorageMigrationAction[]);
  const machines = [...new Set(actions.map((a) => a.vm.value))];
  return machines.map((id) => {
    const own = actions.filter((a) => a.vm.value === id);
    const { target, work } = moveOf(step.site, own);
    return startChild(step as Step<Site, never>, target, work);
  });
}

function moveOf({ world }: Site, actions: readonly StorageMigrationAction[]): Started {
  const { vm } = actions[0]!;
  const target = world.find(vm.value);
  if (!target) throw new VimFault('ManagedObjectNotFound', { obj: vm });
  const datastore = actions.flatMap((a) => a.relocateSpec.datastore ?? [])[0];
  const places = new Map<number, NonNullable<VirtualMachineRelocateSpec['disk']>[number]>();
  // A disk that another action takes along is not one that stays.
  for (const { relocateSpec, destination } of actions) {
    for (const d of relocateSpec.disk ?? []) {
      if (d.datastore.value === destination.value || !places.has(d.diskId)) places.set(d.diskId, d);
    }
  }
  const disk = [...places.values()];
  const spec = { ...(datastore && { datastore }), ...(disk.length > 0 && { disk }) };
  return { target, work: { verb: 'VirtualMachine.relocate', method: 'RelocateVM_Task', args: { spec } } };
}

function remember(site: Site, pod: Cell<StoragePod>, actions: readonly ClusterAction[]): void {
  const time = formatTime(site.clock.now());
  const fresh = actions.map((action) => ({ _typeName: 'ClusterActionHistory', action, time }) as ClusterActionHistory);
  const drsHistory = Object.freeze([...fresh, ...(pod.state.drsHistory ?? [])].slice(0, REMEMBERED));
  site.world.update(pod, { drsHistory });
}

/** The machine that was made, moved or changed. */
function machineOf(site: Site, { children }: Applying): Ref | undefined {
  const [first] = children.flatMap((id) => site.world.as(taskKind, id) ?? []);
  if (!first) return undefined;
  const { result } = first.state.progress as { readonly result?: Ref };
  return result?.type === 'VirtualMachine' ? result : first.state.request.target;
}
