/** PropertyCollector and PropertyFilter: the methods; the works are in collector.ts, filter.ts and retrieve.ts. */
import type { PropertyFilterSpec, RetrieveResult, UpdateSet } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import {
  type Belonging,
  belongingId,
  guardOwn,
  ofSession,
  onceGone,
  ownSession,
} from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject, Streamed } from '../managed-object.ts';
import { Desk } from './desk.ts';
import { Filter } from './filter.ts';
import { ripeAt } from './late-updates.ts';
import { ResultSet } from './retrieve.ts';

/** Filters one session may have open, and collectors of its own. */
const MAX_FILTERS = 1_000;
const MAX_COLLECTORS = 1_000;

/** So few objects are read at once; more are read as they are written. */
const FEW = 4;

/** `session` is absent for the collector that every session finds in the ServiceContent. */
export interface CollectorFacets extends Belonging {
  /** Per session, what it has open here. Machinery, not state: it goes with the session. */
  readonly desks: Map<string, Desk>;
}

export interface FilterFacets extends Belonging {
  readonly session: string;
  readonly collector: string;
  readonly filter: Filter;
}

export const propertyCollectorKind: KindSpec<CollectorFacets> = defineKind<CollectorFacets>({
  type: 'PropertyCollector',
  prefix: 'collector',
  volatile: true,
  relations: { session: ofSession('propertyCollectors') },
  properties: { filter: { reads: ['@viewer'], value: (s, _, viewer) => filterRefs(s, viewer?.session) } },
});

export const propertyFilterKind: KindSpec<FilterFacets> = defineKind<FilterFacets>({
  type: 'PropertyFilter',
  prefix: 'filter',
  volatile: true,
  relations: { session: ofSession('filters') },
  properties: {
    spec: { reads: ['filter'], value: (s) => s.filter.spec },
    partialUpdates: { reads: ['filter'], value: (s) => s.filter.partialUpdates },
  },
});

function filterRefs(s: CollectorFacets, session: string | undefined): Ref[] {
  const desk = session === undefined ? undefined : s.desks.get(session);
  return [...(desk?.collector.filters.keys() ?? [])].map((value) => ({ type: 'PropertyFilter', value }));
}

/** The caller's desk at a collector, opened when first needed; it goes with the session, or with a collector of its own. */
function deskOf(call: Call, self: Cell<CollectorFacets>): Desk {
  const session = ownSession(call);
  const shared = self.state.session === undefined;
  if (!shared) guardOwn(call, self);
  let desk = self.state.desks.get(session.id);
  if (!desk) {
    const { clock } = call.site;
    desk = new Desk(() => clock.now());
    self.state.desks.set(session.id, desk);
    onceGone<object>(shared ? session : self, () => closeDesk(self, session.id));
  }
  return desk;
}

function closeDesk(self: Cell<CollectorFacets>, session: string): void {
  const desk = self.state.desks.get(session);
  if (!desk) return;
  self.state.desks.delete(session);
  const { world } = self;
  world.turn(() => {
    for (const id of desk.collector.filters.keys()) {
      const filter = world.as(propertyFilterKind, id);
      if (filter) world.destroy(filter);
    }
  });
  desk.close();
}

function retrieve(call: Call, self: Cell<CollectorFacets>, rows: ResultSet): RetrieveResult | Streamed | undefined {
  if (rows.remaining === 0) return undefined;
  const more = rows.remaining > rows.pageSize;
  if (!more && rows.remaining <= FEW) return { _typeName: 'RetrieveResult', objects: rows.rest() };
  const objects = rows.take(rows.pageSize);
  const token = more ? deskOf(call, self).keep(rows) : undefined;
  const value = { _typeName: 'RetrieveResult', ...(token === undefined ? {} : { token }), objects };
  return new Streamed(
    value,
    () => more || rows.pin(),
    () => more || rows.release(),
  );
}

/** vCenter takes `maxObjects` from 1 up. */
function pageSize(max: number | undefined): number | undefined {
  if (max !== undefined && max < 1) throw invalidArgument('options.maxObjects');
  return max;
}

function resultSet(call: Call, specs: readonly PropertyFilterSpec[], page?: number): ResultSet {
  return new ResultSet(call.world, call.viewer, specs, call.version, page);
}

function takeUpdates(call: Call, desk: Desk, version: string | undefined): UpdateSet | undefined {
  desk.collector.resume(version ?? '');
  return ripeAt(call.site, desk.collector) === undefined ? desk.collector.collect(Number.POSITIVE_INFINITY) : undefined;
}

/** Waits until something is new or the time is up; `seconds` undefined waits without end. */
async function waitForUpdates(
  call: Call,
  self: Cell<CollectorFacets>,
  version: string | undefined,
  seconds: number | undefined,
  limit: number = Number.POSITIVE_INFINITY,
): Promise<UpdateSet | undefined> {
  const { collector } = deskOf(call, self);
  collector.resume(version ?? '');
  let late = seconds === 0;
  let wake = () => {};
  let calledOff: (() => void) | undefined;
  try {
    for (;;) {
      const ripe = ripeAt(call.site, collector);
      const updates = ripe === undefined ? collector.collect(limit) : undefined;
      if (updates || late) return updates;
      calledOff ??= giveUpAfter(call, seconds, () => {
        late = true;
        wake();
      });
      const wait = collector.wait();
      wake = wait.end;
      const stayed = call.arrival.onGone(wait.cancel);
      const alarm = ripe === undefined ? undefined : call.site.clock.at(ripe, wait.end, { lasting: true });
      await wait.promise.finally(stayed).finally(() => alarm?.cancel());
    }
  } finally {
    calledOff?.();
  }
}

/** The time is up on the clock or, on a clock that stands still, after the same real time. */
function giveUpAfter(call: Call, seconds: number | undefined, giveUp: () => void): () => void {
  if (seconds === undefined) return () => {};
  const alarm = call.site.clock.after(seconds * 1000, giveUp, { lasting: true });
  const real = call.arrival.afterRealTime(seconds * 1000, giveUp);
  return () => {
    alarm.cancel();
    real();
  };
}

/** What a filter begins at must be there, unless the client does not mind. */
function guardStarts(call: Call, { objectSet, reportMissingObjectsInResults }: PropertyFilterSpec): void {
  if (reportMissingObjectsInResults === true) return;
  for (const { obj } of objectSet) {
    if (!call.world.find(obj.value)) throw new VimFault('ManagedObjectNotFound', { obj });
  }
}

export const propertyCollector: ManagedObject = managedObject('PropertyCollector', propertyCollectorKind, {
  RetrieveProperties(call, _self, { specSet }) {
    const rows = resultSet(call, specSet);
    return new Streamed(
      rows.take(Number.POSITIVE_INFINITY),
      () => rows.pin(),
      () => rows.release(),
    );
  },
  RetrievePropertiesEx(call, self, { specSet, options }) {
    return retrieve(call, self, resultSet(call, specSet, pageSize(options.maxObjects))) as Streamed;
  },
  ContinueRetrievePropertiesEx(call, self, { token }) {
    const rows = deskOf(call, self).take(token);
    if (!rows) throw invalidArgument('token');
    return retrieve(call, self, rows) as Streamed;
  },
  CancelRetrievePropertiesEx(call, self, { token }) {
    const rows = deskOf(call, self).take(token);
    if (!rows) throw invalidArgument('token');
    rows.release();
  },
  CreateFilter(call, self, { spec, partialUpdates }) {
    const { collector } = deskOf(call, self);
    const session = ownSession(call);
    if (session.countBack('filters') >= MAX_FILTERS) {
      throw new VimFault('SystemError', { reason: 'too many property filters' });
    }
    guardStarts(call, spec);
    return call.turn(() => {
      const id = belongingId(call, 'filter');
      const filter = new Filter(call.world, id, spec, partialUpdates, call.viewer, call.version, collector.news);
      const cell = call.world.create(propertyFilterKind, { session: session.id, collector: self.id, filter }, id);
      collector.add(filter);
      return cell.ref as Ref<'PropertyFilter'>;
    });
  },
  CheckForUpdates(call, self, { version }) {
    return takeUpdates(call, deskOf(call, self), version);
  },
  async WaitForUpdates(call, self, { version }) {
    return (await waitForUpdates(call, self, version, undefined, undefined))!;
  },
  WaitForUpdatesEx(call, self, { version, options }) {
    const limit = options?.maxObjectUpdates;
    if (limit !== undefined && limit < 1) throw invalidArgument('options.maxObjectUpdates');
    const seconds = options?.maxWaitSeconds;
    if (seconds !== undefined && seconds < 0) throw invalidArgument('options.maxWaitSeconds');
    return waitForUpdates(call, self, version, seconds, limit);
  },
  CancelWaitForUpdates(call, self) {
    deskOf(call, self).collector.cancel();
  },
  CreatePropertyCollector(call) {
    const session = ownSession(call);
    if (session.countBack('propertyCollectors') >= MAX_COLLECTORS) {
      throw new VimFault('SystemError', { reason: 'too many property collectors' });
    }
    return call.turn(() => {
      const state = { session: session.id, desks: new Map() };
      const cell = call.world.create(propertyCollectorKind, state, belongingId(call, 'collector'));
      return cell.ref as Ref<'PropertyCollector'>;
    });
  },
  DestroyPropertyCollector(call, self) {
    if (self.state.session === undefined) throw new VimFault('NotSupported');
    guardOwn(call, self);
    call.turn(() => call.world.destroy(self));
  },
});

export const propertyFilter: ManagedObject = managedObject('PropertyFilter', propertyFilterKind, {
  DestroyPropertyFilter(call, self) {
    const { session, collector, filter } = self.state;
    guardOwn(call, self);
    call.world.as(propertyCollectorKind, collector)?.state.desks.get(session)?.collector.remove(filter);
    call.turn(() => call.world.destroy(self));
  },
});
