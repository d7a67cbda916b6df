/** Bundles of logs that were made and may be fetched: the newest, as far as memory is for them. */

const MOST = 2_000;
const MOST_BYTES = 32 * 2 ** 20;

export class LogBundles {
  readonly #bundles = new Map<string, Buffer>();
  #bytes = 0;

  /** Keeps one under a name of its own; older ones make room for it. */
  put(name: string, bytes: Buffer): void {
    this.#drop(name);
    this.#bundles.set(name, bytes);
    this.#bytes += bytes.length;
    for (const oldest of this.#bundles.keys()) {
      if (oldest === name || (this.#bundles.size <= MOST && this.#bytes <= MOST_BYTES)) break;
      this.#drop(oldest);
    }
  }

  find(name: string): Buffer | undefined {
    return this.#bundles.get(name);
  }

  #drop(name: string): void {
    this.#bytes -= this.#bundles.get(name)?.length ?? 0;
    this.#bundles.delete(name);
  }

  clear(): void {
    this.#bundles.clear();
    this.#bytes = 0;
  }
}
