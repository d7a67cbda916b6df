/** Disks that hosted products keep in several files, none larger than 2 GB: which there are, and what tells of them. */
import { SECTOR } from './bytes.ts';
import { type Descriptor, writeDescriptor } from './descriptor.ts';

export type SplitFormat = 'twoGbMaxExtentSparse' | 'twoGbMaxExtentFlat';

/** Bytes of the largest part: 2047 MB. */
export const LARGEST_PART: number = 4_192_256 * SECTOR;

export interface SplitPart {
  /** `name-s001.vmdk` of `name.vmdk`, or `name-f001.vmdk` where its bytes are as they are. */
  readonly file: string;
  /** The bytes of the disk that stand in it. */
  readonly start: number;
  readonly end: number;
}

export function splitParts(file: string, capacity: number, format: SplitFormat): SplitPart[] {
  const letter = format === 'twoGbMaxExtentSparse' ? 's' : 'f';
  const base = file.replace(/\.vmdk$/i, '');
  const parts: SplitPart[] = [];
  for (let start = 0; start < capacity; start += LARGEST_PART) {
    const number = String(parts.length + 1).padStart(3, '0');
    parts.push({ file: `${base}-${letter}${number}.vmdk`, start, end: Math.min(capacity, start + LARGEST_PART) });
  }
  return parts;
}

/** The descriptor that names the parts. */
export function splitDescriptor(
  parts: readonly SplitPart[],
  format: SplitFormat,
  said: Pick<Descriptor, 'cid' | 'ddb'>,
): string {
  const extents = parts.map(({ file, start, end }) => ({
    access: 'RW' as const,
    size: (end - start) / SECTOR,
    ...(format === 'twoGbMaxExtentSparse' ? { type: 'SPARSE', file } : { type: 'FLAT', file, offset: 0 }),
  }));
  return writeDescriptor({ ...said, createType: format, extents });
}
