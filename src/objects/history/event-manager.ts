/** EventManager: the event log as clients see it. */
import type { EventFilterSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { subjectOf } from './audience.ts';
import { managedEntityArgument } from './event-argument.ts';
import { eventCollectorKind, latestEvents, shown } from './event-collector.ts';
import { eventManagerKind } from './event-manager-kind.ts';
import { labelOf } from './event-message.ts';
import { createCollector, OLDEST, PAGE } from './history-collector.ts';
import { post } from './post.ts';

/** Events one query answers with. */
const MAX_QUERY = 1_000;

/** What the server says of an event itself; of whoever posts one only the user's name is taken. */
const OWN: ReadonlySet<string> = new Set(['_typeName', 'key', 'chainId', 'createdTime', 'userName']);

export const eventManager: ManagedObject = managedObject('EventManager', eventManagerKind, {
  QueryEvents(call, _self, { filter }) {
    guardFilter(call, filter);
    const size = Math.min(filter.maxCount ?? MAX_QUERY, MAX_QUERY);
    return latestEvents(call, filter, size)
      .reverse()
      .map((event) => shown(filter, event));
  },

  CreateCollectorForEvents(call, _self, { filter }) {
    guardFilter(call, filter);
    const size = Math.min(filter.maxCount ?? PAGE, PAGE);
    const page = latestEvents(call, filter, size);
    return createCollector(call, eventCollectorKind, {
      filter,
      page,
      size,
      position: OLDEST,
    }) as Ref<'EventHistoryCollector'>;
  },

  LogUserEvent(call, _self, { entity, msg }) {
    const cell = call.world.find(entity.value);
    if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: entity });
    const properties = { message: msg, entity: managedEntityArgument(cell) };
    post(call.site, call.user, 'GeneralUserEvent', properties, { entity: cell });
  },

  PostEvent(call, _self, { eventToPost, taskInfo }) {
    const type = (eventToPost as { _typeName?: string })._typeName ?? 'Event';
    if (type === 'Event' || !call.site.schema.isData(type, 'Event')) throw new VimFault('InvalidEvent');
    const given = Object.entries(eventToPost).filter(([name, value]) => !OWN.has(name) && value !== undefined);
    const entity = subjectOf(call.world, eventToPost as unknown as Readonly<Record<string, unknown>>);
    const chain = taskInfo ? { chainId: taskInfo.eventChainId } : {};
    const user = eventToPost.userName || call.user;
    post(call.site, user, type, Object.fromEntries(given), { ...(entity && { entity }), ...chain });
  },

  RetrieveArgumentDescription(call, _self, { eventTypeId }) {
    const type = call.site.schema.data(eventTypeId.replace(/^vim\.event\./, ''));
    if (!type || !call.site.schema.isData(type.name, 'Event')) throw invalidArgument('eventTypeId');
    const common = call.site.schema.data('Event')!.byName;
    return type.allProperties
      .filter((p) => !common.has(p.name))
      .map((p) => {
        const label = labelOf(p.name);
        return {
          name: p.name,
          type: p.array ? `${p.type}[]` : p.type,
          description: { key: p.name, label, summary: label },
        };
      });
  },
});

function guardFilter(call: Call, filter: EventFilterSpec): void {
  const { entity, maxCount } = filter;
  if (maxCount !== undefined && maxCount < 0) throw invalidArgument('filter.maxCount');
  if (entity && !call.world.find(entity.entity.value)) {
    throw new VimFault('ManagedObjectNotFound', { obj: entity.entity });
  }
}
