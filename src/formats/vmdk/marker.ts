/** What separates the parts of a stream-optimized extent. */
import { SECTOR, VmdkError } from './bytes.ts';

export const END_OF_STREAM = 0;
export const GRAIN_TABLE = 1;
export const GRAIN_DIRECTORY = 2;
export const FOOTER = 3;

/** Before a grain stand twelve bytes: its place and the length of its deflated data. */
export const GRAIN_HEAD = 12;

export interface Marker {
  /** Sectors of metadata that follow; of a grain, the sector on the disk it belongs to. */
  readonly value: number;
  /** Deflated bytes of a grain; 0 for everything else. */
  readonly size: number;
  readonly type: number;
}

/** Reads a marker off the sector it begins; a grain's may be shorter, at the end of a stream. */
export function readMarker(bytes: Buffer): Marker {
  const size = bytes.readUInt32LE(8);
  const value = Number(bytes.readBigUInt64LE(0));
  if (size > 0) return { value, size, type: -1 };
  if (bytes.length < SECTOR) throw new VmdkError('the stream ends too early');
  return { value, size, type: bytes.readUInt32LE(12) };
}

export function writeMarker(type: number, sectors: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes.writeBigUInt64LE(BigInt(sectors), 0);
  bytes.writeUInt32LE(type, 12);
  return bytes;
}

/** Rounds up to whole sectors. */
export function padded(bytes: number): number {
  return Math.ceil(bytes / SECTOR) * SECTOR;
}
