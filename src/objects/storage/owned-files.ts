/** Files that machines have at a place and below it, for whoever copies, moves or deletes what stands there. */
import type { Extent } from '../../spool/spool.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import { chain } from '../machine/device/device.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import { type FileOnDatastore, machineFilesOn } from '../machine/machine-files.ts';
import { deleteLeft, leftMachinesOn } from '../machine/vmx/left-files.ts';
import { deleteVmx } from '../machine/vmx/orphan.ts';
import { configText, derivedFile, isVmx } from '../machine/vmx/vmx-files.ts';
import type { Site } from '../site.ts';
import type { Datastore } from './datastore.ts';
import type { Place } from './datastore-place.ts';
import { setApart } from './disk/alter.ts';
import { adapterOf, diskAt } from './disk/disk-at.ts';
import { standingOf } from './disk/left-disk.ts';
import { descriptorOf, isOpen, isWritten } from './disk/machine-disk.ts';
import { DESCRIPTOR_BYTES, extentFor } from './disk/standing.ts';
import type { StandingDisk } from './disk/standing-disk.ts';
import { directoryOf, fileAt, filesIn, type NewContent, putFile, removeFile } from './files.ts';
import { isHeldOutside } from './held-files.ts';

/** Whether a path is the one, or below it. */
export function isWithin(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}/`);
}

export function ownedBelow({ store, path }: Pick<Place, 'store' | 'path'>): FileOnDatastore[] {
  const directory = directoryOf(path);
  const isNear = (at: FileAt | undefined) =>
    at?.datastore === store.id && (isWithin(at.path, path) || directoryOf(at.path) === directory);
  const hasNear = ({ files, devices, snapshots }: Pick<Machine, 'files' | 'devices' | 'snapshots'>) =>
    [files.vmx, files.logDirectory, files.suspendDirectory, files.snapshotDirectory].some(isNear) ||
    [devices, ...(snapshots?.list.map((s) => s.saved.devices) ?? [])].some((list) =>
      list.some((d) => Array.from(chain(d.backing)).some((b) => isNear(b.file))),
    );
  return Array.from(machineFilesOn(store, hasNear)).filter(({ at }) => isWithin(at.path, path));
}

/** Throws FileLocked for a file, or CannotDeleteFile for a directory, that a running machine has open. */
export function guardClosed(place: Place, owned: readonly FileOnDatastore[]): void {
  const { store, path, name } = place;
  const { world } = store;
  const used =
    owned.find(({ at, openBy }) => openBy !== undefined || isHeldOutside(world, at))?.at ??
    readBelow(world, store, path);
  if (!used) return;
  throw new VimFault(used.path === path ? 'FileLocked' : 'CannotDeleteFile', { file: name });
}

/** A disk of nobody that a running machine reads from, or a file that somebody outside holds. */
function readBelow(world: World, store: Cell<Datastore>, path: string): FileAt | undefined {
  const at = { datastore: store.id, path };
  const descriptor = descriptorOf(at);
  if (isOpen(world, at) || (descriptor && isOpen(world, descriptor))) return at;
  for (const { state } of filesIn(world, store.id, path)) {
    const found = state.content.directory ? readBelow(world, store, state.at.path) : undefined;
    if (found) return found;
    if (state.disk ? isOpen(world, state.at) : isHeldOutside(world, state.at)) return state.at;
  }
  return undefined;
}

/** Throws FileLocked when a running machine writes to one of the files, so that nobody can read it as a whole. */
export function guardReadable(place: Place, owned: readonly FileOnDatastore[]): void {
  const { world } = place.store;
  if (isHeldOutside(world, { datastore: place.store.id, path: place.path }))
    throw new VimFault('FileLocked', { file: place.name });
  for (const { at, openBy, type } of owned) {
    if (openBy === undefined || isVmx(at.path) || /^(log|nvram|snapshotList)$/.test(type)) continue;
    const descriptor = descriptorOf(at) ?? at;
    if (!/^disk/.test(type) || isWritten(world, descriptor)) throw new VimFault('FileLocked', { file: place.name });
  }
}

/** Puts what a machine's file holds in another place, as anybody's file. Inside a turn; the directory is there. */
export function copyOwned(site: Site, file: FileOnDatastore, to: FileAt, bytes: Kept): void {
  const { content, disk } = plainFile(site, file, bytes.get(file.at.path));
  putFile(site.world, to.datastore, to.path, content, disk);
}

/** What a machine's file is as anybody's; `kept` are its bytes where they follow from the machine. */
export function plainFile(
  { world, clock }: Site,
  { disk, at, size, type }: FileOnDatastore,
  kept?: Extent,
): { readonly content: NewContent; readonly disk?: StandingDisk } {
  const modified = clock.now();
  if (disk && type === 'diskDescriptor') {
    const extent = extentFor(at.path, disk.backing);
    const { used: _used, ...said } = standingOf(disk.backing, disk.capacity, adapterOf(disk.controller));
    const facts = Object.freeze({ ...said, extent: extent.slice(extent.lastIndexOf('/') + 1) });
    return { content: { size: DESCRIPTOR_BYTES, modified }, disk: facts };
  }
  const descriptor = descriptorOf(at);
  const known = type === 'diskExtent' && descriptor && diskAt(world, descriptor);
  if (known) {
    const layers = known.backing.content ?? [];
    return { content: { layers, size: known.capacity, held: size, modified } };
  }
  const text = isVmx(at.path) ? configText(world, at) : undefined;
  return { content: { ...(kept && { extent: kept.id }), size: kept?.size ?? size, modified, text } };
}

/** Bytes that follow from machines, by path, in extents that copies are to name. */
export type Kept = ReadonlyMap<string, Extent>;

/** Keeps them before anything is copied. */
export async function keptBytes(site: Site, owned: readonly FileOnDatastore[]): Promise<Map<string, Extent>> {
  const kept = new Map<string, Extent>();
  for (const { at } of owned) {
    const bytes = derivedFile(site.world, at)?.bytes;
    if (!bytes) continue;
    const extent = await site.spool.write(
      (async function* () {
        yield bytes;
      })(),
    );
    kept.set(at.path, extent);
  }
  return kept;
}

/**
 * Takes away what machines have at a place and below it, inside a turn. Those on the inventory lose their configuration,
 * or have disks whose files are not there. Throws CannotDeleteFile for a single file that a host would write again.
 */
export function removeOwned(site: Site, { store, path, name }: Place, user: string): boolean {
  const { world } = site;
  const owned = ownedBelow({ store, path });
  const alone = owned.length === 1 && owned[0]!.at.path === path ? owned[0] : undefined;
  if (alone && !alone.type.startsWith('disk') && !isVmx(path)) throw new VimFault('CannotDeleteFile', { file: name });
  for (const { at, type } of owned) if (type === 'diskDescriptor') removeDisk(site, at, at);
  for (const { at, type } of owned) {
    const descriptor = type === 'diskExtent' ? descriptorOf(at) : undefined;
    if (descriptor) removeDisk(site, descriptor, at);
  }
  for (const { at } of owned) {
    const isRegistered = !leftMachinesOn(world, store.id).some((m) => m.files.vmx.path === at.path);
    if (isVmx(at.path) && (isRegistered || at.path === path)) deleteVmx(site, at, user);
  }
  return deleteLeft(site, { datastore: store.id, path }) || owned.length > 0;
}

/** The disk is nobody's from now on, and one of its files is gone. */
function removeDisk(site: Site, descriptor: FileAt, file: FileAt): void {
  const { world } = site;
  const known = diskAt(world, descriptor);
  if (known) setApart(site, known);
  const cell = fileAt(world, file.datastore, file.path);
  if (cell) removeFile(world, cell);
}
