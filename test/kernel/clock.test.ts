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
