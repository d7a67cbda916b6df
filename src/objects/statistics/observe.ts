/** Any entity at a tick: what there is to count of it. */

import { fnv1a } from '../../kernel/random.ts';
import type { Cell } from '../../world/cell.ts';
import { coresOf, cpuOf, threadsOf, usableCpu, usableMemory } from '../compute/host/host-profile.ts';
import { ownLoad } from '../compute/load/host-load.ts';
import { type Io, ioTogether, NO_IO, scaled, shares } from '../compute/load/io.ts';
import type { HostFacts, Ledger, MachineFacts } from '../compute/load/ledger.ts';
import { withBelow } from '../compute/load/pool-load.ts';
import { TICK } from '../compute/load/tick.ts';
import { NOTHING, together, type Use } from '../compute/load/use.ts';
import { isUp } from '../compute/load/vm-load.ts';
import { cpuReservation, memoryReservation } from '../machine/config/allocation.ts';
import { isDisk } from '../machine/device/device.ts';
import type { Machine } from '../machine/machine.ts';
import { type Datastore, freeSpace } from '../storage/datastore.ts';
import type { Each, Figures, Observed, Part, Provider } from './figures.ts';
import { ioOf, observeMachine } from './observe-machine.ts';

const MIB = 2 ** 20;
const KIB = 1024;
const NO_PARTS: readonly Part[] = Object.freeze([]);

/** What kind of provider an entity is; undefined for what counts nothing. */
export function providerOf(cell: Cell): Provider | undefined {
  if (cell.is('VirtualMachine')) return 'vm';
  if (cell.is('HostSystem')) return 'host';
  if (cell.is('ResourcePool')) return 'pool';
  if (cell.is('ClusterComputeResource')) return 'cluster';
  if (cell.is('Datastore')) return 'datastore';
  return cell.is('Datacenter') ? 'datacenter' : undefined;
}

/** Undefined where there was nothing to count: the entity was not there, or did not run. */
export function observe(ledger: Ledger, cell: Cell, tick: number): Observed | undefined {
  if (tick <= ledger.chronicle.since(cell.id)) return undefined;
  switch (providerOf(cell)) {
    case 'vm':
      return observeMachine(ledger, cell as unknown as Cell<Machine>, tick);
    case 'host':
      return observeHost(ledger, cell, tick);
    case 'pool':
      return observed(ofPool(ledger, cell, tick));
    case 'cluster':
      return observed(ofCluster(ledger, cell, tick));
    case 'datastore':
      return observed(ofDatastore(ledger, cell as unknown as Cell<Datastore>, tick));
    case 'datacenter':
      return observed(BLANK);
    default:
      return undefined;
  }
}

function observed(whole: Figures): Observed {
  return { whole, parts: () => NO_PARTS };
}

const BLANK: Figures = {
  use: NOTHING,
  own: { cpu: 0, memory: 0 },
  cpus: 0,
  mhz: 0,
  memory: 0,
  reservedCpu: 0,
  reservedMemory: 0,
  usableCpu: 0,
  usableMemory: 0,
  io: NO_IO,
  uptime: 0,
  running: 0,
  hosts: 0,
  space: { capacity: 0, used: 0, provisioned: 0 },
};

interface Crowd {
  readonly use: Use;
  readonly io: Io;
  readonly reservedCpu: number;
  readonly reservedMemory: number;
  readonly running: number;
}

/** The machines of a host or right in a pool. */
function crowd(ledger: Ledger, place: Cell, tick: number): Crowd {
  const uses: Use[] = [];
  const ios: Io[] = [];
  let reservedCpu = 0;
  let reservedMemory = 0;
  for (const { id, facts, host } of ledger.divider.machinesIn(place, tick)) {
    const use = ledger.useAt(id, tick);
    if (!use || use.overhead === 0) continue;
    uses.push(use);
    ios.push(ioOf(facts, use.cpu / Math.max(1, facts.config.numCPU * (host?.profile.mhz ?? 1)), tick));
    reservedCpu += cpuReservation(facts.config);
    reservedMemory += memoryReservation(facts.config) / MIB;
  }
  return { use: together(uses), io: ioTogether(ios), reservedCpu, reservedMemory, running: uses.length };
}

function crowds(all: readonly Crowd[]): Crowd {
  return {
    use: together(all.map((c) => c.use)),
    io: ioTogether(all.map((c) => c.io)),
    reservedCpu: all.reduce((sum, c) => sum + c.reservedCpu, 0),
    reservedMemory: all.reduce((sum, c) => sum + c.reservedMemory, 0),
    running: all.reduce((sum, c) => sum + c.running, 0),
  };
}

function ofHost(ledger: Ledger, host: Cell, facts: HostFacts, tick: number): Figures {
  const { profile, runtime } = facts;
  return {
    ...BLANK,
    ...crowd(ledger, host, tick),
    own: ownLoad(host.id, facts, tick),
    cpus: threadsOf(profile),
    mhz: cpuOf(profile),
    memory: profile.memory / MIB,
    usableCpu: usableCpu(profile),
    usableMemory: usableMemory(profile) / MIB,
    uptime: (tick - runtime.bootTick) * TICK,
    hosts: 1,
  };
}

function observeHost(ledger: Ledger, host: Cell, tick: number): Observed | undefined {
  const facts = ledger.hostAt(host.id, tick);
  if (!facts || !isUp(facts)) return undefined;
  return { whole: ofHost(ledger, host, facts, tick), parts: (each) => hostParts(host, facts, tick, each) };
}

function hostParts(host: Cell, { profile }: HostFacts, tick: number, each: Each): readonly Part[] {
  const seed = fnv1a(host.id);
  const divided = (salt: number, names: readonly string[]): Part[] => {
    const parts = shares(seed + salt, tick, names.length);
    return names.map((instance, i) => ({ instance, share: parts[i]! }));
  };
  if (each === 'cpu')
    return divided(
      1,
      Array.from({ length: threadsOf(profile) }, (_, i) => String(i)),
    );
  if (each === 'card')
    return divided(
      2,
      Array.from({ length: profile.nics }, (_, i) => `vmnic${i}`),
    );
  if (each === 'virtualDisk') return NO_PARTS;
  const volumes = Array.from(host.back<Datastore>('datastore'), (d) => d.state.volume);
  if (each === 'datastore')
    return divided(
      3,
      volumes.map((v) => v.uuid),
    );
  return divided(
    3,
    volumes.filter((v) => v.type === 'VMFS').map((v) => `naa.${v.disk}`),
  );
}

function ofCluster(ledger: Ledger, cluster: Cell, tick: number): Figures {
  const hosts: Figures[] = [];
  for (const [id, facts] of ledger.divider.hostsIn(cluster, tick)) {
    const host = cluster.world.find(id);
    if (host && isUp(facts)) hosts.push(ofHost(ledger, host, facts, tick));
  }
  const sum = (of: (f: Figures) => number) => hosts.reduce((total, f) => total + of(f), 0);
  return {
    ...BLANK,
    ...crowds(hosts),
    own: { cpu: sum((f) => f.own.cpu), memory: sum((f) => f.own.memory) },
    cpus: sum((f) => f.cpus),
    mhz: sum((f) => f.mhz),
    memory: sum((f) => f.memory),
    usableCpu: sum((f) => f.usableCpu),
    usableMemory: sum((f) => f.usableMemory),
    hosts: hosts.length,
  };
}

function ofPool(ledger: Ledger, pool: Cell, tick: number): Figures {
  const all = crowds([...withBelow(pool, (one) => crowd(ledger, one as unknown as Cell, tick))]);
  const owner = pool.one('owner');
  const hosts = owner ? [...ledger.divider.hostsIn(owner, tick)] : [];
  const sum = (of: (h: HostFacts) => number) => hosts.reduce((total, [, facts]) => total + of(facts), 0);
  return {
    ...BLANK,
    ...all,
    cpus: sum((h) => coresOf(h.profile)),
    mhz: sum((h) => cpuOf(h.profile)),
    memory: sum((h) => h.profile.memory / MIB),
    usableCpu: sum((h) => usableCpu(h.profile)),
    usableMemory: sum((h) => usableMemory(h.profile) / MIB),
  };
}

/** What machines read from and write to a datastore, and how full it is. */
function ofDatastore(ledger: Ledger, datastore: Cell<Datastore>, tick: number): Figures {
  const ios: Io[] = [];
  for (const vm of datastore.back<Machine>('vm')) {
    const facts = ledger.machineAt(vm.id, tick);
    const use = facts && ledger.useAt(vm.id, tick);
    if (facts && use && use.overhead > 0) ios.push(ioOn(ledger, facts, use, datastore.id, tick));
  }
  const { capacity } = datastore.state.volume;
  const used = capacity - freeSpace(datastore);
  const space = {
    capacity: capacity / KIB,
    used: used / KIB,
    provisioned: (used + datastore.sum('vmUncommitted')) / KIB,
  };
  return { ...BLANK, io: ioTogether(ios), running: ios.length, space };
}

function ioOn(ledger: Ledger, facts: MachineFacts, use: Use, datastore: string, tick: number): Io {
  const disks = facts.devices.filter(isDisk);
  const here = disks.filter((d) => d.backing?.file?.datastore === datastore).length;
  const mhz = facts.config.numCPU * (ledger.hostAt(facts.place.host, tick)?.profile.mhz ?? 1);
  return scaled(ioOf(facts, use.cpu / mhz, tick), here / Math.max(1, disks.length), 0);
}
