/** PropertyCollector and PropertyFilter: the methods; the works are in collector.ts, filter.ts and retrieve.ts. */
import type { PropertyFilterSpec, UpdateSet } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Session } from '../access/session.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject, Streamed } from '../managed-object.ts';
import { Desk } from './desk.ts';
import { Filter } from './filter.ts';
import { ResultSet } from './retrieve.ts';

/** Filters one session may have open, as a vCenter bounds them. */
const MAX_FILTERS = 1_000;

export interface CollectorFacets {
  /** Id of the session that made it; absent for the one every session finds in the ServiceContent. */
  readonly session: string | undefined;
  /** Per session, what it has open here. Machinery, not state: it goes with the session. */
  readonly desks: Map<string, Desk>;
}

export interface FilterFacets {
  readonly session: string;
  readonly collector: string;
  readonly filter: Filter;
}

export const propertyCollectorKind: KindSpec<CollectorFacets> = defineKind<CollectorFacets>({
  type: 'PropertyCollector',
  prefix: 'collector',
  volatile: true,
  properties: { filter: { reads: ['@viewer'], value: (s, _, viewer) => filterRefs(s, viewer?.session) } },
});

export const propertyFilterKind: KindSpec<FilterFacets> = defineKind<FilterFacets>({
  type: 'PropertyFilter',
  prefix: 'filter',
  volatile: true,
  properties: {
    spec: { reads: ['filter'], value: (s) => s.filter.spec },
    partialUpdates: { reads: ['filter'], value: (s) => s.filter.partialUpdates },
  },
});

function filterRefs(s: CollectorFacets, session: string | undefined): Ref[] {
  const desk = session === undefined ? undefined : s.desks.get(session);
  return [...(desk?.collector.filters.keys() ?? [])].map((value) => ({ type: 'PropertyFilter', value }));
}

/** The caller's desk at a collector, opened when first needed and closed with the session. */
function deskOf(call: Call, self: Cell<CollectorFacets>): Desk {
  const session = callerSession(call);
  const owner = self.state.session;
  if (owner !== undefined && owner !== session.id) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
  let desk = self.state.desks.get(session.id);
  if (!desk) {
    desk = new Desk();
    self.state.desks.set(session.id, desk);
    onSessionEnd(session, () => closeDesk(self, session));
  }
  return desk;
}

function callerSession(call: Call): Cell<Session> {
  if (!call.session) throw new VimFault('NotAuthenticated', { object: call.self, privilegeId: 'System.View' });
  return call.session;
}

function closeDesk(self: Cell<CollectorFacets>, session: Cell<Session>): void {
  const desk = self.state.desks.get(session.id);
  if (!desk) return;
  self.state.desks.delete(session.id);
  const { world } = self;
  world.turn(() => {
    for (const id of desk.collector.filters.keys()) {
      const filter = world.as(propertyFilterKind, id);
      if (filter) world.destroy(filter);
    }
    if (self.state.session !== undefined && self.alive) world.destroy(self);
  });
  desk.close();
}

/** Runs `end` once the session is gone, however it ends. */
export function onSessionEnd(session: Cell<Session>, end: () => void): void {
  session.watchers ??= new Set();
  session.watchers.add({ wants: () => false, changed: () => {}, gone: end });
}

function retrieve(call: Call, self: Cell<CollectorFacets>, rows: ResultSet): Streamed | undefined {
  if (rows.remaining === 0) return undefined;
  const more = rows.remaining > rows.pageSize;
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

function takeUpdates(desk: Desk, version: string | undefined, limit: number | undefined): UpdateSet | undefined {
  desk.collector.resume(version ?? '');
  return desk.collector.collect(limit ?? Number.POSITIVE_INFINITY);
}

/** Waits until something is new or the time is up; `seconds` undefined waits without end. */
async function waitForUpdates(
  call: Call,
  self: Cell<CollectorFacets>,
  version: string | undefined,
  seconds: number | undefined,
  limit: number | undefined,
): Promise<UpdateSet | undefined> {
  const { collector } = deskOf(call, self);
  collector.resume(version ?? '');
  const max = limit ?? Number.POSITIVE_INFINITY;
  const deadline = seconds === undefined ? Number.POSITIVE_INFINITY : call.site.clock.now() + seconds * 1000;
  for (;;) {
    const updates = collector.collect(max);
    if (updates || seconds === 0) return updates;
    const wait = collector.wait();
    let late = false;
    const calledOff = giveUpAt(call, deadline, seconds, () => {
      late = true;
      wait.end();
    });
    const stayed = call.arrival.onGone(wait.cancel);
    try {
      await wait.promise;
    } finally {
      calledOff();
      stayed();
    }
    if (late) return collector.collect(max);
  }
}

/** The time is up on the clock or, on a clock that stands still, after the same real time. */
function giveUpAt(call: Call, deadline: number, seconds: number | undefined, giveUp: () => void): () => void {
  if (seconds === undefined) return () => {};
  const alarm = call.site.clock.at(deadline, giveUp);
  const real = call.arrival.afterRealTime(seconds * 1000, giveUp);
  return () => {
    alarm.cancel();
    real();
  };
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
    const session = callerSession(call).id;
    if (collector.filters.size >= MAX_FILTERS)
      throw new VimFault('SystemError', { reason: 'too many property filters' });
    return call.turn(() => {
      const id = `session[${call.session!.state.identity.key}]${call.site.ids.uuid(call.world.numbers.id('filter'))}`;
      const filter = new Filter(call.world, id, spec, partialUpdates, call.viewer, call.version, collector.news);
      const cell = call.world.create(propertyFilterKind, { session, collector: self.id, filter }, id);
      collector.add(filter);
      return cell.ref as Ref<'PropertyFilter'>;
    });
  },
  CheckForUpdates(call, self, { version }) {
    return takeUpdates(deskOf(call, self), version, undefined);
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
    const session = callerSession(call);
    return call.turn(() => {
      const id = `session[${session.state.identity.key}]${call.site.ids.uuid(call.world.numbers.id('collector'))}`;
      const cell = call.world.create(propertyCollectorKind, { session: session.id, desks: new Map() }, id);
      deskOf(call, cell);
      return cell.ref as Ref<'PropertyCollector'>;
    });
  },
  DestroyPropertyCollector(call, self) {
    if (self.state.session === undefined) throw new VimFault('NotSupported');
    const session = callerSession(call);
    deskOf(call, self);
    closeDesk(self, session);
  },
});

export const propertyFilter: ManagedObject = managedObject('PropertyFilter', propertyFilterKind, {
  DestroyPropertyFilter(call, self) {
    const { session, collector, filter } = self.state;
    if (session !== call.session?.id) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
    call.world.as(propertyCollectorKind, collector)?.state.desks.get(session)?.collector.remove(filter);
    call.turn(() => call.world.destroy(self));
  },
});
