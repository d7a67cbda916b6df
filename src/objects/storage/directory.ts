/** What stands on a datastore, as whoever browses it sees it: what clients put there and what machines have there. */
import type { Cell } from '../../world/cell.ts';
import type { Machine } from '../machine/machine.ts';
import { type FileOnDatastore, machineFilesOn } from '../machine/machine-files.ts';
import { leftFiles } from '../machine/vmx/left-files.ts';
import { standingFile } from '../machine/vmx/vmx-files.ts';
import type { Datastore } from './datastore.ts';
import type { StandingDisk } from './disk/standing-disk.ts';
import { directoryOf, type FileFacets, fileAt, heldOf } from './files.ts';

export interface Entry {
  /** The last part of its path. */
  readonly name: string;
  readonly directory: boolean;
  /** Bytes; 0 for a directory. */
  readonly size: number;
  /** Instant on the clock. */
  readonly modified: number;
  readonly owner: string;
  /** What it is to the machine it belongs to. */
  readonly owned?: FileOnDatastore | undefined;
  /** What it describes of a disk that no machine has. */
  readonly disk?: StandingDisk | undefined;
}

const ROOT = 'root';

/** The entries of each directory by name, each directory by its path; the top's is ''. */
export type Directories = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

export function directoriesOf(store: Cell<Datastore>): Directories {
  const found = new Map<string, Map<string, Entry>>([['', new Map()]]);
  const within = (path: string, modified: number): Map<string, Entry> => {
    const known = found.get(path);
    if (known) return known;
    const made = new Map<string, Entry>();
    found.set(path, made);
    const name = lastPart(path);
    within(directoryOf(path), modified).set(name, { name, directory: true, size: 0, modified, owner: ROOT });
    return made;
  };
  for (const cell of store.back<FileFacets>('file')) {
    const { at, content, disk } = cell.state;
    const { directory, modified, owner = ROOT } = content;
    const name = lastPart(at.path);
    if (directory) within(at.path, modified);
    within(directoryOf(at.path), modified).set(name, {
      name,
      directory,
      size: heldOf(content),
      modified,
      owner,
      disk,
    });
  }
  for (const owned of machineFilesOn(store)) {
    const { at, size, modified } = owned;
    const name = lastPart(at.path);
    const beside = within(directoryOf(at.path), modified);
    if (!beside.has(name) || !standingFile(store.world, at)) {
      beside.set(name, { name, directory: false, size, modified, owner: ROOT, owned });
    }
  }
  return found;
}

/** Whether a directory is there: the top, one somebody made, or one that holds files of machines, registered or left. */
export function isDirectory(store: Cell<Datastore>, path: string): boolean {
  if (path === '') return true;
  const file = fileAt(store.world, store.id, path);
  if (file) return file.state.content.directory;
  const below = (at: string) => at.startsWith(`${path}/`);
  if (leftFiles(store.world, store.id).some((left) => below(left.at.path))) return true;
  for (const { state } of store.back<Machine>('vm')) {
    const own = [state.files.vmx, ...state.devices.map((device) => device.backing?.file)];
    if (own.some((at) => at?.datastore === store.id && below(at.path))) return true;
  }
  return false;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
