/** Property updates as they happen. */
import type { ObjectUpdate, PropertyFilterSpec, UpdateSet } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller, SteadyCaller } from './caller.ts';
import { sleep } from './clock.ts';
import type { CallOptions } from './options.ts';
import { opened } from './property-reads.ts';
import { Selected } from './selected.ts';
import { TIDY, tidied } from './tidy.ts';
import { isVsphereError } from './vsphere-error.ts';

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
 *
 * When the session is lost, or the connection for longer than a retry takes, it begins anew: everything selected is told
 * again as entered, and what is selected no more as left.
 */
export async function* watch(
  caller: SteadyCaller,
  specs: readonly PropertyFilterSpec[],
  options: WatchOptions = {},
): AsyncGenerator<UpdateSet, void, undefined> {
  const selected = new Selected();
  for (let tries = 1; ; tries += 1) {
    const since = caller.cookie;
    try {
      for await (const set of collected(caller, specs, options, selected)) {
        tries = 0;
        yield set;
      }
      return;
    } catch (error) {
      const forgotten = isVsphereError(error, 'InvalidCollectorVersion') && tries <= 1;
      const trouble = { since, tries, signal: options.signal };
      if (!forgotten && !(await caller.recover(error, trouble))) throw error;
    }
  }
}

/** The updates of one collector. */
async function* collected(
  caller: Caller,
  specs: readonly PropertyFilterSpec[],
  options: WatchOptions,
  selected: Selected,
): AsyncGenerator<UpdateSet, void, undefined> {
  const { signal, timeout } = options;
  const collector = await caller.call(
    caller.content.propertyCollector,
    'CreatePropertyCollector',
    {},
    { signal, timeout },
  );
  try {
    const filters: Ref<'PropertyFilter'>[] = [];
    for (const spec of specs) {
      const partialUpdates = options.partialUpdates ?? false;
      filters.push(await caller.call(collector, 'CreateFilter', { spec, partialUpdates }, { signal, timeout }));
    }
    selected.begin(filters);
    for await (const set of waited(caller, collector, options)) yield selected.seen(set);
  } finally {
    // It goes with the session at the latest.
    const dropped = tidied(caller.call(collector, 'DestroyPropertyCollector', {}, { timeout: TIDY }));
    if (!signal?.aborted) await dropped;
  }
}

async function* waited(
  caller: Caller,
  collector: Ref<'PropertyCollector'>,
  options: WatchOptions,
): AsyncGenerator<UpdateSet, void, undefined> {
  const { signal, maxWaitSeconds = 30 } = options;
  const { clock } = caller;
  const wait = { maxWaitSeconds, maxObjectUpdates: options.maxObjectUpdates };
  const timeout = (options.timeout ?? 120_000) + (maxWaitSeconds ?? 30) * 1_000;
  let version = '';
  for (let patience = 1; ; ) {
    const asked = clock.now();
    const set = await caller.call(collector, 'WaitForUpdatesEx', { version, options: wait }, { signal, timeout });
    if (!set || set.version === version) {
      // A server that does not wait is asked less and less often.
      patience = clock.now() - asked < 1_000 ? Math.min(2 * patience, 1_000) : 1;
      await sleep(clock, patience, signal);
      if (!set) continue;
    } else patience = 1;
    version = set.version;
    yield plain(set);
  }
}

function plain(set: UpdateSet): UpdateSet {
  const filterSet = (set.filterSet ?? []).map((filter) => ({
    ...filter,
    objectSet: (filter.objectSet ?? []).map(
      (object): ObjectUpdate => ({
        ...object,
        changeSet: (object.changeSet ?? []).map((change) => ({ ...change, val: opened(change.val) })),
      }),
    ),
  }));
  return { ...set, filterSet };
}
