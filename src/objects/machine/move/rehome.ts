/** Disks in another place: copied for a clone, or moved with their machine to another datastore. */
import type { VirtualMachineRelocateSpec } from '../../../vim25/generated/index.ts';
import type { Backing, Device } from '../device/device.ts';
import { contentOf, heldBy } from '../device/disk-content.ts';
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
  const {
    parent: _p,
    used: _u,
    content: _c,
    foreign: _o,
    deltaDiskFormat: _f,
    deltaDiskFormatVariant: _v,
    ...top
  } = disk.backing!;
  const provisioned = thin ?? rootOf(disk.backing!)['thinProvisioned'] === true;
  const held = heldBy(disk.backing, capacity);
  const content = contentOf(disk.backing);
  const backing = {
    ...top,
    file,
    uuid,
    thinProvisioned: provisioned,
    ...(provisioned && { used: held }),
    ...(content.length > 0 && { content }),
  };
  return Object.freeze({ ...disk, backing: Object.freeze(backing) });
}

function rootOf(backing: Backing): Backing {
  return backing.parent ? rootOf(backing.parent) : backing;
}

/** A disk that begins empty over a file, the machine's own or another's: a linked clone. */
export function linked(disk: Device, file: FileAt, parent: Backing): Device {
  const { content: _content, foreign: _foreign, ...like } = parent;
  return Object.freeze({ ...disk, backing: Object.freeze({ ...like, file, parent, used: 0 }) });
}
