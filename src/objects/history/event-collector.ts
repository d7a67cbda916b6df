/** EventHistoryCollector: a filtered window on the event log. Its latest page is a facet, so watchers hear of it. */
import type { Event, EventFilterSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { type Authority, authorityOf } from '../access/authority.ts';
import { guardOwn, ofSession } from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { mayHear } from './audience.ts';
import { ahead, behind } from './cursor.ts';
import { matchesEvent } from './event-filter.ts';
import { type CollectorFacets, destroyCollector, guardCount, moveTo, OLDEST } from './history-collector.ts';

export interface EventCollectorFacets extends CollectorFacets {
  readonly filter: EventFilterSpec;
  /** The newest events that match, newest first. */
  readonly page: readonly LoggedEvent[];
}

export const eventCollectorKind: KindSpec<EventCollectorFacets> = defineKind<EventCollectorFacets>({
  type: 'EventHistoryCollector',
  prefix: 'collector',
  volatile: true,
  relations: { session: ofSession('historyCollectors') },
  properties: {
    filter: { reads: ['filter'], value: (s) => ({ ...s.filter, _typeName: 'EventFilterSpec' }) },
    latestPage: { reads: ['page', 'filter'], value: (s) => s.page.map((e) => shown(s.filter, e)) },
    initialized: { reads: [], value: () => true },
  },
});

const key = (event: LoggedEvent) => event.key;

/** Adds an event that is being posted to the latest page of every collector that wants it. Inside a turn. */
export function offerEvent(world: World, event: LoggedEvent): void {
  for (const cell of world.ofType('EventHistoryCollector')) {
    const collector = cell as unknown as Cell<EventCollectorFacets>;
    const { filter, page, size } = collector.state;
    if (!matchesEvent(world, filter, event) || !mayHear(world, ownerOf(collector), event)) continue;
    world.update(collector, { page: [event, ...page].slice(0, size) });
  }
}

function ownerOf(collector: Cell<EventCollectorFacets>): Authority {
  return authorityOf(collector.one('session')!);
}

/** The newest events that match, newest first. */
export function latestEvents(call: Call, filter: EventFilterSpec, size: number): LoggedEvent[] {
  return behind(call.site.events.kept, key, Number.POSITIVE_INFINITY, wantedBy(call, filter), size).page;
}

/** Whether an event matches, and the caller may hear of it. */
function wantedBy({ world, viewer }: Call, filter: EventFilterSpec): (event: LoggedEvent) => boolean {
  return (event) => matchesEvent(world, filter, event) && mayHear(world, viewer, event);
}

/** An event as a client that may not want its sentence gets it. */
export function shown(filter: EventFilterSpec, event: LoggedEvent): Event {
  const { fullFormattedMessage, ...rest } = event;
  return (filter.disableFullMessage ? rest : event) as unknown as Event;
}

function read(call: Call, self: Cell<EventCollectorFacets>, maxCount: number, way: typeof ahead): Event[] {
  guardOwn(call, self);
  guardCount(maxCount);
  const { filter, position } = self.state;
  const events = call.site.events.kept;
  const found = way(events, key, position, wantedBy(call, filter), maxCount);
  // Events do not change: those looked at in vain on the way to the newest need not be looked at again.
  const atEnd = way === ahead && found.page.length < maxCount && events.length > 0;
  moveTo(call, self as unknown as Cell<never>, atEnd ? key(events.at(-1)!) : found.position);
  return found.page.map((event) => shown(filter, event));
}

export const eventHistoryCollector: ManagedObject = managedObject('EventHistoryCollector', eventCollectorKind, {
  ReadNextEvents: (call, self, { maxCount }) => read(call, self, maxCount, ahead),
  ReadPreviousEvents: (call, self, { maxCount }) => read(call, self, maxCount, behind),

  RewindCollector(call, self) {
    guardOwn(call, self);
    moveTo(call, self as unknown as Cell<never>, OLDEST);
  },

  /** Just behind the latest page: reading back from here goes on where the page ends. */
  ResetCollector(call, self) {
    guardOwn(call, self);
    const oldest = self.state.page.at(-1);
    moveTo(call, self as unknown as Cell<never>, oldest ? oldest.key - 1 : (call.site.events.latest?.key ?? OLDEST));
  },

  SetCollectorPageSize(call, self, { maxCount }) {
    guardOwn(call, self);
    guardCount(maxCount);
    const page = latestEvents(call, self.state.filter, maxCount);
    call.turn(() => call.world.update(self, { size: maxCount, page }));
  },

  DestroyCollector: (call, self) => destroyCollector(call, self as unknown as Cell<never>),
});
