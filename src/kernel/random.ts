/**
 * Dice that follow from the seed. Each consumer takes a stream of its own by name, so that a new consumer shifts no
 * other. sfc32 seeded by FNV-1a over `seed/name`: small, fast, and the same on every platform.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: string, stream: string) {
    const h = fnv1a(`${seed}/${stream}`);
    this.#a = h;
    this.#b = Math.imul(h ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    this.#c = Math.imul(h ^ 0xc2b2ae35, 0x27d4eb2f) >>> 0;
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Where in the stream it is; given back, it goes on from there. */
  get position(): readonly number[] {
    return [this.#a, this.#b, this.#c, this.#d];
  }

  set position(position: readonly number[]) {
    [this.#a, this.#b, this.#c, this.#d] = position as [number, number, number, number];
  }

  /** A whole number in [0, 2^32). */
  next(): number {
    const t = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    return t >>> 0;
  }

  /** In [0, 1). */
  fraction(): number {
    return this.next() / 0x100000000;
  }

  /** A whole number in [low, high]. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)]!;
  }
}

/** 32-bit FNV-1a of a text. */
export function fnv1a(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
