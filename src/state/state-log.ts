/** The log being written: each record is on its way to the disk before the call returns, whole or not at all. */
import { closeSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { SimError } from '../kernel/errors.ts';
import { framed } from './lines.ts';

export class StateLog {
  readonly #path: string;
  readonly #sync: boolean;
  readonly #file: number;
  #length: number;

  /** `length` is where the last whole record ends: what was torn behind it is cut off. */
  constructor(path: string, length: number, sync: boolean) {
    this.#path = path;
    this.#sync = sync;
    this.#file = openSync(path, 'a', 0o600);
    this.#length = length;
    ftruncateSync(this.#file, length);
  }

  /** Bytes written. */
  get length(): number {
    return this.#length;
  }

  /** Throws ERR_STATE_DIR when it could not be written, and then nothing of it was. */
  append(json: string): void {
    const bytes = Buffer.from(framed(json));
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
      if (this.#sync) fdatasyncSync(this.#file);
    } catch (error) {
      ftruncateSync(this.#file, this.#length);
      const reason = error instanceof Error ? error.message : String(error);
      const hint = 'make room on its disk; until then nothing can be changed';
      throw new SimError('ERR_STATE_DIR', `${this.#path}: cannot be written: ${reason}`, { cause: error, hint });
    }
    this.#length += bytes.length;
  }

  close(): void {
    closeSync(this.#file);
  }
}
