// Disk images for the cases beside this file: what they are made of, and what qemu-img says of them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

const MIB = 2 ** 20;

/** Bytes that no compression takes out, the same ones each time. */
export function noise(length, seed) {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16));
  return cipher.update(Buffer.alloc(length));
}

/** A raw image of so many MiB: mostly holes, with data at its beginning, its end, and across the borders in between. */
export function makeRaw(path, mebibytes) {
  const size = mebibytes * MIB;
  const file = openSync(path, 'w');
  ftruncateSync(file, size);
  const put = (at, length, seed) => writeSync(file, noise(length, seed), 0, length, at);
  put(0, 3 * MIB, 1);
  put(5 * MIB - 512, 1_024, 2);
  put(size / 2 - 100_352, 200_704, 3);
  put(size - 512, 512, 4);
  for (let i = 0; i < 40; i++) put(7 * MIB + i * 66_560, 512 * (1 + (i % 9)), 5 + i);
  closeSync(file);
}

/** Runs qemu-img or qemu-io; what it said is in the error when it failed. */
export function qemu(...args) {
  const program = args[0] === 'io' ? 'qemu-io' : 'qemu-img';
  const done = spawnSync(program, args[0] === 'io' ? args.slice(1) : args, { encoding: 'utf8' });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Two images hold the same disk, of the same size too. */
export function same(a, b, [formatOfA, formatOfB] = ['vmdk', 'raw']) {
  qemu('compare', '-f', formatOfA, '-F', formatOfB, a, b);
  assert.equal(sizeOf(a, formatOfA), sizeOf(b, formatOfB), `the size of ${a}`);
}

export function sizeOf(path, format) {
  return JSON.parse(qemu('info', '--output=json', '-f', format, path))['virtual-size'];
}
