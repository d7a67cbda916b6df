/** docs/contract.md: every snippet runs, and what it leads to is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, runTypescript } from '../snippet.ts';
import { MAIN, ROOT, type Served, serve } from './server.ts';

const PAGE = join(ROOT, 'docs/contract.md');
const text = readFileSync(PAGE, 'utf8');
const snippets = (kind: string) => blocksOf(text).flatMap((block) => (block.kind === kind ? [block.text] : []));

describe('docs/contract.md', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serve([]);
    writeFileSync(join(served.folder, 'vc.pem'), served.target.ca);
  });

  afterAll(async () => {
    await served.stop();
  });

  it('leads to files that there are', () => {
    for (const [, path] of text.matchAll(/\]\((?!https:)([^)#]+)/g)) {
      expect(existsSync(join(dirname(PAGE), path!)), path).toBe(true);
    }
  });

  it('shows commands that run', () => {
    const script = snippets('sh').join('\n');
    const here = script.replaceAll('npx simsphere', `'${process.execPath}' '${MAIN}'`);
    const words = ['-euc', here.replaceAll('https://vc.example.com', served.target.url)];
    const { status, stdout, stderr } = spawnSync('sh', words, { cwd: served.folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/: \d+ passed, 0 failed, \d+ not applicable\n[\s\S]*\n0 differences/);
    expect(stdout).toContain('ok   snapshots: ');
  });

  it.each(snippets('typescript'))('shows programs that run', (program) => {
    const { output } = runTypescript(program);
    expect(output).toMatch(/^passed /m.test(output) ? /^(passed .+\n)+$/ : /^1 passed, 0 failed\n$/);
  });
});
