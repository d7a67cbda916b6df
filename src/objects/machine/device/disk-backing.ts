/** A disk as a client asks for it, with its file found or named and its size settled. */
import type { DataObject, Ref } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import { misfit } from '../../storage/disk/adapter.ts';
import { diskAt, type KnownDisk, notADisk, wholeDiskAt } from '../../storage/disk/disk-at.ts';
import { fileAt } from '../../storage/files.ts';
import { datastoreNamed, listed, parseDatastorePath } from '../config/surroundings.ts';
import { home, stem } from '../files.ts';
import type { FileAt } from '../machine.ts';
import type { Backing, Device } from './device.ts';
import { chain, fileKey, isDisk, sameFile } from './device.ts';
import { guardBacking, invalidBacking, invalidDevice } from './device-rules.ts';
import type { Setting } from './device-setting.ts';
import { foreign } from './disk-content.ts';
import { lunNamed } from './raw-disk.ts';

const FLAT = {
  diskMode: 'persistent',
  split: false,
  writeThrough: false,
  thinProvisioned: false,
  contentId: 'fffffffe',
  digestEnabled: false,
  sharing: 'sharingNone',
} as const;

/** Size, shares and backing of a new disk. `create` makes its file; without it the file must be there. */
export function newDisk(
  setting: Setting,
  devices: readonly Device[],
  given: Device,
  create: boolean,
  index: number,
): Pick<Device, 'backing' | 'capacityInBytes'> {
  const backing = given.backing;
  guardBacking(given, backing, index);
  guardMode(backing!, index);
  const named = String(backing!['fileName'] ?? '');
  if (!create) return attached(setting, devices, given, named, index);
  if (backing!._typeName === RAW) return raw(setting, devices, backing!, index);
  const bytes = capacityOf(given);
  const parent = parentOf(setting, devices, backing!);
  guardFit(parent, devices, given, index);
  if (bytes <= 0 && !parent) throw invalidDevice('capacityInKB', index);
  if (bytes > MOST_BYTES) throw invalidDevice('capacityInKB', index);
  const capacityInBytes = parent ? parent.capacity : bytes;
  const thin = backing!['thinProvisioned'] === true || parent !== undefined;
  const file = placeFor(setting, devices, backing!, index);
  return {
    capacityInBytes,
    backing: Object.freeze({
      ...FLAT,
      ...told(backing!),
      file,
      uuid: diskUuid(backing!['uuid']) ?? ownUuid(setting, file),
      thinProvisioned: thin,
      ...(thin && { used: 0 }),
      ...(parent && { parent: parent.backing }),
    }),
  };
}

/** What is on a file, or stands over one, hangs where the file says it may. */
function guardFit(known: OnFile | undefined, devices: readonly Device[], given: Device, index: number): void {
  const controller = devices.find((d) => d.key === given.controllerKey);
  const refused = misfit(known?.adapter, controller, index);
  if (refused) throw refused;
}

/** 62 TB, as VMFS 5 and later have it. */
const MOST_BYTES = 62 * 2 ** 40;
const RAW = 'VirtualDiskRawDiskMappingVer1BackingInfo';
const MODES: ReadonlySet<unknown> = new Set(['persistent', 'independent_persistent', 'independent_nonpersistent']);
const SHARING: ReadonlySet<unknown> = new Set([undefined, 'sharingNone', 'sharingMultiWriter']);
const COMPATIBILITY: ReadonlySet<unknown> = new Set(['virtualMode', 'physicalMode']);

/** ESXi knows three modes of disks; the others are those of hosted products. */
function guardMode(backing: Backing, index: number): void {
  const isRaw = backing._typeName === RAW;
  if (!MODES.has(backing['diskMode']) && !(isRaw && !backing['diskMode'])) throw invalidBacking('diskMode', index);
  if (!SHARING.has(backing['sharing'])) throw invalidBacking('sharing', index);
  if (backing['thinProvisioned'] === true && backing['eagerlyScrub'] === true) {
    throw invalidBacking('eagerlyScrub', index);
  }
  if (isRaw && !COMPATIBILITY.has(backing['compatibilityMode'])) throw invalidBacking('compatibilityMode', index);
}

/** A file that stands for a disk of the host's storage, with its size. */
function raw(
  setting: Setting,
  devices: readonly Device[],
  backing: Backing,
  index: number,
): Pick<Device, 'backing' | 'capacityInBytes'> {
  const lun = lunNamed(setting.owner, String(backing['deviceName'] || backing['lunUuid'] || ''));
  if (!lun) throw invalidBacking('deviceName', index);
  const file = placeFor(setting, devices, backing, index);
  return {
    capacityInBytes: lun.bytes,
    backing: Object.freeze({
      contentId: 'fffffffe',
      sharing: 'sharingNone',
      diskMode: 'independent_persistent',
      ...told(backing),
      deviceName: lun.deviceName,
      lunUuid: lun.uuid,
      uuid: diskUuid(backing['uuid']) ?? ownUuid(setting, file),
      file,
      used: 0,
    }),
  };
}

function ownUuid({ site, id }: Setting, file: FileAt): string {
  return site.ids.diskUuid(`${id}/${fileKey(file)}`).replace('c29', 'C29');
}

/** A disk grows and never shrinks; one with snapshots keeps its size. */
export function editedDisk(before: Device, given: Device, index: number): Partial<Device> {
  const size = before.capacityInBytes ?? 0;
  const kilobytes = given['capacityInKB'] as number | undefined;
  const asked = [given.capacityInBytes, kilobytes === undefined ? undefined : kilobytes * 1024].find(
    (n) => n !== undefined && n > 0 && n !== size && n !== Math.floor(size / 1024) * 1024,
  );
  if (asked !== undefined && (asked < size || before.backing?.parent)) {
    throw new VimFault('InvalidDeviceOperation', {
      property: 'virtualDeviceSpec.device.capacityInKB',
      deviceIndex: index,
      badOp: 'edit',
    });
  }
  if (asked !== undefined && asked > MOST_BYTES) throw invalidDevice('capacityInKB', index);
  const after = { ...before.backing!, ...said(given.backing) };
  if (given.backing) guardMode(after, index);
  return { capacityInBytes: asked ?? size, backing: Object.freeze(after) };
}

/** What a client may set of the backing of a disk that is there. */
function said(given: Backing | undefined): object {
  const { diskMode, uuid, sharing, writeThrough } = given ?? ({} as DataObject);
  const told = Object.entries({ diskMode, uuid, sharing, writeThrough }).filter(([, v]) => v !== undefined && v !== '');
  return Object.fromEntries(told);
}

/** Bytes from `capacityInBytes` or, for older clients, `capacityInKB`. */
function capacityOf(given: DataObject): number {
  const bytes = given['capacityInBytes'] as number | undefined;
  return bytes !== undefined && bytes > 0 ? bytes : ((given['capacityInKB'] as number | undefined) ?? 0) * 1024;
}

/** What a client says of a backing, without what the server says of it. */
function told(backing: Backing): Backing {
  const { fileName: _name, datastore: _datastore, parent: _parent, ...rest } = backing;
  return Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined)) as unknown as Backing;
}

/** vCenter keeps a disk's uuid in the case it was given. */
function diskUuid(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}

/** The file for a new disk: as named, or the next free name beside the machine's own files on the datastore asked for. */
function placeFor(setting: Setting, devices: readonly Device[], backing: Backing, index: number): FileAt {
  const named = String(backing['fileName'] ?? '');
  if (named === '') return freeName(setting, devices, datastoreFor(setting, backing, index));
  const { datastore: name, path } = parseDatastorePath(named);
  const datastore = datastoreNamed(setting.owner, name, named).id;
  if (path === '') return freeName(setting, devices, datastore);
  const file = { datastore, path: /\.vmdk$/i.test(path) ? path : `${path}.vmdk` };
  if (isTaken(setting, devices, file)) throw new VimFault('FileAlreadyExists', { file: named });
  return Object.freeze(file);
}

/** Where a disk goes whose file has no name: the datastore that its backing refers to, else the machine's own. */
function datastoreFor({ owner, files }: Setting, backing: Backing, index: number): string {
  const asked = backing['datastore'] as Ref | undefined;
  if (!asked) return files.vmx.datastore;
  if (!listed(owner, 'datastore').some((d) => d.id === asked.value)) throw invalidBacking('datastore', index);
  return asked.value;
}

/** `name.vmdk`, then `name_1.vmdk`, ... in the machine's directory. */
function freeName(setting: Setting, devices: readonly Device[], datastore: string): FileAt {
  const base = `${home(setting.files).path}/${stem(setting.files)}`;
  for (let n = 0; ; n++) {
    const file = { datastore, path: n === 0 ? `${base}.vmdk` : `${base}_${n}.vmdk` };
    if (!isTaken(setting, devices, file)) return Object.freeze(file);
  }
}

function isTaken({ site: { world } }: Setting, devices: readonly Device[], file: FileAt): boolean {
  if (devices.some((d) => Array.from(chain(d.backing)).some((b) => sameFile(b.file, file)))) return true;
  return diskAt(world, file) !== undefined || fileAt(world, file.datastore, file.path) !== undefined;
}

/** A file that some machine has a disk on: its size, its uuid and what lies below it are the file's, not the client's. */
function attached(
  setting: Setting,
  devices: readonly Device[],
  given: Device,
  named: string,
  index: number,
): Pick<Device, 'backing' | 'capacityInBytes'> {
  const known = diskOn(setting, devices, named);
  guardFit(known, devices, given, index);
  const { diskMode, sharing, writeThrough } = told(given.backing!);
  const over = Object.entries({ diskMode, sharing, writeThrough }).filter(([, v]) => v !== undefined);
  return {
    capacityInBytes: known.capacity,
    backing: Object.freeze({ ...known.backing, ...Object.fromEntries(over) }),
  };
}

/** What a new disk is to lie over: the machine's own, or another's or nobody's, which it stays. */
function parentOf(setting: Setting, devices: readonly Device[], { parent }: Backing): OnFile | undefined {
  if (!parent) return undefined;
  const known = diskOn(setting, devices, String(parent['fileName'] ?? ''));
  const own = devices.some((d) => Array.from(chain(d.backing)).includes(known.backing));
  return own ? known : { ...known, backing: foreign(known.backing) };
}

interface OnFile extends Pick<KnownDisk, 'adapter'> {
  readonly capacity: number;
  readonly backing: Backing;
}

/**
 * The disk on a file, with the chain from there down: the machine's own, or as another's or nobody's. Throws FileNotFound,
 * and InvalidDiskFormat for a file that no host runs a machine on.
 */
function diskOn(setting: Setting, devices: readonly Device[], named: string): OnFile {
  const { datastore, path } = parseDatastorePath(named);
  const file = { datastore: datastoreNamed(setting.owner, datastore, named).id, path };
  for (const disk of devices.filter(isDisk)) {
    for (const backing of chain(disk.backing)) {
      if (sameFile(backing.file, file)) return { capacity: disk.capacityInBytes ?? 0, backing };
    }
  }
  const { capacity, backing, adapter, holder, vm } = wholeDiskAt(setting.site.world, file, named);
  if (holder === 'uploaded') throw notADisk();
  const others = holder === 'left' || (holder === 'machine' && vm?.id !== setting.id);
  return { capacity, adapter, backing: others ? foreign(backing) : backing };
}
