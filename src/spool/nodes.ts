/** Nodes of the indexes of layers, read when first wanted; those wanted last are remembered, up to so many bytes. */
import { FOOTER, Node, type NodePlace, type Root, readFooter } from './layer-tree.ts';
import type { OpenExtents } from './open-extents.ts';

/** What a remembered thing takes beside its bytes. */
const OVERHEAD = 200;

export class Nodes {
  readonly #most: number;
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  async root(extent: string, files: OpenExtents): Promise<Root> {
    return readFooter(
      await this.#get(`${extent} root`, async () => {
        const size = await files.sizeOf(extent);
        return files.read(extent, size - FOOTER, FOOTER);
      }),
    );
  }

  async node(extent: string, where: NodePlace, files: OpenExtents): Promise<Node> {
    const read = () => files.read(extent, where.place, Node.size(where));
    return new Node(await this.#get(`${extent} ${where.place}`, read));
  }

  /** An extent never changes, and its name is never given to another. */
  async #get(key: string, read: () => Promise<Buffer>): Promise<Buffer> {
    let bytes = this.#kept.get(key);
    if (bytes) this.#kept.delete(key);
    else {
      bytes = await read();
      // Somebody else may have read the same meanwhile.
      this.#forget(key);
      this.#bytes += bytes.length + OVERHEAD;
    }
    this.#kept.set(key, bytes);
    for (const [oldest] of this.#kept) {
      if (this.#bytes <= this.#most) break;
      this.#forget(oldest);
    }
    return bytes;
  }

  #forget(key: string): void {
    const bytes = this.#kept.get(key);
    if (!bytes) return;
    this.#kept.delete(key);
    this.#bytes -= bytes.length + OVERHEAD;
  }
}
