/** Before each test file: where SIMSPHERE_COVERAGE_DIR is set, what the file's simulators were asked is kept there. */
import { afterAll } from 'vitest';

const folder = process.env['SIMSPHERE_COVERAGE_DIR'];
if (folder) {
  const { recordMethods } = await import('../src/cli/record-methods.ts');
  afterAll(recordMethods(folder));
}
