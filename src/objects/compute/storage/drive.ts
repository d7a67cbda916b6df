/** The disks a host sees: which there are follows from the host, its volumes and its iSCSI targets. */
import type {
  HostDiskPartitionAttributes,
  HostMultipathInfoLogicalUnitPolicy,
  VmfsUnmapBandwidthSpec,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { extentsOf } from '../../storage/extents.ts';
import type { VolumeCopy } from '../../storage/volume-copy.ts';
import type { Host } from '../host/host.ts';

export const SECTOR = 512;

/** Controllers: the one ESXi boots from, the one of all other disks, software iSCSI. */
export const BOOT_HBA = 'vmhba0';
export const DISK_HBA = 'vmhba1';
export const ISCSI_HBA = 'vmhba64';

export interface Drive {
  /** `6006…`, without `naa.`. */
  readonly naa: string;
  readonly vendor: string;
  readonly model: string;
  readonly bytes: number;
  readonly local: boolean;
  readonly hba: string;
  readonly target: number;
  /** Where an iSCSI disk is reached. */
  readonly portal?: { readonly address: string; readonly iScsiName: string } | undefined;
}

/** A disk that held a volume which is gone. */
export interface LeftDrive {
  readonly naa: string;
  readonly bytes: number;
  readonly local: boolean;
}

/** What somebody said of one disk. */
export interface DriveSettings {
  readonly name?: string | undefined;
  readonly detached?: boolean | undefined;
  readonly ssd?: boolean | undefined;
  readonly local?: boolean | undefined;
  readonly reserved?: boolean | undefined;
  /** Its locator lamp is lit. */
  readonly lit?: boolean | undefined;
  readonly policy?: HostMultipathInfoLogicalUnitPolicy | undefined;
  readonly pathOff?: boolean | undefined;
  /** Partitions other than those that volumes stand on. */
  readonly partitions?: readonly HostDiskPartitionAttributes[] | undefined;
}

/** What was changed of a host's storage; absent while nothing was. */
export interface HostStorage {
  readonly left?: readonly LeftDrive[] | undefined;
  /** By uuid of the disk. */
  readonly drives?: { readonly [uuid: string]: DriveSettings } | undefined;
  /** By id of the datastore. */
  readonly queueDepths?: { readonly [datastore: string]: number } | undefined;
  /** Whom virtual disks are read as on NFS. */
  readonly principal?: string | undefined;
  /** Where swap files of this host's machines go. */
  readonly swap?: string | undefined;
  readonly nfsUser?: string | undefined;
}

/** How space given up on a VMFS volume is told to its disk. */
export interface Unmap {
  readonly priority?: string | undefined;
  readonly bandwidth?: VmfsUnmapBandwidthSpec | undefined;
}

export const READS_DRIVES = [
  'identity',
  'parent',
  'iscsi',
  'storage',
  'datastore.volume',
  'volumeCopy.volume',
] as const;

const TIB = 2 ** 40;
const BOOT_BYTES = 240_057_409_536;

/** In the order a host lists them: what it boots from, what volumes stand on, what is free, what came over iSCSI. */
export function drivesOf(host: Cell<Host>): Drive[] {
  const found: Drive[] = [boot(host)];
  const seen = new Set<string>();
  const add = (drive: Omit<Drive, 'hba' | 'target'>) => {
    if (seen.has(drive.naa)) return;
    seen.add(drive.naa);
    found.push({ ...drive, hba: DISK_HBA, target: found.length - 1 });
  };
  const overIscsi = iscsiDrives(host.state);
  for (const { naa } of overIscsi) seen.add(naa);
  for (const datastore of host.back<Datastore>('datastore')) {
    const { volume } = datastore.state;
    if (volume.type !== 'VMFS') continue;
    for (const { disk, whole } of extentsOf(volume)) add(array(disk, whole, volume.local));
  }
  for (const drive of spares(host.state)) add(drive);
  for (const { state } of host.back<VolumeCopy>('volumeCopy')) {
    for (const { disk, whole } of extentsOf(state.volume)) add(array(disk, whole, false));
  }
  for (const { naa, bytes, local } of host.state.storage?.left ?? []) add(array(naa, bytes, local));
  return [...found, ...overIscsi];
}

function boot({ state }: Cell<Host>): Drive {
  return {
    naa: `55cd2e404b${compact(state.identity.uuid).slice(0, 6)}`,
    vendor: 'ATA',
    model: 'SSDSCKKB240G8R',
    bytes: BOOT_BYTES,
    local: true,
    hba: BOOT_HBA,
    target: 0,
  };
}

function array(naa: string, bytes: number, local: boolean): Omit<Drive, 'hba' | 'target'> {
  return { naa, vendor: 'DGC', model: 'VRAID', bytes, local };
}

/** One disk inside the host, and two that all hosts of its compute resource reach. */
function spares({ identity, parent }: Host): Omit<Drive, 'hba' | 'target'>[] {
  const own = {
    naa: `5002538e${compact(identity.uuid).slice(0, 8)}`,
    vendor: 'ATA',
    model: 'MZ7LH1T0HMLU',
    bytes: TIB,
    local: true,
  };
  const place = Buffer.from(parent ?? '')
    .toString('hex')
    .slice(-18)
    .padStart(18, '0');
  return [own, array(`600601604f50${place}01`, 2 * TIB, false), array(`600601604f50${place}02`, 2 * TIB, false)];
}

function iscsiDrives({ iscsi }: Host): Drive[] {
  if (!iscsi?.enabled) return [];
  return (iscsi.found ?? []).map(({ naa, bytes, address, iScsiName }, target) => ({
    ...array(naa, bytes, false),
    hba: ISCSI_HBA,
    target,
    portal: { address, iScsiName },
  }));
}

function compact(uuid: string): string {
  return uuid.replace(/-/g, '');
}

/** As HostScsiDisk.uuid has it. */
export function driveUuid({ naa, model }: Drive): string {
  return `0200000000${naa}${Buffer.from(model.slice(0, 6)).toString('hex')}`;
}

export function canonicalName({ naa }: { readonly naa: string }): string {
  return `naa.${naa}`;
}

export function devicePath(drive: Drive): string {
  return `/vmfs/devices/disks/${canonicalName(drive)}`;
}

export function settingsOf({ storage }: Host, drive: Drive): DriveSettings {
  return storage?.drives?.[driveUuid(drive)] ?? {};
}

export function pathName({ hba, target }: Drive): string {
  return `${hba}:C0:T${target}:L0`;
}
