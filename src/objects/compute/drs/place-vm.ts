/** PlaceVm: a host, and a datastore where one is wanted, for a machine that is to be made, copied, moved or resized. */
import type {
  ClusterDrsFaults,
  ClusterRecommendation,
  PlacementResult,
  PlacementSpec,
  VirtualMachineRelocateSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { isOf } from '../cluster/living-rules.ts';
import { type Host, hostKind } from '../host/host.ts';
import { recommendation } from './advice.ts';
import { type Asked, askedOf } from './place-vm-asked.ts';
import { storeFor } from './place-vm-store.ts';
import { hasDrs, hostsOf, noCompatibleHost, type Ranked, ranking } from './placement.ts';
import { breaks, runningIn, tieOf } from './rules.ts';
import { hostRating } from './score.ts';

/** So many ways are told. */
const MOST = 5;

/** A host, and a datastore where the machine's files cannot stay where they are. */
interface Way {
  readonly at: Ranked;
  readonly datastore: Ref | undefined;
}

export function placeVm(call: Call, cluster: Cell<Cluster>, spec: PlacementSpec): PlacementResult {
  if (!hasDrs(cluster as unknown as Cell)) throw notSupported();
  const asked = askedOf(call, spec);
  const hosts = hostsAsked(call, cluster, spec).filter(keepsRules(cluster, asked, spec));
  const ways: Way[] = [];
  for (const at of ranking(hosts, asked.demand)) {
    if (ways.length === MOST) break;
    const datastore = storeFor(call.site, spec, asked, at.host);
    if (datastore !== null) ways.push({ at, datastore });
  }
  if (ways.length === 0) return { _typeName: 'PlacementResult', drsFault: noneFits(hosts, asked) } as PlacementResult;
  const best = Math.max(...ways.map(({ at }) => at.score));
  return call.turn(() => ({
    _typeName: 'PlacementResult',
    recommendations: ways
      .slice(0, MOST)
      .map(({ at, datastore }) => placement(call, cluster, asked, at, datastore, best)),
  })) as PlacementResult;
}

function hostsAsked(call: Call, cluster: Cell<Cluster>, { hosts }: PlacementSpec): Cell<Host>[] {
  const all = hostsOf(cluster as unknown as Cell);
  if (!hosts?.length) return all;
  for (const ref of hosts) call.resolve(hostKind, ref);
  if (!hosts.every((ref) => isOf(cluster, ref))) throw invalidArgument('placementSpec.hosts');
  return all.filter((host) => hosts.some((ref) => ref.value === host.id));
}

/** Rules that come with the request hold the machine, whether they name it or it is not there yet. */
function keepsRules(cluster: Cell<Cluster>, { vm }: Asked, { rules }: PlacementSpec): (host: Cell<Host>) => boolean {
  const groups = cluster.state.rules?.group ?? [];
  const ties = (rules ?? []).flatMap((rule) => tieOf(rule, groups) ?? []);
  const where = runningIn(cluster.world);
  return (host) => !ties.some((tie) => breaks(tie, vm?.id ?? '', host.id, where));
}

function placement(
  call: Call,
  cluster: Cell<Cluster>,
  { vm, location, stays }: Asked,
  at: Ranked,
  datastore: Ref | undefined,
  best: number,
): ClusterRecommendation {
  const own = vm && stays && isOf(cluster, vm.ref) ? vm.one('pool')?.ref : undefined;
  const pool = location?.pool ?? own ?? (cluster.get('resourcePool') as Ref);
  const relocateSpec = {
    ...location,
    _typeName: 'VirtualMachineRelocateSpec',
    host: at.host.ref,
    pool,
    ...(datastore && { datastore }),
  } as unknown as VirtualMachineRelocateSpec;
  const action = {
    _typeName: 'PlacementAction',
    type: 'PlacementV1',
    target: vm?.ref,
    vm: vm?.ref,
    targetHost: at.host.ref,
    relocateSpec,
  };
  const rating = hostRating(at.score, best);
  return recommendation(call.site, { reason: 'xvmotionPlacement', rating, action: [action as never], target: vm?.ref });
}

function noneFits(hosts: readonly Cell<Host>[], { vm, demand }: Asked): ClusterDrsFaults {
  const fault = [noCompatibleHost(hosts, demand).localized()];
  return {
    _typeName: 'ClusterDrsFaults',
    reason: 'xvmotionPlacement',
    faultsByVm: [{ _typeName: 'ClusterDrsFaultsFaultsByVm', vm: (vm as Cell<Machine> | undefined)?.ref, fault }],
  } as unknown as ClusterDrsFaults;
}
