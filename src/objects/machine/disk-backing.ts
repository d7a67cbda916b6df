/** A disk as a client asks for it, with its file found or named and its size settled. */
import type { DataObject } from '../../vim25/value.ts';
import { VimFault } from '../../world/fault.ts';
import type { Backing, Device } from './device.ts';
import { chain, fileKey, isDisk, sameFile } from './device.ts';
import type { Setting } from './device-setting.ts';
import { home, stem } from './files.ts';
import { leftDisks } from './left-files.ts';
import type { FileAt, Machine } from './machine.ts';
import { datastoreNamed, parseDatastorePath } from './surroundings.ts';

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
  if (!backing)
    throw new VimFault('InvalidDeviceBacking', { property: 'virtualDeviceSpec.device.backing', deviceIndex: index });
  const named = String(backing['fileName'] ?? '');
  if (!create) return attached(setting, devices, backing, named, index);
  const bytes = capacityOf(given);
  const parent = parentOf(setting, backing);
  if (bytes <= 0 && !parent) {
    throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.device.capacityInKB', deviceIndex: index });
  }
  const file = placeFor(setting, devices, named);
  const settled = parent
    ? { ...parent.disk, capacityInBytes: parent.disk.capacityInBytes! }
    : { capacityInBytes: bytes };
  const thin = backing['thinProvisioned'] === true || parent !== undefined;
  return {
    capacityInBytes: settled.capacityInBytes,
    backing: Object.freeze({
      ...FLAT,
      ...told(backing),
      file,
      uuid:
        diskUuid(backing['uuid']) ?? setting.site.ids.diskUuid(`${setting.id}/${fileKey(file)}`).replace('c29', 'C29'),
      thinProvisioned: thin,
      ...(thin && { used: 0 }),
      ...(parent && { parent: parent.backing }),
    }),
  };
}

/** Bytes from `capacityInBytes` or, for older clients, `capacityInKB`. */
export function capacityOf(given: DataObject): number {
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

/** The file for a new disk: as named, or the next free name beside the machine's own files. */
function placeFor(setting: Setting, devices: readonly Device[], named: string): FileAt {
  const parsed = named === '' ? undefined : parseDatastorePath(named);
  const datastore = parsed ? datastoreNamed(setting.owner, parsed.datastore, named).id : setting.files.vmx.datastore;
  if (parsed?.path && !/(^|\/)$/.test(parsed.path)) {
    const file = { datastore, path: /\.vmdk$/i.test(parsed.path) ? parsed.path : `${parsed.path}.vmdk` };
    if (isTaken(setting, devices, file)) throw new VimFault('FileAlreadyExists', { file: named });
    return Object.freeze(file);
  }
  return freeName(setting, devices, datastore);
}

/** `name.vmdk`, then `name_1.vmdk`, ... in the machine's directory. */
export function freeName(setting: Setting, devices: readonly Device[], datastore: string): FileAt {
  const base = `${home(setting.files).path}/${stem(setting.files)}`;
  for (let n = 0; ; n++) {
    const file = { datastore, path: n === 0 ? `${base}.vmdk` : `${base}_${n}.vmdk` };
    if (!isTaken(setting, devices, file)) return Object.freeze(file);
  }
}

export function isTaken(setting: Setting, devices: readonly Device[], file: FileAt): boolean {
  if (devices.some((d) => Array.from(chain(d.backing)).some((b) => sameFile(b.file, file)))) return true;
  const { world } = setting.site;
  if (world.lookup.get('vmFile', fileKey(file)).size > 0) return true;
  return leftDisks(world, file.datastore).some((d) => sameFile(d.backing?.file, file));
}

/** A file that some machine has a disk on: its size, its uuid and what lies below it are the file's, not the client's. */
function attached(
  setting: Setting,
  devices: readonly Device[],
  given: Backing,
  named: string,
  index: number,
): Pick<Device, 'backing' | 'capacityInBytes'> {
  if (given['deviceName'] !== undefined && named === '') {
    throw new VimFault('InvalidDeviceBacking', { property: 'virtualDeviceSpec.device.backing', deviceIndex: index });
  }
  const known = diskOn(setting, devices, named);
  if (!known) throw new VimFault('FileNotFound', { file: named });
  const { diskMode, sharing, writeThrough } = told(given);
  const said = Object.fromEntries(
    Object.entries({ diskMode, sharing, writeThrough }).filter(([, v]) => v !== undefined),
  );
  return { capacityInBytes: known.disk.capacityInBytes, backing: Object.freeze({ ...known.backing, ...said }) };
}

function parentOf(
  setting: Setting,
  backing: Backing,
): { readonly disk: Device; readonly backing: Backing } | undefined {
  const parent = backing.parent as DataObject | undefined;
  if (!parent) return undefined;
  const named = String(parent['fileName'] ?? '');
  const known = diskOn(setting, [], named);
  if (!known) throw new VimFault('FileNotFound', { file: named });
  return known;
}

/** The disk of some machine that has a file in its chain, and the chain from that file down. */
function diskOn(
  setting: Setting,
  devices: readonly Device[],
  named: string,
): { readonly disk: Device; readonly backing: Backing } | undefined {
  const { datastore, path } = parseDatastorePath(named);
  const file = { datastore: datastoreNamed(setting.owner, datastore, named).id, path };
  const lists = [devices, leftDisks(setting.site.world, file.datastore)];
  for (const cell of setting.site.world.lookup.get('vmFile', fileKey(file))) {
    const m = cell.state as Machine;
    lists.push(m.devices, ...(m.snapshots?.list.map((s) => s.saved.devices) ?? []));
  }
  for (const list of lists) {
    for (const disk of list.filter(isDisk)) {
      for (const backing of chain(disk.backing)) if (sameFile(backing.file, file)) return { disk, backing };
    }
  }
  return undefined;
}
