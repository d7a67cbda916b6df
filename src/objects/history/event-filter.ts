/** EventFilterSpec: which events a collector or a query wants. */
import { parseTime } from '../../kernel/time.ts';
import type { EventFilterSpec } from '../../vim25/generated/index.ts';
import { isRef, type Ref } from '../../vim25/value.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { World } from '../../world/world.ts';
import { type EntityFilter, isByUser, isWithin } from './entity-filter.ts';
import { eventCategory } from './event-message.ts';

export function matchesEvent(world: World, spec: EventFilterSpec, event: LoggedEvent): boolean {
  const { entity, userName, eventChainId, category, time } = spec;
  if (eventChainId !== undefined && event.chainId !== eventChainId) return false;
  if (userName && !isByUser(userName, event.userName)) return false;
  if (time && !isDuring(time, event.createdTime)) return false;
  if (category?.length && !category.includes(eventCategory(world.model.schema, event))) return false;
  if (!isOfType(world, spec, event)) return false;
  // Events here carry no tags, so a filter by tag finds none.
  if (spec.tag?.length) return false;
  if (spec.alarm && refIn(event.alarm)?.value !== spec.alarm.value) return false;
  if (spec.scheduledTask && refIn(event.scheduledTask)?.value !== spec.scheduledTask.value) return false;
  return !entity || isWithin(world, entity as EntityFilter, namedBy(event));
}

function isOfType(world: World, { type, eventTypeId }: EventFilterSpec, event: LoggedEvent): boolean {
  const { schema } = world.model;
  if (type?.length && !type.some((t) => schema.isData(event._typeName, t))) return false;
  if (!eventTypeId?.length) return true;
  // Ids are written `vim.event.VmPoweredOnEvent`, or as the type's bare name; an EventEx has one of its own.
  return eventTypeId.some((id) => id === event.eventTypeId || id.replace(/^vim\.event\./, '') === event._typeName);
}

/** Whether an instant lies within a span that may be open at either end. */
export function isDuring(
  span: { beginTime?: string | undefined; endTime?: string | undefined },
  instant: string,
): boolean {
  const at = parseTime(instant);
  if (span.beginTime !== undefined && at < parseTime(span.beginTime)) return false;
  return span.endTime === undefined || at <= parseTime(span.endTime);
}

/** The objects an event names in its arguments. */
function* namedBy(event: LoggedEvent): Generator<Ref> {
  for (const value of Object.values(event)) {
    const ref = refIn(value);
    if (ref) yield ref;
  }
}

/** The reference in an event argument. */
export function refIn(argument: unknown): Ref | undefined {
  if (typeof argument !== 'object' || argument === null || !('_typeName' in argument)) return undefined;
  return Object.values(argument).find(isRef);
}
