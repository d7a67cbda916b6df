/** The command's code as V8 keeps it: the same program with what was kept, without it, and with what is of no use. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CompiledCode } from '../../src/cli/compiled-code.ts';

let folder: string;
let main: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-compiled-'));
  main = join(folder, 'main.cjs');
  writeFileSync(join(folder, 'other.cjs'), 'exports.times = 0; exports.add = () => ++exports.times;');
  writeFileSync(
    main,
    `const { add } = require('./other.cjs');
     exports.first = add();
     exports.file = __filename;
     exports.lazily = () => require('./other.cjs').add();
     exports.packages = require('node:path').posix.sep;`,
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Main {
  readonly first: number;
  readonly file: string;
  readonly packages: string;
  lazily(): number;
}

const loaded = (code = new CompiledCode()) => code.load(main) as Main;

it('files require one another, each run once, and packages', () => {
  const { first, file, packages, lazily } = loaded();
  expect([first, file, packages]).toEqual([1, main, '/']);
  expect([lazily(), lazily()]).toEqual([2, 3]);
});

it('what was kept of them is the same program', () => {
  const code = new CompiledCode();
  expect(loaded(code).lazily()).toBe(2);
  code.keep();
  expect(['main.cjs.v8', 'other.cjs.v8'].map((name) => existsSync(join(folder, name)))).toEqual([true, true]);
  expect(loaded().lazily()).toBe(2);
});

it.each([
  ['of another V8', (kept: Buffer) => Buffer.concat([Buffer.alloc(16, 7), kept.subarray(16)])],
  ['cut off', (kept: Buffer) => kept.subarray(0, kept.length >> 1)],
  ['empty', () => Buffer.alloc(0)],
])('what is %s is not taken', (_, spoil) => {
  const code = new CompiledCode();
  loaded(code);
  code.keep();
  writeFileSync(`${main}.v8`, spoil(readFileSync(`${main}.v8`)));
  expect(loaded().lazily()).toBe(2);
});
