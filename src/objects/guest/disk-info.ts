/** `guest.disk`: the file systems on the machine's disks. */
import { fnv1a } from '../../kernel/random.ts';
import type { GuestDiskInfo } from '../../vim25/generated/index.ts';
import { type Device, isDisk } from '../machine/device/device.ts';
import type { Machine } from '../machine/machine.ts';
import { isSeen, isWindows } from './awake.ts';

/** What a file system takes of its disk for itself. */
const OVERHEAD = 0.02;

/** One for each disk: the first holds the system. */
export function diskInfo(m: Machine): GuestDiskInfo[] {
  if (!isSeen(m)) return [];
  const windows = isWindows(m);
  return m.devices.filter(isDisk).map((disk, i) => {
    const capacity = blocks((disk.capacityInBytes ?? 0) * (1 - OVERHEAD));
    return {
      _typeName: 'GuestDiskInfo',
      diskPath: windows ? `${String.fromCharCode(67 + i)}:\\` : i === 0 ? '/' : `/mnt/disk${i + 1}`,
      capacity,
      freeSpace: blocks(capacity * (1 - usedPart(disk, i))),
      filesystemType: windows ? 'NTFS' : 'ext4',
      mappings: [{ _typeName: 'GuestInfoVirtualDiskMapping', key: disk.key }],
    };
  });
}

/** A part of the disk that follows from which disk it is: between an eighth and half of the system's, less of others. */
function usedPart({ backing, key }: Device, index: number): number {
  const dice = (fnv1a(String(backing?.['uuid'] ?? key)) % 1_000) / 1_000;
  return index === 0 ? 0.125 + 0.375 * dice : 0.05 + 0.15 * dice;
}

function blocks(bytes: number): number {
  return Math.floor(bytes / 4_096) * 4_096;
}
