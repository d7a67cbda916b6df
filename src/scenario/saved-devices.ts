/** Saved devices: from the API's shape to the one machines keep, without what follows from the rest. */
import { DEFAULT_DEVICES } from '../objects/machine/device/default-devices.ts';
import type { Backing, Device } from '../objects/machine/device/device.ts';
import type { FileAt } from '../objects/machine/machine.ts';
import { told } from './saved-ground.ts';
import type { SavedValue } from './saved-object.ts';

/** What stands around a machine, by name. */
export interface Around {
  /** Id of the datastore of that name that the machine uses. */
  datastore(name: string): string | undefined;
  /** Whether an object of that id is there. */
  has(id: string): boolean;
  /** Id of the opaque network with that id of its own. */
  opaque(id: string): string | undefined;
  /** Bytes of a saved file, by its datastore path. */
  bytes(path: string): number | undefined;
}

const BY_KEY: ReadonlyMap<number, Device> = new Map(DEFAULT_DEVICES.map((d) => [d.key, d]));

/** What devices show and do not keep. */
const SHOWN: ReadonlySet<string> = new Set([
  'deviceInfo',
  'device',
  'scsiCtlrUnitNumber',
  'capacityInKB',
  'diskObjectId',
  'nativeUnmanagedLinkedClone',
  'id',
]);

const NUMBERED = /^(?:Hard disk|CD\/DVD drive|Floppy drive|Serial port|Parallel port|PCI device) (\d+)$/;

export function savedDevices(saved: readonly SavedValue[], around: Around): readonly Device[] {
  const count = new Map<string, number>();
  return Object.freeze(
    saved.map((d) => {
      const nth = (count.get(d._typeName) ?? 0) + 1;
      count.set(d._typeName, nth);
      const usual = BY_KEY.get(d.key);
      return usual && usual._typeName === d._typeName ? usual : device(d, nth, around);
    }),
  );
}

function device(saved: SavedValue, nth: number, around: Around): Device {
  const kept = Object.fromEntries(Object.entries(saved).filter(([k, v]) => !SHOWN.has(k) && v !== undefined));
  const isDisk = saved._typeName === 'VirtualDisk';
  const ordinal = Number(NUMBERED.exec(saved.deviceInfo?.label ?? '')?.[1] ?? nth);
  const capacityInBytes = saved.capacityInBytes || (saved.capacityInKB ?? 0) * 1024;
  return Object.freeze({
    ...kept,
    ...(saved.backing && { backing: backing(saved.backing, around) }),
    ...(saved.busNumber === undefined && saved._typeName !== 'VirtualTPM' && { ordinal }),
    ...(isDisk && { capacityInBytes }),
  }) as unknown as Device;
}

function backing(saved: SavedValue, around: Around): Backing {
  const { fileName, datastore, network, parent, ...rest } = saved;
  const file = typeof fileName === 'string' ? fileAt(fileName, datastore?.value, around) : undefined;
  const networkId = networkOf(saved, around);
  const thin = rest.thinProvisioned === true || parent !== undefined;
  return Object.freeze({
    ...told(rest),
    ...(file ? { file } : told({ fileName })),
    ...(parent && { parent: backing(parent, around) }),
    ...(file && thin && { used: around.bytes(extent(fileName, parent !== undefined)) ?? 0 }),
    ...told({ networkId }),
  }) as Backing;
}

function networkOf(saved: SavedValue, around: Around): string | undefined {
  const id = saved.port?.portgroupKey ?? saved.network?.value;
  if (id !== undefined) return around.has(id) ? id : undefined;
  return saved.opaqueNetworkId === undefined ? undefined : around.opaque(saved.opaqueNetworkId);
}

function extent(path: string, isDelta: boolean): string {
  return path.replace(/(\.vmdk)?$/i, isDelta ? '-delta.vmdk' : '-flat.vmdk');
}

/** `[datastore] dir/file` as datastore and path; undefined when the datastore is not there. */
export function fileAt(text: string, datastore: string | undefined, around: Around): FileAt | undefined {
  const match = /^\s*\[([^\]]*)\]\s*(.*?)\/?\s*$/.exec(text);
  const id = match && (around.datastore(match[1]!) ?? (datastore && around.has(datastore) ? datastore : undefined));
  return match && id !== undefined ? Object.freeze({ datastore: id!, path: match[2]! }) : undefined;
}
