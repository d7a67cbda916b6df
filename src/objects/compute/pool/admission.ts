/** What may still be reserved in a pool, and what is refused when more is asked for. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { cpuReservation, memoryReservation } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Resource } from '../allocation.ts';
import { isRoot, type Pool } from './pool.ts';

const MIB = 2 ** 20;

/** MHz or MB of the whole compute resource. */
export function capacityOf(pool: Cell<Pool>, of: Resource): number {
  const owner = pool.one('owner');
  if (!owner) return 0;
  return of === 'cpu' ? owner.sum('usableCpu') : Math.floor(owner.sum('usableMemory') / MIB);
}

/** MHz or MB reserved by machines that run in this very pool, overhead included. */
export function takenByVms(pool: Cell<Pool>, of: Resource): number {
  return of === 'cpu' ? pool.sum('poolCpuReservation') : Math.ceil(pool.sum('poolMemoryReservation') / MIB);
}

/**
 * MHz or MB reserved here by machines and by the pools below: of each of those what it reserves, used or not, and what it
 * had to borrow beside that.
 */
export function reservedIn(pool: Cell<Pool>, of: Resource): number {
  let reserved = takenByVms(pool, of);
  for (const child of pool.back<Pool>('resourcePool')) {
    reserved += Math.max(child.state.allocation[of].reservation, reservedIn(child, of));
  }
  return reserved;
}

/** MHz or MB one may still reserve: of its own, and if that may expand, of its parents'; never beyond its limit. */
export function available(pool: Cell<Pool>, of: Resource): number {
  const reserved = reservedIn(pool, of);
  if (isRoot(pool.state)) return Math.max(0, capacityOf(pool, of) - reserved);
  const { reservation, limit, expandable } = pool.state.allocation[of];
  const above = expandable ? pool.one<Pool>('within') : undefined;
  const room = Math.max(0, reservation - reserved) + (above ? available(above, of) : 0);
  return limit < 0 ? room : Math.max(0, Math.min(room, limit - reserved));
}

/** MHz or MB by which a pool, or one that it borrows from, has promised more than it can. */
function shortage(pool: Cell<Pool>, of: Resource): number {
  const reserved = reservedIn(pool, of);
  if (isRoot(pool.state)) return Math.max(0, reserved - capacityOf(pool, of));
  const { reservation, limit, expandable } = pool.state.allocation[of];
  const above = expandable ? pool.one<Pool>('within') : undefined;
  const lent = above ? shortage(above, of) : Math.max(0, reserved - reservation);
  return limit < 0 ? lent : Math.max(lent, reserved - limit);
}

/** MHz or MB that something in a pool takes of it. */
function neededBy(cell: Cell, of: Resource): number {
  if (cell.is('VirtualMachine')) {
    const { power, config } = (cell as unknown as Cell<Machine>).state;
    if (power.state !== 'poweredOn') return 0;
    return of === 'cpu' ? cpuReservation(config) : Math.ceil(memoryReservation(config) / MIB);
  }
  const pool = cell as unknown as Cell<Pool>;
  return Math.max(pool.state.allocation[of].reservation, reservedIn(pool, of));
}

/** Makes a move into a pool, inside a turn. Throws when the pool promises more then than it can, and did not before. */
export function admitted(pool: Cell<Pool>, moved: readonly Cell[], move: () => void): void {
  const before = { cpu: shortage(pool, 'cpu'), memory: shortage(pool, 'memory') };
  move();
  for (const of of ['cpu', 'memory'] as const) {
    const short = shortage(pool, of) - before[of];
    if (short <= 0) continue;
    const unit = of === 'cpu' ? 1 : MIB;
    const requested = moved.reduce((sum, cell) => sum + neededBy(cell, of), 0);
    throw insufficient(of, unit * Math.max(0, requested - short), unit * requested);
  }
}

/** The fault for a reservation that does not fit: MHz, or bytes. */
export function insufficient(of: Resource, unreserved: number, requested: number): VimFault {
  const type = of === 'cpu' ? 'InsufficientCpuResourcesFault' : 'InsufficientMemoryResourcesFault';
  return new VimFault(type, { unreserved, requested });
}

/**
 * Why a pool cannot give a machine so many MHz and bytes beside what it gives already; undefined when it can. What the
 * pool lacks it borrows above, where it may.
 */
export function poolRefusal(pool: Cell<Pool>, cpu: number, memory: number): VimFault | undefined {
  const free = { cpu: available(pool, 'cpu'), memory: MIB * available(pool, 'memory') };
  if (memory > 0 && memory > free.memory) return insufficient('memory', free.memory, memory);
  return cpu > 0 && cpu > free.cpu ? insufficient('cpu', free.cpu, cpu) : undefined;
}
