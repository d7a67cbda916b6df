import { describe, expect, it } from 'vitest';
import { fitsName } from '../../src/kernel/glob.ts';

describe('a glob', () => {
  it.each([
    ['*', '', true],
    ['a*c', 'abbc', true],
    ['a*c', 'abcd', false],
    ['?b', 'ab', true],
    ['?', '', false],
    ['PUT /folder', 'put /FOLDER', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b', 'ba', false],
    ['[ds] *', '[ds] dir/file', true],
    ['a.c', 'abc', false],
  ])('%s and %s: %s', (glob, text, fits) => {
    expect(fitsName(glob, text)).toBe(fits);
  });

  it('takes no time to speak of, whatever is asked', () => {
    expect(fitsName(`${'*a'.repeat(50)}b`, 'a'.repeat(2_000))).toBe(false);
  });
});
