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

export const SECTOR = 512;

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

export function isZero(bytes: Buffer): boolean {
  return bytes.length === 0 || (bytes[0] === 0 && bytes.compare(bytes, 1, bytes.length, 0, bytes.length - 1) === 0);
}
