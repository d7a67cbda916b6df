/** Alarm expressions: of what they are made, and what they say of an entity as it is now. */
import type {
  AlarmExpression,
  AndAlarmExpression,
  EventAlarmExpression,
  ManagedEntityStatus,
  MetricAlarmExpression,
  OrAlarmExpression,
  StateAlarmExpression,
} from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';

export type Leaf = StateAlarmExpression | EventAlarmExpression | MetricAlarmExpression;

const kindOf = (e: AlarmExpression) => e._typeName;

export const isEvent = (e: AlarmExpression): e is EventAlarmExpression => kindOf(e) === 'EventAlarmExpression';
export const isState = (e: AlarmExpression): e is StateAlarmExpression => kindOf(e) === 'StateAlarmExpression';
export const isMetric = (e: AlarmExpression): e is MetricAlarmExpression => kindOf(e) === 'MetricAlarmExpression';
export const isAnd = (e: AlarmExpression): e is AndAlarmExpression => kindOf(e) === 'AndAlarmExpression';
export const isOr = (e: AlarmExpression): e is OrAlarmExpression => kindOf(e) === 'OrAlarmExpression';

/** The conditions an expression is made of. */
export function leavesOf(e: AlarmExpression): readonly Leaf[] {
  return isAnd(e) || isOr(e) ? e.expression.flatMap(leavesOf) : [e as Leaf];
}

/** The managed type a condition is about; none for an event of any object. */
export function subjectType(leaf: Leaf): string | undefined {
  return isEvent(leaf) ? leaf.objectType : (leaf as StateAlarmExpression | MetricAlarmExpression).type;
}

/** Types whose events an alarm hears of below the entity it is defined on. */
const PASSED_DOWN: ReadonlySet<string> = new Set([
  'Datacenter',
  'ClusterComputeResource',
  'ComputeResource',
  'HostSystem',
  'ResourcePool',
  'VirtualApp',
  'VirtualMachine',
  'Datastore',
  'StoragePod',
  'Network',
  'DistributedVirtualPortgroup',
  'DistributedVirtualSwitch',
  'VmwareDistributedVirtualSwitch',
]);

/** What an expression is about, worked out once for as long as it stands: it is asked for every entity there is. */
export interface About {
  /** Managed types of entities that can meet a condition, wherever below they are. */
  readonly types: readonly string[];
  /** Whether some condition is about whatever the alarm is defined on. */
  readonly home: boolean;
  readonly onlyEvents: boolean;
}

export function aboutOf(e: AlarmExpression): About {
  const leaves = leavesOf(e);
  const named = leaves.map(subjectType);
  const types = named.filter((type): type is string => type !== undefined && PASSED_DOWN.has(type));
  return Object.freeze({
    types: [...new Set(types)],
    home: types.length < named.length,
    onlyEvents: leaves.every(isEvent),
  });
}

/** Whether an entity can meet a condition, as one below where the alarm is defined or just there. */
export function isAbout(about: About, entity: Cell, atHome: boolean): boolean {
  return (atHome && about.home) || about.types.some((type) => entity.is(type));
}

/** What can hang below an entity; anything can below a folder or a datacenter. */
const BELOW: readonly (readonly [type: string, holds: readonly string[]])[] = [
  ['ComputeResource', ['HostSystem', 'ResourcePool', 'VirtualApp', 'VirtualMachine']],
  ['HostSystem', ['VirtualMachine']],
  ['ResourcePool', ['ResourcePool', 'VirtualApp', 'VirtualMachine']],
  ['DistributedVirtualSwitch', ['DistributedVirtualPortgroup', 'Network']],
  ['StoragePod', ['Datastore']],
];

/** Whether something below an entity can meet a condition. */
export function isAboutBelow({ types }: About, entity: Cell): boolean {
  const holds = BELOW.find(([type]) => entity.is(type))?.[1];
  if (holds) return types.some((type) => holds.includes(type));
  return types.length > 0 && (entity.is('Folder') || entity.is('Datacenter'));
}

const SEVERITY: readonly ManagedEntityStatus[] = ['gray', 'green', 'yellow', 'red'];

export function worst(statuses: readonly ManagedEntityStatus[]): ManagedEntityStatus {
  return statuses.reduce((a, b) => (SEVERITY.indexOf(b) > SEVERITY.indexOf(a) ? b : a), 'gray');
}

function mildest(statuses: readonly ManagedEntityStatus[]): ManagedEntityStatus {
  return statuses.reduce((a, b) => (SEVERITY.indexOf(b) < SEVERITY.indexOf(a) ? b : a), 'red');
}

/** What a metric condition says; it needs to know for how long, which the expression does not. */
export type MetricReader = (e: MetricAlarmExpression, entity: Cell) => ManagedEntityStatus;

/** What an expression of states and metrics says of an entity. Any of an Or, all of an And. */
export function evaluate(e: AlarmExpression, entity: Cell, metric: MetricReader): ManagedEntityStatus {
  if (isAnd(e)) return mildest(e.expression.map((x) => evaluate(x, entity, metric)));
  if (isOr(e)) return worst(e.expression.map((x) => evaluate(x, entity, metric)));
  const type = subjectType(e as Leaf);
  if (type === undefined || !entity.is(type)) return 'gray';
  if (isState(e)) return stateStatus(e, entity);
  return isMetric(e) ? metric(e, entity) : 'gray';
}

function stateStatus(e: StateAlarmExpression, entity: Cell): ManagedEntityStatus {
  const value = valueAt(entity, e.statePath);
  if (value === undefined) return 'gray';
  const met = (wanted: string | undefined) =>
    wanted !== undefined && (e.operator === 'isEqual' ? value === wanted : value !== wanted);
  return met(e.red) ? 'red' : met(e.yellow) ? 'yellow' : 'green';
}

/** The value of a property path of an entity, as text. */
function valueAt(entity: Cell, path: string): string | undefined {
  const [top, ...steps] = path.split('.');
  let value = entity.get(top!);
  for (const step of steps) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return value === undefined || value === null ? undefined : String(value);
}
