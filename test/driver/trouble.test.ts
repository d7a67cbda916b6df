/**
 * Every operation of the driver under every trouble of the scenarios: it does what it would have done without, or it
 * fails with a typed error and the world is what it was before. Here those of the default world; the others are in
 * trouble-elsewhere.
 */
import { expect, it } from 'vitest';
import { Driver } from '../../src/driver/driver.ts';
import { OPERATIONS } from './trouble/operations.ts';
import { troublesByWorld } from './trouble/scenario-trouble.ts';
import { suffering } from './trouble/suffering.ts';

/** Methods that are no work: what the driver is, and its end. */
const NO_WORK = ['constructor', 'client', 'surroundings', 'close'];

it('every operation of the driver is among the rows', () => {
  const methods = Object.getOwnPropertyNames(Driver.prototype).filter((name) => !NO_WORK.includes(name));
  const rows = new Set(OPERATIONS.map(({ name }) => name.split(' ')[0]));
  expect(methods.filter((name) => !rows.has(name))).toEqual([]);
});

suffering(troublesByWorld().filter((troubles) => troubles.length > 1));
