/** What the manifest of a lease says of a file that went through it: its size and its checksums. */
import { createHash, type Hash } from 'node:crypto';
import type { Entry, Figures, Lease, LeaseFile } from '../objects/nfc/lease.ts';
import type { Cell } from '../world/cell.ts';

/** The manifest of a lease with what went through it of a file, in place of what did before. */
export function entryOf(
  { state }: Cell<Lease>,
  { key, what }: LeaseFile,
  sums: Sums,
  figures: Figures,
): readonly Entry[] {
  const others = state.manifest.filter((other) => other.key !== key);
  return Object.freeze([...others, { key, disk: what === 'disk', ...sums.said, ...figures }]);
}

/** What vCenter counts with where nobody asks for another; SHA-1 stands beside it for older clients. */
export const USUAL_CHECKSUM = 'sha256';

export class Sums {
  readonly #type: string;
  readonly #hashes: ReadonlyMap<string, Hash>;
  #size = 0;

  constructor(type: string = USUAL_CHECKSUM) {
    this.#type = type;
    this.#hashes = new Map([...new Set(['sha1', type])].map((name) => [name, createHash(name)]));
  }

  /** The same bytes, counted as they pass. */
  async *of(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.#size += chunk.length;
      for (const hash of this.#hashes.values()) hash.update(chunk);
      yield chunk;
    }
  }

  /** Of what passed so far. */
  get said(): {
    readonly size: number;
    readonly sha1: string;
    readonly checksum: string;
    readonly checksumType: string;
  } {
    const digest = (name: string) => this.#hashes.get(name)!.copy().digest('hex');
    return { size: this.#size, sha1: digest('sha1'), checksum: digest(this.#type), checksumType: this.#type };
  }
}
