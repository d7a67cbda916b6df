/**
 * A real directory that shows what stands on a datastore, and into which others may put files. Symbolic links are nobody's.
 * What the file system refuses (a name too long, a disk that is full) is simply not shown.
 */
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { SPOOL_PREFIX } from './spool.ts';

export interface Shown {
  /** `dir/name`. */
  readonly path: string;
  readonly directory: boolean;
  readonly size: number;
  /** Another one whenever the file was written since. */
  readonly mark: string;
}

/** Bytes of another file, bytes at hand, or that many zeros. */
export type Contents = { readonly from: string } | Uint8Array | number;

/** The mark of every directory. */
export const DIRECTORY = 'directory';

/** Files that stand deeper are not looked for. */
const DEEPEST = 64;
const MODE = 0o644;

export class ShownDirectory {
  readonly root: string;
  /** It was there before, and stays when nobody shows anything in it any more. */
  readonly lent: boolean;

  private constructor(root: string, lent: boolean) {
    this.root = root;
    this.lent = lent;
  }

  /** A new directory below another one. */
  static fresh(within: string, name: string): ShownDirectory {
    mkdirSync(within, { recursive: true });
    return new ShownDirectory(mkdtempSync(join(within, `${name.replace(/[^\w.-]/g, '_')}-`)), false);
  }

  /** One that is there already, somewhere below `within`; undefined when it is none, leads elsewhere or is a spool. */
  static lent(within: string, path: string): ShownDirectory | undefined {
    const isThere = attempt(() => {
      const [real, above] = [realpathSync(path), realpathSync(within)];
      const isSpool = real.split(sep).some((part) => part.startsWith(SPOOL_PREFIX));
      return lstatSync(path).isDirectory() && real.startsWith(above + sep) && !isSpool;
    });
    return isThere ? new ShownDirectory(path.replace(/\/+$/, ''), true) : undefined;
  }

  get isEmpty(): boolean {
    return attempt(() => readdirSync(this.root).length === 0) === true;
  }

  /** Directories and regular files, directories before what they hold; no more than so many. */
  *walk(most: number): Generator<Shown> {
    let left = most;
    const walk = function* (this: ShownDirectory, path: string, depth: number): Generator<Shown> {
      for (const name of attempt(() => readdirSync(join(this.root, path)).sort()) ?? []) {
        if (left <= 0) return;
        const at = path === '' ? name : `${path}/${name}`;
        const stats = this.#look(at);
        if (!stats || !(stats.isFile() || stats.isDirectory())) continue;
        left--;
        const directory = stats.isDirectory();
        yield { path: at, directory, size: directory ? 0 : stats.size, mark: markOf(stats) };
        if (directory && depth < DEEPEST) yield* walk.call(this, at, depth + 1);
      }
    };
    yield* walk.call(this, '', 0);
  }

  /** Puts a file there. Returns its mark; undefined when something stands in its way. */
  put(path: string, contents: Contents): string | undefined {
    return attempt(() => {
      if (!this.#makeWay(path)) return undefined;
      const file = join(this.root, path);
      rmSync(file, { force: true, recursive: true });
      if (typeof contents === 'number') {
        const opened = openSync(file, 'wx', MODE);
        ftruncateSync(opened, contents);
        closeSync(opened);
      } else if (contents instanceof Uint8Array) writeFileSync(file, contents, { flag: 'wx', mode: MODE });
      else {
        copyFileSync(contents.from, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        // What is kept is private; what is shown is not.
        chmodSync(file, MODE);
      }
      return this.markOf(path);
    });
  }

  /** Whether the directory is there now. */
  makeDirectory(path: string): boolean {
    return attempt(() => this.#makeWay(`${path}/x`)) ?? false;
  }

  remove(path: string): void {
    attempt(() => {
      if (this.#isReal(dirname(path))) rmSync(join(this.root, path), { force: true, recursive: true });
    });
  }

  /** Bytes of a regular file; undefined where none stands, or one that is longer. */
  read(path: string, longest: number): Buffer | undefined {
    const stats = this.#isReal(dirname(path)) ? this.#look(path) : undefined;
    return stats?.isFile() && stats.size <= longest ? attempt(() => readFileSync(join(this.root, path))) : undefined;
  }

  /** Undefined where neither a regular file nor a directory stands. */
  markOf(path: string): string | undefined {
    const stats = this.#isReal(dirname(path)) ? this.#look(path) : undefined;
    return stats && (stats.isFile() || stats.isDirectory()) ? markOf(stats) : undefined;
  }

  /** Whether a symbolic link, or anything else that is neither file nor directory, stands on the way. */
  isBarred(path: string): boolean {
    const parts = path.split('/');
    return parts.some((_, i) => {
      const stats = this.#look(parts.slice(0, i + 1).join('/'));
      return stats !== undefined && !stats.isDirectory() && !stats.isFile();
    });
  }

  close(): void {
    if (!this.lent) attempt(() => rmSync(this.root, { recursive: true, force: true }));
  }

  #look(path: string): Stats | undefined {
    return attempt(() => lstatSync(join(this.root, path), { throwIfNoEntry: false }));
  }

  /** Makes the directories above a file; false where something that is none stands in the way. */
  #makeWay(path: string): boolean {
    const parts = path.split('/').slice(0, -1);
    for (const [i] of parts.entries()) {
      const above = parts.slice(0, i + 1).join('/');
      const stats = this.#look(above);
      if (!stats) mkdirSync(join(this.root, above));
      else if (!stats.isDirectory()) return false;
    }
    return true;
  }

  #isReal(directory: string): boolean {
    if (directory === '.' || directory === '') return true;
    return this.#isReal(dirname(directory)) && this.#look(directory)?.isDirectory() === true;
  }
}

function markOf(stats: Stats): string {
  return stats.isDirectory() ? DIRECTORY : `${stats.ino}/${stats.size}/${stats.mtimeMs}`;
}

/** What the file system refuses is not done. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return undefined;
  }
}
