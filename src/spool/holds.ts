/** Who reads which extents: what is let go of while somebody reads it leaves with its last reader. */
export class Holds {
  readonly #remove: (id: string) => void;
  /** How many read each; none for those that nobody does. */
  readonly #readers = new Map<string, number>();
  readonly #leaving = new Set<string>();

  constructor(remove: (id: string) => void) {
    this.#remove = remove;
  }

  /** Until what is given back is called. */
  take(ids: Iterable<string>): () => void {
    const held = [...ids];
    for (const id of held) this.#readers.set(id, (this.#readers.get(id) ?? 0) + 1);
    return () => {
      for (const id of held.splice(0)) this.#letGo(id);
    };
  }

  /** Removes what nobody reads now, the rest when nobody does any more. */
  drop(id: string): void {
    if (this.#readers.has(id)) this.#leaving.add(id);
    else this.#remove(id);
  }

  /** Removes what waits for readers: they have it open, or come too late. */
  end(): void {
    for (const id of this.#leaving) this.#remove(id);
    this.#leaving.clear();
  }

  #letGo(id: string): void {
    const left = this.#readers.get(id)! - 1;
    if (left > 0) {
      this.#readers.set(id, left);
      return;
    }
    this.#readers.delete(id);
    if (this.#leaving.delete(id)) this.#remove(id);
  }
}
