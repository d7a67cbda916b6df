/** docs/state.md: every snippet of it runs. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/index.ts';
import { blocksOf, ROOT, runTypescript } from '../snippet.ts';

const snippets = (kind: string) =>
  blocksOf(readFileSync(join(ROOT, 'docs/state.md'), 'utf8'))
    .filter((block) => block.kind === kind)
    .map(({ text }) => text);

describe('what docs/state.md shows', () => {
  it.each(snippets('curl'))('is answered: %s', async (text) => {
    const sim = await startSimulator({ http: true });
    const cwd = mkdtempSync(join(tmpdir(), 'simsphere-test-page-'));
    const env = { ...process.env, SIMSPHERE_CONTROL_URL: sim.controlUrl };
    const script = text.replaceAll('curl -s ', 'curl -s --fail-with-body ');
    const { stdout } = await promisify(execFile)('sh', ['-ec', script], { env, cwd });
    if (text.includes('/images')) expect(stdout).toContain('"name":"before"');
    rmSync(cwd, { recursive: true });
    await sim.close();
  });

  it.each(snippets('typescript'))('compiles and runs', (text) => {
    expect(runTypescript(text).output).toBe('');
  });
});
