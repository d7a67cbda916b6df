/** RecommendHostsForVm: where DRS would start a machine of its cluster, or take a running one from another, best first. */
import type { ClusterHostRecommendation } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { demandOf } from '../../machine/power/demand.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { isOf } from '../cluster/living-rules.ts';
import { poolKind } from '../pool/resource-pool.ts';
import { hasDrs, hostsOf, ranking } from './placement.ts';
import { hostRating } from './score.ts';

export function recommendHosts(
  call: Call,
  cluster: Cell<Cluster>,
  vm: Ref,
  pool: Ref | undefined,
): ClusterHostRecommendation[] {
  if (!hasDrs(cluster as unknown as Cell)) throw notSupported();
  const machine = call.resolve(vmKind, vm);
  const into = pool && call.resolve(poolKind, pool);
  const running = machine.state.power.state === 'poweredOn';
  const ownPool = into && into.state.owner === cluster.id;
  if (running ? !ownPool || isOf(cluster, vm) : into && !ownPool) throw invalidArgument('pool');
  if (!running && !into && !isOf(cluster, vm)) throw invalidArgument('vm');
  const order = [...ranking(hostsOf(cluster as unknown as Cell), demandOf(machine.state, machine.id))];
  const best = order[0]?.score ?? 0;
  return order.map(({ host, score }) => ({
    host: host.ref as Ref<'HostSystem'>,
    rating: hostRating(score, best),
  }));
}
