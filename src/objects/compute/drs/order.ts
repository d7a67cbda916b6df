/** ApplyRecommendation, CancelRecommendation: what DRS recommends is ordered, or refused. */
import type {
  ClusterAction,
  ClusterInitialPlacementAction,
  ClusterMigrationAction,
  ClusterRecommendation,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { type Call, resolve } from '../../call.ts';
import { startDrsMigration } from '../../machine/move/drs-migrate.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { hostKind } from '../host/host.ts';
import { isPlacement } from './advice.ts';
import { NO_ADVICE } from './findings.ts';
import { startMachine } from './start-machine.ts';

function found(cluster: Cell<Cluster>, key: string): ClusterRecommendation {
  const of = (cluster.state.drsAdvice ?? NO_ADVICE).recommendations.find((r) => r.key === key);
  if (!of) throw invalidArgument('key');
  return of;
}

/** Each is applied once, after those it rests on: a task for every action. */
export function applyRecommendation(call: Call, cluster: Cell<Cluster>, key: string): void {
  call.turn(() => apply(call, cluster, found(cluster, key)));
}

function apply(call: Call, cluster: Cell<Cluster>, wanted: ClusterRecommendation): void {
  const { recommendations } = cluster.state.drsAdvice ?? NO_ADVICE;
  const others = new Set(wanted.prerequisite ?? []);
  drop(call, cluster, wanted.key);
  for (const other of recommendations) if (others.has(other.key)) apply(call, cluster, other);
  for (const action of wanted.action ?? []) start(call, action);
}

function start({ site, user, opId }: Call, action: ClusterAction): void {
  const order = { user, opId, reason: { _typeName: 'TaskReasonUser', userName: user } };
  const { drsMigration } = action as ClusterMigrationAction;
  const vm = resolve(site, vmKind, drsMigration?.vm ?? (action.target as Ref));
  const { targetHost } = action as ClusterInitialPlacementAction;
  const host = resolve(site, hostKind, drsMigration?.destination ?? targetHost);
  if (drsMigration) startDrsMigration(site, vm, host, order);
  else startMachine(site, vm, host, order);
}

function drop({ site }: Call, cluster: Cell<Cluster>, key: string): void {
  const advice = cluster.state.drsAdvice ?? NO_ADVICE;
  const recommendations = Object.freeze(advice.recommendations.filter((r) => r.key !== key));
  site.world.update(cluster, { drsAdvice: Object.freeze({ ...advice, recommendations }) });
}

/** Only where to start a machine may be declined: rules and balance come up again as long as they ask for it. */
export function cancelRecommendation(call: Call, cluster: Cell<Cluster>, key: string): void {
  if (!isPlacement(found(cluster, key))) throw invalidArgument('key');
  call.turn(() => drop(call, cluster, key));
}
