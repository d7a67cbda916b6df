/** Posts an event: fills in what every event has, and says it in a sentence. */
import { formatTime } from '../../kernel/time.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { Site } from '../site.ts';
import { eventArgument, eventPlace } from './event-argument.ts';
import { offerEvent } from './event-collector.ts';
import type { EventManagerFacets } from './event-manager-kind.ts';
import { eventMessage } from './event-message.ts';
import { noteIssue } from './issues.ts';

/** What an event is about: an entity, and the chain of events one request caused. */
export interface EventSubject {
  readonly entity?: Cell;
  readonly chainId?: number;
  /** The event's own key, where it was given out before. */
  readonly key?: number;
}

/**
 * Logs an event. `user` is '' for what the system did by itself.
 *
 * @example post(site, call.user, 'VmPoweredOnEvent', {}, { entity: vm, chainId: request.eventChainId })
 */
export function post(
  site: Site,
  user: string,
  typeName: string,
  properties: Record<string, unknown>,
  about: EventSubject = {},
): void {
  site.world.turn(() => {
    const event = compose(site, user, typeName, properties, about);
    site.events.append(event);
    if (about.entity) noteIssue(site.world, event, about.entity);
    const manager = site.world.ofType('EventManager').values().next().value;
    if (manager) site.world.update(manager as unknown as Cell<EventManagerFacets>, { latest: event });
    offerEvent(site.world, event);
  });
}

function compose(
  site: Site,
  user: string,
  typeName: string,
  properties: Record<string, unknown>,
  about: EventSubject,
): LoggedEvent {
  const key = about.key ?? site.world.numbers.next('#event');
  const event = {
    _typeName: typeName,
    key,
    chainId: about.chainId ?? key,
    createdTime: formatTime(site.clock.now()),
    userName: user,
    ...(about.entity && eventPlace(about.entity)),
    ...(about.entity && ownArgument(site, typeName, about.entity)),
    ...properties,
  };
  const said = properties['fullFormattedMessage'] ?? eventMessage(site.schema, event);
  return Object.freeze({ ...event, fullFormattedMessage: said });
}

/** What only events of some families have: `datastore`, `resourcePool`, and `template` of a VM's events. */
function ownArgument(site: Site, typeName: string, entity: Cell): Record<string, unknown> {
  const declared = site.schema.data(typeName)?.byName;
  if (declared?.has('datastore') && entity.is('Datastore')) return { datastore: eventArgument(entity) };
  if (declared?.has('resourcePool') && entity.is('ResourcePool')) return { resourcePool: eventArgument(entity) };
  if (!entity.is('VirtualMachine') || !declared?.has('template')) return {};
  return { template: (entity.state as { config?: { template?: boolean } }).config?.template === true };
}
