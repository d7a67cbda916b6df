/** The devices of a clone: disks copied or linked, drives unplugged, cards with addresses and ports of their own. */
import type {
  VirtualMachineRelocateSpec,
  VirtualMachineRelocateSpecDiskLocator,
} from '../../../vim25/generated/index.ts';
import type { DataObject } from '../../../vim25/value.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import { diskAt } from '../../storage/disk/disk-at.ts';
import { fileAt } from '../../storage/files.ts';
import { type Device, fileKey, isCard, isDisk } from '../device/device.ts';
import type { Setting } from '../device/device-setting.ts';
import { foreign } from '../device/disk-content.ts';
import { givenType, nextAddress } from '../device/mac-address.ts';
import { resolveNetwork } from '../device/network-backing.ts';
import { home, stem } from '../files.ts';
import type { FileAt, Files } from '../machine.ts';
import { diskDatastores, flattened, linked, provisioningAsked } from '../move/rehome.ts';
import { unmarked } from '../snapshot/change-tracking.ts';

const LINKED = 'createNewChildDiskBacking';
const CHILD_ONLY = 'moveChildMostDiskBacking';

/** Throws InvalidArgument for a locator of no disk, and for a link to a disk that nothing keeps from changing. */
export function guardLocators(
  devices: readonly Device[],
  location: VirtualMachineRelocateSpec,
  fromSnapshot: boolean,
): void {
  for (const { diskId, diskMoveType } of location.disk ?? []) {
    if (!devices.some((d) => isDisk(d) && d.key === diskId)) throw invalidArgument('spec.location.disk.diskId');
    if (diskMoveType === LINKED && !fromSnapshot) throw invalidArgument('spec.location.disk.diskMoveType');
  }
  if (location.diskMoveType === LINKED && !fromSnapshot) throw invalidArgument('spec.location.diskMoveType');
}

export function copiedDevices(
  setting: Setting,
  devices: readonly Device[],
  location: VirtualMachineRelocateSpec,
): readonly Device[] {
  const { site, files, id } = setting;
  const name = freeDiskNames(site, files);
  // Without a word for its datastore a disk goes where the clone does.
  const at = diskDatastores(location, location.datastore?.value);
  const copies: Device[] = [];
  for (const [index, d] of devices.entries()) {
    if (isDisk(d) && d.backing?.file) copies.push(copiedDisk(site, nameless(d), location, name(at(d)), id));
    else if (isCard(d)) copies.push(copiedCard(setting, copies, unplugged(d), index));
    else copies.push(unplugged(d));
  }
  return unmarked(copies);
}

function copiedDisk(site: Site, d: Device, location: VirtualMachineRelocateSpec, file: FileAt, id: string): Device {
  const locator = location.disk?.find((l) => l.diskId === d.key);
  const way = locator?.diskMoveType ?? location.diskMoveType;
  const uuid = site.ids.diskUuid(`${id}/${d.key}`).replace('c29', 'C29');
  if (way === LINKED) return linked(d, file, foreign(d.backing!));
  if (way === CHILD_ONLY && d.backing!.parent) {
    const parent = foreign(d.backing!.parent);
    return Object.freeze({ ...d, backing: Object.freeze({ ...d.backing!, file, uuid, parent }) });
  }
  return said(flattened(d, file, uuid, provisioningAsked(location, d)), locator);
}

/** A copy of a first class disk is none. */
function nameless(d: Device): Device {
  if (d['vDiskId'] === undefined) return d;
  const { vDiskId: _id, ...plain } = d;
  return Object.freeze(plain as Device);
}

/** What a locator says of the disk's backing beside how it is provisioned. */
function said(disk: Device, locator: VirtualMachineRelocateSpecDiskLocator | undefined): Device {
  const { diskMode, writeThrough, sharing } = (locator?.diskBackingInfo ?? {}) as DataObject;
  const told = Object.entries({ diskMode, writeThrough, sharing }).filter(([, v]) => v !== undefined);
  if (told.length === 0) return disk;
  return Object.freeze({ ...disk, backing: Object.freeze({ ...disk.backing!, ...Object.fromEntries(told) }) });
}

function unplugged(d: Device): Device {
  if (!d.connectable) return d;
  const connectable = Object.freeze({ ...d.connectable, connected: false, status: 'untried' });
  return Object.freeze({ ...d, connectable });
}

export function copiedCard(setting: Setting, others: readonly Device[], card: Device, index: number): Device {
  const { site } = setting;
  const port = card.backing?.['port'] as Readonly<Record<string, unknown>> | undefined;
  const { portKey: _key, connectionCookie: _cookie, ...group } = port ?? {};
  const backing =
    port && card.backing?.['networkId'] !== undefined
      ? resolveNetwork(setting, others, { _typeName: card.backing._typeName, port: group }, undefined, index)
      : card.backing;
  const address = card.addressType === 'manual' ? {} : { macAddress: nextAddress(site), addressType: givenType(site) };
  return Object.freeze({ ...card, backing, ...address });
}

/** The next disk file beside a .vmx that nobody has: `name.vmdk`, `name_1.vmdk`, ... */
export function freeDiskNames({ world }: Site, files: Files): (datastore: string) => FileAt {
  const base = `${home(files).path}/${stem(files)}`;
  let n = 0;
  const isTaken = (file: FileAt) =>
    world.lookup.get('vmFile', fileKey(file)).size > 0 ||
    fileAt(world, file.datastore, file.path) !== undefined ||
    diskAt(world, file) !== undefined;
  return (datastore) => {
    for (;;) {
      const path = n === 0 ? `${base}.vmdk` : `${base}_${n}.vmdk`;
      n++;
      const file = { datastore, path };
      if (!isTaken(file)) return Object.freeze(file);
    }
  };
}
