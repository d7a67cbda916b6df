/** How a disk is added to a machine. */
import type {
  StorageIOAllocationInfo,
  VirtualDeviceConfigSpec,
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
  VirtualMachineConfigSpec,
} from '../vim25/index.ts';
import type { Place } from './devices.ts';
import type { Quota } from './flavor.ts';
import type { DiskType } from './image.ts';
import { sharesOf } from './shares.ts';
import { profileOf } from './storage-profile.ts';

/** A new empty disk of so many KiB, a disk that is there, or a new one that holds what differs from its parent. */
export type DiskFiles =
  | { readonly create: number; readonly file: string; readonly diskType: DiskType }
  | { readonly existing: string }
  | { readonly parent: string };

const DISK_KEY = -102;

/** The disk goes before its controller, as nova sends them; the server sorts it out. */
export function diskSpec(
  files: DiskFiles,
  { controllerKey, unitNumber, controller }: Place,
  quota: Quota | undefined,
  policy: string | undefined,
): VirtualMachineConfigSpec {
  const disk: VirtualDisk = {
    _typeName: 'VirtualDisk',
    key: DISK_KEY,
    controllerKey,
    unitNumber,
    // The server takes the size of a disk that is there, or of its parent.
    capacityInKB: 'create' in files ? files.create : 0,
    backing: backingOf(files),
    storageIOAllocation: quota && allocationOf(quota),
  };
  const change: VirtualDeviceConfigSpec = {
    operation: 'add',
    fileOperation: 'existing' in files ? undefined : 'create',
    device: disk,
    profile: policy === undefined ? undefined : [profileOf(policy)],
  };
  return { deviceChange: controller ? [change, controller] : [change] };
}

function backingOf(files: DiskFiles): VirtualDiskFlatVer2BackingInfo {
  const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', diskMode: 'persistent' } as const;
  if ('existing' in files) return { ...backing, fileName: files.existing };
  if ('parent' in files) {
    const parent: VirtualDiskFlatVer2BackingInfo = { ...backing, fileName: files.parent };
    return { ...backing, fileName: '', parent };
  }
  const { file, diskType } = files;
  return {
    ...backing,
    fileName: file,
    thinProvisioned: diskType === 'thin' || diskType === 'sparse' || diskType === 'streamOptimized',
    eagerlyScrub: diskType === 'eagerZeroedThick',
  };
}

function allocationOf({ limit = -1, reservation, shares }: Quota): StorageIOAllocationInfo {
  return { limit, reservation, shares: sharesOf(shares) };
}
