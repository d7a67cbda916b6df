/** docs/testing.md and docs/control-api.md: every snippet of them runs, and what they name is there. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../src/index.ts';
import { routes } from '../src/server/control/routes.ts';
import { matchers } from '../src/vitest/matchers.ts';
import { blocksOf, compile, inProject, node, ROOT, runTypescript } from './snippet.ts';

const PAGES = ['docs/testing.md', 'docs/control-api.md'] as const;
const run = promisify(execFile);

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const snippets = (page: string, kind: string) =>
  blocksOf(textOf(page))
    .filter((block) => block.kind === kind)
    .map(({ text }) => text);

const [TESTING, CONTROL] = PAGES;

describe('the pages', () => {
  it.each(PAGES)('%s leads to files that there are', (page) => {
    for (const [, path] of textOf(page).matchAll(/\]\((?!https:)([^)#]+)/g)) {
      expect(existsSync(join(ROOT, dirname(page), path!)), path).toBe(true);
    }
    const kinds = blocksOf(textOf(page)).map(({ kind }) => kind);
    for (const kind of kinds) expect([undefined, 'vitest', 'node', 'jest', 'typescript', 'curl']).toContain(kind);
  });

  it('name every route of the control API, and no other', () => {
    const named = new Set(
      Array.from(textOf(CONTROL).matchAll(/`(?:(?:GET|PUT|POST|DELETE) )?(\/[\w./{}]+)`/g), ([, path]) => path!),
    );
    const there = new Set(routes.map(({ path }) => path));
    expect([...there].filter((path) => !named.has(path))).toEqual([]);
    expect([...named].filter((path) => !there.has(path) && path !== '/_simsphere/')).toEqual([]);
  });
});

describe('what docs/testing.md shows', () => {
  it('runs under vitest', () => {
    const [text] = snippets(TESTING, 'vitest');
    inProject((project) => {
      compile(project, text!);
      writeFileSync(join(project, 'snippet.test.ts'), text!);
      writeFileSync(join(project, 'vitest.config.mjs'), 'export default {};');
      const output = node(join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', project);
      expect(output).toMatch(/2 passed/);
    });
  });

  it('runs under node:test', () => {
    const [text] = snippets(TESTING, 'node');
    inProject((project) => {
      const output = node('--test', '--test-reporter=tap', compile(project, text!));
      expect(output).toMatch(/^# pass 1$/m);
      const wrong = text!.replace("newName: 'web' }, times: 1", "newName: 'other' }, times: 1");
      expect(() => node('--test', '--test-reporter=tap', compile(project, wrong))).toThrow(
        /args\.newName: expected 'other', was 'web'/,
      );
    });
  });

  it('goes into any expect.extend', () => {
    const [text] = snippets(TESTING, 'jest');
    const taken: unknown[] = [];
    const body = text!.replace(/^import .*$/m, '');
    new Function('expect', 'matchers', body)({ extend: (given: unknown) => taken.push(given) }, matchers);
    expect(taken).toEqual([matchers]);
  });

  it.each(snippets(TESTING, 'typescript'))('compiles and runs', (text) => {
    expect(runTypescript(text).output).toMatch(/^DC0\/vm is group-v\d+\npoweredOff\n$/);
  });
});

describe('what docs/control-api.md shows', () => {
  it.each(snippets(CONTROL, 'curl'))('is answered: %s', async (text) => {
    const sim = await startSimulator({ http: true });
    const env = { ...process.env, SIMSPHERE_CONTROL_URL: sim.controlUrl };
    const script = text.replaceAll('curl -s ', 'curl -s --fail-with-body ');
    const { stdout } = await run('sh', ['-ec', script], { env });
    if (text.includes('openapi')) expect(JSON.parse(stdout)).toMatchObject({ openapi: '3.1.0' });
    if (text.includes('host.crash')) expect(stdout).toContain('"runtime.connectionState":"notResponding"');
    if (text.includes('Rename_Task')) expect(stdout).toContain('"name":"web"');
    if (text.includes('/metrics')) expect(stdout).toContain('simsphere_sessions 0');
    await sim.close();
  });
});
