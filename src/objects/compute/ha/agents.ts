/**
 * The HA agents of a cluster's hosts. One of them leads: of those that take part, the one that has longest. The others
 * watch it, and it watches them and the machines.
 */
import type { ClusterDasFdmAvailabilityState, ClusterDasFdmHostState } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';

/** What `dasState` reads. */
export const READS_DAS = ['runtime', 'compute.das', 'compute.host.runtime'] as const;

/** The cluster of a host, when HA is on there. */
export function haClusterOf(host: Cell<Host>): Cell<Cluster> | undefined {
  const compute = host.one<Cluster>('compute');
  return compute?.is('ClusterComputeResource') && compute.state.das?.enabled ? compute : undefined;
}

/** `runtime.dasHostState`; undefined where there is no HA. */
export function dasState(host: Cell<Host>): ClusterDasFdmHostState | undefined {
  const cluster = haClusterOf(host);
  if (!cluster) return undefined;
  const leader = leaderOf(cluster);
  const state = availability(host, leader);
  return { state, stateReporter: leader?.ref as Ref<'HostSystem'> | undefined };
}

function availability(host: Cell<Host>, leader: Cell<Host> | undefined): ClusterDasFdmAvailabilityState {
  const { failure, maintenance } = host.state.runtime;
  if (failure && !maintenance) {
    if (failure.kind === 'crashed' || failure.kind === 'poweredOff') {
      return failure.declared ? 'hostDown' : 'fdmUnreachable';
    }
    if (failure.kind === 'isolated') return failure.declared ? 'networkIsolated' : 'fdmUnreachable';
    if (failure.kind === 'partitioned') return 'networkPartitionedFromMaster';
  }
  if (!takesPart(host)) return 'uninitialized';
  return host === leader ? 'master' : 'connectedToMaster';
}

/** Whether a host's agent runs and the others hear of it. A host whose management agent is gone still takes part. */
export function takesPart(host: Cell<Host>): boolean {
  const { connection, power, maintenance, failure } = host.state.runtime;
  if (failure) return failure.kind === 'silent' && !maintenance;
  return connection === 'connected' && power === 'poweredOn' && !maintenance;
}

/** The host whose agent leads. */
export function leaderOf(cluster: Cell<Cluster>): Cell<Host> | undefined {
  let leader: Cell<Host> | undefined;
  for (const host of cluster.back<Host>('host')) {
    if (takesPart(host) && (!leader || isBefore(host, leader))) leader = host;
  }
  return leader;
}

function isBefore(a: Cell<Host>, b: Cell<Host>): boolean {
  const since = (host: Cell<Host>) => host.state.runtime.joined ?? 0;
  return since(a) !== since(b) ? since(a) < since(b) : numberOf(a) < numberOf(b);
}

function numberOf(host: Cell<Host>): number {
  return Number(host.id.replace(/^\D+/, ''));
}
