/** Disks over snapshots: a delta file on top of what is kept, and two files made one when nothing else needs the lower. */
import type { Backing, Device } from '../device/device.ts';
import { chain, fileKey, isDisk, sameFile } from '../device/device.ts';
import type { FileAt, Machine } from '../machine.ts';

/** Disks that a snapshot leaves alone. */
export function isIndependent(device: Device): boolean {
  return /^independent/.test(String(device.backing?.['diskMode'] ?? ''));
}

/** The disks a snapshot keeps: those with a file that are not independent. */
export function keptDisks(devices: readonly Device[]): Device[] {
  return devices.filter((d) => isDisk(d) && d.backing?.file && !isIndependent(d));
}

function* filesIn(lists: readonly (readonly Device[])[]): Generator<FileAt> {
  for (const devices of lists) for (const d of devices) for (const b of chain(d.backing)) if (b.file) yield b.file;
}

/** All device lists a machine keeps: its own and its snapshots'. */
export function deviceLists(m: Pick<Machine, 'devices' | 'snapshots'>): (readonly Device[])[] {
  return [m.devices, ...(m.snapshots?.list.map((s) => s.saved.devices) ?? [])];
}

/** What a backing says of itself because it is a delta. */
const DELTA = Object.freeze({ deltaDiskFormat: 'redoLogFormat', deltaDiskFormatVariant: 'vmfsSparseVariant' });

/** The devices with a fresh delta on each disk; `taken` are the lists whose files are in use. */
export function withDeltas(devices: readonly Device[], taken: readonly (readonly Device[])[]): readonly Device[] {
  const used = new Set(Array.from(filesIn([...taken, devices]), fileKey));
  const kept = new Set(keptDisks(devices));
  const over = (d: Device): Device => {
    if (!kept.has(d)) return d;
    const parent = d.backing!;
    const file = nextDelta(parent.file!, used);
    used.add(fileKey(file));
    const { content: _content, foreign: _foreign, ...like } = parent;
    return Object.freeze({ ...d, backing: Object.freeze({ ...like, ...deltaOf(parent), file, parent, used: 0 }) });
  };
  return Object.freeze(devices.map(over));
}

/** Raw device mappings have a format of deltas, and no variant of it. */
function deltaOf({ _typeName }: Backing): object {
  if (_typeName === 'VirtualDiskFlatVer2BackingInfo') return DELTA;
  return _typeName === 'VirtualDiskRawDiskMappingVer1BackingInfo' ? { deltaDiskFormat: DELTA.deltaDiskFormat } : {};
}

/** `name.vmdk` -> `name-000001.vmdk`, the lowest number that is free. */
function nextDelta({ datastore, path }: FileAt, used: ReadonlySet<string>): FileAt {
  const base = path.replace(/(-\d{6})?\.vmdk$/i, '');
  for (let n = 1; ; n++) {
    const next = `${base}-${String(n).padStart(6, '0')}.vmdk`;
    if (!used.has(`${datastore}/${next}`)) return Object.freeze({ datastore, path: next });
  }
}

/** The files that lie directly over a file, each once. */
export function filesOver(file: FileAt, lists: readonly (readonly Device[])[]): FileAt[] {
  const over = new Map<string, FileAt>();
  for (const devices of lists) {
    for (const d of devices) {
      for (const b of chain(d.backing)) if (b.file && sameFile(b.parent?.file, file)) over.set(fileKey(b.file), b.file);
    }
  }
  return [...over.values()];
}

/** The devices with the delta directly over a file taken into that file. */
export function mergedInto(devices: readonly Device[], file: FileAt): readonly Device[] {
  const after = devices.map((d) => {
    const backing = d.backing && mergedBacking(d.backing, file, d.capacityInBytes ?? 0);
    return backing === d.backing ? d : Object.freeze({ ...d, backing });
  });
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}

function mergedBacking(b: Backing, file: FileAt, capacity: number): Backing {
  const { parent } = b;
  if (!parent) return b;
  if (sameFile(parent.file, file)) return joined(b, parent, capacity);
  const under = mergedBacking(parent, file, capacity);
  return under === parent ? b : Object.freeze({ ...b, parent: under });
}

/** The lower file with what the upper one changed: its file, size and format stay, the rest is as it was above. */
function joined(upper: Backing, lower: Backing, capacity: number): Backing {
  const { used, content: _content, parent: _parent, deltaDiskFormat: _f, deltaDiskFormatVariant: _v, ...top } = upper;
  const { deltaDiskFormat, deltaDiskFormatVariant, thinProvisioned } = lower;
  const content = upper.content || lower.content ? [...(lower.content ?? []), ...(upper.content ?? [])] : undefined;
  const below = { deltaDiskFormat, deltaDiskFormatVariant, thinProvisioned, parent: lower.parent, content };
  const held = lower.used === undefined ? undefined : Math.min(capacity, lower.used + (used ?? 0));
  const said = Object.entries({ ...below, used: held }).filter(([, v]) => v !== undefined);
  return Object.freeze({ ...top, file: lower.file, ...Object.fromEntries(said) } as Backing);
}
