/** Storage DRS on the clock: it looks at each pod every few hours, and sooner when a datastore fills up. */
import type {
  ClusterAction,
  ClusterDrsFaults,
  ClusterRecommendation,
  StorageMigrationAction,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import { type StoragePod, storagePodKind } from '../storage-pod.ts';
import { APPLY } from './apply.ts';
import { look } from './balance.ts';
import { datastoresOfPod } from './candidates.ts';
import { tellPod } from './pod-events.ts';
import { recommendation } from './proposal.ts';
import { threshold, utilization } from './score.ts';
import { podConfig } from './settings.ts';
import type { Look } from './thinking.ts';

/** A datastore above its threshold is not left alone for longer than this. */
const SOON = 5 * 60_000;

/** Call at each tick of the load model. */
export function storageDrsTick(site: Site): void {
  const now = site.clock.now();
  for (const pod of site.world.every(storagePodKind)) {
    const config = podConfig(pod.state.drs);
    if (!config.enabled || isMoving(pod)) continue;
    const since = now - (pod.state.drsLooked ?? Number.NEGATIVE_INFINITY);
    const isFull = () => datastoresOfPod(pod).some((d) => utilization(d) > threshold(d, config.spaceLoadBalanceConfig));
    if (since >= (config.loadBalanceInterval ?? 480) * 60_000 || (since >= SOON && isFull())) lookAt(site, pod);
  }
}

function isMoving(pod: Cell<StoragePod>): boolean {
  return datastoresOfPod(pod).some((d) => d.countBack('migration') > 0);
}

/** Looks at a pod: what it proposes now stands in place of what it proposed; automated machines are moved at once. */
export function lookAt(site: Site, pod: Cell<StoragePod>, user = ''): void {
  site.world.turn(() => {
    const kept = (pod.state.proposals ?? []).filter((r) => r.reason === 'datastoreMaint');
    site.world.update(pod, { drsLooked: site.clock.now() });
    const found = look(pod);
    // What is proposed already stays as it is, under its key.
    const standing = (pod.state.proposals ?? []).filter((r) => !kept.includes(r));
    if (found.proposed.length > 0 && sameMoves(standing, found)) return;
    const { waiting, automatic } = proposedBy(site, pod, found, 'balanceDatastoreSpaceUsage');
    site.world.update(pod, { proposals: Object.freeze([...kept, ...waiting, ...automatic]) });
    if (waiting.length > 0) tellPod({ site, user }, pod, 'StorageDrsNewRecommendationPendingEvent');
    if (automatic.length > 0)
      applyByItself(
        site,
        automatic.map((r) => r.key),
      );
  });
}

function sameMoves(standing: readonly ClusterRecommendation[], { proposed }: Look): boolean {
  const moves = (actions: readonly ClusterAction[]) =>
    actions.map((action) => {
      const { vm, source, destination } = action as StorageMigrationAction;
      return `${vm.value} ${source.value} ${destination.value}`;
    });
  const known = moves(standing.flatMap((r) => r.action ?? []));
  return known.join() === moves(proposed.map((p) => p.action)).join();
}

/** What a look leads to: recommendations that wait for somebody, and those that need nobody; and the faults. */
export function proposedBy(site: Site, pod: Cell<StoragePod>, { proposed, faults }: Look, reason: string) {
  const waiting: ClusterRecommendation[] = [];
  const automatic: ClusterRecommendation[] = [];
  for (const p of proposed) {
    (p.automated ? automatic : waiting).push(recommendation(site, pod, p.reason, RATING[p.reason] ?? 3, [p.action]));
  }
  const drsFault = { _typeName: 'ClusterDrsFaults', reason, faultsByVm: faults } as unknown as ClusterDrsFaults;
  site.world.update(pod, { drsFaults: Object.freeze(faults.length > 0 ? [drsFault] : []) });
  return { waiting, automatic, drsFault: faults.length > 0 ? drsFault : undefined };
}

const RATING: { readonly [reason: string]: number } = { datastoreMaint: 5, antiAffin: 4, virtualDiskAntiAffin: 4 };

/** The task by which Storage DRS applies its own recommendations. */
export function applyByItself(site: Site, key: readonly string[], parentKey?: string): void {
  const [manager] = site.world.ofType('StorageResourceManager');
  if (!manager) return;
  site.tasks.start({
    verb: APPLY,
    name: undefined,
    entity: undefined,
    entityName: undefined,
    target: manager.ref,
    args: { key },
    reason: { _typeName: 'TaskReasonSystem' },
    user: '',
    opId: '',
    parentKey,
  });
}
