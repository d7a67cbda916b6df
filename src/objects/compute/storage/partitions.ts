/** Partitions of a host's disks: those that VMFS volumes stand on, whichever host made them, and those somebody wrote. */
import type {
  HostDiskPartitionAttributes,
  HostDiskPartitionBlockRange,
  HostDiskPartitionInfo,
  HostDiskPartitionLayout,
  HostDiskPartitionSpec,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { extentsOf, FIRST_SECTOR } from '../../storage/extents.ts';
import type { VolumeCopy } from '../../storage/volume-copy.ts';
import type { Host } from '../host/host.ts';
import { BOOT_HBA, type Drive, devicePath, SECTOR, settingsOf } from './drive.ts';

export interface Partition {
  readonly number: number;
  readonly type: string;
  readonly start: number;
  /** The last sector, included. */
  readonly end: number;
}

/** A stretch of a disk that belongs to no partition. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Partitions begin and end at whole mebibytes. */
const ALIGNMENT = 2048;
/** GPT keeps its second copy there. */
const TAIL = 34;

export function sectorsOf({ bytes }: Drive): number {
  return Math.floor(bytes / SECTOR);
}

/** The VMFS volume that stands on a disk, on whichever hosts it is mounted. */
export function volumesOn(host: Cell<Host>, drive: Drive): Cell<Datastore>[] {
  return [...host.world.lookup.get('vmfsDisk', drive.naa)] as unknown as Cell<Datastore>[];
}

/** The copy of a volume that stands on a disk and that nobody resolved. */
export function copiesOn(host: Cell<Host>, drive: Drive): Cell<VolumeCopy>[] {
  return [...host.world.lookup.get('copyDisk', drive.naa)] as unknown as Cell<VolumeCopy>[];
}

export function partitionsOf(host: Cell<Host>, drive: Drive): Partition[] {
  const found: Partition[] = [];
  if (drive.hba === BOOT_HBA) found.push({ number: 1, type: 'none', start: 64, end: sectorsOf(drive) - ALIGNMENT });
  for (const { state } of [...volumesOn(host, drive), ...copiesOn(host, drive)]) {
    for (const { disk, partition, start, sectors } of extentsOf(state.volume)) {
      if (disk === drive.naa) found.push({ number: partition, type: 'vmfs', start, end: start + sectors - 1 });
    }
  }
  for (const { partition: number, type, startSector: start, endSector: end } of settingsOf(host.state, drive)
    .partitions ?? []) {
    if (!found.some((p) => p.number === number)) found.push({ number, type, start: Number(start), end: Number(end) });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Where nothing stands, in whole mebibytes. */
export function gapsOf(drive: Drive, partitions: readonly Partition[]): Gap[] {
  const gaps: Gap[] = [];
  let at = FIRST_SECTOR;
  const close = (end: number) => {
    const last = Math.floor((end + 1) / ALIGNMENT) * ALIGNMENT - 1;
    if (last - at + 1 >= ALIGNMENT) gaps.push({ start: at, end: last });
  };
  for (const { start, end } of partitions) {
    close(start - 1);
    at = Math.max(at, Math.ceil((end + 1) / ALIGNMENT) * ALIGNMENT);
  }
  close(sectorsOf(drive) - TAIL - 1);
  return gaps;
}

export function rangeOf({ number, type, start, end }: Partition): HostDiskPartitionBlockRange {
  return {
    partition: number,
    type,
    start: { blockSize: SECTOR, block: start },
    end: { blockSize: SECTOR, block: end },
  };
}

export function layoutOf(drive: Drive, partitions: readonly Partition[]): HostDiskPartitionLayout {
  return { total: { blockSize: SECTOR, block: sectorsOf(drive) }, partition: partitions.map(rangeOf) };
}

const VMFS_GUID = 'aa31e02a400f11db9590000c2911d1b8';

export function specOf(drive: Drive, partitions: readonly Partition[]): HostDiskPartitionSpec {
  return {
    partitionFormat: 'gpt',
    totalSectors: sectorsOf(drive),
    sectorSize: SECTOR,
    partition: partitions.map(
      ({ number: partition, type, start: startSector, end: endSector }): HostDiskPartitionAttributes => ({
        partition,
        startSector,
        endSector,
        type,
        ...(type === 'vmfs' && { guid: VMFS_GUID }),
        logical: false,
        attributes: 0,
        partitionAlignment: ALIGNMENT / 2,
      }),
    ),
  };
}

export function infoOf(drive: Drive, partitions: readonly Partition[]): HostDiskPartitionInfo {
  return {
    deviceName: devicePath(drive),
    spec: specOf(drive, partitions),
    layout: layoutOf(drive, partitions),
  };
}
