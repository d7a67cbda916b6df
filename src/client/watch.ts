/** Property updates as they happen. */

import { setTimeout as pause } from 'node:timers/promises';
import type { PropertyFilterSpec, UpdateSet } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { opened } from './property-reads.ts';
import { TIDY, tidied } from './tidy.ts';

export interface WatchOptions extends CallOptions {
  /** Longest time the server holds one wait open, in seconds. Default 30. */
  readonly maxWaitSeconds?: number | undefined;
  /** Sends parts of data objects rather than the whole property. Default false. */
  readonly partialUpdates?: boolean | undefined;
  /** Updates per set; a set that is cut short says `truncated`. */
  readonly maxObjectUpdates?: number | undefined;
}

/**
 * Yields update sets, the first with everything the filter selects now. Values stand for themselves. Each watch has a
 * collector of its own, gone when the loop is left; to end a wait that nothing answers, abort the signal.
 */
export async function* watch(
  caller: Caller,
  specs: readonly PropertyFilterSpec[],
  options: WatchOptions = {},
): AsyncGenerator<UpdateSet, void, undefined> {
  const { signal } = options;
  const maxWaitSeconds = options.maxWaitSeconds ?? 30;
  const collector = await caller.call(caller.content.propertyCollector, 'CreatePropertyCollector', {}, { signal });
  try {
    for (const spec of specs) {
      const partialUpdates = options.partialUpdates ?? false;
      await caller.call(collector, 'CreateFilter', { spec, partialUpdates }, { signal });
    }
    const wait = { maxWaitSeconds, maxObjectUpdates: options.maxObjectUpdates };
    const timeout = (options.timeout ?? 120_000) + maxWaitSeconds * 1_000;
    let version = '';
    for (let patience = 1; ; ) {
      const asked = performance.now();
      const set = await caller.call(collector, 'WaitForUpdatesEx', { version, options: wait }, { signal, timeout });
      if (!set || set.version === version) {
        // A server that does not wait is asked less and less often.
        patience = performance.now() - asked < 1_000 ? Math.min(2 * patience, 1_000) : 1;
        await pause(patience, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
        if (!set) continue;
      } else patience = 1;
      version = set.version;
      yield plain(set);
    }
  } finally {
    const dropped = drop(caller, collector);
    if (!signal?.aborted) await dropped;
  }
}

function plain(set: UpdateSet): UpdateSet {
  const filterSet = (set.filterSet ?? []).map((filter) => ({
    ...filter,
    objectSet: (filter.objectSet ?? []).map((object) => ({
      ...object,
      changeSet: (object.changeSet ?? []).map((change) => ({ ...change, val: opened(change.val) })),
    })),
  }));
  return { ...set, filterSet };
}

/** It goes with the session at the latest. */
function drop(caller: Caller, collector: Ref<'PropertyCollector'>): Promise<void> {
  return tidied(caller.call(collector, 'DestroyPropertyCollector', {}, { timeout: TIDY }));
}
