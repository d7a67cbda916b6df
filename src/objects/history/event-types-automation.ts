/** The words of what alarms and schedules do; see event-types.ts. */
import type { EventWords } from './event-types.ts';

const ALARM = "Alarm '{alarm.name}' on {entity.name}";
const TASK = 'Task {scheduledTask.name} on {entity.name}';
const STATUS = '@enum.ManagedEntity.Status';

export const AUTOMATION_EVENT_WORDS: { readonly [type: string]: EventWords } = {
  AlarmCreatedEvent: ['info', 'Alarm created', "Created alarm '{alarm.name}' on {entity.name}"],
  AlarmRemovedEvent: ['info', 'Alarm removed', "Removed alarm '{alarm.name}' on {entity.name}"],
  AlarmReconfiguredEvent: ['info', 'Alarm reconfigured', "Reconfigured alarm '{alarm.name}' on {entity.name}"],
  AlarmStatusChangedEvent: ['info', 'Alarm status changed', `${ALARM} changed from {from.${STATUS}} to {to.${STATUS}}`],
  AlarmAcknowledgedEvent: ['info', 'Alarm acknowledged', "Acknowledged alarm '{alarm.name}' on {entity.name}"],
  AlarmClearedEvent: [
    'info',
    'Alarm cleared',
    `Manually cleared alarm '{alarm.name}' on {entity.name} from {from.${STATUS}}`,
  ],
  AlarmActionTriggeredEvent: ['info', 'Alarm action triggered', `${ALARM} triggered an action`],
  AlarmEmailCompletedEvent: ['info', 'Alarm email sent', `${ALARM} sent email to {to}`],
  AlarmEmailFailedEvent: ['error', 'Cannot send alarm email', `${ALARM} cannot send email to {to}: {reason}`],
  AlarmSnmpCompletedEvent: [
    'info',
    'Alarm SNMP trap sent',
    `An SNMP trap for alarm '{alarm.name}' on {entity.name} was sent`,
  ],
  AlarmSnmpFailedEvent: ['error', 'Alarm SNMP trap not sent', `${ALARM} did not send SNMP trap: {reason}`],
  AlarmScriptCompleteEvent: ['info', 'Alarm script completed', `${ALARM} ran script {script}`],
  AlarmScriptFailedEvent: ['error', 'Alarm script not completed', `${ALARM} did not complete script: {reason}`],

  ScheduledTaskCreatedEvent: ['info', 'Scheduled task created', 'Created task {scheduledTask.name} on {entity.name}'],
  ScheduledTaskStartedEvent: ['info', 'Scheduled task started', 'Running task {scheduledTask.name} on {entity.name}'],
  ScheduledTaskCompletedEvent: ['info', 'Scheduled task completed', `${TASK} completed successfully`],
  ScheduledTaskFailedEvent: ['error', 'Cannot complete scheduled task', `${TASK} cannot be completed: {reason}`],
  ScheduledTaskReconfiguredEvent: [
    'info',
    'Scheduled task reconfigured',
    'Reconfigured task {scheduledTask.name} on {entity.name}',
  ],
  ScheduledTaskRemovedEvent: ['info', 'Scheduled task removed', 'Removed task {scheduledTask.name} on {entity.name}'],
  ScheduledTaskEmailCompletedEvent: ['info', 'Scheduled task email sent', `${TASK} sent email to {to}`],
  ScheduledTaskEmailFailedEvent: [
    'error',
    'Scheduled task email not sent',
    `${TASK} cannot send email to {to}: {reason}`,
  ],
};
