/** What the disk formats read from and write to. */

/** A file's bytes at any place. Reading beyond its end gives fewer bytes. */
export interface Source {
  readonly size: number;
  read(at: number, length: number): Promise<Buffer>;
}

/** A stretch of a disk that holds data. */
export interface Run {
  /** Byte offset on the disk. */
  readonly at: number;
  readonly bytes: Buffer;
}

/** A disk as a guest sees it: data in ascending order; what lies between reads as zeros. Can be read any number of times. */
export interface Disk {
  /** In bytes, a multiple of a sector. */
  readonly capacity: number;
  runs(): AsyncIterable<Run>;
}

/** A stretch of a disk that is zeros, whatever the disk below it holds. */
export interface Zeros {
  readonly at: number;
  readonly zeros: number;
}

/** What a file says of a disk that stands over another one. Can be read any number of times. */
export interface Delta extends Disk {
  /** Data and zeros in ascending order; what lies between is as it is below. */
  said(): AsyncIterable<Run | Zeros>;
}

export const SECTOR = 512;
/** Bytes of the largest disk of vSphere: 62 TiB. */
export const MAX_CAPACITY: number = 62 * 2 ** 40;

/** A disk image that is not what it claims to be. */
export class VmdkError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VmdkError';
  }
}

/** Exactly so many bytes, or a VmdkError that says what is missing. */
export async function readWhole(source: Source, at: number, length: number, what: string): Promise<Buffer> {
  if (at < 0 || at + length > source.size) throw new VmdkError(`${what} lies beyond the end of the file`);
  const bytes = await source.read(at, length);
  if (bytes.length < length) throw new VmdkError(`${what} is cut off`);
  return bytes;
}

/** A source over bytes in memory. */
export function sourceOf(bytes: Buffer): Source {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
}

/** A source for reading forwards in small parts: what follows a part is read along with it. */
export function ahead(source: Source, window: number = 256 * 1_024): Source {
  let from = 0;
  let bytes: Buffer = Buffer.alloc(0);
  return {
    size: source.size,
    read: async (at, length) => {
      if (length >= window) return source.read(at, length);
      if (at < from || at + length > from + bytes.length) {
        bytes = await source.read(at, Math.min(window, Math.max(length, source.size - at)));
        from = at;
      }
      return bytes.subarray(at - from, at - from + length);
    },
  };
}

/** The data among what is said. */
export async function* dataOf(said: AsyncIterable<Run | Zeros>): AsyncGenerator<Run> {
  for await (const word of said) if ('bytes' in word) yield word;
}

/** Whether there are only zeros, from one place up to, not including, another. */
export function isZero(bytes: Buffer, from = 0, end: number = bytes.length): boolean {
  return from >= end || (bytes[from] === 0 && bytes.compare(bytes, from + 1, end, from, end - 1) === 0);
}
