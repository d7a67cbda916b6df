/** Code of ours as V8 has compiled it once before: a start that compiles nothing takes half the time. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Script } from 'node:vm';

/** What V8 made of `x.cjs` is in `x.cjs.v8`. */
const KEPT = '.v8';

interface Loaded {
  readonly script: Script;
  readonly module: { readonly exports: object };
}

/**
 * Loads CommonJS files that require one another, with what was kept of them where V8 will have it: another V8 than the one
 * that made it does not, and compiles as ever.
 */
export class CompiledCode {
  readonly #loaded = new Map<string, Loaded>();

  /** `file` is an absolute path. Gives what it exports. */
  load(file: string): object {
    const known = this.#loaded.get(file);
    if (known) return known.module.exports;
    const script = new Script(`(function (exports, require, module, __filename) {${readFileSync(file, 'utf8')}\n})`, {
      filename: file,
      cachedData: existsSync(file + KEPT) ? readFileSync(file + KEPT) : undefined,
    });
    const loaded: Loaded = { script, module: { exports: {} } };
    this.#loaded.set(file, loaded);
    const packages = createRequire(file);
    const require = (id: string) => (id.startsWith('.') ? this.load(resolve(dirname(file), id)) : packages(id));
    script.runInThisContext()(loaded.module.exports, require, loaded.module, file);
    return loaded.module.exports;
  }

  /** Keeps what has been compiled so far, of every file that was loaded: the more of it has run, the more. */
  keep(): void {
    for (const [file, { script }] of this.#loaded) writeFileSync(file + KEPT, script.createCachedData());
  }
}
