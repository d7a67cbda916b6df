/** What a machine gets of what it wants, in the figures that clients read. */

import { cpuAllocation, memoryAllocation } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import { type Claim, ENOUGH, got } from './division.ts';
import { entitled, type Levels, type Resource } from './levels.ts';
import type { VmLoad } from './vm-load.ts';

/** MHz and MB, in whole numbers. */
export interface Use {
  readonly cpuDemand: number;
  readonly cpu: number;
  /** What its pool's division gives it, before its host divides. */
  readonly cpuEntitled: number;
  readonly memoryEntitled: number;
  /** Memory the guest is using. */
  readonly active: number;
  /** Host memory behind the guest's, and the hypervisor's beside it. */
  readonly consumed: number;
  readonly overhead: number;
  /** What the guest touched that the host took away again, and how. */
  readonly ballooned: number;
  readonly compressed: number;
  readonly swapped: number;
}

export type Used = Pick<Machine, 'config' | 'place' | 'guest'>;

export const NOTHING: Use = Object.freeze({
  cpuDemand: 0,
  cpu: 0,
  cpuEntitled: 0,
  memoryEntitled: 0,
  active: 0,
  consumed: 0,
  overhead: 0,
  ballooned: 0,
  compressed: 0,
  swapped: 0,
});

/** A machine's claim on CPU or memory; the hypervisor's own memory is promised whole. */
export function claimOf(of: Resource, { config }: Used, load: VmLoad): Claim {
  const { reservation = 0, limit = -1, shares } = of === 'cpu' ? cpuAllocation(config) : memoryAllocation(config);
  const worth = shares?.shares ?? 0;
  if (of === 'cpu') return { want: load.cpu, reservation, limit, shares: worth };
  const { consumed, overhead } = load;
  return {
    want: consumed + overhead,
    reservation: Math.min(reservation, consumed) + overhead,
    limit: limit < 0 ? -1 : limit + overhead,
    shares: worth,
  };
}

export interface Division {
  readonly cpu: Levels;
  readonly memory: Levels;
}

/** The balloon takes no more than this of a guest. */
const BALLOON = 0.65;
/** Of what the balloon does not give, this much is compressed and the rest swapped. */
const COMPRESSED = 0.25;

export function useOf(m: Used, load: VmLoad, { cpu, memory }: Division): Use {
  if (load.overhead === 0) return NOTHING;
  const { pool, host = '' } = m.place;
  const wantsCpu = claimOf('cpu', m, load);
  const wantsMemory = claimOf('memory', m, load);
  const getsMemory = entitled({ claim: wantsMemory, pool, host }, memory);
  const consumed = Math.max(0, Math.floor(getsMemory) - load.overhead);
  const taken = load.consumed - consumed;
  const ballooned = m.guest ? Math.min(taken, Math.floor(BALLOON * m.config.memoryMB)) : 0;
  const compressed = Math.floor((taken - ballooned) * COMPRESSED);
  return {
    cpuDemand: load.cpu,
    cpu: Math.floor(entitled({ claim: wantsCpu, pool, host }, cpu)),
    cpuEntitled: Math.floor(got(wantsCpu, cpu.pools.get(pool ?? '') ?? ENOUGH)),
    memoryEntitled: Math.floor(got(wantsMemory, memory.pools.get(pool ?? '') ?? ENOUGH)) - load.overhead,
    active: Math.min(load.memory, consumed),
    consumed,
    overhead: load.overhead,
    ballooned,
    compressed,
    swapped: taken - ballooned - compressed,
  };
}

/** Several machines together. */
export function together(uses: Iterable<Use>): Use {
  const sum: { -readonly [K in keyof Use]: number } = { ...NOTHING };
  for (const use of uses) {
    // One by one: this runs for every machine of a host, tick by tick.
    sum.cpuDemand += use.cpuDemand;
    sum.cpu += use.cpu;
    sum.cpuEntitled += use.cpuEntitled;
    sum.memoryEntitled += use.memoryEntitled;
    sum.active += use.active;
    sum.consumed += use.consumed;
    sum.overhead += use.overhead;
    sum.ballooned += use.ballooned;
    sum.compressed += use.compressed;
    sum.swapped += use.swapped;
  }
  return sum;
}
