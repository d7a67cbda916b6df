/** AlarmManager and ScheduledTaskManager: nobody has defined an alarm or a schedule yet, and they say so. */
import type { AlarmDescription, ElementDescription, ScheduledTaskDescription } from '../../vim25/generated/index.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';

export const alarmManagerKind: KindSpec<object> = defineKind<object>({
  type: 'AlarmManager',
  properties: {
    defaultExpression: { reads: [], value: () => [] },
    description: { reads: [], value: alarmDescription },
  },
});

export const alarmManager: ManagedObject = managedObject('AlarmManager', alarmManagerKind, {
  GetAlarm: () => [],
  GetAlarmState: () => [],
});

export const scheduledTaskManagerKind: KindSpec<object> = defineKind<object>({
  type: 'ScheduledTaskManager',
  properties: {
    scheduledTask: { reads: [], value: () => [] },
    description: { reads: [], value: scheduleDescription },
  },
});

export const scheduledTaskManager: ManagedObject = managedObject('ScheduledTaskManager', scheduledTaskManagerKind, {
  RetrieveEntityScheduledTask: () => [],
  RetrieveObjectScheduledTask: () => [],
});

function alarmDescription(): AlarmDescription {
  return {
    expr: types('StateAlarmExpression EventAlarmExpression MetricAlarmExpression'),
    stateOperator: elements('isEqual isUnequal'),
    metricOperator: elements('isAbove isBelow'),
    hostSystemConnectionState: elements('connected disconnected notResponding'),
    virtualMachinePowerState: elements('poweredOff poweredOn suspended'),
    datastoreConnectionState: elements('connected disconnected'),
    hostSystemPowerState: elements('poweredOn poweredOff standBy unknown'),
    virtualMachineGuestHeartbeatStatus: elements('gray green yellow red'),
    entityStatus: elements('gray green yellow red'),
    action: types('SendEmailAction SendSNMPAction RunScriptAction MethodAction CreateTaskAction'),
  };
}

function scheduleDescription(): ScheduledTaskDescription {
  const details = types(
    'AfterStartupTaskScheduler OnceTaskScheduler HourlyTaskScheduler DailyTaskScheduler WeeklyTaskScheduler',
  );
  return {
    action: types('MethodAction SendEmailAction RunScriptAction CreateTaskAction'),
    schedulerInfo: details.map((d) => ({ ...d, frequency: d.label })),
    state: elements('ready running disabled'),
    dayOfWeek: elements('sunday monday tuesday wednesday thursday friday saturday'),
    weekOfMonth: elements('first second third fourth last'),
  };
}

function elements(keys: string): ElementDescription[] {
  return keys.split(' ').map((key) => ({ key, label: spelled(key), summary: spelled(key) }));
}

function types(keys: string): ElementDescription[] {
  return elements(keys);
}

function spelled(key: string): string {
  const text = key.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
