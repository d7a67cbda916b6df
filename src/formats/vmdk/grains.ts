/** Cuts the data of a disk into grains: pieces of one size at multiples of it, those that are all zeros left out. */
import { type Disk, isZero, type Run, VmdkError } from './bytes.ts';

/** Whole grains in ascending order; the last one of a disk may reach beyond its end. */
export async function* grainsOf(disk: Disk, size: number): AsyncGenerator<Run> {
  let open: Run | undefined;
  let done = 0;
  for await (const { at, bytes } of disk.runs()) {
    if (at < done || at + bytes.length > disk.capacity) throw new VmdkError('data out of order or beyond the disk');
    done = at + bytes.length;
    for (let from = 0; from < bytes.length; ) {
      const place = Math.floor((at + from) / size) * size;
      if (open && open.at !== place) {
        if (!isZero(open.bytes)) yield open;
        open = undefined;
      }
      const within = at + from - place;
      const length = Math.min(size - within, bytes.length - from);
      if (!open && length === size) {
        const whole = bytes.subarray(from, from + length);
        if (!isZero(whole)) yield { at: place, bytes: whole };
      } else {
        open ??= { at: place, bytes: Buffer.alloc(size) };
        bytes.copy(open.bytes, within, from, from + length);
      }
      from += length;
    }
  }
  if (open && !isZero(open.bytes)) yield open;
}
