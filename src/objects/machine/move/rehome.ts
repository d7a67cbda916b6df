/** Disks in another place: copied for a clone, or moved with their machine to another datastore. */
import type { VirtualMachineRelocateSpec } from '../../../vim25/generated/index.ts';
import type { Backing, Device } from '../device/device.ts';
import { chain, isDisk } from '../device/device.ts';
import { home, stem } from '../files.ts';
import type { FileAt, Files } from '../machine.ts';

/** Datastore of each disk by its key, as the spec's locators say, else the one for all. */
export function diskDatastores(
  spec: VirtualMachineRelocateSpec,
  everywhere: string | undefined,
): (disk: Device) => string {
  const located = new Map((spec.disk ?? []).map((l) => [l.diskId, l.datastore.value]));
  return (disk) => located.get(disk.key) ?? everywhere ?? disk.backing!.file!.datastore;
}

/** Whether the spec asks for another provisioning of a disk. */
export function thinAsked(spec: VirtualMachineRelocateSpec, disk: Device): boolean | undefined {
  const backing = spec.disk?.find((l) => l.diskId === disk.key)?.diskBackingInfo as
    | { readonly thinProvisioned?: boolean }
    | undefined;
  return backing?.thinProvisioned ?? TRANSFORM[spec.transform ?? ''];
}

const TRANSFORM: { readonly [transform: string]: boolean } = { sparse: true, flat: false };

/** The next free disk file beside a .vmx: `name.vmdk`, `name_1.vmdk`, ... */
export function diskNames(files: Files): (datastore: string) => FileAt {
  const base = `${home(files).path}/${stem(files)}`;
  let n = 0;
  return (datastore) => {
    const path = n === 0 ? `${base}.vmdk` : `${base}_${n}.vmdk`;
    n++;
    return Object.freeze({ datastore, path });
  };
}

/** A disk of one file that holds what the whole chain held. */
export function flattened(disk: Device, file: FileAt, uuid: string, thin: boolean | undefined): Device {
  const capacity = disk.capacityInBytes ?? 0;
  const { parent: _parent, used: _used, ...top } = disk.backing!;
  const provisioned = thin ?? rootOf(disk.backing!)['thinProvisioned'] === true;
  const held = Math.min(
    capacity,
    Array.from(chain(disk.backing)).reduce((sum, b) => sum + (b.used ?? capacity), 0),
  );
  const backing = { ...top, file, uuid, thinProvisioned: provisioned, ...(provisioned && { used: held }) };
  return Object.freeze({ ...disk, backing: Object.freeze(backing) });
}

function rootOf(backing: Backing): Backing {
  return backing.parent ? rootOf(backing.parent) : backing;
}

/** A disk that begins empty over another's file: a linked clone. */
export function linked(disk: Device, file: FileAt): Device {
  return Object.freeze({ ...disk, backing: Object.freeze({ ...disk.backing!, file, parent: disk.backing!, used: 0 }) });
}

/** Devices with every file of their disks moved; names below the directory stay. */
export function moved(
  devices: readonly Device[],
  to: (disk: Device) => string,
  from: Files,
  files: Files,
): readonly Device[] {
  const directory = home(from).path;
  const target = home(files).path;
  const place = (b: Backing, datastore: string): Backing => {
    const inHome = b.file!.path.startsWith(`${directory}/`);
    const path = inHome ? target + b.file!.path.slice(directory.length) : b.file!.path;
    const parent = b.parent && { parent: place(b.parent, datastore) };
    return Object.freeze({ ...b, file: Object.freeze({ datastore, path }), ...parent });
  };
  const after = devices.map((d) => {
    if (!isDisk(d) || !d.backing?.file || to(d) === d.backing.file.datastore) return d;
    return Object.freeze({ ...d, backing: place(d.backing, to(d)) });
  });
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}
