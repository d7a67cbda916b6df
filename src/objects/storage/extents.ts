/** What of which disks a VMFS volume stands on, and how much it holds for that. */
import type { Volume } from './volume.ts';

export interface VolumeExtent {
  /** Name of the disk, without `naa.`. */
  readonly disk: string;
  readonly partition: number;
  /** In sectors of 512 bytes. */
  readonly start: number;
  readonly sectors: number;
  /** Bytes of the whole disk. */
  readonly whole: number;
}

/** The first sector of a VMFS partition. */
export const FIRST_SECTOR = 2048;
const SECTOR = 512;
/** VMFS takes room in pieces of so many bytes. */
const PIECE = 256 * 2 ** 20;

/** Without any said, the volume fills the one disk it names. */
export function extentsOf({ extents, disk, capacity }: Volume): readonly VolumeExtent[] {
  return (
    extents ?? [
      {
        disk,
        partition: 1,
        start: FIRST_SECTOR,
        sectors: Math.floor(capacity / SECTOR) - FIRST_SECTOR,
        whole: capacity,
      },
    ]
  );
}

/** Bytes a volume has on its extents. */
export function capacityOf(extents: readonly VolumeExtent[]): number {
  return extents.reduce((sum, { sectors }) => sum + Math.floor((sectors * SECTOR) / PIECE) * PIECE, 0);
}
