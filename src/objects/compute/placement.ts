/**
 * DRS, the part that decides where a machine starts: by what a host can reach, by room, and by load.
 *
 * Room: what is reserved, and the memory overhead, must fit beside the reservations of what runs already; memory that is
 * configured but not reserved may exceed what a host has. Load: a host's score is the smaller of two free shares after
 * placing the machine, of memory (configured memory of running machines) and of CPU (their virtual CPUs against its
 * threads). The best score wins; equals go by fewest machines, then by id.
 */
import type { LocalizedMethodFault } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { datastoreKind, isReached } from '../storage/datastore.ts';
import type { Host } from './host/host.ts';
import { coresOf, threadsOf, usableCpu, usableMemory } from './host/host-profile.ts';

/** What a machine asks of a host. */
export interface Demand {
  readonly cpus: number;
  /** MHz reserved. */
  readonly cpu: number;
  /** Bytes reserved, overhead included. */
  readonly memory: number;
  /** Bytes the guest sees. */
  readonly configured: number;
  /** Ids of datastores and networks it uses. */
  readonly datastores: readonly string[];
  readonly networks: readonly string[];
}

/** A machine that stands on one host moves only for one that is better by this share of a host. */
const WORTH_MOVING = 0.05;

/** Why a host cannot run the machine; undefined when it can. */
export function refusal(host: Cell<Host>, demand: Demand): VimFault | undefined {
  const { runtime, profile } = host.state;
  if (runtime.connection !== 'connected') return new VimFault('InvalidHostConnectionState', { host: host.ref });
  if (runtime.maintenance || runtime.power !== 'poweredOn') return new VimFault('InvalidHostState', { host: host.ref });
  return unreachable(host, demand) ?? tooMany(host, demand) ?? noRoom(host, demand, profile);
}

function unreachable(host: Cell<Host>, demand: Demand): VimFault | undefined {
  const reaches = (property: string, id: string) => ((host.get(property) ?? []) as Ref[]).some((r) => r.value === id);
  const named = (id: string) => String(host.world.find(id)?.get('name') ?? id);
  for (const id of demand.datastores) {
    if (reaches('datastore', id) && !isOutOfReach(host, id)) continue;
    const fault = new VimFault('InvalidDatastore', {
      datastore: { type: 'Datastore', value: id },
      name: named(id),
    }).localized();
    return new VimFault('CannotAccessVmDisk', {
      device: 'Hard disk 1',
      backing: `[${named(id)}]`,
      connected: true,
      fault,
    });
  }
  for (const id of demand.networks) {
    if (reaches('network', id)) continue;
    const network = host.world.find(id)?.ref;
    return new VimFault('CannotAccessNetwork', {
      device: 'Network adapter 1',
      backing: named(id),
      connected: true,
      network,
    });
  }
  return undefined;
}

/** A mounted datastore may still be out of reach. */
function isOutOfReach(host: Cell<Host>, id: string): boolean {
  const mounts = host.world.as(datastoreKind, id)?.state.mounts;
  return mounts?.some((mount) => mount.host === host.id && !isReached(mount)) ?? false;
}

function tooMany(host: Cell<Host>, { cpus }: Demand): VimFault | undefined {
  const threads = threadsOf(host.state.profile);
  if (cpus <= threads) return undefined;
  return new VimFault('NotEnoughLogicalCpus', { numCpuDest: threads, numCpuVm: cpus, host: host.ref });
}

function noRoom(host: Cell<Host>, { cpu, memory }: Demand, profile: Host['profile']): VimFault | undefined {
  const freeMemory = usableMemory(profile) - host.sum('vmMemoryReservation');
  if (memory > freeMemory) {
    return new VimFault('InsufficientMemoryResourcesFault', { unreserved: Math.max(0, freeMemory), requested: memory });
  }
  const freeCpu = usableCpu(profile) - host.sum('vmCpuReservation');
  if (cpu > freeCpu) {
    return new VimFault('InsufficientCpuResourcesFault', { unreserved: Math.max(0, freeCpu), requested: cpu });
  }
  return undefined;
}

/** The share of the host that stays free: 1 when it is empty, below 0 when it is overcommitted. */
export function score(host: Cell<Host>, demand: Demand): number {
  const { profile } = host.state;
  const memory = 1 - (host.sum('vmMemoryConfigured') + demand.configured) / profile.memory;
  const cpu = 1 - (host.sum('vmCpus') + demand.cpus) / Math.max(threadsOf(profile), coresOf(profile));
  return Math.min(memory, cpu);
}

/** The hosts that can run the machine, best first. */
export function ranked(hosts: readonly Cell<Host>[], demand: Demand): Cell<Host>[] {
  const fit = hosts.filter((host) => refusal(host, demand) === undefined);
  const scores = new Map(fit.map((host) => [host, score(host, demand)]));
  return fit.sort((a, b) => {
    const better = scores.get(b)! - scores.get(a)!;
    return better !== 0 ? better : a.countBack('vm') - b.countBack('vm') || numberOf(a.id) - numberOf(b.id);
  });
}

/** The best host of several. `current` is kept unless another is worth the move. Throws NoCompatibleHost. */
export function bestHost(hosts: readonly Cell<Host>[], demand: Demand, current?: Cell<Host>): Cell<Host> {
  const order = ranked(hosts, demand);
  const [best] = order;
  if (!best) throw noCompatibleHost(hosts, demand);
  if (!current || !order.includes(current)) return best;
  return score(best, demand) - score(current, demand) > WORTH_MOVING ? best : current;
}

function noCompatibleHost(hosts: readonly Cell<Host>[], demand: Demand): VimFault {
  const refused = hosts.map((host) => ({ host: host.ref, fault: refusal(host, demand) }));
  const error = refused.map(({ fault }) => fault?.localized() as LocalizedMethodFault | undefined);
  return new VimFault('NoCompatibleHost', { host: refused.map(({ host }) => host), error });
}

function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}

/** The hosts of a compute resource, in order of their ids. */
export function hostsOf(computeResource: Cell): Cell<Host>[] {
  const hosts = [...computeResource.back<Host>('host')].filter((cell) => cell.is('HostSystem'));
  return hosts.sort((a, b) => numberOf(a.id) - numberOf(b.id));
}

/** Whether DRS decides where the machines of a compute resource run. */
export function hasDrs(computeResource: Cell): boolean {
  if (!computeResource.is('ClusterComputeResource')) return false;
  const config = computeResource.get('configurationEx') as
    | { readonly drsConfig?: { readonly enabled?: boolean } }
    | undefined;
  return config?.drsConfig?.enabled === true;
}
