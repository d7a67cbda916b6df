/**
 * HA starts the machines of a failed host on those that are left: the ones of the highest restart priority first, then,
 * a little later, the next. Whoever fits nowhere waits, and is tried again now and then and whenever a host comes back.
 *
 * All of it follows from facts on the cluster; an alarm of the clock only says when to look.
 */
import type { Cell } from '../../../world/cell.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Site } from '../../site.ts';
import { clusterKind } from '../cluster/cluster.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { isShort } from './admission.ts';
import { AT_REST, type FailoverState, type Waiting } from './failover-state.ts';
import { restart } from './restart.ts';
import { postAbout, sayById } from './said.ts';
import { Survivors } from './survivors.ts';

/** Milliseconds from knowing to starting, and between the priorities. */
const DELIBERATION = 3_000;
const NEXT_WAVE = 5_000;
/** How often those that fitted nowhere are tried again. */
const TRY_AGAIN = 60_000;

/** Takes machines of a failed host on, inside a turn. */
export function takeOn(site: Site, cluster: Cell<Cluster>, machines: readonly Waiting[]): void {
  if (machines.length === 0) return;
  const before = cluster.state.failover ?? AT_REST;
  const known = new Set(machines.map(({ vm }) => vm));
  const waiting = [...before.waiting.filter(({ vm }) => !known.has(vm)), ...machines];
  mark(site, machines, true);
  const count = String(machines.length);
  sayById(site, cluster as unknown as Cell, 'com.vmware.vc.HA.ClusterFailoverActionInitiatedEvent', { count });
  arm(site, cluster, { ...before, waiting: Object.freeze(waiting) }, DELIBERATION);
}

/** Something changed for the better: whoever waits is tried again at once, and what is kept free is looked at. Inside a turn. */
export function lookAgain(site: Site, cluster: Cell<Cluster> | undefined): void {
  if (!cluster?.is('ClusterComputeResource')) return;
  const state = cluster.state.failover;
  if (state && state.waiting.length > 0) arm(site, cluster, state, 0);
  reviewCapacity(site, cluster);
}

/** Says once that a cluster does not bear the failures it is set to bear, and once that it does again. Inside a turn. */
export function reviewCapacity(site: Site, cluster: Cell<Cluster>): void {
  const before = cluster.state.failover;
  const short = isShort(cluster);
  if (short === (before?.short ?? false)) return;
  site.world.update(cluster, { failover: Object.freeze({ ...(before ?? AT_REST), short }) });
  // Where HA was switched off nothing is restored: there is nothing to bear any more.
  if (!short && !cluster.state.das?.enabled) return;
  postAbout(site, cluster as unknown as Cell, short ? 'InsufficientFailoverResourcesEvent' : 'FailoverLevelRestored');
}

/** Once a tick of the load model: machines that were switched on and off may have used up, or given back, what is kept free. */
export function reviewClusters(site: Site): void {
  for (const cluster of site.world.every(clusterKind)) {
    if (cluster.state.das?.enabled) site.world.turn(() => reviewCapacity(site, cluster));
  }
}

/** After an image came back: what was due is due again. */
export function resumeFailover(site: Site): void {
  for (const cluster of site.world.every(clusterKind)) {
    const due = cluster.state.failover?.due;
    if (due !== undefined) wake(site, cluster.id, due);
  }
}

function arm(site: Site, cluster: Cell<Cluster>, state: FailoverState, delay: number, background = false): void {
  const due = site.clock.now() + delay;
  site.world.update(cluster, { failover: Object.freeze({ ...state, due }) });
  wake(site, cluster.id, due, background);
}

function wake(site: Site, id: string, due: number, background = false): void {
  site.clock.at(
    due,
    () => {
      const cluster = site.world.as(clusterKind, id);
      if (cluster?.state.failover?.due === due) site.world.turn(() => wave(site, cluster));
    },
    { background },
  );
}

/** Starts the machines whose turn it is. */
function wave(site: Site, cluster: Cell<Cluster>): void {
  const state = cluster.state.failover!;
  const waiting: Waiting[] = [];
  const settled: Waiting[] = [];
  for (const w of state.waiting) (concerns(site, cluster, w) ? waiting : settled).push(w);
  mark(site, settled, undefined);
  // Those nobody has tried go first, by priority; after them all that are left, together.
  const fresh = waiting.filter(({ tries }) => tries === 0);
  const first = Math.min(...fresh.map(({ priority }) => priority));
  const now = fresh.length > 0 ? fresh.filter(({ priority }) => priority === first) : byPriority(waiting);
  const survivors = new Survivors(cluster);
  mark(site, now, undefined);
  const left = now
    .filter((w) => !restart(site, cluster, survivors, w))
    .map((w) => Object.freeze({ ...w, tries: w.tries + 1 }));
  const tried = new Set(now);
  const next = [...waiting.filter((w) => !tried.has(w)), ...left];
  settle(site, cluster, { ...state, waiting: Object.freeze(next), due: undefined });
}

/** Says of machines whether HA is about to start them elsewhere; of one that fitted nowhere it is not. Inside a turn. */
export function mark(site: Site, machines: readonly Waiting[], failingOver: true | undefined): void {
  for (const { vm } of machines) {
    const cell = site.world.as(vmKind, vm);
    if (cell && cell.state.failingOver !== failingOver) site.world.update(cell, { failingOver });
  }
}

function settle(site: Site, cluster: Cell<Cluster>, state: FailoverState): void {
  if (state.waiting.length === 0) {
    site.world.update(cluster, { failover: Object.freeze(state) });
    sayById(site, cluster as unknown as Cell, 'com.vmware.vc.HA.ClusterFailoverActionCompletedEvent');
    reviewCapacity(site, cluster);
  } else if (state.waiting.some(({ tries }) => tries === 0)) arm(site, cluster, state, NEXT_WAVE);
  else arm(site, cluster, state, TRY_AGAIN, true);
}

/** Whether a machine still waits to be started: it is there, where it was, and HA still wants it. */
function concerns(site: Site, cluster: Cell<Cluster>, { vm, host }: Waiting): boolean {
  const cell = site.world.find(vm);
  return cluster.state.das?.enabled === true && cell !== undefined && cell.one('host')?.id === host;
}

function byPriority(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort((a, b) => a.priority - b.priority);
}
