/** `--journal FILE`: every call as a line of JSON, for as long as the server runs, however many there are. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { entryLine } from '../journal/lines.ts';
import { SimError } from '../kernel/errors.ts';
import type { Simulator } from '../server/start.ts';

/** Opened before the server starts: a file that cannot be written is said at once. */
export class JournalFile {
  readonly #name: string;
  #file: number | undefined;
  #lines: string[] = [];

  /** Lines come after those that the file has. Throws SimError ERR_USAGE. */
  constructor(name: string) {
    this.#name = name;
    try {
      this.#file = openSync(name, 'a');
    } catch (error) {
      throw new SimError('ERR_USAGE', `--journal ${name}: ${(error as Error).message}`, {
        cause: error,
        hint: 'name a file that can be written',
      });
    }
  }

  /** Writes what the simulator is asked from now on. */
  follow({ journal }: Simulator): void {
    journal.listeners.add((entry) => {
      if (this.#file === undefined) return;
      // One write for all calls of a turn of the loop, and never more waiting than those.
      if (this.#lines.length === 0) setImmediate(() => this.#write());
      this.#lines.push(entryLine(entry));
    });
  }

  close(): void {
    this.#write();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #write(): void {
    const text = this.#lines.join('');
    this.#lines = [];
    if (this.#file === undefined || text === '') return;
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    } catch (error) {
      // The server goes on: who waits for its answers is not to suffer from a full disk.
      process.stderr.write(`--journal ${this.#name} ends here: ${(error as Error).message}\n`);
      closeSync(this.#file);
      this.#file = undefined;
    }
  }
}

/** The file that the options name, opened; undefined when they name none. */
export function journalFile(name: unknown): JournalFile | undefined {
  return typeof name === 'string' ? new JournalFile(name) : undefined;
}
