/** Several machines placed one after the other: what is decided for the first counts for the next. */
import type { Cell } from '../../../world/cell.ts';
import { cpuReservation, memoryReservation } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Host } from '../host/host.ts';
import type { Coming } from './fit.ts';
import type { Ahead } from './placement.ts';
import { settledIn } from './rules.ts';
import type { Amount } from './score.ts';
import { fullSize } from './taken.ts';

export class Placements implements Ahead {
  readonly #hosts = new Map<string, string>();
  readonly #taken = new Map<string, Amount>();
  readonly #coming = new Map<string, Coming>();
  readonly #world: Cell['world'];

  constructor(world: Cell['world']) {
    this.#world = world;
  }

  /** A machine is going there, to run unless said. */
  add(vm: Cell<Machine>, host: Cell<Host>, runs = true): void {
    const { config } = vm.state;
    this.#hosts.set(vm.id, host.id);
    this.#taken.set(host.id, plus(this.#taken.get(host.id), fullSize(config, host.state.profile.mhz)));
    // What is only to stand there reserves nothing.
    if (!runs) return;
    const reserved = { cpu: cpuReservation(config), memory: memoryReservation(config) };
    this.#coming.set(host.id, plus(this.#coming.get(host.id), reserved));
  }

  readonly where = (vm: string): string | undefined => this.#hosts.get(vm) ?? settledIn(this.#world)(vm);
  readonly taken = (host: string): Amount | undefined => this.#taken.get(host);
  readonly coming = (host: string): Coming | undefined => this.#coming.get(host);
}

function plus(a: Amount | undefined, b: Amount): Amount {
  return a ? { cpu: a.cpu + b.cpu, memory: a.memory + b.memory } : b;
}
