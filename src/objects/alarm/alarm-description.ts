/** AlarmManager.description and defaultExpression: what alarms can be made of. */
import type { AlarmDescription, AlarmExpression, ElementDescription } from '../../vim25/generated/index.ts';

export function alarmDescription(): AlarmDescription {
  return {
    expr: elements(
      'AndAlarmExpression OrAlarmExpression StateAlarmExpression EventAlarmExpression MetricAlarmExpression',
    ),
    stateOperator: elements('isEqual isUnequal'),
    metricOperator: elements('isAbove isBelow'),
    hostSystemConnectionState: elements('connected disconnected notResponding'),
    virtualMachinePowerState: elements('poweredOff poweredOn suspended'),
    datastoreConnectionState: elements('connected disconnected'),
    hostSystemPowerState: elements('poweredOn poweredOff standBy unknown'),
    virtualMachineGuestHeartbeatStatus: elements('gray green yellow red'),
    entityStatus: elements('gray green yellow red'),
    action: elements('SendEmailAction SendSNMPAction RunScriptAction MethodAction CreateTaskAction'),
  };
}

/** A condition of each kind that a client may begin from. */
export function defaultExpression(): AlarmExpression[] {
  const usage = (type: string, counterId: number) => ({
    _typeName: 'MetricAlarmExpression',
    operator: 'isAbove',
    type,
    metric: { counterId, instance: '' },
    yellow: 7_500,
    red: 9_000,
  });
  const state = (type: string, statePath: string, red: string) => ({
    _typeName: 'StateAlarmExpression',
    operator: 'isEqual',
    type,
    statePath,
    red,
  });
  return [
    usage('HostSystem', 2),
    usage('HostSystem', 24),
    usage('VirtualMachine', 2),
    usage('VirtualMachine', 24),
    state('HostSystem', 'runtime.connectionState', 'notResponding'),
    state('HostSystem', 'runtime.powerState', 'poweredOff'),
    state('VirtualMachine', 'runtime.powerState', 'poweredOff'),
    state('VirtualMachine', 'summary.quickStats.guestHeartbeatStatus', 'red'),
  ] as AlarmExpression[];
}

export function elements(keys: string): ElementDescription[] {
  return keys.split(' ').map((key) => ({ key, label: spelled(key), summary: spelled(key) }));
}

function spelled(key: string): string {
  const text = key.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
