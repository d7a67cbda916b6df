/** A change of how an alarm stands on an entity: kept, told as an event, and followed by what the alarm does then. */
import type { ManagedEntityStatus } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { post } from '../history/post.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import type { Site } from '../site.ts';
import { act } from './actions.ts';
import type { AlarmFacets } from './alarm-kind.ts';
import { alarmSaid } from './alarm-said.ts';
import { type AlarmStateFacets, alarmStateKind, initialStatus, isRaised, type Mark, stateOn } from './alarm-state.ts';
import { worst } from './expression.ts';
import { lineOf } from './scope.ts';

type Alarm = Cell<AlarmFacets>;

/** Moves an alarm to another status on an entity. `eventKey` is the event that did it, when one did. */
export function setStatus(
  site: Site,
  alarm: Alarm,
  entity: Cell,
  status: ManagedEntityStatus,
  eventKey?: number,
): void {
  const kept = stateOn(alarm, entity);
  const from = kept?.state.mark.status ?? initialStatus(alarm);
  if (from === status || kept?.state.mark.disabled) return;
  // A condition that was never met and is not met now is no news.
  if (!kept && !isRaised(status)) return;
  site.world.turn(() => {
    putMark(site, alarm, entity, { status, time: site.clock.now(), eventKey });
    const said = { ...alarmSaid(alarm, entity), from, to: status };
    post(site, '', 'AlarmStatusChangedEvent', said, { entity });
  });
  act(site, alarm, entity, from, status);
}

/** Keeps a mark; the entity's own status follows. Inside a turn. */
export function putMark(site: Site, alarm: Alarm, entity: Cell, mark: Mark): void {
  const kept = stateOn(alarm, entity);
  const shows = isRaised(mark.status) ? lineOf(entity).map((cell) => cell.id) : [];
  touchStates(entity, [...(kept?.state.shows ?? []), ...shows]);
  if (kept) site.world.update(kept, { mark: Object.freeze(mark), shows });
  else {
    const state: AlarmStateFacets = { alarm: alarm.id, entity: entity.id, mark: Object.freeze(mark), shows };
    site.world.create(alarmStateKind, state, `triggered-${site.world.numbers.next('#triggered')}`);
  }
  showWorst(site, entity);
}

/** Forgets how alarms stood. Inside a turn. */
export function dropStates(site: Site, states: Iterable<Cell<AlarmStateFacets>>): void {
  for (const state of [...states]) {
    const entity = state.one('entity');
    if (entity) touchStates(entity, state.state.shows);
    site.world.destroy(state);
    if (entity) showWorst(site, entity);
  }
}

/** Who tells of how alarms stand on an entity is about to tell something else. */
function touchStates(entity: Cell, shows: readonly string[]): void {
  const { world } = entity;
  world.touch(entity, 'declaredAlarmState');
  for (const id of new Set(shows)) {
    const cell = world.find(id);
    if (cell) world.touch(cell, 'triggeredAlarmState');
  }
}

/** An entity is as well as the worst of its alarms says. */
function showWorst(site: Site, entity: Cell): void {
  const raised = [...entity.back<AlarmStateFacets>('alarmStates')].map((s) => s.state.mark.status).filter(isRaised);
  const status = raised.length > 0 ? worst(raised) : undefined;
  site.world.update(entity as unknown as Cell<Entity>, { status });
}
