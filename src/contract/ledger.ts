/** What a run has made on a target, written down before it is made: what a crash leaves can be found and removed. */
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync } from 'node:fs';
import { SimError } from '../kernel/errors.ts';

export type Making = 'folder' | 'directory' | 'machine' | 'pool' | 'role';

/** One line of the file. */
export type LedgerLine =
  | {
      readonly step: 'opened';
      readonly run: string;
      readonly vcenter: string;
      readonly url: string;
      readonly cluster: string;
    }
  | { readonly step: 'making'; readonly run: string; readonly what: Making; readonly name: string }
  | { readonly step: 'made'; readonly run: string; readonly what: Making; readonly name: string; readonly id: string }
  | { readonly step: 'removed'; readonly run: string; readonly what: Making; readonly name: string }
  | { readonly step: 'closed'; readonly run: string };

/** A run that was opened and not closed. */
export interface OpenRun {
  readonly run: string;
  /** Instance UUID of the vCenter. */
  readonly vcenter: string;
  readonly url: string;
  readonly cluster: string;
  /** What was made, or may have been, and not removed. */
  readonly left: readonly { readonly what: Making; readonly name: string; readonly id?: string | undefined }[];
}

export class Ledger {
  readonly #file: string | undefined;

  /** Without a file nothing is kept: for targets that are thrown away. */
  constructor(file?: string) {
    this.#file = file;
  }

  /** Returns when the line is on the disk. */
  note(line: LedgerLine): void {
    if (this.#file === undefined) return;
    const file = openSync(this.#file, 'a');
    try {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Makes something whose name is written down first. */
  async making<T>(
    run: string,
    what: Making,
    name: string,
    make: () => Promise<T>,
    idOf: (made: T) => string,
  ): Promise<T> {
    this.note({ step: 'making', run, what, name });
    const made = await make();
    this.note({ step: 'made', run, what, name, id: idOf(made) });
    return made;
  }

  /** The file goes with the last run it tells of. */
  close(run: string): void {
    this.note({ step: 'closed', run });
    if (this.#file !== undefined && openRuns(this.#file).length === 0) rmSync(this.#file, { force: true });
  }
}

/** Runs in a ledger that nobody closed. A last line that was cut short stands for nothing that was done. */
export function openRuns(file: string): OpenRun[] {
  const runs = new Map<
    string,
    { opened: Extract<LedgerLine, { step: 'opened' }>; left: Map<string, OpenRun['left'][number]> }
  >();
  for (const line of readLedger(file)) {
    if (line.step === 'opened') runs.set(line.run, { opened: line, left: new Map() });
    else if (line.step === 'closed') runs.delete(line.run);
    else {
      const left = runs.get(line.run)?.left;
      const key = `${line.what} ${line.name}`;
      if (line.step === 'removed') left?.delete(key);
      else left?.set(key, { what: line.what, name: line.name, id: line.step === 'made' ? line.id : undefined });
    }
  }
  return [...runs.values()].map(({ opened: { run, vcenter, url, cluster }, left }) => ({
    run,
    vcenter,
    url,
    cluster,
    left: [...left.values()],
  }));
}

function readLedger(file: string): LedgerLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((text, index) => {
    try {
      const line = JSON.parse(text) as LedgerLine;
      if (typeof line.step === 'string' && typeof line.run === 'string') return [line];
    } catch {
      if (index === lines.length - 1) return [];
    }
    throw new SimError('ERR_USAGE', `${file}:${index + 1} is no line of a ledger`, {
      hint: 'name the file that --ledger wrote',
    });
  });
}
