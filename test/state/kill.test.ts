import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfigureGlobal } from 'fast-check';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The command itself, from dist/; `npm run test:compat` kills it two hundred times. */
it('twenty times kill -9 while clients write: what was acknowledged is there, what was not is whole or absent', async () => {
  const { seed = Date.now() % 2 ** 31 } = readConfigureGlobal() ?? {};
  const env = { ...process.env, KILLS: '20', SEED: String(seed) };
  const { stdout } = await promisify(execFile)(process.execPath, ['test/compat/cli/kill.mjs'], {
    cwd: ROOT,
    env,
  }).catch((failed: { stdout: string; stderr: string }) => failed);
  expect(stdout).toMatch(/^# \d+ writes were acknowledged, \d+ snapshots taken\nok /);
});
