/**
 * Datastores that are real directories, as those of vcsim are: what stands on them is there for whoever looks, and what
 * others put there is taken in when somebody asks for the datastore.
 */
import type { Clock } from '../../kernel/clock.ts';
import { type Shown, ShownDirectory } from '../../spool/shown-directory.ts';
import type { Spool } from '../../spool/spool.ts';
import type { Cell } from '../../world/cell.ts';
import type { Image } from '../../world/image.ts';
import type { Participant, World } from '../../world/world.ts';
import { filesOf, type MachineFile } from '../machine/files.ts';
import type { Machine } from '../machine/machine.ts';
import { derivedFile } from '../machine/vmx/vmx-files.ts';
import { type Datastore, datastoreKind, freeSpace } from './datastore.ts';
import { type Directories, directoriesOf } from './directory.ts';
import {
  datastoreFileKind,
  directoryOf,
  type FileFacets,
  fileAt,
  makeDirectory,
  putFile,
  removeFile,
} from './files.ts';

interface Store {
  readonly directory: ShownDirectory;
  /** Path -> mark of the file as it was put there, or taken in. */
  readonly marks: Map<string, string>;
}

/** Larger inventories show only what clients put on their datastores. */
const MOST_MACHINES = 1_000;

export class ShownStores implements Participant {
  readonly #world: World;
  readonly #spool: Spool;
  readonly #clock: Clock;
  readonly #stores = new Map<string, Store>();
  /** What the turn under way changed. */
  readonly #before: Image;
  /** Files of each machine by its id, as they were shown last. */
  readonly #machines = new Map<string, readonly MachineFile[]>();
  #takingIn = false;

  /** Makes a directory for each datastore that is on no server, below `within`. */
  constructor(world: World, spool: Spool, clock: Clock, within: string) {
    this.#world = world;
    this.#spool = spool;
    this.#clock = clock;
    world.turn(() => {
      for (const cell of [...world.every<Datastore>(datastoreKind)]) {
        const { name, volume } = cell.state;
        if (volume.remote || volume.directory !== undefined) continue;
        const directory = new ShownDirectory(within, name);
        this.#stores.set(cell.id, { directory, marks: new Map() });
        world.update(cell, { volume: Object.freeze({ ...volume, directory: directory.root }) });
      }
    });
    this.#before = world.save();
    this.#showAll();
  }

  /** Takes in what others put into the directory of a datastore, and lets go of what they took away. */
  look(cell: Cell<Datastore>): void {
    const store = this.#stores.get(cell.id);
    if (!store || this.#takingIn) return;
    this.#takingIn = true;
    try {
      const found = [...store.directory.walk()];
      const standing = directoriesOf(cell);
      const changed = found.filter((file) => this.#isForeign(cell, store, file, standing));
      const gone = this.#goneFrom(cell, new Set(found.map(({ path }) => path)));
      if (changed.length === 0 && gone.length === 0) return;
      this.#world.turn(() => {
        for (const file of gone) if (file.alive) removeFile(this.#world, file);
        for (const file of changed) this.#takeIn(cell, store, file);
      });
    } finally {
      this.#before.changes.clear();
      this.#takingIn = false;
    }
  }

  /** Whether a symbolic link stands on the way to a file. */
  isBarred(cell: Cell<Datastore>, path: string): boolean {
    return path !== '' && (this.#stores.get(cell.id)?.directory.isBarred(path) ?? false);
  }

  begin(): void {}

  commit(): void {
    if (this.#takingIn) return;
    for (const [id, before] of this.#before.changes) {
      if (before?.kind.type === datastoreFileKind.type) this.#hide(before.state as FileFacets);
      const now = this.#world.find(id);
      if (now?.is(datastoreFileKind.type)) this.#show(now as unknown as Cell<FileFacets>);
      else if (before?.kind.type === 'VirtualMachine' || now?.is('VirtualMachine')) this.#showMachine(id);
    }
    this.#before.changes.clear();
  }

  rollback(): void {
    this.#before.changes.clear();
  }

  /** After the world went back to an earlier moment: shows what it holds, and nothing that was shown before. */
  renew(): void {
    for (const { directory, marks } of this.#stores.values()) {
      for (const path of marks.keys()) directory.remove(path);
      marks.clear();
    }
    this.#machines.clear();
    this.#before.changes.clear();
    this.#showAll();
  }

  close(): void {
    for (const { directory } of this.#stores.values()) directory.close();
  }

  #showAll(): void {
    for (const cell of this.#world.every<FileFacets>(datastoreFileKind)) this.#show(cell);
    const machines = this.#world.ofType('VirtualMachine');
    if (machines.size <= MOST_MACHINES) for (const { id } of machines) this.#showMachine(id);
  }

  #show({ state: { at, content } }: Cell<FileFacets>): void {
    const store = this.#stores.get(at.datastore);
    if (!store) return;
    if (content.directory) return store.directory.makeDirectory(at.path);
    const [only, ...more] = content.layers ?? [];
    const extent = content.extent ?? (only?.kind === 'raw' && more.length === 0 ? only.extent : undefined);
    this.#put(store, at.path, extent === undefined ? content.size : { from: this.#spool.fileOf(extent) });
  }

  #hide({ at }: FileFacets): void {
    const store = this.#stores.get(at.datastore);
    if (!store || fileAt(this.#world, at.datastore, at.path)) return;
    store.directory.remove(at.path);
    store.marks.delete(at.path);
  }

  #put(store: Store, path: string, contents: Parameters<ShownDirectory['put']>[1]): void {
    const mark = store.directory.put(path, contents);
    if (mark !== undefined) store.marks.set(path, mark);
  }

  #showMachine(id: string): void {
    const before = this.#machines.get(id) ?? [];
    const machine = this.#world.find(id)?.state as Machine | undefined;
    const now = machine ? filesOf(machine) : [];
    for (const file of now) {
      const store = this.#stores.get(file.at.datastore);
      if (!store || fileAt(this.#world, file.at.datastore, file.at.path)) continue;
      const bytes = derivedFile(this.#world, file.at)?.bytes;
      const isShown = store.marks.has(file.at.path) && before.some((b) => samePlace(b, file) && b.size === file.size);
      if (bytes || !isShown) this.#put(store, file.at.path, bytes ?? file.size);
    }
    for (const file of before) {
      const store = this.#stores.get(file.at.datastore);
      if (!store || now.some((n) => samePlace(n, file)) || this.#stands(file)) continue;
      store.directory.remove(file.at.path);
      store.marks.delete(file.at.path);
    }
    if (machine) this.#machines.set(id, now);
    else this.#machines.delete(id);
  }

  /** A machine that is taken off the inventory leaves its files. */
  #stands({ at }: MachineFile): boolean {
    const cell = this.#world.as(datastoreKind, at.datastore);
    return cell !== undefined && stands(directoriesOf(cell), at.path);
  }

  #isForeign(
    cell: Cell<Datastore>,
    { marks }: Store,
    { path, directory, mark }: Shown,
    standing: Directories,
  ): boolean {
    if (directory) return !standing.has(path);
    return marks.get(path) !== mark || !(fileAt(this.#world, cell.id, path) ?? stands(standing, path));
  }

  #goneFrom(cell: Cell<Datastore>, there: ReadonlySet<string>): Cell<FileFacets>[] {
    return [...cell.back<FileFacets>('file')].filter(({ state: { at } }) => !there.has(at.path));
  }

  #takeIn(
    cell: Cell<Datastore>,
    { directory, marks }: Store,
    { path, directory: isDirectory, size, mark }: Shown,
  ): void {
    const modified = this.#clock.now();
    if (isDirectory) {
      makeDirectory(this.#world, cell.id, path, modified);
      return;
    }
    marks.set(path, mark);
    const extent = size > freeSpace(cell) ? undefined : this.#spool.adopt(`${directory.root}/${path}`);
    if (!extent) return;
    putFile(this.#world, cell.id, path, { extent: extent.id, size: extent.size, modified });
  }
}

function samePlace(a: MachineFile, b: MachineFile): boolean {
  return a.at.path === b.at.path && a.at.datastore === b.at.datastore;
}

function stands(standing: Directories, path: string): boolean {
  return standing.get(directoryOf(path))?.has(path.slice(path.lastIndexOf('/') + 1)) === true;
}
