/** Several machines placed one after the other: what is decided for the first counts for the next. */
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Host } from '../host/host.ts';
import type { Ahead } from './placement.ts';
import { runningIn } from './rules.ts';
import type { Amount } from './score.ts';
import { fullSize } from './taken.ts';

export class Placements implements Ahead {
  readonly #hosts = new Map<string, string>();
  readonly #taken = new Map<string, Amount>();
  readonly #world: Cell['world'];

  constructor(world: Cell['world']) {
    this.#world = world;
  }

  /** A machine is going to start there. */
  add(vm: Cell<Machine>, host: Cell<Host>): void {
    const { cpu, memory } = fullSize(vm.state.config, host.state.profile.mhz);
    const before = this.#taken.get(host.id) ?? { cpu: 0, memory: 0 };
    this.#hosts.set(vm.id, host.id);
    this.#taken.set(host.id, { cpu: before.cpu + cpu, memory: before.memory + memory });
  }

  readonly where = (vm: string): string | undefined => this.#hosts.get(vm) ?? runningIn(this.#world)(vm);
  readonly taken = (host: string): Amount | undefined => this.#taken.get(host);
}
