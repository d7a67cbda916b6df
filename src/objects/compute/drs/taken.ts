/** What machines need of their hosts, as DRS counts it, and the books it keeps so as not to count all of it each time. */
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';
import { cpuReservation, memoryReservation } from '../../machine/config/allocation.ts';
import type { Config, Machine } from '../../machine/machine.ts';
import type { Host } from '../host/host.ts';
import { usableCpu, usableMemory } from '../host/host-profile.ts';
import { TICK } from '../load/tick.ts';
import { type VmLoad, vmLoad } from '../load/vm-load.ts';
import { type Amount, IDLE_NEEDED, memoryNeeded, PERIOD } from './score.ts';

const MIB = 2 ** 20;
export const PERIOD_TICKS: number = PERIOD / TICK;

/** What machines can have of a host. */
export function capacityOf(host: Cell<Host>): Amount {
  const { profile } = host.state;
  return { cpu: usableCpu(profile), memory: usableMemory(profile) / MIB };
}

/** What a machine would need that nobody has watched yet: all it is configured with. */
export function fullSize(config: Config, mhz: number): Amount {
  const limit = config.cpu?.limit ?? -1;
  const all = config.numCPU * mhz;
  return {
    cpu: Math.max(cpuReservation(config), limit < 0 ? all : Math.min(all, limit)),
    memory: config.memoryMB + overheadOf(config),
  };
}

function overheadOf(config: Config): number {
  return (memoryReservation(config) - guest(config)) / MIB;
}

function guest(config: Config): number {
  if (config.said?.memoryReservationLockedToMax) return config.memoryMB * MIB;
  return (config.memory?.reservation ?? 0) * MIB;
}

/** What a running machine wants at a tick, and no less than it reserves. */
export function wantedBy(config: Config, load: VmLoad, idlePercent: number = IDLE_NEEDED): Amount {
  const { memory, consumed, overhead } = load;
  return {
    cpu: Math.max(cpuReservation(config), load.cpu),
    memory: Math.max(memoryReservation(config) / MIB, memoryNeeded(memory, consumed, overhead, idlePercent)),
  };
}

/** The tick at which placement looks at load: that of the last period's end, so that it stands still in between. */
function lookTick(world: World): number {
  return Math.floor(world.tick / PERIOD_TICKS) * PERIOD_TICKS;
}

/** What a running machine counts for in placements: what it wanted at the last look; all it has when it came since. */
export function weightOf(vm: Cell<Machine>, host: Cell<Host>): Amount {
  const { config, power } = vm.state;
  const tick = lookTick(vm.world);
  if ((power.bootTick ?? 0) >= tick) return fullSize(config, host.state.profile.mhz);
  return wantedBy(config, vmLoad(vm, tick));
}

/** What runs on a host already, what it can run at most, and how many machines are registered there. */
export interface Taken extends Amount {
  readonly of: Amount;
  readonly machines: number;
}

export function takenOn(host: Cell<Host>): Taken {
  return takenIn(host.world)(host);
}

/** The same for many hosts of a world. */
export function takenIn(world: World): (host: Cell<Host>) => Taken {
  const books = booksOf(world);
  const tick = lookTick(world);
  return (host) => counted(host, books, tick);
}

function counted(host: Cell<Host>, books: Books | undefined, tick: number): Taken {
  const known = books?.get(host);
  if (known && known.stamp === host.stamp && known.tick === tick) return known;
  let cpu = 0;
  let memory = 0;
  for (const vm of host.back<Machine>('vm')) {
    if (vm.state.power.state !== 'poweredOn') continue;
    const weight = weightOf(vm, host);
    cpu += weight.cpu;
    memory += weight.memory;
  }
  const counted = { cpu, memory, of: capacityOf(host), machines: host.countBack('vm'), stamp: host.stamp, tick };
  books?.set(host, counted);
  return counted;
}

interface Counted extends Taken {
  /** How the host stood when it was counted. */
  readonly stamp: number;
  readonly tick: number;
}

type Books = WeakMap<Cell<Host>, Counted>;

/** No managed object of the API: it only keeps what was counted. */
export const drsBooksKind: KindSpec<{ readonly books: Books }> = defineKind<{ readonly books: Books }>({
  type: 'DrsBooks',
  volatile: true,
});

const BOOKS = 'drs-books';

/** Opens the books at the first count; a world that was not made to keep them does without. */
function booksOf(world: World): Books | undefined {
  const kept = world.as(drsBooksKind, BOOKS);
  if (kept) return kept.state.books;
  if (!world.model.kinds.has(drsBooksKind.type)) return undefined;
  return world.turn(() => world.create(drsBooksKind, { books: new WeakMap() }, BOOKS)).state.books;
}
