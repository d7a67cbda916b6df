/** When a schedule is due next. */
import { parseTime } from '../../kernel/time.ts';
import type {
  AfterStartupTaskScheduler,
  DailyTaskScheduler,
  HourlyTaskScheduler,
  MonthlyByDayTaskScheduler,
  MonthlyByWeekdayTaskScheduler,
  OnceTaskScheduler,
  TaskScheduler,
  WeeklyTaskScheduler,
} from '../../vim25/generated/index.ts';
import { invalidArgument } from '../../world/fault.ts';
import { DAY, DAYS, dayOf, dayOfMonth, HOUR, MINUTE, monthOf, WEEK, weekdayOfMonth, weekOf } from './calendar.ts';

/** What a schedule is reckoned from. */
export interface Origin {
  /** When it was laid down; intervals count from its `activeTime`, if that is later. */
  readonly made: number;
  /** When the server started. */
  readonly startup: number;
}

/** The first instant after `after` at which it is due; undefined when it never is again. */
export function nextRun(scheduler: TaskScheduler, after: number, origin: Origin): number | undefined {
  const from = scheduler.activeTime === undefined ? origin.made : parseTime(scheduler.activeTime);
  const next = upcoming(scheduler, Math.max(after, from - 1), { ...origin, made: from });
  const end = scheduler.expireTime === undefined ? Number.POSITIVE_INFINITY : parseTime(scheduler.expireTime);
  return next !== undefined && next <= end ? next : undefined;
}

function upcoming(scheduler: TaskScheduler, after: number, { made, startup }: Origin): number | undefined {
  switch (scheduler._typeName) {
    case 'AfterStartupTaskScheduler':
      return later(startup + (scheduler as AfterStartupTaskScheduler).minute * MINUTE, after);
    case 'OnceTaskScheduler':
      return once(scheduler as OnceTaskScheduler, after, made);
    case 'HourlyTaskScheduler':
      return hourly(scheduler as HourlyTaskScheduler, after, made);
    case 'DailyTaskScheduler':
      return daily(scheduler as DailyTaskScheduler, after, made);
    case 'WeeklyTaskScheduler':
      return weekly(scheduler as WeeklyTaskScheduler, after, made);
    default:
      return monthly(scheduler as DailyTaskScheduler, after, made);
  }
}

function later(due: number, after: number): number | undefined {
  return due > after ? due : undefined;
}

/** Without a time it is due as soon as it is laid down. */
function once({ runAt }: OnceTaskScheduler, after: number, made: number): number | undefined {
  return later(runAt === undefined ? made : parseTime(runAt), after);
}

/** Every `interval` hours, at that minute of the hour, counted from the first such minute. */
function hourly({ interval, minute }: HourlyTaskScheduler, after: number, made: number): number {
  const base = Math.floor(made / HOUR) * HOUR + minute * MINUTE;
  return firstAfter(base < made ? base + HOUR : base, interval * HOUR, after);
}

function daily({ interval, hour, minute }: DailyTaskScheduler, after: number, made: number): number {
  const base = dayOf(made) + hour * HOUR + minute * MINUTE;
  return firstAfter(base < made ? base + DAY : base, interval * DAY, after);
}

/** On the days named of every `interval`th week, that of its beginning included. */
function weekly(s: WeeklyTaskScheduler, after: number, made: number): number | undefined {
  const base = weekOf(made);
  const passed = Math.max(0, Math.floor((weekOf(after) - base) / (s.interval * WEEK)));
  for (let n = passed; n <= passed + 2; n++) {
    const week = base + n * s.interval * WEEK;
    for (const [i, day] of DAYS.entries()) {
      const due = week + i * DAY + s.hour * HOUR + s.minute * MINUTE;
      if (s[day] && due > after && due >= made) return due;
    }
  }
  return undefined;
}

function monthly(s: DailyTaskScheduler, after: number, made: number): number | undefined {
  const base = monthOf(made);
  const passed = Math.max(0, Math.floor((monthOf(after) - base) / s.interval));
  for (let n = passed; n <= passed + 2; n++) {
    const due = dayWithin(s, base + n * s.interval) + s.hour * HOUR + s.minute * MINUTE;
    if (due > after && due >= made) return due;
  }
  return undefined;
}

function dayWithin(s: TaskScheduler, month: number): number {
  if (s._typeName === 'MonthlyByDayTaskScheduler') return dayOfMonth(month, (s as MonthlyByDayTaskScheduler).day);
  const { offset, weekday } = s as MonthlyByWeekdayTaskScheduler;
  return weekdayOfMonth(month, offset, weekday);
}

function firstAfter(base: number, step: number, after: number): number {
  return base > after ? base : base + (Math.floor((after - base) / step) + 1) * step;
}

const MAX_INTERVAL = 999;

/** Throws InvalidArgument naming what no schedule can have. */
export function guardScheduler(scheduler: TaskScheduler, path: string): void {
  const given = scheduler as Readonly<Record<string, unknown>>;
  const within = (name: string, low: number, high: number) => {
    const value = given[name];
    if (typeof value === 'number' && (value < low || value > high)) throw invalidArgument(`${path}.${name}`);
  };
  if (!KNOWN.has(scheduler._typeName ?? '')) throw invalidArgument(path);
  within('interval', 1, MAX_INTERVAL);
  within('minute', 0, scheduler._typeName === 'AfterStartupTaskScheduler' ? Number.MAX_SAFE_INTEGER : 59);
  within('hour', 0, 23);
  within('day', 1, 31);
  if (scheduler._typeName === 'WeeklyTaskScheduler' && !DAYS.some((day) => given[day])) throw invalidArgument(path);
  const { activeTime, expireTime } = scheduler;
  if (activeTime !== undefined && expireTime !== undefined && parseTime(expireTime) <= parseTime(activeTime)) {
    throw invalidArgument(`${path}.expireTime`);
  }
}

const KNOWN: ReadonlySet<string> = new Set([
  'AfterStartupTaskScheduler',
  'OnceTaskScheduler',
  'HourlyTaskScheduler',
  'DailyTaskScheduler',
  'WeeklyTaskScheduler',
  'MonthlyByDayTaskScheduler',
  'MonthlyByWeekdayTaskScheduler',
]);
