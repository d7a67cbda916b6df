/** Files and directories copied and moved: what clients put there, disks of nobody, and what machines have there. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../world/tasks.ts';
import type { World } from '../../world/world.ts';
import { eventArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import type { FileAt } from '../machine/machine.ts';
import type { FileOnDatastore } from '../machine/machine-files.ts';
import { derivedFile } from '../machine/vmx/vmx-files.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { freeSpace } from './datastore.ts';
import { type Named, type Place, placeOf } from './datastore-place.ts';
import { isDirectory } from './directory.ts';
import { diskArrived, isVmdk } from './disk/arrived.ts';
import { diskAt } from './disk/disk-at.ts';
import {
  bytesOf,
  directoryOf,
  type FileFacets,
  fileAt,
  filesIn,
  heldOf,
  makeDirectory,
  movedDisk,
  moveFile,
  putFile,
  removeFile,
} from './files.ts';
import { copyOwned, guardClosed, guardReadable, type Kept, keptBytes, ownedBelow, removeOwned } from './owned-files.ts';
import { guardWritable } from './writable.ts';

export interface Transfer {
  readonly source: Named;
  readonly destination: Named;
  readonly force: boolean;
}

interface Guarded {
  readonly from: Place;
  readonly to: Place;
  /** What clients put there, or a disk of nobody. */
  readonly file: Cell<FileFacets> | undefined;
  /** What machines have there. */
  readonly owned: readonly FileOnDatastore[];
  readonly replaced: Cell<FileFacets> | undefined;
  /** To be written. */
  readonly bytes: number;
}

interface Kind {
  readonly name: string;
  /** The event it is told by. */
  readonly event: string;
  readonly guard: (from: Place, owned: readonly FileOnDatastore[]) => void;
  needsRoom(from: Place, to: Place): boolean;
  readonly change: (site: Site, guarded: Guarded, kept: Kept, user: string) => void;
}

/** All guards of a copy or a move. */
function guarded(site: Site, { source, destination, force }: Transfer, kind: Kind): Guarded {
  const { world } = site;
  const from = placeOf(site, source);
  const file = fileAt(world, from.store.id, from.path);
  const owned = ownedBelow(from);
  if (from.path === '' || (!file && owned.length === 0)) throw new VimFault('FileNotFound', { file: source.name });
  kind.guard(from, owned);
  const to = placeOf(site, destination);
  guardWritable(to.store);
  if (!isDirectory(to.store, directoryOf(to.path))) throw new VimFault('FileNotFound', { file: to.name });
  const intoItself = to.store === from.store && `${to.path}/`.startsWith(`${from.path}/`);
  const replaced = fileAt(world, to.store.id, to.path);
  const stands = replaced ? !force || replaced.state.content.directory : isTaken(to);
  if (intoItself || stands) throw new VimFault('FileAlreadyExists', { file: to.name });
  guardClosed(to, []);
  const bytes = kind.needsRoom(from, to) ? total(world, file, owned) : 0;
  if (bytes > freeSpace(to.store) + (replaced ? heldOf(replaced.state.content) : 0))
    throw new VimFault('NoDiskSpace', { file: to.name, datastore: to.store.state.name });
  return { from, to, file, owned, replaced, bytes };
}

/** What a machine has is never replaced. */
function isTaken({ store, path }: Place): boolean {
  const isDisk = diskAt(store.world, { datastore: store.id, path }) !== undefined;
  return isDisk || isDirectory(store, path) || ownedBelow({ store, path }).some(({ at }) => at.path === path);
}

function total(world: World, file: Cell<FileFacets> | undefined, owned: readonly FileOnDatastore[]): number {
  return owned.reduce((sum, { size }) => sum + size, file ? bytesOf(world, file) : 0);
}

/** Copies a file, or a directory with everything below it. Extents are immutable, so a copy shares them. */
function copyFile(world: World, from: Cell<FileFacets>, datastore: string, path: string, now: number): void {
  const { content, at, disk } = from.state;
  if (!content.directory) {
    const { directory: _directory, owner: _owner, over: _over, ...bytes } = content;
    putFile(world, datastore, path, { ...bytes, modified: now }, disk && movedDisk(disk, at, { datastore, path }));
    return;
  }
  makeDirectory(world, datastore, path, now);
  for (const below of filesIn(world, at.datastore, at.path))
    copyFile(world, below, datastore, path + below.state.at.path.slice(at.path.length), now);
}

/** What machines have at a place, put where that goes. */
function putOwned(site: Site, { from, to, owned }: Guarded, kept: Kept): void {
  for (const file of owned) {
    const at: FileAt = { datastore: to.store.id, path: to.path + file.at.path.slice(from.path.length) };
    copyOwned(site, file, at, kept);
  }
}

const COPY: Kind = {
  name: 'FileManager.copyFile',
  event: 'DatastoreFileCopiedEvent',
  guard: guardReadable,
  needsRoom: () => true,
  change(site, all, kept) {
    const { file, to } = all;
    if (file) copyFile(site.world, file, to.store.id, to.path, site.clock.now());
    putOwned(site, all, kept);
  },
};

const MOVE: Kind = {
  name: 'FileManager.moveFile',
  event: 'DatastoreFileMovedEvent',
  guard(from, owned) {
    guardWritable(from.store);
    guardClosed(from, owned);
  },
  needsRoom: (from, to) => from.store !== to.store,
  change(site, all, kept, user) {
    const { world, clock } = site;
    const { from, to, file, owned } = all;
    makeDirectory(world, to.store.id, directoryOf(to.path), clock.now());
    putOwned(site, all, kept);
    if (owned.length > 0) removeOwned(site, from, user);
    const rest = fileAt(world, from.store.id, from.path);
    if (!file) {
      if (rest) removeFile(world, rest);
    } else if (rest) moveInto(world, rest, to);
  },
};

/** Moves a file; a directory into the one that stands there already because a machine's files went before. */
function moveInto(world: World, file: Cell<FileFacets>, { store, path }: Pick<Place, 'store' | 'path'>): void {
  const there = fileAt(world, store.id, path);
  if (!there) {
    moveFile(world, file, store.id, path);
    return;
  }
  const { at } = file.state;
  for (const below of filesIn(world, at.datastore, at.path))
    moveInto(world, below, { store, path: path + below.state.at.path.slice(at.path.length) });
  removeFile(world, file);
}

const GIB = 2 ** 30;

/** A transfer takes the longer the more bytes it has to write. */
function transferVerb(kind: Kind): Verb<Site, never> {
  return verb<Transfer>({
    name: kind.name,
    descriptionId: kind.name,
    steps: {
      begin({ site, args }) {
        const { bytes } = guarded(site, args, kind);
        return { next: 'finish', after: site.latency.duration(kind.name, bytes / GIB) };
      },
      finish(step) {
        const { site, args } = step;
        const before = guarded(site, args, kind);
        if (!before.owned.some(({ at }) => derivedFile(site.world, at))) return finished(step, kind, NOTHING);
        return withBytes(step, kind, before.owned);
      },
      async examine({ site, args }) {
        const { store, path } = placeOf(site, args.destination);
        await diskArrived(site, { datastore: store.id, path });
        return () => ({ done: true });
      },
    },
  });
}

const NOTHING: Kept = new Map();

function finished({ site, args, request }: Step<Site, Transfer>, kind: Kind, kept: Kept): Outcome {
  const all = guarded(site, args, kind);
  if (all.replaced) removeFile(site.world, all.replaced);
  kind.change(site, all, kept, request.user);
  const { from, to } = all;
  const said = {
    sourceDatastore: eventArgument(from.store as unknown as Cell),
    sourceFile: pathOf(from),
    targetFile: pathOf(to),
  };
  const about = { entity: to.store as unknown as Cell, chainId: request.eventChainId };
  post(site, request.user, kind.event, said, about);
  // What was no disk by its name may be one now, or the data of one.
  return isVmdk(to.path) && !isVmdk(from.path) ? { next: 'examine', after: 0 } : { done: true };
}

function pathOf({ store, path }: Place): string {
  return `[${store.state.name}] ${path}`;
}

/** Bytes that follow from machines are kept first. */
async function withBytes(step: Step<Site, Transfer>, kind: Kind, owned: readonly FileOnDatastore[]) {
  const kept = await keptBytes(step.site, owned);
  return () => {
    try {
      return finished(step, kind, kept);
    } catch (error) {
      for (const { id } of kept.values()) step.site.spool.drop(id);
      throw error;
    }
  };
}

export const copyVerb: Verb<Site, never> = transferVerb(COPY);
export const moveVerb: Verb<Site, never> = transferVerb(MOVE);
