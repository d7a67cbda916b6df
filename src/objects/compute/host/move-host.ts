/** Hosts move between clusters, and in and out of them. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { guardUnique } from '../../inventory/names.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { shortWork } from '../../inventory/short-work.ts';
import { guardClusteredPairs } from '../../machine/fault-tolerance/hosts-of-pairs.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { clusterKind } from '../cluster/cluster.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { createStandalone, rootPool } from '../create-compute.ts';
import { guardAdmission } from '../evc/compatible.ts';
import { lookAgain } from '../ha/failover.ts';
import { agentFound } from '../ha/recovery.ts';
import { putInto } from '../pool/remove-pool.ts';
import { poolKind } from '../pool/resource-pool.ts';
import { dropCompute } from '../remove-compute.ts';
import { type Host, hostKind } from './host.ts';

/** Hosts that a cluster may have, as vCenter has it. */
const MOST_HOSTS = 96;

/** Throws TooManyHosts when a cluster cannot have more. */
export function guardRoom(cluster: Cell<Cluster>, more = 1): void {
  if (cluster.countBack('host') + more > MOST_HOSTS) throw new VimFault('TooManyHosts');
}

/** A host leaves a cluster in maintenance mode only; a standalone host brings its VMs along. */
export function guardMovable(host: Cell<Host>): void {
  const inCluster = host.one('parent')?.is('ClusterComputeResource') ?? false;
  if (inCluster && !host.state.runtime.maintenance) throw new VimFault('InvalidState');
  guardClusteredPairs(host as unknown as Cell);
}

/** Makes a cluster's host a standalone one in a folder, inside a turn. */
export function makeStandalone(site: Site, host: Cell<Host>, folder: string): void {
  moveTo(site, host, createStandalone(site, host.state.name, folder) as unknown as Cell);
}

/** Puts a host, and the VMs on it, under another compute resource. */
export function moveTo(site: Site, host: Cell<Host>, compute: Cell, into?: Cell): void {
  const before = host.one('parent')!;
  const pool = into ?? (rootPool(compute as never) as unknown as Cell);
  site.world.update(host, { parent: compute.id });
  for (const vm of [...host.back<Machine>('vm')]) if (vm.state.place.pool !== undefined) putInto(site, vm, pool);
  if (!before.is('ClusterComputeResource')) {
    if (before.countBack('host') === 0) dropCompute(site, before);
  } else lookAgain(site, before as unknown as Cell<Cluster>);
  if (host.state.runtime.connection === 'connected' && !host.state.runtime.maintenance) agentFound(site, host);
  lookAgain(site, compute as unknown as Cell<Cluster>);
}

interface MoveInto {
  readonly host: readonly Ref[];
  readonly resourcePool?: Ref | undefined;
}

function guardMoveInto(self: Cell<Cluster>, { site, args }: Step<Site, MoveInto>): void {
  const pool = args.resourcePool && resolve(site, poolKind, args.resourcePool);
  if (pool && pool.state.owner !== self.id) throw invalidArgument('resourcePool');
  guardRoom(self, args.host.length);
  for (const ref of args.host) guardEntry(self, resolve(site, hostKind, ref));
}

/** Throws what keeps one host of the inventory out of a cluster. */
export function guardEntry(self: Cell<Cluster>, host: Cell<Host>): void {
  const cluster = self as unknown as Cell;
  if (host.one('parent') === cluster) throw new VimFault('DuplicateName', { name: host.state.name, object: host.ref });
  guardMovable(host);
  if (datacenterOf(host as unknown as Cell) !== datacenterOf(cluster)) throw notSupported();
  guardUnique(cluster, host.state.name, host as unknown as Cell);
  guardAdmission(self, host.state.profile, host.back('vm'));
}

function moveVerb(name: string): Verb<Site, never> {
  return shortWork<Cluster, MoveInto>({
    name,
    kind: clusterKind,
    guard: guardMoveInto,
    change(self, { site, args }) {
      const pool = args.resourcePool && site.world.find(args.resourcePool.value);
      for (const ref of args.host) moveTo(site, resolve(site, hostKind, ref), self as unknown as Cell, pool);
    },
  });
}

export const moveHostVerbs: readonly Verb<Site, never>[] = [
  moveVerb('ClusterComputeResource.moveInto'),
  moveVerb('ClusterComputeResource.moveHostInto'),
];
