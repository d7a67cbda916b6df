/** What an alarm does when it changes: mails, traps, scripts and tasks leave a trace in the log; a method is called. */
import type {
  Action,
  AlarmAction,
  AlarmTriggeringAction,
  GroupAlarmAction,
  ManagedEntityStatus,
  RunScriptAction,
  SendEmailAction,
} from '../../vim25/generated/index.ts';
import type { DataObject } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { nameOf } from '../call.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import type { Author } from '../schedule/author.ts';
import { runAction } from '../schedule/errand.ts';
import type { Site } from '../site.ts';
import type { AlarmFacets } from './alarm-kind.ts';
import { alarmArgument, alarmSaid } from './alarm-said.ts';

type Alarm = Cell<AlarmFacets>;

/** The actions of an alarm, groups opened. */
export function triggersOf(action: AlarmAction | undefined): readonly AlarmTriggeringAction[] {
  const type = action?._typeName;
  if (type === 'GroupAlarmAction') return (action as GroupAlarmAction).action.flatMap(triggersOf);
  return type === 'AlarmTriggeringAction' ? [action as AlarmTriggeringAction] : [];
}

/** Does what the alarm does on that change. */
export function act(site: Site, alarm: Alarm, entity: Cell, from: ManagedEntityStatus, to: ManagedEntityStatus): void {
  if ((entity.state as Entity).alarmActions === false) return;
  for (const trigger of triggersOf(alarm.state.spec.action)) {
    if (isTransition(trigger, from, to)) perform(site, alarm, entity, trigger.action);
  }
}

/** Does again what repeats while the alarm stands as it does. */
export function actAgain(site: Site, alarm: Alarm, entity: Cell, status: ManagedEntityStatus): void {
  if ((entity.state as Entity).alarmActions === false) return;
  for (const trigger of repeating(alarm, status)) perform(site, alarm, entity, trigger.action);
}

/** The actions that are done again and again while the alarm has that status. */
export function repeating(alarm: Alarm, status: ManagedEntityStatus): readonly AlarmTriggeringAction[] {
  return triggersOf(alarm.state.spec.action).filter((trigger) =>
    trigger.transitionSpecs?.some((t) => t.repeats && t.finalState === status),
  );
}

const FLAGS = [
  ['green2yellow', 'green', 'yellow'],
  ['yellow2red', 'yellow', 'red'],
  ['red2yellow', 'red', 'yellow'],
  ['yellow2green', 'yellow', 'green'],
] as const;

/** A change from green to red passes yellow on its way, and back. */
function isTransition(trigger: AlarmTriggeringAction, from: ManagedEntityStatus, to: ManagedEntityStatus): boolean {
  const passed = steps(from, to);
  const meets = (start: string, final: string) => passed.some(([a, b]) => a === start && b === final);
  if (trigger.transitionSpecs?.length) {
    return trigger.transitionSpecs.some((t) => meets(calm(t.startState), calm(t.finalState)));
  }
  return FLAGS.some(([flag, start, final]) => trigger[flag] && meets(start, final));
}

const LADDER: readonly ManagedEntityStatus[] = ['green', 'yellow', 'red'];

/** What is not known counts as green. */
function calm(status: ManagedEntityStatus): ManagedEntityStatus {
  return status === 'gray' ? 'green' : status;
}

function steps(from: ManagedEntityStatus, to: ManagedEntityStatus): (readonly [string, string])[] {
  const passed: (readonly [string, string])[] = [];
  const end = LADDER.indexOf(calm(to));
  for (let at = LADDER.indexOf(calm(from)); at !== end; ) {
    const next = at < end ? at + 1 : at - 1;
    passed.push([LADDER[at]!, LADDER[next]!]);
    at = next;
  }
  return passed;
}

function perform(site: Site, alarm: Alarm, entity: Cell, action: Action): void {
  site.world.turn(() => {
    post(site, '', 'AlarmActionTriggeredEvent', alarmSaid(alarm, entity), { entity });
    leaveTrace(site, alarm, entity, action);
  });
  const { author } = alarm.state.made;
  if (author) callMethod(site, action, entity, author, reasonOf(alarm, entity));
}

function leaveTrace(site: Site, alarm: Alarm, entity: Cell, action: Action): void {
  const told = { alarm: alarmArgument(alarm), entity: managedEntityArgument(entity) };
  const say = (type: string, more: object = {}) => post(site, '', type, { ...told, ...more }, { entity });
  if (action._typeName === 'SendEmailAction') {
    say('AlarmEmailCompletedEvent', { to: (action as SendEmailAction).toList });
  } else if (action._typeName === 'SendSNMPAction') {
    say('AlarmSnmpCompletedEvent');
  } else if (action._typeName === 'RunScriptAction') {
    say('AlarmScriptCompleteEvent', { script: (action as RunScriptAction).script });
  }
}

/** The method is called on the entity that set the alarm off; what it refuses, it refuses. */
function callMethod(site: Site, action: Action, entity: Cell, author: Author, reason: DataObject): void {
  try {
    const done = runAction(site, entity.ref, action, author, reason);
    if (done instanceof Promise) void site.clock.hold(done.catch(() => {}));
  } catch (error) {
    // vCenter logs no event for a method that an alarm could not call; its task, if it got that far, tells why.
    if (!(error instanceof VimFault)) throw error;
  }
}

function reasonOf(alarm: Alarm, entity: Cell): DataObject {
  return {
    _typeName: 'TaskReasonAlarm',
    alarmName: alarm.state.spec.name,
    alarm: alarm.ref,
    entityName: nameOf(entity),
    entity: entity.ref,
  };
}
