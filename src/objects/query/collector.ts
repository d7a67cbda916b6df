/**
 * One property collector's memory: its filters, the version its client has, and what it told of late.
 *
 * A version is a number that grows with each update set. The client names the one it has: the newest goes on from there,
 * an older one that is still kept is told again what followed it, anything else is InvalidCollectorVersion.
 */
import type { ObjectUpdate, PropertyFilterUpdate, UpdateSet } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';
import type { Filter } from './filter.ts';
import { Pending } from './pending.ts';
import { updatesOf } from './update.ts';

/** How many past update sets can be told again. */
const KEPT_VERSIONS = 8;

type Page = Map<Filter, Pending>;

interface Told {
  readonly version: number;
  readonly page: Page;
}

export class Collector {
  readonly filters: Map<string, Filter> = new Map();
  #version = 0;
  #told: Told[] = [];
  readonly #waiting = new Set<{ wake: () => void; cancel: () => void }>();
  readonly #now: () => number;
  #newsSince: number | undefined;

  /** `now` tells the time of the clock. */
  constructor(now: () => number = () => 0) {
    this.#now = now;
  }

  /** Since when there may be something that was not told; undefined when there is nothing, or the client knows nothing. */
  get newsSince(): number | undefined {
    return this.#version === 0 ? undefined : this.#newsSince;
  }

  /** Wakes whoever waits; called when a filter of this collector has news. */
  readonly news = (): void => {
    this.#newsSince ??= this.#now();
    for (const w of [...this.#waiting]) w.wake();
  };

  add(filter: Filter): void {
    this.filters.set(filter.id, filter);
    this.news();
  }

  remove(filter: Filter): void {
    filter.close();
    this.filters.delete(filter.id);
    for (const { page } of this.#told) page.delete(filter);
  }

  close(): void {
    this.cancel();
    for (const filter of this.filters.values()) filter.close();
    this.filters.clear();
    this.#told = [];
  }

  /** Ends every wait with RequestCanceled. */
  cancel(): void {
    for (const w of [...this.#waiting]) w.cancel();
  }

  /** Takes the client to the version it says it has. Throws InvalidCollectorVersion. */
  resume(version: string): void {
    if (version === '') return this.#restart();
    if (version === String(this.#version) && this.#version > 0) return;
    const at = this.#told.findIndex((t) => String(t.version - 1) === version);
    if (at < 0 || version === '0') throw new VimFault('InvalidCollectorVersion');
    this.#retell(this.#told.splice(at));
  }

  /** What is new, at most `limit` objects; undefined when nothing is. The client then has the set's version. */
  collect(limit: number): UpdateSet | undefined {
    const page: Page = new Map();
    let room = limit;
    let more = false;
    for (const filter of this.filters.values()) {
      filter.refresh();
      if (filter.pending.empty) continue;
      if (room <= 0) {
        more = true;
        continue;
      }
      const part = filter.pending.split(room);
      room -= part.objects.size;
      page.set(filter, part);
      more ||= !filter.pending.empty;
    }
    if (!more) this.#newsSince = undefined;
    const filterSet = [...page].flatMap(([filter, pending]) => filterUpdate(filter, pending) ?? []);
    if (filterSet.length === 0 && !more) return undefined;
    this.#version++;
    this.#told.push({ version: this.#version, page });
    if (this.#told.length > KEPT_VERSIONS) this.#told.shift();
    return { version: String(this.#version), filterSet, ...(more ? { truncated: true } : {}) };
  }

  /** Resolves once there may be news or `end` is called; rejects with RequestCanceled when cancelled. */
  wait(): { readonly promise: Promise<void>; readonly end: () => void; readonly cancel: () => void } {
    const waiting = { wake: () => {}, cancel: () => {} };
    const promise = new Promise<void>((resolve, reject) => {
      waiting.wake = () => {
        this.#waiting.delete(waiting);
        resolve();
      };
      waiting.cancel = () => {
        this.#waiting.delete(waiting);
        reject(new VimFault('RequestCanceled'));
      };
    });
    this.#waiting.add(waiting);
    return { promise, end: waiting.wake, cancel: waiting.cancel };
  }

  #restart(): void {
    this.#newsSince = undefined;
    this.#told = [];
    for (const filter of this.filters.values()) filter.restart();
  }

  #retell(pages: readonly Told[]): void {
    this.#version = pages[0]!.version - 1;
    for (const filter of this.filters.values()) {
      const again = new Pending();
      for (const { page } of pages) {
        const part = page.get(filter);
        if (part) again.absorb(part);
      }
      again.absorb(filter.pending);
      filter.pending = again;
    }
  }
}

function filterUpdate(filter: Filter, pending: Pending): PropertyFilterUpdate | undefined {
  const objectSet: ObjectUpdate[] = updatesOf(filter, pending);
  if (objectSet.length === 0) return undefined;
  return { _typeName: 'PropertyFilterUpdate', filter: { type: 'PropertyFilter', value: filter.id }, objectSet };
}
