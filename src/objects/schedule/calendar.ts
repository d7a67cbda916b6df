/** Instants by the calendar, in UTC: what schedules reckon with. */

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const WEEK: number = 7 * DAY;

export const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export type Day = (typeof DAYS)[number];

const WEEKS = ['first', 'second', 'third', 'fourth'] as const;

/** Midnight of the day. */
export function dayOf(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

/** Midnight of the Sunday the week began with. */
export function weekOf(instant: number): number {
  return dayOf(instant) - new Date(instant).getUTCDay() * DAY;
}

/** Months since the year 0. */
export function monthOf(instant: number): number {
  const date = new Date(instant);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

/** Midnight of a day of a month; of its last, when it has no such day. */
export function dayOfMonth(month: number, day: number): number {
  return monthStart(month) + (Math.min(day, daysIn(month)) - 1) * DAY;
}

/** Midnight of the first, second, third, fourth or last such weekday of a month. */
export function weekdayOfMonth(month: number, offset: string, weekday: Day): number {
  const start = monthStart(month);
  const first = start + ((DAYS.indexOf(weekday) - new Date(start).getUTCDay() + 7) % 7) * DAY;
  if (offset !== 'last') return first + WEEKS.indexOf(offset as never) * WEEK;
  const end = start + daysIn(month) * DAY;
  let last = first;
  while (last + WEEK < end) last += WEEK;
  return last;
}

function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}

function daysIn(month: number): number {
  return Math.round((monthStart(month + 1) - monthStart(month)) / DAY);
}
