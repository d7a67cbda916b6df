/**
 * Datastores that are real directories, as those of vcsim are: what stands on them is there for whoever looks, and what
 * others put there is taken in when somebody asks for the datastore. Disks are there with their descriptors and in their
 * size; what guests wrote to them is not.
 */
import { createHash } from 'node:crypto';
import { sep } from 'node:path';
import { type Contents, DIRECTORY, type Shown, ShownDirectory } from '../../spool/shown-directory.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Image } from '../../world/image.ts';
import type { Participant } from '../../world/world.ts';
import { filesOf, type MachineFile } from '../machine/files.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import { derivedFile, isVmx, LONGEST_VMX, noteOfWrite } from '../machine/vmx/vmx-files.ts';
import type { Site } from '../site.ts';
import { type Datastore, datastoreKind, freeSpace } from './datastore.ts';
import { directoriesOf } from './directory.ts';
import { diskArrived, diskDescribed, isVmdk } from './disk/arrived.ts';
import { descriptorText } from './disk/disk-files.ts';
import {
  datastoreFileKind,
  directoryOf,
  type FileFacets,
  fileAt,
  makeDirectory,
  putFile,
  removeFile,
} from './files.ts';

/** What was put there, or taken in. */
interface Known {
  readonly mark: string;
  /** Digest of the bytes that were put there. */
  readonly digest?: string | undefined;
  /** Somebody else put it there. */
  readonly foreign?: true | undefined;
}

interface Store {
  readonly directory: ShownDirectory;
  /** By path. */
  readonly known: Map<string, Known>;
}

/** Larger inventories show only what clients put on their datastores. */
const MOST_MACHINES = 1_000;
/** What lies behind so many files of a directory is not looked for. */
const MOST_FOUND = 10_000;

export class ShownStores implements Participant {
  readonly #site: Site;
  readonly #within: string;
  readonly #stores = new Map<string, Store>();
  /** What the turn under way changed. */
  readonly #before: Image;
  /** Files of each machine by its id, as they were shown last. */
  readonly #machines = new Map<string, readonly MachineFile[]>();
  #takingIn = false;
  /** What was known before the turn under way took things in, and what it adopted: for when it is taken back. */
  readonly #knownBefore = new Map<Store, ReadonlyMap<string, Known>>();
  #adopted: string[] = [];

  /** Makes a directory for each datastore that is on no server, below `within`. */
  constructor(site: Site, within: string) {
    this.#site = site;
    this.#within = within;
    const { world } = site;
    world.turn(() => {
      for (const cell of [...world.every<Datastore>(datastoreKind)]) {
        const { name, volume } = cell.state;
        if (volume.remote || volume.directory !== undefined) continue;
        const directory = ShownDirectory.fresh(within, name);
        this.#stores.set(cell.id, { directory, known: new Map() });
        world.update(cell, { volume: Object.freeze({ ...volume, directory: directory.root }) });
      }
    });
    this.#before = world.save();
    this.#showAll();
  }

  /**
   * A directory that is there already, for a datastore to be in it. Undefined for a path elsewhere and where something is
   * already: a client says the path, and what nobody put on a datastore is not for clients. Throws FileNotFound.
   */
  lend(path: string): ShownDirectory | undefined {
    if (!path.startsWith(this.#within + sep)) return undefined;
    const lent = ShownDirectory.lent(this.#within, path);
    if (!lent) throw new VimFault('FileNotFound', { file: path });
    return lent.isEmpty ? lent : undefined;
  }

  /** The datastore is in that directory from now on. */
  open(cell: Cell<Datastore>, directory: ShownDirectory): void {
    if (!this.#stores.has(cell.id)) this.#stores.set(cell.id, { directory, known: new Map() });
  }

  /** Takes in what others put into the directory of a datastore, and lets go of what they took away. */
  look(cell: Cell<Datastore>): void {
    const store = this.#stores.get(cell.id);
    if (!store || this.#takingIn) return;
    this.#takingIn = true;
    const taken: FileAt[] = [];
    try {
      const found = [...store.directory.walk(MOST_FOUND)];
      const changed = found.filter(({ path, mark }) => store.known.get(path)?.mark !== mark);
      const gone = goneFrom(store, found);
      if (changed.length === 0 && gone.length === 0) return;
      this.#site.world.turn(() => {
        if (!this.#knownBefore.has(store)) this.#knownBefore.set(store, new Map(store.known));
        for (const path of gone) this.#letGo(cell, store, path);
        for (const file of changed) if (this.#takeIn(cell, store, file)) taken.push({ ...file, datastore: cell.id });
      });
    } finally {
      this.#before.changes.clear();
      this.#takingIn = false;
    }
    for (const { datastore, path } of taken) if (isVmdk(path)) this.#examine({ datastore, path });
  }

  /** Whether a symbolic link stands on the way to a file. */
  isBarred(cell: Cell<Datastore>, path: string): boolean {
    return path !== '' && (this.#stores.get(cell.id)?.directory.isBarred(path) ?? false);
  }

  begin(): void {
    this.#knownBefore.clear();
    this.#adopted = [];
  }

  commit(): void {
    if (this.#takingIn) return;
    const { world } = this.#site;
    for (const [id, before] of this.#before.changes) {
      if (before?.kind.type === datastoreFileKind.type) this.#hide(before.state as FileFacets);
      const now = world.find(id);
      if (now?.is(datastoreFileKind.type)) this.#show(now as unknown as Cell<FileFacets>);
      else if (before?.kind.type === 'VirtualMachine' || now?.is('VirtualMachine')) this.#showMachine(id);
    }
    this.#before.changes.clear();
  }

  rollback(): void {
    this.#before.changes.clear();
    for (const [{ known }, before] of this.#knownBefore) {
      known.clear();
      for (const [path, what] of before) known.set(path, what);
    }
    for (const extent of this.#adopted) this.#site.spool.drop(extent);
  }

  /** After the world went back to an earlier moment: shows what it holds, and nothing that was shown before. */
  renew(): void {
    for (const { directory, known } of this.#stores.values()) {
      for (const [path, { foreign, mark }] of known) {
        const isOthers = directory.lent && (foreign || mark === DIRECTORY);
        if (!isOthers) directory.remove(path);
      }
      known.clear();
    }
    this.#machines.clear();
    this.#before.changes.clear();
    this.#showAll();
  }

  close(): void {
    for (const { directory } of this.#stores.values()) directory.close();
  }

  #showAll(): void {
    const { world } = this.#site;
    for (const cell of world.every<FileFacets>(datastoreFileKind)) this.#show(cell);
    const machines = world.ofType('VirtualMachine');
    if (machines.size <= MOST_MACHINES) for (const { id } of machines) this.#showMachine(id);
  }

  #show({ state: { at, content } }: Cell<FileFacets>): void {
    const store = this.#stores.get(at.datastore);
    if (!store) return;
    if (content.directory) return this.#showDirectory(store, at.path);
    const [only, ...more] = content.layers ?? [];
    const extent = content.extent ?? (only?.kind === 'raw' && more.length === 0 ? only.extent : undefined);
    if (extent !== undefined) this.#put(store, at.path, { from: this.#site.spool.fileOf(extent) });
    else this.#put(store, at.path, this.#descriptor(at) ?? content.size);
  }

  #hide({ at }: FileFacets): void {
    const store = this.#stores.get(at.datastore);
    const { world } = this.#site;
    if (!store || fileAt(world, at.datastore, at.path)) return;
    store.known.delete(at.path);
    // Who lent a directory has its files back when its datastore goes.
    if (world.find(at.datastore) || !store.directory.lent) store.directory.remove(at.path);
  }

  #descriptor(at: FileAt): Uint8Array | undefined {
    const text = isVmdk(at.path) ? descriptorText(this.#site.world, at) : undefined;
    return text === undefined ? undefined : Buffer.from(text);
  }

  #showDirectory(store: Store, path: string): void {
    if (path === '' || store.known.has(path) || !store.directory.makeDirectory(path)) return;
    this.#showDirectory(store, directoryOf(path));
    store.known.set(path, { mark: DIRECTORY });
  }

  #put(store: Store, path: string, contents: Contents): void {
    const digest = contents instanceof Uint8Array ? createHash('sha1').update(contents).digest('hex') : undefined;
    if (digest !== undefined && store.known.get(path)?.digest === digest) return;
    const mark = store.directory.put(path, contents);
    if (mark === undefined) return;
    this.#showDirectory(store, directoryOf(path));
    store.known.set(path, { mark, digest });
  }

  #showMachine(id: string): void {
    const { world } = this.#site;
    const before = this.#machines.get(id) ?? [];
    const machine = world.find(id)?.state as Machine | undefined;
    const now = machine ? filesOf(machine) : [];
    for (const { at, size } of now) {
      const store = this.#stores.get(at.datastore);
      if (!store || fileAt(world, at.datastore, at.path)) continue;
      const bytes = derivedFile(world, at)?.bytes ?? this.#descriptor(at);
      const isShown = store.known.has(at.path) && before.some((b) => samePlace(b, { at }) && b.size === size);
      if (bytes || !isShown) this.#put(store, at.path, bytes ?? size);
    }
    for (const file of before) {
      const store = this.#stores.get(file.at.datastore);
      if (!store || now.some((n) => samePlace(n, file)) || this.#stands(file)) continue;
      store.directory.remove(file.at.path);
      store.known.delete(file.at.path);
    }
    if (machine) this.#machines.set(id, now);
    else this.#machines.delete(id);
  }

  /** A machine that is taken off the inventory leaves its files. */
  #stands({ at }: MachineFile): boolean {
    const cell = this.#site.world.as(datastoreKind, at.datastore);
    return cell !== undefined && directoriesOf(cell).get(directoryOf(at.path))?.has(lastPart(at.path)) === true;
  }

  #letGo(cell: Cell<Datastore>, { known }: Store, path: string): void {
    known.delete(path);
    const file = fileAt(this.#site.world, cell.id, path);
    if (file) removeFile(this.#site.world, file);
  }

  /** True when a file came in. */
  #takeIn(cell: Cell<Datastore>, store: Store, { path, directory: isDirectory, size, mark }: Shown): boolean {
    const { world, spool, clock } = this.#site;
    const modified = clock.now();
    store.known.set(path, { mark, foreign: true });
    if (isDirectory) {
      makeDirectory(world, cell.id, path, modified);
      return false;
    }
    const { directory } = store;
    const extent = size > freeSpace(cell) ? undefined : spool.adopt(`${directory.root}/${path}`);
    if (!extent) return false;
    const text = isVmx(path) ? directory.read(path, LONGEST_VMX) : undefined;
    const note = text && noteOfWrite(world, { datastore: cell.id, path }, text);
    const content = { extent: extent.id, size: extent.size, modified, ...note };
    // Whoever looks finds the disk that a descriptor brought; any other is known once it is examined.
    const disk = diskDescribed(this.#site, { datastore: cell.id, path }, size, () => directory.read(path, size));
    const isTaken = putFile(world, cell.id, path, content, disk) !== undefined;
    if (isTaken) this.#adopted.push(extent.id);
    else spool.drop(extent.id);
    return isTaken;
  }

  /** A disk is known for one once its descriptor is read; one that is gone by then is none. */
  #examine(at: FileAt): void {
    const { clock } = this.#site;
    clock.hold(diskArrived(this.#site, at)).catch(() => {});
  }
}

/** What was there and is no more; of a directory that was not looked through, what is really not there. */
function goneFrom({ directory, known }: Store, found: readonly Shown[]): string[] {
  const there = new Set(found.map(({ path }) => path));
  const missing = [...known.keys()].filter((path) => !there.has(path));
  return found.length < MOST_FOUND ? missing : missing.filter((path) => directory.markOf(path) === undefined);
}

function samePlace(a: MachineFile, b: Pick<MachineFile, 'at'>): boolean {
  return a.at.path === b.at.path && a.at.datastore === b.at.datastore;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
