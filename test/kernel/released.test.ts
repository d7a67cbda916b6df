import { describe, expect, it } from 'vitest';
import { Released } from '../../src/kernel/released.ts';

const BATCH = 256 * 1_024;

describe('bytes that are done with', () => {
  it('are gone at once, a batch of them at a time', () => {
    const released = new Released();
    const chunks = Array.from({ length: 4 }, () => Buffer.alloc(BATCH / 4, 1));
    for (const chunk of chunks.slice(1)) released.add(chunk);
    expect(chunks.map(({ length }) => length)).toEqual(chunks.map(() => BATCH / 4));
    released.add(chunks[0]!);
    expect(chunks.map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });

  it('are left alone where others share their memory', () => {
    const released = new Released();
    const whole = Buffer.alloc(2 * BATCH, 7);
    released.add(whole.subarray(BATCH));
    released.add(Buffer.alloc(BATCH));
    expect(whole.every((byte) => byte === 7)).toBe(true);
    expect(whole.length).toBe(2 * BATCH);
  });

  it('go with so much more of their memory as was spared for them, and not with the pool of small buffers', () => {
    const released = new Released();
    const inflated = Buffer.alloc(BATCH + 64).subarray(0, BATCH);
    const small = Buffer.from('shared by many');
    released.add(small, 64);
    released.add(inflated, 64);
    expect([inflated.length, String(small)]).toEqual([0, 'shared by many']);
  });
});
