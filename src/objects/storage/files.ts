/**
 * The files clients put on datastores: which paths there are, and which extent of the spool holds the bytes of each.
 * Files of VMs are not here; they follow from the VMs.
 */
import type { DiskContent } from '../../spool/layer.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import type { StandingDisk } from './disk/standing-disk.ts';

export interface FileFacets {
  readonly at: {
    /** Id of the datastore. */
    readonly datastore: string;
    /** `dir/name`: no slash at either end. */
    readonly path: string;
  };
  readonly content: {
    readonly directory: boolean;
    /** Bytes; 0 for a directory. */
    readonly size: number;
    /**
     * Extent of the spool; absent for a directory, and where the bytes follow from something else. Extents are
     * immutable, so several files may share one.
     */
    readonly extent?: string | undefined;
    /** The bytes of a disk's extent, where they are a pile of layers. */
    readonly layers?: DiskContent | undefined;
    /** Bytes it takes, where these are not its size: the extent of a thin disk takes what was written. */
    readonly held?: number | undefined;
    /** Bytes that a directory which is an object of its own may hold, where somebody said. */
    readonly capacity?: number | undefined;
    /** Instant on the clock. */
    readonly modified: number;
    /** Who owns it, where that is another than root. */
    readonly owner?: string | undefined;
    /** What a configuration file says: it is read where its bytes are not at hand. */
    readonly text?: string | undefined;
    /** `changed` of the machine whose file it was written over; once that goes on, the machine's own stands again. */
    readonly over?: number | undefined;
  };
  /** What the file describes, when it is the descriptor of a disk that no machine has. */
  readonly disk?: StandingDisk | undefined;
}

/** No managed object of the API: it has no properties, and no reference to it ever leaves. */
export const datastoreFileKind: KindSpec<FileFacets> = defineKind<FileFacets>({
  type: 'DatastoreFile',
  relations: {
    datastore: { facet: 'at', to: 'Datastore', of: (s) => s.at.datastore, inverse: 'file' },
  },
  sums: {
    fileBytes: { relation: 'datastore', facets: ['content'], value: (s) => heldOf(s.content) },
  },
  indexes: {
    filePath: { facets: ['at'], keys: (s) => fileKeyOf(s.at.datastore, s.at.path) },
    extent: { facets: ['content'], keys: (s) => extentsOf(s.content) },
    fileIn: { facets: ['at'], keys: (s) => fileKeyOf(s.at.datastore, directoryOf(s.at.path)) },
    diskBelow: { facets: ['disk'], keys: ({ disk }) => below(disk) },
  },
});

/** Bytes a file takes. */
export function heldOf({ held, size }: FileFacets['content']): number {
  return held ?? size;
}

/** The extents a file's bytes are read from. */
export function extentsOf({ extent, layers }: FileFacets['content']): readonly string[] {
  const named = (layers ?? []).map((layer) => layer.extent);
  return extent === undefined ? named : [extent, ...named];
}

/** What a disk only holds the differences from. */
function below(disk: StandingDisk | undefined): string | undefined {
  const file = disk?.parent?.file;
  return file && fileKeyOf(file.datastore, file.path);
}

function fileKeyOf(datastore: string, path: string): string {
  return `${datastore}/${path}`;
}

/** `dir` of `dir/name`; '' at the top. */
export function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

export function fileAt(world: World, datastore: string, path: string): Cell<FileFacets> | undefined {
  const found = world.lookup.get('filePath', fileKeyOf(datastore, path)).values().next().value;
  return found as unknown as Cell<FileFacets> | undefined;
}

/** What stands in a directory; '' for the top. */
export function filesIn(world: World, datastore: string, directory: string): Cell<FileFacets>[] {
  return [...world.lookup.get('fileIn', fileKeyOf(datastore, directory))] as unknown as Cell<FileFacets>[];
}

export interface NewContent {
  readonly extent?: string | undefined;
  readonly layers?: DiskContent | undefined;
  readonly held?: number | undefined;
  readonly size: number;
  readonly modified: number;
  readonly text?: string | undefined;
  readonly over?: number | undefined;
}

/**
 * Puts a file in place, its missing directories with it, or new contents in place of old. Returns whether it is new;
 * undefined when a directory stands there or a file stands where one of its directories would be. What the file
 * described before it describes no more. Inside a turn.
 */
export function putFile(
  world: World,
  datastore: string,
  path: string,
  content: NewContent,
  disk?: StandingDisk,
): boolean | undefined {
  const old = fileAt(world, datastore, path);
  if (old?.state.content.directory || !makeDirectory(world, datastore, directoryOf(path), content.modified))
    return undefined;
  const text = content.text ?? textOf(world, content.extent);
  const record = Object.freeze({ directory: false, ...content, ...(text !== undefined && { text }) });
  if (old) world.update(old, { content: record, disk });
  else create(world, { at: { datastore, path }, content: record, ...(disk && { disk }) });
  return old === undefined;
}

/** What another file of the same bytes is known to say. */
function textOf(world: World, extent: string | undefined): string | undefined {
  if (extent === undefined) return undefined;
  for (const cell of world.lookup.get('extent', extent)) {
    const { text } = (cell as unknown as Cell<FileFacets>).state.content;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Makes a directory and those above it. False when a file stands in the way. Inside a turn. */
export function makeDirectory(world: World, datastore: string, path: string, modified: number): boolean {
  if (path === '') return true;
  const old = fileAt(world, datastore, path);
  if (old) return old.state.content.directory;
  if (!makeDirectory(world, datastore, directoryOf(path), modified)) return false;
  create(world, { at: { datastore, path }, content: { directory: true, size: 0, modified } });
  return true;
}

/** Gives a file another place, or a directory with everything below it; its new directory is there. Inside a turn. */
export function moveFile(world: World, file: Cell<FileFacets>, datastore: string, path: string): void {
  const { at } = file.state;
  for (const below of filesIn(world, at.datastore, at.path)) {
    moveFile(world, below, datastore, path + below.state.at.path.slice(at.path.length));
  }
  const { disk } = file.state;
  world.update(file, { at: { datastore, path }, ...(disk && { disk: movedDisk(disk, at, { datastore, path }) }) });
}

/** A descriptor names what lies below it beside itself without a directory: that is looked for beside it wherever it is. */
export function movedDisk(disk: StandingDisk, from: FileFacets['at'], to: FileFacets['at']): StandingDisk {
  const below = disk.parent?.file;
  const beside = directoryOf(from.path);
  if (!below || below.datastore !== from.datastore || directoryOf(below.path) !== beside) return disk;
  const directory = directoryOf(to.path);
  const name = below.path.slice(below.path.lastIndexOf('/') + 1);
  const file = Object.freeze({ datastore: to.datastore, path: directory === '' ? name : `${directory}/${name}` });
  return Object.freeze({ ...disk, parent: Object.freeze({ ...disk.parent!, file }) });
}

/** Bytes that a file takes, or everything below a directory. */
export function bytesOf(world: World, { state: { at, content } }: Cell<FileFacets>): number {
  return filesIn(world, at.datastore, at.path).reduce((sum, below) => sum + bytesOf(world, below), heldOf(content));
}

/** Removes a file, or a directory with everything below it. Inside a turn. */
export function removeFile(world: World, file: Cell<FileFacets>): void {
  const { datastore, path } = file.state.at;
  for (const below of filesIn(world, datastore, path)) removeFile(world, below);
  world.destroy(file);
}

/** Counted apart, so that no upload shifts the ids of the inventory. */
function create(world: World, state: FileFacets): void {
  world.create(datastoreFileKind, state, `file-${world.numbers.next('#file')}`);
}
