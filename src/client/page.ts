/** One page of a bulk read: asked for when it is made, read when its turn comes. */
import type { DataObject, ObjectContent, RetrieveResult } from '../vim25/index.ts';
import type { SteadyCaller } from './caller.ts';
import type { CallOptions } from './options.ts';

export class Page {
  readonly #reading: AsyncGenerator<readonly unknown[], unknown>;
  #first: Promise<IteratorResult<readonly unknown[], unknown>> | undefined;
  #token: string | undefined;

  constructor(caller: SteadyCaller, method: string, params: DataObject, options: CallOptions) {
    const onBegin = (result: unknown): void => {
      this.#token = (result as RetrieveResult | undefined)?.token;
    };
    const { propertyCollector } = caller.content;
    this.#reading = caller.stream(propertyCollector, method, params, 'objects', { ...options, onBegin });
    this.#first = this.#reading.next();
    // Whoever comes to read it is told.
    this.#first.catch(() => {});
  }

  /** The server's cursor for what follows; known once there are objects, or the end. */
  get token(): string | undefined {
    return this.#token;
  }

  /** Objects as they come; undefined at the end. */
  async next(): Promise<readonly ObjectContent[] | undefined> {
    const reading = this.#first ?? this.#reading.next();
    this.#first = undefined;
    const { done, value } = await reading;
    if (!done) return value as readonly ObjectContent[];
    this.#token = (value as RetrieveResult | undefined)?.token;
    return undefined;
  }

  /** Lets go of the rest, once the server has begun to answer: only then is known which cursor it keeps. */
  async close(): Promise<void> {
    await this.#reading.return(undefined).catch(() => {});
  }
}
