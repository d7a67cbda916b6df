/** What the files of a disk hold, taken together along their chain. */
import type { DiskContent } from '../../../spool/layer.ts';
import { type Backing, chain, type Device, fileKey, isDisk } from './device.ts';

/** The layers of a whole chain, bottom first: what the disk reads as. */
export function contentOf(backing: Backing | undefined): DiskContent {
  return Array.from(chain(backing), (b) => b.content ?? [])
    .reverse()
    .flat();
}

/** Bytes that the files of a chain hold together, were they one. */
export function heldBy(backing: Backing | undefined, capacity: number): number {
  let held = 0;
  for (const b of chain(backing)) held += b.used ?? capacity;
  return Math.min(capacity, held);
}

/** The backing as it lies below a disk of another machine: counted, and deleted, where it belongs. */
export function foreign(backing: Backing): Backing {
  if (backing.foreign) return backing;
  return Object.freeze({ ...backing, foreign: true, ...(backing.parent && { parent: foreign(backing.parent) }) });
}

/** Those files of a chain that are the machine's own, top first. */
export function* ownChain(backing: Backing | undefined): Generator<Backing> {
  for (const b of chain(backing)) {
    if (b.foreign) return;
    yield b;
  }
}

/** Extents of the spool that the disks of some lists of devices read from. */
export function diskExtents(lists: Iterable<readonly Device[]>): string[] {
  const found = new Set<string>();
  for (const devices of lists) {
    for (const d of devices) {
      if (isDisk(d)) for (const b of chain(d.backing)) for (const { extent } of b.content ?? []) found.add(extent);
    }
  }
  return [...found];
}

/** A file that is a machine's own, the disk in whose chain it is, and the type of what that hangs on. */
export interface OwnFile {
  readonly disk: Device;
  readonly backing: Backing;
  readonly controller: string | undefined;
}

/** The own files of some lists of devices, each once, by key. */
export function ownFiles(lists: Iterable<readonly Device[]>): Map<string, OwnFile> {
  const found = new Map<string, OwnFile>();
  for (const devices of lists) {
    for (const disk of devices) {
      if (!isDisk(disk)) continue;
      const controller = devices.find((d) => d.key === disk.controllerKey)?._typeName;
      for (const backing of ownChain(disk.backing)) {
        if (backing.file && !found.has(fileKey(backing.file))) {
          found.set(fileKey(backing.file), { disk, backing, controller });
        }
      }
    }
  }
  return found;
}
