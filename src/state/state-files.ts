/** The files of a state directory: snapshots by number, and behind each the log of what changed since. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SimError } from '../kernel/errors.ts';

const NAME = /^(snapshot|log)-(\d{1,12})$/;
/** What else may lie there: what a process that was killed left half done. */
const OURS = /^(?:lock(?:\.\d+)?|extents|(?:snapshot-\d{1,12})\.new)$/;

export class StateFiles {
  readonly directory: string;
  readonly extents: string;

  constructor(directory: string) {
    this.directory = directory;
    this.extents = join(directory, 'extents');
    mkdirSync(this.extents, { recursive: true, mode: 0o700 });
  }

  snapshot(number: number): string {
    return join(this.directory, `snapshot-${number}`);
  }

  log(number: number): string {
    return join(this.directory, `log-${number}`);
  }

  /** The newest snapshot that is whole, if there is one, and the logs to be read behind it. Throws ERR_STATE_DIR. */
  find(): { readonly snapshot: number | undefined; readonly logs: readonly number[] } {
    const numbers = { snapshot: [] as number[], log: [] as number[] };
    for (const name of readdirSync(this.directory)) {
      const [, what, number] = NAME.exec(name) ?? [];
      if (what) numbers[what as 'snapshot' | 'log'].push(Number(number));
      else if (!OURS.test(name)) throw this.#strange(name);
    }
    const snapshot = numbers.snapshot.length > 0 ? Math.max(...numbers.snapshot) : undefined;
    if (snapshot === undefined) {
      if (numbers.log.length > 0)
        throw new SimError('ERR_STATE_DIR', `${this.directory}: there is a log, and no snapshot`);
      return { snapshot, logs: [] };
    }
    const logs = numbers.log.filter((n) => n >= snapshot).sort((a, b) => a - b);
    const gap = logs.find((n, i) => n !== snapshot + i);
    if (gap !== undefined) throw new SimError('ERR_STATE_DIR', `${this.log(gap)}: the log before it is missing`);
    return { snapshot, logs };
  }

  /** Removes what a snapshot takes the place of, and what was never finished. */
  tidy(snapshot: number): void {
    for (const name of readdirSync(this.directory)) {
      const number = Number(NAME.exec(name)?.[2] ?? Number.NaN);
      if (number < snapshot || name.endsWith('.new')) rmSync(join(this.directory, name), { force: true });
    }
  }

  #strange(name: string): SimError {
    const hint = 'name a directory that is empty, or one that a simulator filled';
    return new SimError('ERR_STATE_DIR', `${join(this.directory, name)}: this is no file of a simulator`, { hint });
  }
}
