/** Whether an event meets an alarm's condition, and which entity it then is about. */
import type { EventAlarmExpression, EventAlarmExpressionComparison } from '../../vim25/generated/index.ts';
import { isRef, type Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { World } from '../../world/world.ts';
import { subjectOf } from '../history/audience.ts';
import { refIn } from '../history/event-filter.ts';

/** Under what an alarm finds an event: the id of one of no type of its own, else its type. */
export function eventIdOf(event: LoggedEvent): string {
  const own = event['eventTypeId'];
  return typeof own === 'string' ? own : event._typeName;
}

/** What a condition waits for, in the same words. */
export function awaitedId({ eventType, eventTypeId }: EventAlarmExpression): string {
  return bare(eventTypeId || eventType);
}

/** `vim.event.VmPoweredOnEvent` is `VmPoweredOnEvent`. */
function bare(id: string): string {
  return id.replace(/^vim\.event\./, '');
}

/** Property of an event -> where an object of the type is named. */
const PLACES: readonly (readonly [type: string, properties: readonly string[]])[] = [
  ['VirtualMachine', ['vm']],
  ['HostSystem', ['host']],
  ['ComputeResource', ['computeResource']],
  ['Datastore', ['ds', 'datastore', 'destDatastore']],
  ['DistributedVirtualSwitch', ['dvs']],
  ['DistributedVirtualPortgroup', ['net']],
  ['Network', ['net']],
  ['ResourcePool', ['resourcePool']],
  ['Datacenter', ['datacenter']],
];

/** The entity an event is about, as an alarm on entities of that type sees it. */
export function entityIn(world: World, event: LoggedEvent, objectType: string | undefined): Cell | undefined {
  const named = objectNamed(world, event['objectType'], event['objectId']);
  if (objectType === undefined) return named ?? subjectOf(world, event);
  if (named?.is(objectType)) return named;
  for (const [type, properties] of PLACES) {
    if (!world.model.schema.isManaged(type, objectType) && !world.model.schema.isManaged(objectType, type)) continue;
    for (const property of properties) {
      const cell = world.find(refIn(event[property])?.value ?? '');
      if (cell?.is(objectType)) return cell;
    }
  }
  const entity = world.find(refIn(event['entity'])?.value ?? '');
  return entity?.is(objectType) ? entity : undefined;
}

/** An EventEx names its object by type and id. */
function objectNamed(world: World, type: unknown, id: unknown): Cell | undefined {
  const cell = typeof id === 'string' ? world.find(id) : undefined;
  return cell && (typeof type !== 'string' || cell.is(bareType(type))) ? cell : undefined;
}

function bareType(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** Whether all of a condition's comparisons hold. */
export function holds(comparisons: readonly EventAlarmExpressionComparison[] | undefined, event: LoggedEvent): boolean {
  return (comparisons ?? []).every((c) => compare(c, attributeOf(event, c.attributeName)));
}

export const OPERATORS: ReadonlySet<string> = new Set([
  'equals',
  'notEqualTo',
  'startsWith',
  'doesNotStartWith',
  'endsWith',
  'doesNotEndWith',
]);

function compare({ operator, value }: EventAlarmExpressionComparison, found: string): boolean {
  switch (operator) {
    case 'equals':
      return found === value;
    case 'notEqualTo':
      return found !== value;
    case 'startsWith':
      return found.startsWith(value);
    case 'doesNotStartWith':
      return !found.startsWith(value);
    case 'endsWith':
      return found.endsWith(value);
    case 'doesNotEndWith':
      return !found.endsWith(value);
    default:
      return false;
  }
}

interface Pair {
  readonly key: string;
  readonly value: unknown;
}

/** A property of the event, by path; an argument of an EventEx, by key. */
function attributeOf(event: LoggedEvent, name: string): string {
  const given = (event['arguments'] as readonly Pair[] | undefined)?.find((a) => a.key === name);
  if (given) return textOf(given.value);
  const path = name.split('.');
  return textOf(
    path.reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
      event,
    ),
  );
}

/** What an argument names goes by its name, a reference by its id. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (isRef(value)) return (value as Ref).value;
  if (typeof value === 'object') return String((value as { readonly name?: unknown }).name ?? '');
  return String(value);
}
