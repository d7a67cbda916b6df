/** Work on one thing, one after the other; on different things side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Does the work once whatever was asked for before it on the same thing is over, well or not. */
  async take<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(thing);
    let over = () => {};
    const mine = new Promise<void>((resolve) => {
      over = resolve;
    });
    this.#last.set(thing, mine);
    try {
      await before;
      return await work();
    } finally {
      over();
      if (this.#last.get(thing) === mine) this.#last.delete(thing);
    }
  }
}
