/** Numbers that follow from a seed and a place, so that any moment can be computed without those before it. */

/** Mixes a place into a seed: 32 bits, every bit of both telling. */
export function mix(seed: number, place: number): number {
  let h = seed ^ Math.imul(place | 0, 0x9e3779b9);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** In [0, 1). */
export function fractionAt(seed: number, place: number): number {
  return mix(seed, place) / 0x100000000;
}

/** A path that wanders in [-1, 1]: straight lines between dice thrown every `span` places. */
export function wander(seed: number, at: number, span: number): number {
  const before = Math.floor(at / span);
  const way = at / span - before;
  const from = fractionAt(seed, before);
  return 2 * (from + way * (fractionAt(seed, before + 1) - from)) - 1;
}
