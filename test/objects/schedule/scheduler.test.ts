import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRun } from '../../../src/objects/schedule/scheduler.ts';

const at = (text: string) => Date.parse(`${text}Z`);
const MADE = at('2026-11-21T08:10:00');

/** The first runs of a schedule laid down on Saturday the 21st of November 2026, ten past eight. */
function runs(scheduler: object, count = 3, made = MADE): string[] {
  const found: string[] = [];
  let after = made - 1;
  while (found.length < count) {
    const next = nextRun(scheduler as never, after, { made, startup: made });
    if (next === undefined) break;
    found.push(new Date(next).toISOString().slice(0, 16));
    after = next;
  }
  return found;
}

const weekdays = {
  sunday: false,
  monday: false,
  tuesday: false,
  wednesday: false,
  thursday: false,
  friday: false,
  saturday: false,
};

describe('a schedule is due', () => {
  it.each([
    ['once', { _typeName: 'OnceTaskScheduler', runAt: '2026-11-22T00:00:00Z' }, ['2026-11-22T00:00']],
    ['at once', { _typeName: 'OnceTaskScheduler' }, ['2026-11-21T08:10']],
    ['never, being over', { _typeName: 'OnceTaskScheduler', runAt: '2026-11-20T00:00:00Z' }, []],
    ['after startup', { _typeName: 'AfterStartupTaskScheduler', minute: 5 }, ['2026-11-21T08:15']],
    [
      'every other hour',
      { _typeName: 'HourlyTaskScheduler', interval: 2, minute: 5 },
      ['2026-11-21T09:05', '2026-11-21T11:05', '2026-11-21T13:05'],
    ],
    [
      'daily, today first',
      { _typeName: 'DailyTaskScheduler', interval: 1, hour: 9, minute: 30 },
      ['2026-11-21T09:30', '2026-11-22T09:30', '2026-11-23T09:30'],
    ],
    [
      'every third day, from tomorrow when it is too late today',
      { _typeName: 'DailyTaskScheduler', interval: 3, hour: 8, minute: 0 },
      ['2026-11-22T08:00', '2026-11-25T08:00', '2026-11-28T08:00'],
    ],
    [
      'on days of every other week',
      { ...weekdays, _typeName: 'WeeklyTaskScheduler', interval: 2, hour: 7, minute: 0, monday: true, saturday: true },
      ['2026-11-30T07:00', '2026-12-05T07:00', '2026-12-14T07:00'],
    ],
    [
      'on a day of the month, or its last',
      { _typeName: 'MonthlyByDayTaskScheduler', interval: 1, hour: 0, minute: 0, day: 31 },
      ['2026-11-30T00:00', '2026-12-31T00:00', '2027-01-31T00:00', '2027-02-28T00:00'],
    ],
    [
      'on a weekday of the month',
      {
        _typeName: 'MonthlyByWeekdayTaskScheduler',
        interval: 1,
        hour: 6,
        minute: 0,
        offset: 'last',
        weekday: 'friday',
      },
      ['2026-11-27T06:00', '2026-12-25T06:00', '2027-01-29T06:00'],
    ],
    [
      'on the first such day of every other month',
      {
        _typeName: 'MonthlyByWeekdayTaskScheduler',
        interval: 2,
        hour: 6,
        minute: 0,
        offset: 'first',
        weekday: 'sunday',
      },
      ['2027-01-03T06:00', '2027-03-07T06:00'],
    ],
  ])('%s', (_name, scheduler, expected) => {
    expect(runs(scheduler, expected.length || 1)).toEqual(expected);
  });

  it('from when it is active, until it expires', () => {
    const span = { activeTime: '2026-11-23T00:00:00Z', expireTime: '2026-11-25T00:00:00Z' };
    const daily = { _typeName: 'DailyTaskScheduler', interval: 1, hour: 9, minute: 0, ...span };
    expect(runs(daily, 5)).toEqual(['2026-11-23T09:00', '2026-11-24T09:00']);
  });

  it('later than now, and the same however often one asks', () => {
    const scheduler = fc.record({
      _typeName: fc.constantFrom(
        'HourlyTaskScheduler',
        'DailyTaskScheduler',
        'WeeklyTaskScheduler',
        'MonthlyByDayTaskScheduler',
        'MonthlyByWeekdayTaskScheduler',
      ),
      interval: fc.integer({ min: 1, max: 40 }),
      minute: fc.integer({ min: 0, max: 59 }),
      hour: fc.integer({ min: 0, max: 23 }),
      day: fc.integer({ min: 1, max: 31 }),
      offset: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
      weekday: fc.constantFrom('sunday', 'tuesday', 'saturday'),
      friday: fc.constant(true),
    });
    const instant = fc.integer({ min: at('2020-01-01T00:00:00'), max: at('2040-01-01T00:00:00') });
    fc.assert(
      fc.property(scheduler, instant, instant, (s, made, after) => {
        const origin = { made, startup: made };
        const next = nextRun(s as never, after, origin)!;
        expect(next).toBeGreaterThan(after);
        expect(next).toBeGreaterThanOrEqual(made);
        // Nothing is passed over: asked again just before, the answer is the same.
        expect(nextRun(s as never, Math.max(after, next - 1), origin)).toBe(next);
      }),
    );
  });
});
