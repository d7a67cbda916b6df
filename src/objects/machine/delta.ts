/** Disks over snapshots: a delta file on top of what is kept, and two files made one when a snapshot goes. */
import type { Backing, Device } from './device.ts';
import { chain, isDisk, sameFile } from './device.ts';
import type { FileAt, Machine } from './machine.ts';

/** Disks that a snapshot leaves alone. */
function isIndependent(device: Device): boolean {
  return /^independent/.test(String(device.backing?.['diskMode'] ?? ''));
}

function* filesIn(lists: readonly (readonly Device[])[]): Generator<FileAt> {
  for (const devices of lists) for (const d of devices) for (const b of chain(d.backing)) if (b.file) yield b.file;
}

/** All device lists a machine keeps: its own and its snapshots'. */
export function deviceLists(m: Pick<Machine, 'devices' | 'snapshots'>): (readonly Device[])[] {
  return [m.devices, ...(m.snapshots?.list.map((s) => s.saved.devices) ?? [])];
}

/** The devices with a fresh delta on each disk; `taken` are the lists whose files are in use. */
export function withDeltas(devices: readonly Device[], taken: readonly (readonly Device[])[]): readonly Device[] {
  const used = new Set(Array.from(filesIn([...taken, devices]), (f) => `${f.datastore}/${f.path}`));
  const over = (d: Device): Device => {
    if (!isDisk(d) || !d.backing?.file || isIndependent(d)) return d;
    const file = nextDelta(d.backing.file, used);
    used.add(`${file.datastore}/${file.path}`);
    return Object.freeze({ ...d, backing: Object.freeze({ ...d.backing, file, parent: d.backing, used: 0 }) });
  };
  return Object.freeze(devices.map(over));
}

/** `name.vmdk` -> `name-000001.vmdk`, the lowest number that is free. */
function nextDelta({ datastore, path }: FileAt, used: ReadonlySet<string>): FileAt {
  const base = path.replace(/(-\d{6})?\.vmdk$/i, '');
  for (let n = 1; ; n++) {
    const next = `${base}-${String(n).padStart(6, '0')}.vmdk`;
    if (!used.has(`${datastore}/${next}`)) return Object.freeze({ datastore, path: next });
  }
}

/** The devices with the delta directly over each of `kept`'s files taken into that file. */
export function merged(devices: readonly Device[], kept: readonly Device[]): readonly Device[] {
  const files = kept.flatMap((d) => (isDisk(d) && !isIndependent(d) && d.backing?.file ? [d.backing.file] : []));
  return Object.freeze(
    devices.map((d) => {
      const backing = d.backing && mergedBacking(d.backing, files, d.capacityInBytes ?? 0);
      return backing === d.backing ? d : Object.freeze({ ...d, backing });
    }),
  );
}

function mergedBacking(b: Backing, files: readonly FileAt[], capacity: number): Backing {
  const { parent } = b;
  if (!parent) return b;
  if (files.some((f) => sameFile(f, parent.file))) {
    const size = Math.min(capacity, (parent.used ?? capacity) + (b.used ?? 0));
    const { used: _used, parent: _parent, ...top } = b;
    const below = parent.parent && { parent: parent.parent };
    return Object.freeze({ ...top, file: parent.file, ...below, ...(parent.used !== undefined && { used: size }) });
  }
  const under = mergedBacking(parent, files, capacity);
  return under === parent ? b : Object.freeze({ ...b, parent: under });
}
