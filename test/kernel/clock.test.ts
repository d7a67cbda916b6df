import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/kernel/clock.ts';

describe('the clock', () => {
  it('does what is due after something that broke, and tells of it', async () => {
    const clock = new Clock({ kind: 'manual' }, 0);
    const told: unknown[] = [];
    clock.onUnforeseen = (error) => told.push(error);
    const done: string[] = [];
    const broken = new Error('broken');
    clock.at(10, () => {
      throw broken;
    });
    clock.at(10, () => done.push('same hour'));
    clock.at(20, () => done.push('later'));
    await clock.advance(20);
    expect(told).toEqual([broken]);
    expect(done).toEqual(['same hour', 'later']);
  });
});

describe.each([
  ['real', { kind: 'real' }],
  ['sped up', { kind: 'scaled', speed: 60 }],
  ['manual', { kind: 'manual' }],
] as const)('a clock that is %s', (_name, mode) => {
  const made = () => {
    const clock = new Clock(mode, 0);
    const done: (readonly [string, number])[] = [];
    // Frozen, so that what the test does takes no time of it.
    clock.freeze();
    const at = (due: number, name: string, background = false) =>
      clock.at(due, () => done.push([name, Math.round(clock.now())]), { background });
    return { clock, done, at, start: clock.now() };
  };

  it('stands still while it is frozen', async () => {
    const { clock, start } = made();
    await new Promise((resolve) => setImmediate(resolve));
    expect(clock.now()).toBe(start);
    expect(clock.frozen).toBe(true);
    clock.thaw();
    expect(clock.frozen).toBe(false);
    expect(clock.now()).toBeGreaterThanOrEqual(start);
    clock.close();
  });

  it('is moved on, with each thing done at its own time', async () => {
    const { clock, done, at, start } = made();
    at(3_000_000, 'late');
    at(2_000_000, 'early');
    at(9_000_000, 'beyond');
    await clock.advance(5_000_000);
    expect(done).toEqual([
      ['early', 2_000_000],
      ['late', 3_000_000],
    ]);
    expect(clock.now()).toBe(start + 5_000_000);
    clock.close();
  });

  it('steps to the next thing somebody waits for, and does what lies between at its own time', async () => {
    const { clock, done, at } = made();
    at(1_000_000, 'housekeeping', true);
    at(2_000_000, 'work');
    expect(await clock.step()).toBe(true);
    expect(done).toEqual([
      ['housekeeping', 1_000_000],
      ['work', 2_000_000],
    ]);
    expect(await clock.step()).toBe(false);
    clock.close();
  });

  it('does not step to what never comes', async () => {
    const { clock, at } = made();
    at(Number.POSITIVE_INFINITY, 'never');
    expect(await clock.step()).toBe(false);
    clock.close();
  });

  it('runs to idle, for as long as there is work', async () => {
    const { clock, done, at } = made();
    let work = 2;
    clock.busy = () => work > 0;
    const next = () =>
      void clock.at(clock.now() + 1_000_000, () => {
        work--;
        next();
      });
    next();
    at(500_000, 'first');
    await clock.runToIdle();
    expect([work, done.map(([name]) => name)]).toEqual([0, ['first']]);
    clock.close();
  });
});

describe('a clock that runs', () => {
  it('goes on from where it was moved to', async () => {
    const clock = new Clock({ kind: 'real' }, 0);
    await clock.advance(3_600_000);
    const rung = new Promise<void>((resolve) => void clock.after(1, resolve));
    await rung;
    expect(clock.now()).toBeGreaterThan(3_600_000);
    clock.close();
  });

  it('rings when it is thawed what was due in the moment it stood still', async () => {
    const clock = new Clock({ kind: 'scaled', speed: 1_000 }, 0);
    clock.freeze();
    let rung = false;
    const rings = new Promise<void>((resolve) => {
      clock.after(1_000, () => {
        rung = true;
        resolve();
      });
    });
    clock.drain();
    expect(rung).toBe(false);
    clock.thaw();
    await rings;
    clock.close();
  });
});
