/** The files a machine has and the room they take: one list from which layout, storage and datastore sums follow. */

import { guestReservation } from './allocation.ts';
import type { Backing, Device } from './device.ts';
import { chain, fileKey, isDisk } from './device.ts';
import type { FileAt, Machine } from './machine.ts';

export interface MachineFile {
  readonly at: FileAt;
  /** As FileLayoutExFileInfo.type has it. */
  readonly type: string;
  readonly size: number;
  /** How much more the file may grow. */
  readonly growth: number;
}

type Filed = Pick<Machine, 'config' | 'devices' | 'files' | 'power' | 'snapshots'>;

const MIB = 2 ** 20;
const VMX = 2_048;
const NVRAM = 8_684;
const VMSD = 43;
const LOG = 65_536;
const DESCRIPTOR = 512;

/** Directory of the machine's own files, without a slash at the end. */
export function home(files: Machine['files']): FileAt {
  return { datastore: files.vmx.datastore, path: files.vmx.path.replace(/\/?[^/]*$/, '') };
}

/** `name` in `dir/name.vmx`: other files are named after it. */
export function stem(files: Machine['files']): string {
  return files.vmx.path.replace(/^.*\//, '').replace(/\.vmx$/i, '');
}

/** A file beside the machine's own, by what comes after the stem. */
export function beside(files: Machine['files'], ending: string): FileAt {
  const { datastore, path } = files.vmx;
  return { datastore, path: path.replace(/(\.vmx)?$/i, '') + ending };
}

/** All files, those of snapshots included, each once. */
export function filesOf(m: Filed): MachineFile[] {
  const found: MachineFile[] = [
    file(m.files.vmx, 'config', VMX),
    file(beside(m.files, '.vmsd'), 'snapshotList', VMSD),
    file(beside(m.files, '.nvram'), 'nvram', NVRAM),
  ];
  if (m.power.bootTime !== undefined)
    found.push(file({ ...beside(m.files, ''), path: `${home(m.files).path}/vmware.log` }, 'log', LOG));
  if (m.power.state === 'poweredOn') found.push(file(beside(m.files, '.vswp'), 'swap', swapBytes(m)));
  if (m.power.state === 'suspended') found.push(file(beside(m.files, '.vmss'), 'suspend', m.config.memoryMB * MIB));
  const seen = new Set<string>();
  for (const devices of [m.devices, ...(m.snapshots?.list.map((s) => s.saved.devices) ?? [])]) {
    for (const d of devices) if (isDisk(d)) found.push(...diskFiles(d, seen));
  }
  for (const s of m.snapshots?.list ?? []) {
    found.push(file(beside(m.files, `-Snapshot${s.number}.vmsn`), 'snapshotData', 30_000));
    if (s.saved.memory) {
      found.push(file(beside(m.files, `-Snapshot${s.number}.vmem`), 'snapshotMemory', s.saved.config.memoryMB * MIB));
    }
  }
  return found;
}

function file(at: FileAt, type: string, size: number, growth = 0): MachineFile {
  return { at, type, size, growth };
}

function swapBytes(m: Filed): number {
  return Math.max(0, m.config.memoryMB * MIB - guestReservation(m.config));
}

/** Descriptor and extent of each file in a disk's chain that was not met before. */
export function* diskFiles(disk: Device, seen: Set<string>): Generator<MachineFile> {
  for (const backing of chain(disk.backing)) {
    if (!backing.file || seen.has(fileKey(backing.file))) continue;
    seen.add(fileKey(backing.file));
    const capacity = disk.capacityInBytes ?? 0;
    const used = backing.used ?? capacity;
    const top = backing === disk.backing;
    yield file(backing.file, 'diskDescriptor', DESCRIPTOR);
    yield file(extentOf(backing), 'diskExtent', used, top ? Math.max(0, capacity - used) : 0);
  }
}

/** The file that holds a disk's data: `name-flat.vmdk`, or `name-delta.vmdk` for what differs from a parent. */
export function extentOf(backing: Backing): FileAt {
  const { datastore, path } = backing.file!;
  return { datastore, path: path.replace(/(\.vmdk)?$/i, backing.parent ? '-delta.vmdk' : '-flat.vmdk') };
}

/** Bytes taken on each datastore, and how many more may be. */
export function spaceOn(m: Filed, datastore: string): { readonly used: number; readonly growth: number } {
  let used = 0;
  let growth = 0;
  for (const f of filesOf(m)) {
    if (f.at.datastore !== datastore) continue;
    used += f.size;
    growth += f.growth;
  }
  return { used, growth };
}

/** Ids of every datastore the machine has anything on: its own first. */
export function datastoresOf(m: Pick<Machine, 'devices' | 'files' | 'snapshots'>): readonly string[] {
  let ids: string[] | undefined;
  const own = m.files.vmx.datastore;
  for (const devices of m.snapshots ? [m.devices, ...m.snapshots.list.map((s) => s.saved.devices)] : [m.devices]) {
    for (const d of devices) {
      for (let b = d.backing; b; b = b.parent) {
        const id = b.file?.datastore;
        if (id === undefined || id === own || ids?.includes(id)) continue;
        if (ids) ids.push(id);
        else ids = [own, id];
      }
    }
  }
  return ids ?? [own];
}
