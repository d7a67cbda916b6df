/** Whether a host can take a machine: that it is there, that it reaches what the machine is made of, that it has room. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { guestRefusal } from '../../machine/config/guest-support.ts';
import { HARDWARE, hardwareNumber } from '../../machine/config/hardware-version.ts';
import { twinOf } from '../../machine/fault-tolerance/tolerance.ts';
import type { Machine } from '../../machine/machine.ts';
import { datastoreKind, isReached } from '../../storage/datastore.ts';
import { cpuRefusal, modeOf } from '../evc/compatible.ts';
import { maskedMode } from '../evc/machine-evc.ts';
import { standsAside } from '../ha/admission.ts';
import type { Host } from '../host/host.ts';
import { threadsOf, usableCpu, usableMemory } from '../host/host-profile.ts';
import { bindsDrs, breaks, ruleFault, runningIn, settledIn, type Tie, tiesFor, type Whereabouts } from './rules.ts';

/** What a machine asks of a host. */
export interface Demand {
  /** Its id, where it is in the inventory already: rules go by it. */
  readonly vm?: string | undefined;
  readonly cpus: number;
  /** MHz reserved. */
  readonly cpu: number;
  /** Bytes reserved, overhead included. */
  readonly memory: number;
  /** Bytes the guest sees. */
  readonly configured: number;
  /** Its hardware version: `vmx-21`. */
  readonly version?: string | undefined;
  /** The guest it is said to run. */
  readonly guest?: string | undefined;
  /** Ids of datastores and networks it uses. */
  readonly datastores: readonly string[];
  readonly networks: readonly string[];
  /** It is not to run there, only to stand: neither rules nor room are asked. */
  readonly cold?: boolean | undefined;
  /** HA starts it again: hosts that stand aside are for that. */
  readonly failover?: boolean | undefined;
}

/** What machines that are on their way to a host reserve there: MHz and bytes, overhead included. */
export interface Coming {
  readonly cpu: number;
  readonly memory: number;
}

const NOBODY: Coming = Object.freeze({ cpu: 0, memory: 0 });

/** By host. */
export type ComingTo = (host: string) => Coming | undefined;

/** Who chooses the host: a user breaks no mandatory rule, DRS no rule that it keeps by itself. */
export type Chooser = 'user' | 'drs';

/** Why a host cannot run the machine; undefined when it can. */
export function refusal(
  host: Cell<Host>,
  demand: Demand,
  by: Chooser = 'user',
  where: Whereabouts = settledIn(host.world),
  coming?: ComingTo,
): VimFault | undefined {
  return sieveOf(host.world, demand, by, where, reaches, coming)(host);
}

/** The same for many hosts: what is the same for all of them is looked up once. */
export function sieve(
  world: World,
  demand: Demand,
  by: Chooser,
  where: Whereabouts,
  coming?: ComingTo,
): (host: Cell<Host>) => VimFault | undefined {
  return sieveOf(world, demand, by, where, reachOf(world, demand), coming);
}

function sieveOf(
  world: World,
  demand: Demand,
  by: Chooser,
  where: Whereabouts,
  reach: Reach,
  coming: ComingTo | undefined,
): (host: Cell<Host>) => VimFault | undefined {
  const fresh = tooNew(world, demand);
  const ties = tiesIn(demand.vm);
  const old = tooOld(world, demand);
  const twin = twinIn(world, demand.vm);
  return (host) => {
    const { runtime } = host.state;
    if (runtime.connection !== 'connected') return new VimFault('InvalidHostConnectionState', { host: host.ref });
    if (runtime.maintenance || runtime.leaving || runtime.power !== 'poweredOn') {
      return new VimFault('InvalidHostState', { host: host.ref });
    }
    const unfit = unreachable(host, demand, reach) ?? fresh(host) ?? old(host);
    if (unfit || demand.cold) return unfit;
    if (!demand.failover && standsAside(host)) return new VimFault('InsufficientFailoverResourcesFault');
    if (twin !== undefined && where(twin) === host.id) {
      return new VimFault('FaultToleranceAntiAffinityViolated', { hostName: host.state.name, host: host.ref });
    }
    return (
      tooMany(host, demand) ?? unruly(host, demand, ties(host), by, where) ?? noRoom(host, demand, coming?.(host.id))
    );
  };
}

/** Whether a host reaches a datastore, or a network, of that id. */
type Reach = (of: 'datastore' | 'network', id: string, host: Cell<Host>) => boolean;

/** As one host tells it. A datastore that it mounts may still be out of its reach. */
const reaches: Reach = (of, id, host) => {
  const mounts = of === 'datastore' ? host.world.as(datastoreKind, id)?.state.mounts : undefined;
  if (mounts) return mounts.some((mount) => mount.host === host.id && isReached(mount));
  return ((host.get(of) ?? []) as Ref[]).some((r) => r.value === id);
};

/** As datastores and networks tell it, each asked once. */
function reachOf(world: World, { datastores, networks }: Demand): Reach {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  for (const id of datastores) known.set(id, hostsOn(world, id, true));
  for (const id of networks) known.set(id, hostsOn(world, id, false));
  return (of, id, host) => known.get(id)?.has(host.id) ?? reaches(of, id, host);
}

/** The hosts that a datastore or a network knows of. */
function hostsOn(world: World, id: string, isStore: boolean): ReadonlySet<string> | undefined {
  if (isStore) {
    const mounts = world.as(datastoreKind, id)?.state.mounts;
    return mounts && new Set(mounts.filter(isReached).map(({ host }) => host));
  }
  const hosts = world.find(id)?.get('host') as Ref[] | undefined;
  return hosts && new Set(hosts.map(({ value }) => value));
}

function unreachable(host: Cell<Host>, demand: Demand, reach: Reach): VimFault | undefined {
  const named = (id: string) => String(host.world.find(id)?.get('name') ?? id);
  for (const id of demand.datastores) {
    if (reach('datastore', id, host)) continue;
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
    if (reach('network', id, host)) continue;
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

/** The other machine of a fault tolerant pair: the two never run on one host. */
function twinIn(world: World, vm: string | undefined): string | undefined {
  const machine = vm === undefined ? undefined : (world.find(vm) as Cell<Machine> | undefined);
  if (!machine?.state.tolerance && machine?.state.primary === undefined) return undefined;
  return twinOf(machine)?.id;
}

/** Index of the API version that came with the machine's hardware. */
function releaseOf({ model }: World, { version }: Demand): number | undefined {
  const row = version === undefined ? undefined : HARDWARE.find((h) => h.number === hardwareNumber(version));
  return row && model.schema.versionIndex(row.since);
}

/** A host runs the hardware versions and the guests that its own release of ESXi knows: each release is looked up once. */
function tooNew(world: World, demand: Demand): (host: Cell<Host>) => VimFault | undefined {
  const release = releaseOf(world, demand);
  const fine = new Set<string>();
  return (host) => {
    const version = (host.state.product as Host['product'] | undefined)?.apiVersion;
    if (version === undefined || release === undefined || fine.has(version)) return undefined;
    const own = world.model.schema.versionIndex(version);
    if (own >= 0 && release > own) {
      return new VimFault('VirtualHardwareVersionNotSupported', { hostName: host.state.name, host: host.ref });
    }
    const unknown = demand.guest === undefined ? undefined : guestRefusal(host, demand.guest);
    if (!unknown) fine.add(version);
    return unknown;
  };
}

/**
 * What runs, or sleeps, counts on what the processors showed it when it booted, and masks on what they let through: each
 * mode of processors is asked once.
 */
function tooOld(world: World, { vm, cold }: Demand): (host: Cell<Host>) => VimFault | undefined {
  const machine = vm === undefined ? undefined : (world.find(vm) as Cell<Machine> | undefined);
  if (!machine?.state.power) return () => undefined;
  const isOff = machine.state.power.state === 'poweredOff';
  if (isOff && (cold || maskedMode(machine.state.config) === undefined)) return () => undefined;
  const fine = new Set<string>();
  return (host) => {
    const mode = modeOf(host);
    if (fine.has(mode)) return undefined;
    const fault = cpuRefusal(machine, host);
    if (!fault) fine.add(mode);
    return fault;
  };
}

function tooMany(host: Cell<Host>, { cpus }: Demand): VimFault | undefined {
  const threads = threadsOf(host.state.profile);
  if (cpus <= threads) return undefined;
  return new VimFault('NotEnoughLogicalCpus', { numCpuDest: threads, numCpuVm: cpus, host: host.ref });
}

const FREE: readonly Tie[] = [];

/** The rules that hold the machine in a host's cluster, each cluster asked once. */
export function tiesIn(vm: string | undefined): (host: Cell<Host>) => readonly Tie[] {
  if (vm === undefined) return () => FREE;
  const known = new Map<string | undefined, readonly Tie[]>();
  return (host) => {
    const { parent } = host.state;
    const ties = known.get(parent) ?? tiesFor(vm, host);
    known.set(parent, ties);
    return ties;
  };
}

function unruly(
  host: Cell<Host>,
  { vm }: Demand,
  ties: readonly Tie[],
  by: Chooser,
  where: Whereabouts,
): VimFault | undefined {
  const binds = (tie: Tie) => (by === 'drs' ? bindsDrs(tie) : tie.mandatory);
  const broken = ties.find((tie) => binds(tie) && breaks(tie, vm!, host.id, where));
  return broken && ruleFault(broken, host.world.find(vm!) as unknown as Cell<Machine>, host);
}

function noRoom(host: Cell<Host>, { cpu, memory, vm }: Demand, coming: Coming = NOBODY): VimFault | undefined {
  const { profile } = host.state;
  // What runs there already has the room it needs.
  if (vm !== undefined && runningIn(host.world)(vm) === host.id) return undefined;
  const freeMemory = usableMemory(profile) - host.sum('vmMemoryReservation') - coming.memory;
  if (memory > freeMemory) {
    return new VimFault('InsufficientMemoryResourcesFault', { unreserved: Math.max(0, freeMemory), requested: memory });
  }
  const freeCpu = usableCpu(profile) - host.sum('vmCpuReservation') - coming.cpu;
  if (cpu > freeCpu) {
    return new VimFault('InsufficientCpuResourcesFault', { unreserved: Math.max(0, freeCpu), requested: cpu });
  }
  return undefined;
}
