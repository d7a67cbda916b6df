/** Bytes on their way to datastores, in no file yet: they take room as soon as they are there, by whole blocks where there is plenty. */
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { type Datastore, roomOf } from './datastore.ts';

interface Taken {
  readonly to: { readonly datastore: string };
  readonly taken: { readonly bytes: number };
}

/** No managed object of the API. It belongs to who brings the bytes, and is in no image. */
export const arrivingKind: KindSpec<Taken> = defineKind<Taken>({
  type: 'Arriving',
  volatile: true,
  relations: {
    datastore: { facet: 'to', to: 'Datastore', of: (s) => s.to.datastore, inverse: 'arriving' },
  },
  sums: {
    arrivingBytes: { relation: 'datastore', facets: ['taken'], value: (s) => s.taken.bytes },
  },
});

/** What VMFS takes room by. */
const BLOCK = 2 ** 20;
/** With less than this left, who brings bytes takes no more room than he needs. */
const PLENTY = 64 * BLOCK;

/**
 * One file on its way. Where there is plenty it has its first block before its first byte, and what it takes the place of
 * keeps its own until then: when bytes come, the network decides, and nobody may see that in what is free.
 */
export class Arriving {
  readonly #store: Cell<Datastore>;
  readonly #gives: () => number;
  readonly #cell: Cell<Taken>;
  #bytes = 0;

  /** `gives` tells how much what it takes the place of will give back. */
  constructor(store: Cell<Datastore>, gives: () => number) {
    const { world } = store;
    this.#store = store;
    this.#gives = gives;
    const taken = Object.freeze({ bytes: BLOCK + PLENTY < roomOf(store) ? BLOCK : 0 });
    const state = { to: { datastore: store.id }, taken };
    this.#cell = world.turn(() => world.create(arrivingKind, state, freeId(world)));
  }

  /** Bytes that came so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many there may be: what is free or taken already, and what the old contents give back. */
  get room(): number {
    if (!this.#store.alive) return 0;
    return roomOf(this.#store) + this.#taken + this.#gives();
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.#taken || !this.#cell.alive || !this.#store.alive) return;
    const blocks = Math.ceil(this.#bytes / BLOCK) * BLOCK;
    const room = roomOf(this.#store) + this.#taken;
    if (blocks + PLENTY < room) this.#take(blocks);
    else this.#take(Math.max(this.#taken, Math.min(this.#bytes - this.#gives(), room)));
  }

  /** What it took is free again, or is a file's by now. */
  end(): void {
    const { world } = this.#cell;
    if (this.#cell.alive) world.turn(() => world.destroy(this.#cell));
  }

  get #taken(): number {
    return this.#cell.alive ? this.#cell.state.taken.bytes : 0;
  }

  #take(bytes: number): void {
    const { world } = this.#cell;
    world.turn(() => world.update(this.#cell, { taken: Object.freeze({ bytes }) }));
  }
}

/** What is on its way outlives a return to an earlier world, whose numbers begin anew. */
function freeId(world: World): string {
  for (;;) {
    const id = `arriving-${world.numbers.next('#arriving')}`;
    if (!world.find(id)) return id;
  }
}
