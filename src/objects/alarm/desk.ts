/**
 * Where alarms are looked after. Nothing is scanned when something happens: an event finds the conditions that wait for
 * its type, and the states of just the entity it is about are looked at again. What moves by itself is looked at once a
 * tick of the load model.
 *
 * All of it happens on the clock right after the turn that gave cause, never within it.
 */
import type { EventAlarmExpression, ManagedEntityStatus } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import { onceGone } from '../access/sessions/belongings.ts';
import { subjectOf } from '../history/audience.ts';
import type { Site } from '../site.ts';
import { actAgain, repeating } from './actions.ts';
import { type AlarmFacets, alarmKind } from './alarm-kind.ts';
import { type AlarmStateFacets, alarmStateKind, isRaised } from './alarm-state.ts';
import { awaitedId, entityIn, eventIdOf, holds } from './event-match.ts';
import { evaluate, isEvent, isMetric, isState, type Leaf, leavesOf, subjectType } from './expression.ts';
import { Gauge } from './gauge.ts';
import { dropStates, putMark, setStatus } from './raise.ts';
import { covers, lineOf, ofManagedType } from './scope.ts';

type Alarm = Cell<AlarmFacets>;

/** Entities that one tick looks at, and over how many ticks more than that are spread. */
const AT_ONCE = 500;
const PARTS = 15;

interface Awaited {
  readonly alarm: Alarm;
  readonly condition: EventAlarmExpression;
}

/** Enabled alarms by what they wait for. */
interface Plan {
  readonly byEvent: ReadonlyMap<string, readonly Awaited[]>;
  /** Alarms on states, by managed type they are about; an event about such an entity is reason to look. */
  readonly byState: ReadonlyMap<string, readonly Alarm[]>;
  /** Alarms on metrics, which only the tick looks at. */
  readonly byMetric: ReadonlyMap<string, readonly Alarm[]>;
}

export class AlarmDesk {
  readonly #site: Site;
  readonly #gauge: Gauge;
  #plan: Plan | undefined;
  #heard: LoggedEvent[] = [];
  /** Entities, and alarms, to look at again. */
  #stale = new Set<Cell>();
  #armed = false;
  /** Where things were when that was last looked at. */
  #topology = -1;
  /** What an entity was like when its states were last looked at. */
  #seen = new WeakMap<Cell, number>();
  readonly #guarded = new WeakSet<Cell>();

  constructor(site: Site) {
    this.#site = site;
    this.#gauge = new Gauge(site);
    site.events.listeners.add((event) => this.#hear(event));
    site.world.enlist({ begin: () => {}, commit: () => this.#noticeMoves(), rollback: () => {} });
  }

  /** Alarms are not what they were: one was made, changed or removed. */
  replan(alarm?: Alarm): void {
    this.#plan = undefined;
    this.#seen = new WeakMap();
    this.#gauge.forget();
    if (!alarm?.alive) return;
    this.#guard(alarm.one('declaredOn'));
    this.#stale.add(alarm as unknown as Cell);
    this.#arm();
  }

  /** After an image came back: what stands in the world counts, and nothing of what was heard before. */
  resume(): void {
    this.#heard = [];
    this.#stale.clear();
    this.#armed = false;
    this.replan();
    for (const state of this.#site.world.every(alarmStateKind)) this.#guard(state.one('entity'));
    for (const alarm of this.#site.world.every(alarmKind)) this.#guard(alarm.one('declaredOn'));
  }

  /** Once a tick of the load model. */
  tick(): void {
    const { byMetric, byState } = this.#planned();
    this.#rehome();
    for (const [type, alarms] of byMetric) {
      for (const entity of this.#dueOf(type)) this.#look(entity, alarms);
    }
    for (const [type, alarms] of byState) {
      for (const entity of this.#dueOf(type)) this.#lookIfChanged(entity, alarms);
    }
    this.#repeat();
  }

  /**
   * Entities that are looked at in this tick: all of a few, and of many a part each tick, so that none waits for
   * more than the five minutes after which a vCenter adds up what it measured.
   */
  *#dueOf(type: string): Generator<Cell> {
    const { world } = this.#site;
    const all = [...ofManagedType(world, type)];
    const parts = Math.min(PARTS, Math.ceil(all.length / AT_ONCE));
    for (let i = world.tick % parts || 0; i < all.length; i += parts) yield all[i]!;
  }

  /** What changed without an event is seen once a tick; who stayed as it was is passed over. */
  #lookIfChanged(entity: Cell, alarms: readonly Alarm[]): void {
    if (this.#seen.get(entity) === entity.stamp) return;
    this.#look(entity, alarms);
    this.#seen.set(entity, entity.stamp);
  }

  #hear(event: LoggedEvent): void {
    // Alarms do not hear of each other: two of them could otherwise keep each other ringing.
    if (event._typeName.startsWith('Alarm')) return;
    const subject = subjectOf(this.#site.world, event);
    const concerns = subject !== undefined && this.#alarmsOn(subject).length > 0;
    if (!concerns && !this.#planned().byEvent.has(eventIdOf(event))) return;
    if (concerns) this.#stale.add(subject);
    this.#heard.push(event);
    this.#arm();
  }

  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    const { clock } = this.#site;
    clock.at(clock.now(), () => this.#work(), { background: true });
  }

  #work(): void {
    this.#armed = false;
    const heard = this.#heard;
    const stale = this.#stale;
    this.#heard = [];
    this.#stale = new Set();
    this.#rehome();
    for (const event of heard) this.#match(event);
    for (const cell of stale) {
      if (!cell.alive) this.#clear(cell);
      else if (cell.is('Alarm')) this.#lookAll(cell as unknown as Alarm);
      else this.#look(cell, this.#alarmsOn(cell));
    }
  }

  /** After a turn: whether something moved, and few enough alarms stand to see at once what that means for them. */
  #noticeMoves(): void {
    const { world } = this.#site;
    if (this.#topology === world.topology) return;
    const kept = world.ofType(alarmStateKind.type).size;
    if (kept > 0 && kept <= AT_ONCE) this.#arm();
  }

  /** What moved away from an alarm is let go, and what is raised shows where its entity now is. */
  #rehome(): void {
    const { world } = this.#site;
    if (this.#topology === world.topology) return;
    this.#topology = world.topology;
    for (const state of [...world.every(alarmStateKind)]) {
      const alarm = state.one<AlarmFacets>('alarm');
      const entity = state.one('entity');
      if (!alarm || !entity) continue;
      const { mark, shows } = state.state;
      if (!covers(alarm, entity)) world.turn(() => dropStates(this.#site, [state]));
      else if (isRaised(mark.status) && !lineOf(entity).every((cell, i) => cell.id === shows[i])) {
        world.turn(() => putMark(this.#site, alarm, entity, mark));
      }
    }
  }

  #match(event: LoggedEvent): void {
    const { world } = this.#site;
    const settled = new Set<Alarm>();
    for (const { alarm, condition } of this.#planned().byEvent.get(eventIdOf(event)) ?? []) {
      if (!alarm.alive || settled.has(alarm) || !holds(condition.comparisons, event)) continue;
      const entity = entityIn(world, event, condition.objectType);
      if (!entity || !covers(alarm, entity)) continue;
      settled.add(alarm);
      if (condition.status) this.#set(alarm, entity, condition.status, event.key);
    }
  }

  /** Everything a changed alarm covers. */
  #lookAll(alarm: Alarm): void {
    const { spec, about } = alarm.state;
    if (!spec.enabled || about.onlyEvents) return;
    for (const type of about.types) {
      for (const entity of ofManagedType(this.#site.world, type)) this.#look(entity, [alarm]);
    }
  }

  #look(entity: Cell, alarms: readonly Alarm[]): void {
    for (const alarm of alarms) {
      if (!alarm.alive || !covers(alarm, entity)) continue;
      const { expression } = alarm.state.spec;
      const status = evaluate(expression, entity, (e) => this.#gauge.read(alarm, e, entity));
      // What cannot be told leaves the alarm as it is, unless it was raised: a VM that is off uses no CPU.
      this.#set(alarm, entity, status === 'gray' ? 'green' : status);
    }
  }

  #set(alarm: Alarm, entity: Cell, status: ManagedEntityStatus, eventKey?: number): void {
    setStatus(this.#site, alarm, entity, status, eventKey);
    if (isRaised(status)) this.#guard(entity);
  }

  /** Actions that repeat, of alarms that nobody acknowledged. */
  #repeat(): void {
    const { world, clock } = this.#site;
    for (const state of [...world.every(alarmStateKind)]) {
      const { mark } = state.state;
      const alarm = state.one<AlarmFacets>('alarm');
      const entity = state.one('entity');
      const pause = 1_000 * (alarm?.state.spec.actionFrequency ?? 0);
      if (!alarm || !entity || pause <= 0 || !isRaised(mark.status) || mark.acknowledged) continue;
      if (clock.now() - (mark.acted ?? mark.time) < pause || repeating(alarm, mark.status).length === 0) continue;
      world.turn(() => putMark(this.#site, alarm, entity, { ...mark, acted: clock.now() }));
      actAgain(this.#site, alarm, entity, mark.status);
    }
  }

  /** What is gone takes with it how alarms stood on it, and the alarms defined on it. */
  #guard(entity: Cell | undefined): void {
    if (!entity || this.#guarded.has(entity)) return;
    this.#guarded.add(entity);
    onceGone(entity, () => {
      this.#stale.add(entity);
      this.#arm();
    });
  }

  #clear(gone: Cell): void {
    const { world } = this.#site;
    const of = <F extends object>(kind: { readonly type: string }) =>
      [...world.ofType(kind.type)] as unknown as Cell<F>[];
    world.turn(() => {
      dropStates(
        this.#site,
        of<AlarmStateFacets>(alarmStateKind).filter((s) => s.state.entity === gone.id),
      );
      for (const alarm of of<AlarmFacets>(alarmKind)) {
        if (alarm.state.entity !== gone.id) continue;
        dropStates(this.#site, alarm.back<AlarmStateFacets>('states'));
        world.destroy(alarm);
      }
    });
    this.replan();
  }

  /** Alarms on states of such an entity. */
  #alarmsOn(entity: Cell): readonly Alarm[] {
    return [...this.#planned().byState].flatMap(([type, alarms]) => (entity.is(type) ? alarms : []));
  }

  #planned(): Plan {
    this.#plan ??= plan([...this.#site.world.every(alarmKind)].filter((alarm) => alarm.state.spec.enabled));
    return this.#plan;
  }
}

function typesOf(leaves: readonly Leaf[]): ReadonlySet<string> {
  return new Set(leaves.flatMap((leaf) => subjectType(leaf) ?? []));
}

function plan(alarms: readonly Alarm[]): Plan {
  const byEvent = new Map<string, Awaited[]>();
  const byState = new Map<string, Alarm[]>();
  const byMetric = new Map<string, Alarm[]>();
  for (const alarm of alarms) {
    for (const leaf of leavesOf(alarm.state.spec.expression)) {
      if (isEvent(leaf)) add(byEvent, awaitedId(leaf), { alarm, condition: leaf });
    }
    for (const type of typesOf(leavesOf(alarm.state.spec.expression).filter(isState))) add(byState, type, alarm);
    for (const type of typesOf(leavesOf(alarm.state.spec.expression).filter(isMetric))) add(byMetric, type, alarm);
  }
  return { byEvent, byState, byMetric };
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
