/** Walks what one layer says, forwards. */
import type { Layer } from './layer.ts';
import type { Node, Stretch } from './layer-tree.ts';
import type { Nodes } from './nodes.ts';
import type { OpenExtents } from './open-extents.ts';

export interface Cursor {
  readonly layer: Layer;
  /** The first stretch that ends behind the place last gone to; undefined when there is none, or before the first `go`. */
  readonly stretch: Stretch | undefined;
  /** Goes on to a place. Nothing is promised when the stretch found is known at once. */
  go(at: number): Promise<void> | undefined;
}

export function cursorOf(layer: Layer, nodes: Nodes, files: OpenExtents): Cursor {
  return layer.kind === 'raw' ? new RawCursor(layer) : new GrainCursor(layer, nodes, files);
}

class RawCursor implements Cursor {
  readonly layer: Layer;
  stretch: Stretch | undefined;

  constructor(layer: Layer) {
    this.layer = layer;
  }

  go(at: number): undefined {
    const { size } = this.layer;
    this.stretch = at < size ? { at: 0, length: size, place: 0 } : undefined;
  }
}

class GrainCursor implements Cursor {
  readonly layer: Layer;
  readonly #nodes: Nodes;
  readonly #files: OpenExtents;
  #leaf: Node | undefined;
  #entry = 0;
  /** Where the next leaf's stretches begin. */
  #next = 0;
  stretch: Stretch | undefined;

  constructor(layer: Layer, nodes: Nodes, files: OpenExtents) {
    this.layer = layer;
    this.#nodes = nodes;
    this.#files = files;
  }

  go(at: number): Promise<void> | undefined {
    const leaf = this.#leaf;
    if (leaf && this.#entry + 1 < leaf.count) {
      const following = leaf.stretch(this.#entry + 1);
      if (following.at + following.length > at) {
        this.#entry += 1;
        this.stretch = following;
        return undefined;
      }
    }
    return this.#find(at);
  }

  async #find(at: number): Promise<void> {
    await this.#descend(at);
    this.#entry = this.#leaf!.find(at);
    this.stretch = this.#leaf!.stretch(this.#entry);
    if (endOf(this.stretch) > at) return;
    this.#entry += 1;
    if (this.#entry === this.#leaf!.count) {
      // Every place between the leaves is said by none of them.
      if (this.#next === Number.POSITIVE_INFINITY) {
        this.stretch = undefined;
        return;
      }
      await this.#descend(this.#next);
      this.#entry = 0;
    }
    this.stretch = this.#leaf!.stretch(this.#entry);
  }

  /** To the leaf in which a place would stand. */
  async #descend(at: number): Promise<void> {
    const { extent } = this.layer;
    const root = await this.#nodes.root(extent, this.#files);
    let node = await this.#nodes.node(extent, root, this.#files);
    this.#next = Number.POSITIVE_INFINITY;
    for (let height = root.height; height > 0; height--) {
      const entry = node.find(at);
      if (entry + 1 < node.count) this.#next = node.atOf(entry + 1);
      node = await this.#nodes.node(extent, node.child(entry), this.#files);
    }
    this.#leaf = node;
  }
}

export function endOf({ at, length }: Stretch): number {
  return at + length;
}
