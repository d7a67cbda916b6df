/**
 * The index of a layer of grains: a tree of nodes, each written when it is full, so that neither writer nor reader ever
 * holds more than a path of it. The root is told by the last bytes of the extent.
 */

export interface Stretch {
  /** Byte offset on the disk. */
  readonly at: number;
  readonly length: number;
  /** Where the data stands in the extent; undefined for zeros that hide what lies below. */
  readonly place: number | undefined;
}

/** A node as it stands in the extent. */
export interface NodePlace {
  readonly place: number;
  readonly entries: number;
}

export interface Root extends NodePlace {
  /** Levels above the leaves. */
  readonly height: number;
}

export const FOOTER = 32;
/** Entries of a node. */
const FANOUT = 1_024;
const ENTRY = 16;
const ZEROS = 2 ** 48 - 1;
/** A stretch's length stands in four bytes. */
export const MAX_STRETCH: number = 2 ** 31;
const MAGIC = 0x534c4159;

/** One node's entries, in ascending order: stretches in a leaf, nodes (their length is their count) above. */
export class Node {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get count(): number {
    return this.bytes.length / ENTRY;
  }

  atOf(i: number): number {
    return this.bytes.readUIntLE(i * ENTRY, 6);
  }

  stretch(i: number): Stretch {
    const place = this.bytes.readUIntLE(i * ENTRY + 10, 6);
    return {
      at: this.atOf(i),
      length: this.bytes.readUInt32LE(i * ENTRY + 6),
      place: place === ZEROS ? undefined : place,
    };
  }

  child(i: number): NodePlace {
    return { place: this.bytes.readUIntLE(i * ENTRY + 10, 6), entries: this.bytes.readUInt32LE(i * ENTRY + 6) };
  }

  /** The last entry that begins at or before a place on the disk; the first when none does. */
  find(at: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.atOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  static size({ entries }: NodePlace): number {
    return entries * ENTRY;
  }
}

/** Grows a tree from stretches in ascending order. `append` writes bytes behind those there are and tells where. */
export class TreeWriter {
  readonly #levels: { readonly bytes: Buffer; count: number }[] = [];

  get empty(): boolean {
    return this.#levels.length === 0;
  }

  /** The nodes that this stretch makes full, to be written before it: `place` is where the next byte will stand. */
  *add({ at, length, place }: Stretch, end: () => number): Generator<Buffer> {
    yield* this.#add(0, at, length, place ?? ZEROS, end);
  }

  /** The nodes that are left, and the footer. */
  *close(end: () => number): Generator<Buffer> {
    for (let level = 0; ; level++) {
      const { bytes, count } = this.#levels[level]!;
      const place = end();
      yield bytes.subarray(0, count * ENTRY);
      if (level === this.#levels.length - 1) {
        yield footerOf({ place, entries: count, height: level });
        return;
      }
      yield* this.#add(level + 1, bytes.readUIntLE(0, 6), count, place, end);
    }
  }

  *#add(level: number, at: number, length: number, place: number, end: () => number): Generator<Buffer> {
    this.#levels[level] ??= { bytes: Buffer.alloc(FANOUT * ENTRY), count: 0 };
    const node = this.#levels[level];
    if (node.count === FANOUT) {
      const stands = end();
      yield node.bytes;
      node.count = 0;
      yield* this.#add(level + 1, node.bytes.readUIntLE(0, 6), FANOUT, stands, end);
    }
    const entry = node.count++ * ENTRY;
    node.bytes.writeUIntLE(at, entry, 6);
    node.bytes.writeUInt32LE(length, entry + 6);
    node.bytes.writeUIntLE(place, entry + 10, 6);
  }
}

function footerOf({ place, entries, height }: Root): Buffer {
  const bytes = Buffer.alloc(FOOTER);
  bytes.writeUIntLE(place, 0, 6);
  bytes.writeUInt32LE(entries, 8);
  bytes.writeUInt32LE(height, 12);
  bytes.writeUInt32LE(MAGIC, FOOTER - 4);
  return bytes;
}

export function readFooter(bytes: Buffer): Root {
  if (bytes.length !== FOOTER || bytes.readUInt32LE(FOOTER - 4) !== MAGIC) throw new Error('an extent has no index');
  return { place: bytes.readUIntLE(0, 6), entries: bytes.readUInt32LE(8), height: bytes.readUInt32LE(12) };
}
