/** ClusterEnterMaintenanceMode: which of several hosts DRS could empty together, and by what moves. Nothing is done. */
import type {
  ClusterAction,
  ClusterEnterMaintenanceResult,
  ClusterRecommendation,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { isOf } from '../cluster/living-rules.ts';
import { recommendation } from './advice.ts';
import { migrationOf, moveAction } from './history.ts';
import { hasDrs } from './placement.ts';
import { drsFaults, empty, type Faults } from './rule-fixes.ts';
import { MANDATORY } from './score.ts';
import { type Stand, Survey } from './survey.ts';

/** Hosts that cannot be emptied are left out of the recommendations; `fault` says why. */
export function planMaintenance(
  call: Call,
  cluster: Cell<Cluster>,
  hosts: readonly Ref[],
): ClusterEnterMaintenanceResult {
  if (!hasDrs(cluster as unknown as Cell)) throw notSupported();
  if (!hosts.every((ref) => isOf(cluster, ref))) throw invalidArgument('host');
  const asked = new Set(hosts.map(({ value }) => value));
  const survey = new Survey(cluster, asked);
  const faults: Faults = new Map();
  empty(survey, faults);
  const emptied = survey.stands.filter(({ host, runners }) => asked.has(host.id) && runners.size === 0);
  const recommendations = call.turn(() => emptied.map((stand) => advice(call, survey, stand)));
  const [fault] = drsFaults(faults);
  return { _typeName: 'ClusterEnterMaintenanceResult', recommendations, fault } as ClusterEnterMaintenanceResult;
}

function advice({ site }: Call, survey: Survey, { host }: Stand): ClusterRecommendation {
  const enter = { _typeName: 'ClusterAction', type: 'HostMaintenanceV1', target: host.ref } as ClusterAction;
  const moves = survey.moves.filter(({ from }) => from.host === host);
  const away = moves.map(({ runner, from, to }) => moveAction(migrationOf(site, runner.vm, from.host, to.host)));
  return recommendation(site, {
    reason: 'hostMaint',
    rating: MANDATORY,
    action: [enter, ...away],
    target: host.ref,
  });
}
