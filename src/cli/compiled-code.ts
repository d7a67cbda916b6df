/** Code of ours as V8 has compiled it once before: a start that compiles nothing takes a third less time. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { Script } from 'node:vm';

/** What V8 made of `x.cjs` is in `x.cjs.v8`, behind the mark of what it was made of and by whom. */
const KEPT = '.v8';
const MARK = 32;

interface Loaded {
  readonly mark: Buffer;
  readonly script: Script;
  readonly module: { readonly exports: object };
}

/**
 * Loads CommonJS files that require one another, with what was kept of them. V8 itself looks neither at the text nor at
 * Node's version, and crashes on what another build of it made: only what this very Node made of this very text is handed on.
 */
export class CompiledCode {
  readonly #runtime: string;
  readonly #loaded = new Map<string, Loaded>();

  /** `runtime` tells one build of Node from any other. */
  constructor(runtime: string = `${process.version} ${process.platform} ${process.arch} ${process.versions.v8}`) {
    this.#runtime = runtime;
  }

  /** `file` is an absolute path. Gives what it exports. */
  load(file: string): object {
    const known = this.#loaded.get(file);
    if (known) return known.module.exports;
    const text = readFileSync(file);
    const mark = createHash('sha256').update(`${this.#runtime}\n`).update(text).digest();
    const script = new Script(`(function (exports, require, module, __filename) {${text}\n})`, {
      // V8 keeps the name too, and the package may lie elsewhere by then.
      filename: `simsphere/${basename(dirname(file))}/${basename(file)}`,
      cachedData: keptOf(file, mark),
    });
    const loaded: Loaded = { mark, script, module: { exports: {} } };
    this.#loaded.set(file, loaded);
    const packages = createRequire(file);
    const require = (id: string) => (id.startsWith('.') ? this.load(resolve(dirname(file), id)) : packages(id));
    script.runInThisContext()(loaded.module.exports, require, loaded.module, file);
    return loaded.module.exports;
  }

  /** Keeps what has been compiled so far, of every file that was loaded: the more of it has run, the more. */
  keep(): void {
    for (const [file, { mark, script }] of this.#loaded) {
      writeFileSync(`${file}${KEPT}.new`, Buffer.concat([mark, script.createCachedData()]));
      renameSync(`${file}${KEPT}.new`, file + KEPT);
    }
  }
}

/** Undefined where nothing was kept, or nothing that is of use. */
function keptOf(file: string, mark: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(file + KEPT);
    return kept.subarray(0, MARK).equals(mark) ? kept.subarray(MARK) : undefined;
  } catch {
    return undefined;
  }
}
