/** ScheduledTaskManager.description: what can be scheduled, and how often. */
import type { ScheduledTaskDescription, ScheduledTaskDetail } from '../../vim25/generated/index.ts';
import { elements } from '../alarm/alarm-description.ts';

const FREQUENCIES: Readonly<Record<string, string>> = {
  AfterStartupTaskScheduler: 'After startup',
  OnceTaskScheduler: 'Once',
  HourlyTaskScheduler: 'Hourly',
  DailyTaskScheduler: 'Daily',
  WeeklyTaskScheduler: 'Weekly',
  MonthlyByDayTaskScheduler: 'Monthly',
  MonthlyByWeekdayTaskScheduler: 'Monthly',
};

export function scheduleDescription(): ScheduledTaskDescription {
  const schedulerInfo: ScheduledTaskDetail[] = Object.entries(FREQUENCIES).map(([key, frequency]) => ({
    ...elements(key)[0]!,
    frequency,
  }));
  return {
    action: elements('MethodAction SendEmailAction RunScriptAction CreateTaskAction'),
    schedulerInfo,
    state: elements('queued running success error'),
    dayOfWeek: elements('sunday monday tuesday wednesday thursday friday saturday'),
    weekOfMonth: elements('first second third fourth last'),
  };
}
