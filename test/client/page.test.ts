/** docs/client.md: every example of it runs, after the first, and says what it is said to. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, ROOT, runTypescript } from '../snippet.ts';

const PAGE = 'docs/client.md';
const page = readFileSync(join(ROOT, PAGE), 'utf8');
const [first, ...others] = blocksOf(page).map(({ text }) => text);

/** What the lines marked so are to print. */
const printed = (text: string): string =>
  Array.from(text.matchAll(/\/\/ => (.*)$/gm), ([, line]) => `${line}\n`).join('');

/** Imports of a later example go to the top, as everybody would write them. */
function after(text: string): string {
  const imports = text.match(/^import .*\n/gm) ?? [];
  const rest = text.replace(/^import .*\n/gm, '');
  return `${imports.join('')}${first}${rest}\nawait client.close();\nawait sim.close();\n`;
}

describe(PAGE, () => {
  it('leads to files that there are', () => {
    for (const [, path] of page.matchAll(/\]\((?!https:)([^)#]+)/g)) {
      expect(existsSync(join(ROOT, dirname(PAGE), path!)), path).toBe(true);
    }
  });

  it.each(['', ...others].map((text) => [text.trim().split('\n').at(-1)!, text]))('runs up to: %s', (_, text) => {
    expect(runTypescript(after(text)).output).toBe(printed(first + text));
  });
});
