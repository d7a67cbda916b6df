/** Guards an AlarmSpec: InvalidName, DuplicateName, or InvalidArgument naming what is wrong with it. */
import type {
  AlarmExpression,
  AlarmSpec,
  EventAlarmExpression,
  MetricAlarmExpression,
  StateAlarmExpression,
} from '../../vim25/generated/index.ts';
import type { Schema } from '../../vim25/schema.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Site } from '../site.ts';
import { triggersOf } from './actions.ts';
import type { AlarmFacets } from './alarm-kind.ts';
import { OPERATORS } from './event-match.ts';
import { isAnd, isEvent, isMetric, isOr, isState } from './expression.ts';

/** Longest name of an alarm or a scheduled task. */
export const MAX_NAME = 80;

export function guardAlarmSpec(site: Site, spec: AlarmSpec, own?: Cell<AlarmFacets>): void {
  guardName(site, spec.name, own);
  guardExpression(site.schema, spec.expression, 'spec.expression');
  if ((spec.actionFrequency ?? 0) < 0) throw invalidArgument('spec.actionFrequency');
  if ((spec.setting?.toleranceRange ?? 0) < 0) throw invalidArgument('spec.setting.toleranceRange');
  if ((spec.setting?.reportingFrequency ?? 0) < 0) throw invalidArgument('spec.setting.reportingFrequency');
  if (spec.action && triggersOf(spec.action).length === 0) throw invalidArgument('spec.action');
}

/** Names of alarms are unique in a vCenter. */
function guardName(site: Site, name: string, own?: Cell<AlarmFacets>): void {
  if (name.trim() === '' || name.length > MAX_NAME) throw new VimFault('InvalidName', { name, entity: own?.ref });
  for (const other of site.world.lookup.get('alarmName', name)) {
    if (other.id !== own?.id) throw new VimFault('DuplicateName', { name, object: other.ref });
  }
}

function guardExpression(schema: Schema, e: AlarmExpression, path: string): void {
  if (isAnd(e) || isOr(e)) {
    if (e.expression.length === 0) throw invalidArgument(`${path}.expression`);
    for (const [i, part] of e.expression.entries()) guardExpression(schema, part, `${path}.expression[${i}]`);
  } else if (isState(e)) guardState(schema, e, path);
  else if (isMetric(e)) guardMetric(schema, e, path);
  else if (isEvent(e)) guardEvent(schema, e, path);
  else throw invalidArgument(path);
}

function guardState(schema: Schema, e: StateAlarmExpression, path: string): void {
  guardType(schema, e.type, `${path}.type`);
  if (!leads(schema, e.type, e.statePath)) throw invalidArgument(`${path}.statePath`);
  if (e.red === undefined && e.yellow === undefined) throw invalidArgument(path);
}

function guardMetric(schema: Schema, e: MetricAlarmExpression, path: string): void {
  guardType(schema, e.type, `${path}.type`);
  if (e.red === undefined && e.yellow === undefined) throw invalidArgument(path);
  if (e.metric.counterId <= 0) throw invalidArgument(`${path}.metric.counterId`);
}

function guardEvent(schema: Schema, e: EventAlarmExpression, path: string): void {
  const type = e.eventType.replace(/^vim\.event\./, '');
  if (type !== '' && !schema.isData(type, 'Event')) throw invalidArgument(`${path}.eventType`);
  if (type === '' && !e.eventTypeId) throw invalidArgument(`${path}.eventType`);
  if (e.objectType !== undefined && !schema.managed(e.objectType)) throw invalidArgument(`${path}.objectType`);
  e.comparisons?.forEach((c, i) => {
    if (!OPERATORS.has(c.operator)) throw invalidArgument(`${path}.comparisons[${i}].operator`);
  });
}

function guardType(schema: Schema, type: string, path: string): void {
  if (!schema.isManaged(type, 'ManagedEntity')) throw invalidArgument(path);
}

/** Whether a property path of a managed type leads somewhere. */
function leads(schema: Schema, type: string, path: string): boolean {
  const [top, ...steps] = path.split('.');
  let row = schema.managed(type)?.properties.get(top!);
  for (const step of steps) row = row?.kind === 'data' ? schema.data(row.type)?.byName.get(step) : undefined;
  return row !== undefined;
}
