/** VMFS volumes on the disks of a host: where one could stand or grow, and what becomes of that. */
import type {
  HostDiskPartitionSpec,
  HostScsiDiskPartition,
  VmfsDatastoreCreateSpec,
  VmfsDatastoreExpandSpec,
  VmfsDatastoreExtendSpec,
  VmfsDatastoreOption,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { extentsOf, type VolumeExtent } from '../../storage/extents.ts';
import type { Host } from '../host/host.ts';
import { BOOT_HBA, canonicalName, type Drive, drivesOf, driveUuid, settingsOf } from './drive.ts';
import { driveNamed, hostRefuses, knownDrive } from './known.ts';
import {
  copiesOn,
  type Gap,
  gapsOf,
  layoutOf,
  type Partition,
  partitionsOf,
  rangeOf,
  specOf,
  volumesOn,
} from './partitions.ts';

/** Smaller volumes VMFS does not make. */
const SMALLEST = 1.3 * 2 ** 30;
const SECTOR = 512;

/** Disks a new volume, or more of one that all its hosts reach, could have whole. */
export function freeDrives(host: Cell<Host>, store?: Cell<Datastore>): Drive[] {
  const shared = store !== undefined && store.state.mounts.length > 1;
  return drivesOf(host).filter(
    (drive) =>
      drive.hba !== BOOT_HBA &&
      !(shared && drive.local) &&
      !settingsOf(host.state, drive).detached &&
      volumesOn(host, drive).length === 0 &&
      copiesOn(host, drive).length === 0,
  );
}

interface Room {
  readonly before: readonly Partition[];
  readonly partition: Partition;
}

function rooms(host: Cell<Host>, drive: Drive): Room[] {
  const before = partitionsOf(host, drive);
  const number = Math.max(0, ...before.map((p) => p.number)) + 1;
  return gapsOf(drive, before)
    .filter(({ start, end }) => (end - start + 1) * SECTOR >= SMALLEST)
    .map((gap) => ({ before, partition: { number, type: 'vmfs', ...gap } }));
}

function option(drive: Drive, { before, partition }: Room, spec: object): VmfsDatastoreOption {
  const after = [...before, partition];
  return {
    info: {
      _typeName: before.length === 0 ? 'VmfsDatastoreAllExtentOption' : 'VmfsDatastoreSingleExtentOption',
      layout: layoutOf(drive, after),
      partitionFormatChange: false,
      vmfsExtent: rangeOf(partition),
    } as never,
    spec: { diskUuid: driveUuid(drive), partition: specOf(drive, after), ...spec } as never,
  };
}

const on = (drive: Drive, { partition }: Room) => ({ diskName: canonicalName(drive), partition: partition.number });

export function createOptions(host: Cell<Host>, drive: Drive, majorVersion: number): VmfsDatastoreOption[] {
  if (drive.hba === BOOT_HBA) return [];
  return rooms(host, drive).map((room) =>
    option(drive, room, {
      _typeName: 'VmfsDatastoreCreateSpec',
      vmfs: { extent: on(drive, room), blockSizeMb: 1, majorVersion, volumeName: '' },
    }),
  );
}

export function extendOptions(host: Cell<Host>, drive: Drive): VmfsDatastoreOption[] {
  if (drive.hba === BOOT_HBA) return [];
  return rooms(host, drive).map((room) =>
    option(drive, room, { _typeName: 'VmfsDatastoreExtendSpec', extent: [on(drive, room)] }),
  );
}

/** Each extent that has room behind it on its disk. */
export function expandOptions(host: Cell<Host>, store: Cell<Datastore>): VmfsDatastoreOption[] {
  return extentsOf(store.state.volume).flatMap((extent) => {
    const drive = driveNamed(host, canonicalName({ naa: extent.disk }));
    const gap = drive && roomBehind(host, drive, extent);
    if (!drive || !gap) return [];
    const partition = { number: extent.partition, type: 'vmfs', start: extent.start, end: gap.end };
    const before = partitionsOf(host, drive).filter((p) => p.number !== extent.partition);
    const spec = { _typeName: 'VmfsDatastoreExpandSpec', extent: on(drive, { before, partition }) };
    const { info, ...rest } = option(drive, { before, partition }, spec);
    return [{ ...rest, info: { ...info, _typeName: 'VmfsDatastoreSingleExtentOption' } as never }];
  });
}

/** What is free right behind an extent. */
export function roomBehind(host: Cell<Host>, drive: Drive, { start, sectors }: VolumeExtent): Gap | undefined {
  return gapsOf(drive, partitionsOf(host, drive)).find(
    (gap) => gap.start >= start + sectors && gap.start - (start + sectors) < 4096,
  );
}

/** The extent a spec asks for on a disk. Throws PlatformConfigFault when it cannot stand there. */
function extentAsked(host: Cell<Host>, drive: Drive, number: number, spec: HostDiskPartitionSpec): VolumeExtent {
  const asked = spec.partition?.find((p) => p.partition === number);
  if (!asked) hostRefuses(`Partition ${number} is not in the partition table.`);
  const start = Number(asked.startSector);
  const end = Number(asked.endSector);
  const isFree = gapsOf(drive, partitionsOf(host, drive)).some((gap) => start >= gap.start && end <= gap.end);
  if (drive.hba === BOOT_HBA || end < start || !isFree) hostRefuses(`Partition ${number} has no room on the disk.`);
  if ((end - start + 1) * SECTOR < SMALLEST) hostRefuses(`Partition ${number} is too small for a VMFS volume.`);
  return Object.freeze({ disk: drive.naa, partition: number, start, sectors: end - start + 1, whole: drive.bytes });
}

function wholeDisk(host: Cell<Host>, name: string, number: number): VolumeExtent {
  const drive = driveNamed(host, name) ?? hostRefuses(`There is no disk ${name}.`);
  const [room] = drive.hba === BOOT_HBA ? [] : rooms(host, drive);
  if (!room) hostRefuses(`There is no room on the disk ${name}.`);
  const { start, end } = room.partition;
  return Object.freeze({ disk: drive.naa, partition: number, start, sectors: end - start + 1, whole: drive.bytes });
}

/** A partition that was written and is nobody's yet; without one, all the room the disk has. Throws NotFound. */
export function partitionExtent(host: Cell<Host>, { diskName, partition }: HostScsiDiskPartition): VolumeExtent {
  const drive = knownDrive(host, diskName);
  const written = partitionsOf(host, drive).find(({ number }) => number === partition);
  if (!written) return wholeDisk(host, diskName, partition);
  const isTaken = [...volumesOn(host, drive), ...copiesOn(host, drive)].some(({ state }) =>
    extentsOf(state.volume).some((extent) => extent.disk === drive.naa && extent.partition === partition),
  );
  if (drive.hba === BOOT_HBA || isTaken) hostRefuses(`Partition ${partition} of the disk is in use.`);
  const { start, end } = written;
  if ((end - start + 1) * SECTOR < SMALLEST) hostRefuses(`Partition ${partition} is too small for a VMFS volume.`);
  return Object.freeze({ disk: drive.naa, partition, start, sectors: end - start + 1, whole: drive.bytes });
}

function diskAsked(host: Cell<Host>, uuid: string): Drive {
  const drive = driveNamed(host, uuid) ?? hostRefuses(`There is no disk ${uuid}.`);
  if (settingsOf(host.state, drive).detached) hostRefuses('The disk is detached.');
  return drive;
}

export function extentsToCreate(host: Cell<Host>, spec: VmfsDatastoreCreateSpec): VolumeExtent[] {
  const head = extentAsked(host, diskAsked(host, spec.diskUuid), spec.vmfs.extent.partition, spec.partition);
  return [head, ...(spec.extent ?? []).map((more) => wholeDisk(host, more.diskName, more.partition))];
}

export function extentsToAdd(host: Cell<Host>, spec: VmfsDatastoreExtendSpec): VolumeExtent[] {
  const drive = diskAsked(host, spec.diskUuid);
  return spec.extent.map((extent) =>
    driveNamed(host, extent.diskName)?.naa === drive.naa
      ? extentAsked(host, drive, extent.partition, spec.partition)
      : wholeDisk(host, extent.diskName, extent.partition),
  );
}

/** All extents of the volume, one of them grown. */
export function extentsGrown(
  host: Cell<Host>,
  store: Cell<Datastore>,
  spec: VmfsDatastoreExpandSpec,
): readonly VolumeExtent[] {
  const drive = diskAsked(host, spec.diskUuid);
  const asked = spec.partition.partition?.find((p) => p.partition === spec.extent.partition);
  const extents = extentsOf(store.state.volume);
  const grown = extents.find((e) => e.disk === drive.naa && e.partition === spec.extent.partition);
  if (!asked || !grown) hostRefuses('The volume has no such extent.');
  const end = Number(asked.endSector);
  const gap = roomBehind(host, drive, grown);
  if (Number(asked.startSector) !== grown.start || !gap || end > gap.end || end < gap.start)
    hostRefuses('The partition cannot grow that far.');
  return extents.map((e) => (e === grown ? Object.freeze({ ...e, sectors: end - e.start + 1 }) : e));
}
