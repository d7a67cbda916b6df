/** The property updates of one object, as a client that waits for them hears them. */
import type { Ref } from '../../../src/client/index.ts';
import type { Answer, Endpoint } from '../endpoint.ts';

export class Updates implements AsyncDisposable {
  readonly #sets: AsyncGenerator<Answer>;

  constructor(ep: Endpoint, ref: Ref, paths: readonly string[]) {
    const spec = { propSet: [{ type: ref.type, pathSet: paths }], objectSet: [{ obj: ref }] };
    this.#sets = ep.client.watch(spec as never);
  }

  /** Starts to watch, and passes over the values of now. */
  static async of(ep: Endpoint, ref: Ref, paths: readonly string[]): Promise<Updates> {
    const updates = new Updates(ep, ref, paths);
    await updates.next();
    return updates;
  }

  /** What changed since, by path. Waits until something does. */
  async next(): Promise<Answer> {
    const { value } = await this.#sets.next();
    const changes = value.filterSet.flatMap((f: Answer) => f.objectSet.flatMap((o: Answer) => o.changeSet));
    return Object.fromEntries(changes.map((c: Answer) => [c.name, c.val]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#sets.return(undefined);
  }
}
