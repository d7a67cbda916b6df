/** A real directory that shows what stands on a datastore, and into which others may put files. Symbolic links are nobody's. */
import {
  closeSync,
  constants,
  copyFileSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export interface Shown {
  /** `dir/name`. */
  readonly path: string;
  readonly directory: boolean;
  readonly size: number;
  /** Another one whenever the file was written since. */
  readonly mark: string;
}

/** Files that stand deeper are not looked for. */
const DEEPEST = 64;

export class ShownDirectory {
  readonly root: string;

  constructor(within: string, name: string) {
    mkdirSync(within, { recursive: true });
    this.root = mkdtempSync(join(within, `${name.replace(/[^\w.-]/g, '_')}-`));
  }

  /** Every directory and regular file, directories before what they hold. */
  *walk(path: string = '', depth: number = 0): Generator<Shown> {
    for (const name of readdirSync(join(this.root, path)).sort()) {
      const at = path === '' ? name : `${path}/${name}`;
      const stats = this.#look(at);
      if (!stats || !(stats.isFile() || stats.isDirectory())) continue;
      const directory = stats.isDirectory();
      yield { path: at, directory, size: directory ? 0 : stats.size, mark: markOf(stats) };
      if (directory && depth < DEEPEST) yield* this.walk(at, depth + 1);
    }
  }

  /** Puts a file there with the bytes of another one, or bytes at hand, or that many zeros. Returns its mark. */
  put(path: string, contents: { readonly from: string } | Uint8Array | number): string | undefined {
    if (!this.#makeWay(path)) return undefined;
    const file = join(this.root, path);
    rmSync(file, { force: true, recursive: true });
    if (typeof contents === 'number') {
      const opened = openSync(file, 'wx', 0o644);
      ftruncateSync(opened, contents);
      closeSync(opened);
    } else if (contents instanceof Uint8Array) writeFileSync(file, contents, { flag: 'wx' });
    else copyFileSync(contents.from, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    return this.markOf(path);
  }

  makeDirectory(path: string): void {
    this.#makeWay(`${path}/x`);
  }

  remove(path: string): void {
    if (this.#isReal(dirname(path))) rmSync(join(this.root, path), { force: true, recursive: true });
  }

  /** Undefined where no regular file stands. */
  markOf(path: string): string | undefined {
    const stats = this.#isReal(dirname(path)) ? this.#look(path) : undefined;
    return stats?.isFile() ? markOf(stats) : undefined;
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
    rmSync(this.root, { recursive: true, force: true });
  }

  #look(path: string): Stats | undefined {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false });
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

function markOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino}/${size}/${mtimeMs}`;
}
