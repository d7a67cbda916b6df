/** Recommendations: what DRS would do, as clients read it, and as they order it. */
import { formatTime, parseTime } from '../../../kernel/time.ts';
import type { ClusterAction, ClusterMigrationAction, ClusterRecommendation } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Site } from '../../site.ts';
import { drsOf } from '../cluster/cluster-config.ts';
import { behaviourOf } from './behaviour.ts';
import { migrationOf, moveAction, nextKey, placementAction } from './history.ts';
import { PERIOD } from './score.ts';
import type { Move, Survey } from './survey.ts';

const TEXTS: { readonly [reason: string]: string } = {
  fairnessCpuAvg: 'Balance average CPU loads',
  fairnessMemAvg: 'Balance average memory loads',
  jointAffin: 'Satisfy affinity rule',
  antiAffin: 'Satisfy anti-affinity rule',
  hostMaint: 'Host is entering maintenance mode',
  vmHostHardAffinity: 'Fix hard VM/host affinity rule violation',
  vmHostSoftAffinity: 'Fix soft VM/host affinity rule violation',
  powerOnVm: 'Power on virtual machine',
  xvmotionPlacement: 'Placement of a virtual machine',
};

export interface Advised {
  readonly reason: string;
  /** 1 to 5. */
  readonly rating: number;
  readonly action: readonly ClusterAction[];
  readonly target?: Ref | undefined;
  readonly prerequisite?: readonly string[] | undefined;
}

export function recommendation(
  site: Site,
  { reason, rating, action, target, prerequisite }: Advised,
): ClusterRecommendation {
  return Object.freeze({
    _typeName: 'ClusterRecommendation',
    key: nextKey(site),
    type: 'V1',
    time: formatTime(site.clock.now()),
    rating,
    reason,
    reasonText: TEXTS[reason] ?? reason,
    prerequisite: prerequisite ?? [],
    action,
    target,
  }) as ClusterRecommendation;
}

/** Says to make a move. What was said before and still holds keeps its key. */
export function moveAdvice(site: Site, move: Move, before: readonly ClusterRecommendation[]): ClusterRecommendation {
  const { runner, from, to, reason, rating } = move;
  const same = before.find((r) => {
    const migration = migrationIn(r);
    return (
      r.reason === reason &&
      r.rating === rating &&
      migration?.vm.value === runner.vm.id &&
      migration.source.value === from.host.id &&
      migration.destination.value === to.host.id
    );
  });
  if (same) return same;
  const action = [moveAction(migrationOf(site, runner.vm, from.host, to.host))];
  return recommendation(site, { reason, rating, action, target: runner.vm.ref });
}

export function migrationIn({ action }: ClusterRecommendation): ClusterMigrationAction['drsMigration'] {
  return (action?.[0] as ClusterMigrationAction | undefined)?.drsMigration;
}

/** Says to start a machine on a host. */
export function startAdvice(site: Site, vm: Ref, host: Ref, rating: number): ClusterRecommendation {
  return recommendation(site, { reason: 'powerOnVm', rating, action: [placementAction(vm, host)], target: vm });
}

/** Whether what was said to balance loads may stand: its machine is still there, and still to be asked for. */
export function balanceStands({ cluster, runners }: Survey, r: ClusterRecommendation): boolean {
  const migration = migrationIn(r);
  const runner = runners.get(migration?.vm.value ?? '');
  if (!runner || !r.reason.startsWith('fairness') || r.rating < (drsOf(cluster.state).vmotionRate ?? 3)) return false;
  const asks = behaviourOf(cluster, runner.vm.id);
  return runner.on.host.id === migration?.source.value && asks !== 'fullyAutomated' && asks !== 'disabled';
}

/** One that says where to start a machine; it stays for a period, the others until the next look. */
export function isPlacement({ action }: ClusterRecommendation): boolean {
  return action?.[0]?._typeName === 'ClusterInitialPlacementAction';
}

export function isFresh(site: Site, { time }: ClusterRecommendation): boolean {
  return site.clock.now() - parseTime(time) < PERIOD * 1_000;
}
