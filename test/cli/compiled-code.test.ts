/** The command's code as V8 keeps it: the same program with what was kept, without it, and with what is of no use. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

it('what another Node made is not even shown to V8, which would crash on it, nor what was made of another text', () => {
  const code = new CompiledCode('another Node');
  loaded(code);
  code.keep();
  // Whoever took this would not get far.
  const useless = Buffer.concat([readFileSync(`${main}.v8`).subarray(0, 32), Buffer.from('no code')]);
  writeFileSync(`${main}.v8`, useless);
  expect(loaded().lazily()).toBe(2);
  const own = new CompiledCode();
  loaded(own);
  own.keep();
  writeFileSync(main, readFileSync(main, 'utf8').replace('.posix.sep', '.win32.sep'));
  expect(loaded().packages).toBe('\\');
});

it.each([
  ['cut off', (kept: Buffer) => kept.subarray(0, kept.length >> 1)],
  ['empty', () => Buffer.alloc(0)],
])('what is %s is not taken', (_, spoil) => {
  const code = new CompiledCode();
  loaded(code);
  code.keep();
  writeFileSync(`${main}.v8`, spoil(readFileSync(`${main}.v8`)));
  expect(loaded().lazily()).toBe(2);
});

it('what cannot be read is as good as not there', () => {
  mkdirSync(`${main}.v8`);
  expect(loaded().lazily()).toBe(2);
});
