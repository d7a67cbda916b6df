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

/** How a disk is to be provisioned; `eager` left out keeps what it was as far as it is not thin. */
export interface Provisioning {
  readonly thin: boolean;
  readonly eager?: boolean | undefined;
}

/** What the spec asks of a disk's provisioning. A flat backing that says neither thin nor eager means one zeroed lazily. */
export function provisioningAsked(spec: VirtualMachineRelocateSpec, disk: Device): Provisioning | undefined {
  const backing = spec.disk?.find((l) => l.diskId === disk.key)?.diskBackingInfo as Backing | undefined;
  if (backing?._typeName === FLAT) {
    const thin = backing['thinProvisioned'] === true;
    return { thin, eager: !thin && backing['eagerlyScrub'] === true };
  }
  return TRANSFORM[spec.transform ?? ''];
}

const FLAT = 'VirtualDiskFlatVer2BackingInfo';
const TRANSFORM: { readonly [transform: string]: Provisioning } = { sparse: { thin: true }, flat: { thin: false } };

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
export function flattened(disk: Device, file: FileAt, uuid: string, asked: Provisioning | undefined): Device {
  const capacity = disk.capacityInBytes ?? 0;
  const {
    parent: _p,
    used: _u,
    content: _c,
    foreign: _o,
    deltaDiskFormat: _f,
    deltaDiskFormatVariant: _v,
    eagerlyScrub: before,
    ...top
  } = disk.backing!;
  const provisioned = asked?.thin ?? rootOf(disk.backing!)['thinProvisioned'] === true;
  const eager = provisioned ? undefined : (asked?.eager ?? before);
  const held = heldBy(disk.backing, capacity);
  const content = contentOf(disk.backing);
  const backing = {
    ...top,
    file,
    uuid,
    thinProvisioned: provisioned,
    ...(eager !== undefined && { eagerlyScrub: eager }),
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
