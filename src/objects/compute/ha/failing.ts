/**
 * What may befall a host. vCenter loses sight of it at once; the other hosts' agents take a while to be sure, as they
 * wait for heartbeats that do not come. Each inside a turn of its own.
 */
import type { Cell } from '../../../world/cell.ts';
import type { TaskFacets } from '../../../world/task.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { loseHost } from '../../machine/fault-tolerance/lose-host.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { dasOf } from '../cluster/cluster-config.ts';
import { type Host, type HostFailure, type HostState, hostKind } from '../host/host.ts';
import { dasState, haClusterOf, leaderOf } from './agents.ts';
import { failTasks } from './broken-tasks.ts';
import { reviewCapacity, takeOn } from './failover.ts';
import type { Waiting } from './failover-state.ts';
import { respondToIsolation } from './isolation.ts';
import { postAbout, sayById } from './said.ts';
import { vmPolicy } from './vm-policy.ts';

/** Milliseconds without heartbeats until a host counts as down; longer when the agents have to choose a leader first. */
const DOWN_AFTER = 15_000;
const ELECTION = 10_000;
/** Until a host that hears nobody, and reaches no gateway, counts as isolated. */
const ISOLATED_AFTER = 30_000;

export function changeRuntime(site: Site, host: Cell<Host>, change: Partial<HostState>): void {
  site.world.update(host, { runtime: Object.freeze({ ...host.state.runtime, ...change }) });
}

/** What is known of a failure that somebody wanted: the task it comes of, and when it is over. */
interface Wanted {
  readonly task?: Cell<TaskFacets> | undefined;
  readonly until?: number | undefined;
}

/** Something befalls a host, unless it is in no state for it. */
export function failHost(site: Site, host: Cell<Host>, kind: HostFailure['kind'], { task, until }: Wanted = {}): void {
  const { failure, power, connection } = host.state.runtime;
  if (power !== 'poweredOn' || failure || (connection !== 'connected' && !ends(kind))) return;
  site.world.turn(() => {
    const led = leads(host);
    const since = site.clock.now();
    const away = kind === 'partitioned' ? connection : 'notResponding';
    changeRuntime(site, host, { connection: away, failure: Object.freeze({ kind, since, until }) });
    if (kind !== 'partitioned') postAbout(site, host as unknown as Cell, 'HostConnectionLostEvent');
    tellState(site, host);
    if (kind === 'partitioned' && haClusterOf(host)) {
      sayById(site, host as unknown as Cell, 'com.vmware.vc.HA.HostPartitionedFromMasterEvent');
    }
    if (kind !== 'partitioned') failTasks(site, host, 'HostCommunication', task);
    if (ends(kind)) loseHost(site, host);
    const cluster = haClusterOf(host);
    if (cluster) reviewCapacity(site, cluster);
    if (cluster && led && !leaderOf(cluster)) postAbout(site, cluster as unknown as Cell, 'DasAgentUnavailableEvent');
    watch(site, host, led ? ELECTION : 0);
  });
}

/** Whether a failure ends what runs on the host. */
export function ends(kind: HostFailure['kind']): boolean {
  return kind === 'crashed' || kind === 'poweredOff';
}

function leads(host: Cell<Host>): boolean {
  const cluster = haClusterOf(host);
  return cluster !== undefined && leaderOf(cluster) === host;
}

/** The state of a host's agent is another. */
export function tellState(site: Site, host: Cell<Host>): void {
  const state = dasState(host)?.state;
  if (state) sayById(site, host as unknown as Cell, 'com.vmware.vc.HA.HostStateChangedEvent', { state });
}

/** Has the others make up their minds when it is time. */
function watch(site: Site, host: Cell<Host>, later: number): void {
  const { failure } = host.state.runtime;
  if (!failure || failure.declared || !(ends(failure.kind) || failure.kind === 'isolated')) return;
  const due = failure.since + later + (ends(failure.kind) ? DOWN_AFTER : ISOLATED_AFTER);
  const { since } = failure;
  site.clock.at(Math.max(due, site.clock.now()), () => {
    const now = site.world.as(hostKind, host.id);
    const still = now?.state.runtime.failure;
    if (now && still?.since === since && !still.declared) site.world.turn(() => declare(site, now));
  });
}

/** After an image came back: failures that nobody has declared yet are watched again. */
export function resumeWatching(site: Site): void {
  for (const host of site.world.every(hostKind)) watch(site, host, 0);
}

function declare(site: Site, host: Cell<Host>): void {
  const cluster = haClusterOf(host);
  // Nobody misses a host in maintenance mode.
  if (!cluster || host.state.runtime.maintenance) return;
  const failure = host.state.runtime.failure!;
  changeRuntime(site, host, { failure: Object.freeze({ ...failure, declared: true }) });
  tellState(site, host);
  if (failure.kind === 'isolated') return respondToIsolation(site, cluster, host);
  const self = cluster as unknown as Cell;
  postAbout(site, self, 'DasHostFailedEvent', { failedHost: eventArgument(host as unknown as Cell) });
  sayById(site, host as unknown as Cell, 'com.vmware.vc.HA.DasHostFailedEvent');
  failOver(site, cluster, host);
}

/** The machines that ran on a host that is down are started elsewhere, as far as HA is to watch hosts and them. */
function failOver(site: Site, cluster: Cell<Cluster>, host: Cell<Host>): void {
  if (dasOf(cluster.state).hostMonitoring === 'disabled') return;
  const machines: Waiting[] = [];
  for (const vm of host.back<Machine>('vm')) {
    // A secondary is its primary's affair.
    if (vm.state.primary !== undefined) continue;
    const priority = vm.state.power.state === 'poweredOn' ? vmPolicy(cluster.state, vm.id).priority : undefined;
    if (priority !== undefined) machines.push(Object.freeze({ vm: vm.id, host: host.id, priority, tries: 0 }));
  }
  takeOn(site, cluster, machines);
}
