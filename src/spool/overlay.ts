/** Several layers seen from above: what the topmost that says anything says. */
import { type Cursor, endOf } from './cursor.ts';
import type { Layer } from './layer.ts';

export interface Seen {
  readonly at: number;
  readonly length: number;
  readonly layer: Layer;
  /** Where the data stands in the layer's extent; undefined for zeros. */
  readonly place: number | undefined;
}

/** What is said of a part of a disk, in ascending order. Cursors from the top down. */
export async function* overlay(cursors: readonly Cursor[], from: number, end: number): AsyncGenerator<Seen> {
  for (const cursor of cursors) await cursor.go(from);
  for (let at = from; at < end; ) {
    let until = end;
    let found: Cursor | undefined;
    for (const cursor of cursors) {
      if (cursor.stretch && endOf(cursor.stretch) <= at) {
        const going = cursor.go(at);
        if (going) await going;
      }
      const { stretch } = cursor;
      if (!stretch) continue;
      if (stretch.at <= at) {
        found = cursor;
        until = Math.min(until, endOf(stretch));
        break;
      }
      until = Math.min(until, stretch.at);
    }
    if (found) {
      const { at: start, place } = found.stretch!;
      const shift = at - start;
      yield { at, length: until - at, layer: found.layer, place: place === undefined ? undefined : place + shift };
    }
    at = until;
  }
}
