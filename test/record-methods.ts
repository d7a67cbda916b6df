/**
 * Before each test file: where SIMSPHERE_COVERAGE_DIR is set, what the file's simulators were asked is kept there. Not what
 * property tests ask, nor a driver amid trouble: what chance met today proves nothing, and the page is to say the same of
 * every run.
 */
import { afterAll, expect } from 'vitest';

const folder = process.env['SIMSPHERE_COVERAGE_DIR'];
const isChance = /[\\/]test[\\/](?:property[\\/]|driver[\\/][\w-]*trouble)/.test(expect.getState().testPath ?? '');
if (folder && !isChance) {
  const { recordMethods } = await import('../src/cli/record-methods.ts');
  afterAll(recordMethods(folder));
}
