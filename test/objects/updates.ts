/** Updates as a client hears them: a filter over one object's properties, and what changed since it was last asked. */
import type { Ref } from '../../src/client/index.ts';
import type { Answer, Endpoint } from './endpoint.ts';

export class Updates {
  readonly #ep: Endpoint;
  readonly #collector: Ref;
  #version = '';

  private constructor(ep: Endpoint, collector: Ref) {
    this.#ep = ep;
    this.#collector = collector;
  }

  /** Watches from now on. */
  static async of(ep: Endpoint, obj: Ref, ...pathSet: string[]): Promise<Updates> {
    const collector: Ref = await ep.call(ep.manager('propertyCollector'), 'CreatePropertyCollector');
    const spec = { propSet: [{ type: obj.type, all: false, pathSet }], objectSet: [{ obj }] };
    await ep.call(collector, 'CreateFilter', { spec, partialUpdates: false });
    const updates = new Updates(ep, collector);
    await updates.next();
    return updates;
  }

  /** Paths of the properties told of since the last time. */
  async next(): Promise<string[]> {
    const told = new Set<string>();
    for (;;) {
      const set: Answer = await this.#ep.call(this.#collector, 'WaitForUpdatesEx', {
        version: this.#version,
        options: { maxWaitSeconds: 0 },
      });
      if (!set) return [...told].sort();
      this.#version = set.version;
      for (const filter of set.filterSet ?? []) {
        for (const object of filter.objectSet ?? []) for (const c of object.changeSet ?? []) told.add(c.name);
      }
    }
  }
}
