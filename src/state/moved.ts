/** What moved since it was last written down, of things that stand beside the objects. */
import type { World } from '../world/world.ts';
import type { Keeper } from './keeper.ts';
import { toJson } from './plain.ts';

type Named<T> = Readonly<Record<string, T>>;

export class Moved {
  readonly #world: World;
  readonly #beside: ReadonlyMap<string, Keeper<never>>;
  #tick: number;
  #numbers: ReadonlyMap<string, number>;
  readonly #texts = new Map<string, string>();
  readonly #revisions = new Map<string, number>();

  /** From now on. */
  constructor(world: World, beside: ReadonlyMap<string, Keeper<never>>) {
    this.#world = world;
    this.#beside = beside;
    this.#tick = world.tick;
    this.#numbers = new Map(world.numbers.all);
    this.besides();
  }

  /** The load model's tick, when it is another. */
  tick(): number | undefined {
    return this.#world.tick === this.#tick ? undefined : this.#world.tick;
  }

  /** Counters that are not where they were; 0 for one that is gone. */
  numbers(): Named<number> | undefined {
    const { numbers } = this.#world;
    const moved: Record<string, number> = {};
    for (const [counter, n] of numbers.all) if (this.#numbers.get(counter) !== n) moved[counter] = n;
    for (const counter of this.#numbers.keys()) if (numbers.last(counter) === 0) moved[counter] = 0;
    return isEmpty(moved) ? undefined : moved;
  }

  /** What stands beside the world and tells something else than before. */
  besides(): Named<unknown> | undefined {
    const moved: Record<string, unknown> = {};
    for (const [name, keeper] of this.#beside) {
      const { revision } = keeper;
      if (revision !== undefined && revision === this.#revisions.get(name)) continue;
      if (revision !== undefined) this.#revisions.set(name, revision);
      const json = toJson(keeper.save());
      const text = JSON.stringify(json);
      if (text !== this.#texts.get(name)) moved[name] = json;
      this.#texts.set(name, text);
    }
    return isEmpty(moved) ? undefined : moved;
  }

  /** All of it was written. */
  written(): void {
    this.#tick = this.#world.tick;
    this.#numbers = new Map(this.#world.numbers.all);
  }

  /** It was not: all is told again. */
  lost(): void {
    this.#texts.clear();
    this.#revisions.clear();
  }
}

function isEmpty(named: Named<unknown>): boolean {
  for (const _ in named) return false;
  return true;
}
