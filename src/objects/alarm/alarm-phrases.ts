/** Alarm expressions in short: of what the alarms that a vCenter comes with are put together. */
import type { AlarmExpression, ManagedEntityStatus } from '../../vim25/generated/index.ts';

/** An alarm: its number, its system name without `alarm.`, its name, and what it looks for. */
export type AlarmRow = readonly [id: number, system: string, name: string, expression: AlarmExpression];

export const HOST: string = 'HostSystem';
export const VM: string = 'VirtualMachine';
export const CLUSTER: string = 'ClusterComputeResource';

export function anyOf(...expression: readonly AlarmExpression[]): AlarmExpression {
  return { _typeName: 'OrAlarmExpression', expression } as AlarmExpression;
}

export function allOf(...expression: readonly AlarmExpression[]): AlarmExpression {
  return { _typeName: 'AndAlarmExpression', expression } as AlarmExpression;
}

export function state(operator: string, type: string, statePath: string, red: string): AlarmExpression {
  return { _typeName: 'StateAlarmExpression', operator, type, statePath, red } as AlarmExpression;
}

/** Above thresholds for so many seconds. */
export function above(type: string, counterId: number, yellow: number, red: number, seconds: number): AlarmExpression {
  const intervals = seconds > 0 ? { yellowInterval: seconds, redInterval: seconds } : {};
  const metric = { counterId, instance: '' };
  return { _typeName: 'MetricAlarmExpression', operator: 'isAbove', type, metric, yellow, red, ...intervals } as never;
}

/** Events: `RedEvent`, `GreenEvent` and so on by the status they set; an id with a dot is an EventEx's. */
export function on(
  objectType: string | undefined,
  status: ManagedEntityStatus | undefined,
  ...ids: readonly string[]
): AlarmExpression[] {
  return ids.map((id) => {
    const eventType = id.includes('.') ? 'EventEx' : id;
    return {
      _typeName: 'EventAlarmExpression',
      eventType,
      eventTypeId: idOf(id),
      objectType,
      status,
    } as AlarmExpression;
  });
}

function idOf(id: string): string {
  return id.includes('.') ? id : `vim.event.${id}`;
}

export const red = (type: string | undefined, ...ids: readonly string[]): AlarmExpression[] => on(type, 'red', ...ids);
export const yellow = (type: string | undefined, ...ids: readonly string[]): AlarmExpression[] =>
  on(type, 'yellow', ...ids);
export const green = (type: string | undefined, ...ids: readonly string[]): AlarmExpression[] =>
  on(type, 'green', ...ids);

/** The health of a part of a host, as vCenter hears of it in events of one id. */
export function health(part: string): AlarmExpression {
  const id = `com.vmware.vc.${part}`;
  return anyOf(...(['green', 'yellow', 'red'] as const).map((status) => healthEvent(id, status)));
}

function healthEvent(eventTypeId: string, status: ManagedEntityStatus): AlarmExpression {
  const comparisons = [{ attributeName: 'newState', operator: 'equals', value: status }];
  const objectType = HOST;
  return {
    _typeName: 'EventAlarmExpression',
    eventType: 'EventEx',
    eventTypeId,
    objectType,
    status,
    comparisons,
  } as never;
}

/** How the pair of a fault tolerant machine stands, as an event tells it. */
export function toleranceState(status: ManagedEntityStatus, newState: string): AlarmExpression {
  const [event] = on(VM, status, 'VmFaultToleranceStateChangedEvent');
  return { ...event, comparisons: [{ attributeName: 'newState', operator: 'equals', value: newState }] } as never;
}
