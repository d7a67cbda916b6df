/** The files a machine has and the room they take: one list from which layout, storage and datastore sums follow. */
import { fnv1a } from '../../kernel/random.ts';
import { guestReservation } from './config/allocation.ts';
import type { Backing, Device } from './device/device.ts';
import { chain, fileKey, isDisk } from './device/device.ts';
import type { FileAt, Machine } from './machine.ts';

export interface MachineFile {
  readonly at: FileAt;
  /** As FileLayoutExFileInfo.type has it. */
  readonly type: string;
  readonly size: number;
  /** How much more the file may grow. */
  readonly growth: number;
  /** Of a disk that this one's lies over, and that belongs to another machine or to none. */
  readonly foreign?: true | undefined;
}

type Logged = Pick<Machine, 'config' | 'files' | 'power' | 'starts'>;
type Filed = Logged & Pick<Machine, 'devices' | 'snapshots' | 'tolerance'>;

const MIB = 2 ** 20;
const VMX = 2_048;
const NVRAM = 8_684;
const VMSD = 43;
const LOG = 65_536;
/** What a machine's process swaps of its own. */
const PROCESS_SWAP = 119_537_664;
/** Old logs kept unless `log.keepOld` says otherwise. */
const KEPT_LOGS = 10;
const SUSPEND_STATE = 2_883_584;
const DESCRIPTOR = 512;
const SNAPSHOT = 30_000;
/** What the two machines of a pair agree by. */
const FT_METADATA = 4_096;

/** Directory of the machine's own files, without a slash at the end. */
export function home(files: Machine['files']): FileAt {
  return { datastore: files.vmx.datastore, path: files.vmx.path.replace(/\/?[^/]*$/, '') };
}

/** `name` in `dir/name.vmx`: other files are named after it. */
export function stem(files: Machine['files']): string {
  return files.vmx.path.replace(/^.*\//, '').replace(/\.vmt?x$/i, '');
}

/** The files of a machine that becomes a template, or stops being one: its configuration file is called otherwise. */
export function filesAs(files: Machine['files'], what: 'template' | 'machine'): Machine['files'] {
  const { datastore, path } = files.vmx;
  const called = path.replace(/\.vmt?x$/i, what === 'template' ? '.vmtx' : '.vmx');
  return called === path ? files : Object.freeze({ ...files, vmx: Object.freeze({ datastore, path: called }) });
}

/** A file beside the machine's own, by what comes after the stem. */
export function beside(files: Machine['files'], ending: string): FileAt {
  const { datastore, path } = files.vmx;
  return { datastore, path: path.replace(/(\.vmt?x)?$/i, '') + ending };
}

/** All files, those of snapshots included, each once. */
export function filesOf(m: Filed): MachineFile[] {
  const found: MachineFile[] = [
    file(m.files.vmx, 'config', VMX),
    file(beside(m.files, '.vmsd'), 'snapshotList', VMSD),
    file(beside(m.files, '.nvram'), 'nvram', NVRAM),
  ];
  for (const at of logsOf(m)) found.push(file(at, 'log', LOG));
  found.push(...runningFiles(m));
  if (m.tolerance) found.push(file(m.tolerance.metaData, 'ftMetadata', FT_METADATA));
  const seen = new Set<string>();
  for (const devices of [m.devices, ...(m.snapshots?.list.map((s) => s.saved.devices) ?? [])]) {
    for (const d of devices) if (isDisk(d)) found.push(...diskFiles(d, seen));
  }
  for (const s of m.snapshots?.list ?? []) {
    found.push(file(snapshotFile(m.files, s.number, '.vmsn'), 'snapshotData', SNAPSHOT));
    if (s.saved.memory) {
      found.push(file(snapshotFile(m.files, s.number, '.vmem'), 'snapshotMemory', s.saved.config.memoryMB * MIB));
    }
  }
  return found;
}

/** Where a snapshot of that number keeps its state, or its memory. */
export function snapshotFile(files: Machine['files'], number: number, ending: '.vmsn' | '.vmem'): FileAt {
  return inDirectory(files.snapshotDirectory, beside(files, `-Snapshot${number}${ending}`));
}

/** What a machine leaves on its datastore as long as it runs, or is suspended. */
function runningFiles(m: Filed): MachineFile[] {
  const tag = fnv1a(fileKey(m.files.vmx)).toString(16).padStart(8, '0');
  if (m.power.state === 'poweredOn') {
    const own = home(m.files);
    const path = `${own.path === '' ? '' : `${own.path}/`}vmx-${stem(m.files)}-${tag}-1.vswp`;
    return [
      file(beside(m.files, `-${tag}.vswp`), 'swap', swapBytes(m)),
      file({ datastore: own.datastore, path }, 'uwswap', PROCESS_SWAP),
    ];
  }
  if (m.power.state !== 'suspended') return [];
  const at = (ending: string) => inDirectory(m.files.suspendDirectory, beside(m.files, `-${tag}${ending}`));
  return [file(at('.vmss'), 'suspend', SUSPEND_STATE), file(at('.vmem'), 'suspendMemory', m.config.memoryMB * MIB)];
}

/** Logs, the newest first: each start of the machine's process begins a new one. */
export function logsOf(m: Logged): FileAt[] {
  const count = logCount(m);
  if (count === 0) return [];
  const { datastore, path } = m.files.logDirectory ?? home(m.files);
  const names = ['vmware.log'];
  for (let n = startsOf(m) - 1; names.length < count; n--) names.push(`vmware-${n}.log`);
  return names.map((name) => ({ datastore, path: path === '' ? name : `${path}/${name}` }));
}

function logCount(m: Logged): number {
  const { said, extra } = m.config;
  const starts = said?.flags?.enableLogging === false ? 0 : startsOf(m);
  if (starts <= 1) return starts;
  const keep = Number(extra?.find((o) => o.key === 'log.keepOld')?.value ?? KEPT_LOGS);
  return 1 + Math.max(0, Math.min(starts - 1, Math.floor(keep)) || 0);
}

/** How often the machine's process was started. */
export function startsOf({ starts, power }: Pick<Machine, 'starts' | 'power'>): number {
  return starts ?? (power.bootTime === undefined ? 0 : 1);
}

/** A file of a machine in a directory that was set for its kind; where nothing was set it stays. */
function inDirectory(directory: FileAt | undefined, at: FileAt): FileAt {
  if (!directory) return at;
  const name = at.path.replace(/^.*\//, '');
  return { datastore: directory.datastore, path: directory.path === '' ? name : `${directory.path}/${name}` };
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
    const growth = top && !backing.foreign ? Math.max(0, capacity - used) : 0;
    for (const f of [
      file(backing.file, 'diskDescriptor', DESCRIPTOR),
      file(extentOf(backing), 'diskExtent', used, growth),
    ]) {
      yield backing.foreign ? { ...f, foreign: true } : f;
    }
  }
}

/** The file that holds a disk's data: `name-flat.vmdk`, or `name-delta.vmdk` for what differs from a parent. */
export function extentOf(backing: Backing): FileAt {
  const { datastore, path } = backing.file!;
  return { datastore, path: path.replace(/(\.vmdk)?$/i, backing.parent ? '-delta.vmdk' : '-flat.vmdk') };
}

export interface Space {
  /** Bytes of the machine's own files. */
  readonly used: number;
  /** How many more those may take. */
  readonly growth: number;
  /** Bytes of what its disks lie over and others own. */
  readonly shared: number;
}

/** What {@link filesOf} comes to on a datastore, told without naming a file, since it is asked with every change. */
export function spaceOn(m: Filed, datastore: string): Space {
  const { devices, files, power, snapshots } = m;
  const onDisks = diskSpace(devices, datastore, snapshots);
  const own = files.vmx.datastore === datastore;
  let used = own ? VMX + VMSD + NVRAM + onDisks.used : onDisks.used;
  if ((files.logDirectory ?? files.vmx).datastore === datastore) used += LOG * logCount(m);
  if (own && power.state === 'poweredOn') used += swapBytes(m) + PROCESS_SWAP;
  if (power.state === 'suspended' && (files.suspendDirectory ?? files.vmx).datastore === datastore) {
    used += SUSPEND_STATE + m.config.memoryMB * MIB;
  }
  if (m.tolerance?.metaData.datastore === datastore) used += FT_METADATA;
  const keeps = snapshots && (files.snapshotDirectory ?? files.vmx).datastore === datastore;
  for (const s of keeps ? snapshots.list : []) {
    used += SNAPSHOT + (s.saved.memory ? s.saved.config.memoryMB * MIB : 0);
  }
  return { used, growth: onDisks.growth, shared: onDisks.shared };
}

function diskSpace(devices: readonly Device[], datastore: string, snapshots: Machine['snapshots']): Space {
  const seen = new Set<string>();
  let used = 0;
  let growth = 0;
  let shared = 0;
  const add = (d: Device) => {
    for (const f of diskFiles(d, seen)) {
      if (f.at.datastore !== datastore) continue;
      if (f.foreign) shared += f.size;
      else used += f.size;
      growth += f.growth;
    }
  };
  for (const d of devices) if (isDisk(d)) add(d);
  for (const s of snapshots?.list ?? []) for (const d of s.saved.devices) if (isDisk(d)) add(d);
  return { used, growth, shared };
}

/** Ids of every datastore the machine has anything on: its own first. */
export function datastoresOf(m: Pick<Machine, 'devices' | 'files' | 'snapshots' | 'tolerance'>): readonly string[] {
  let ids: string[] | undefined;
  const own = m.files.vmx.datastore;
  const { logDirectory, suspendDirectory, snapshotDirectory } = m.files;
  for (const at of [logDirectory, suspendDirectory, snapshotDirectory, m.tolerance?.metaData]) {
    const id = at?.datastore;
    if (id === undefined || id === own || ids?.includes(id)) continue;
    if (ids) ids.push(id);
    else ids = [own, id];
  }
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
