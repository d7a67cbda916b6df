import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Spool } from '../../src/spool/spool.ts';

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function text(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('the spool', () => {
  let within: string;
  let spool: Spool;
  beforeEach(() => {
    within = mkdtempSync(join(tmpdir(), 'simsphere-test-'));
    spool = new Spool(within);
  });
  afterEach(() => {
    spool.close();
    rmSync(within, { recursive: true, force: true });
  });
  // An id is the name of its file, and what no name begins with.
  const kept = () => readdirSync(within).flatMap((d) => readdirSync(join(within, d)).map((file) => `/${file}`));

  it('makes no directory before something is written', () => {
    expect(readdirSync(within)).toEqual([]);
  });

  it('gives back what it was given, whole and in parts', async () => {
    const extent = await spool.write(chunks('hello ', 'wor', 'ld'));
    expect(extent.size).toBe(11);
    expect(await text(spool.read(extent))).toBe('hello world');
    expect(await text(spool.read(extent, 6, 9))).toBe('wor');
    expect(await text(spool.read(extent, 4, 4))).toBe('');
    expect(await text(spool.read(await spool.write(chunks())))).toBe('');
  });

  it('gives back what is larger than it reads at a time, in two buffers', async () => {
    const noise = Buffer.from(Array.from({ length: 900_000 }, (_, i) => (i * 7) >> 3));
    const bytes = Buffer.concat([noise, Buffer.alloc(3 * 2 ** 20), noise]);
    const extent = await spool.write(
      (async function* () {
        yield bytes;
      })(),
    );
    const buffers = new Set<ArrayBufferLike>();
    let at = 11;
    for await (const part of spool.read(extent, at)) {
      expect(bytes.subarray(at, at + part.length).equals(part)).toBe(true);
      if (part.some((byte) => byte !== 0)) buffers.add(part.buffer);
      at += part.length;
    }
    expect(at).toBe(bytes.length);
    expect(buffers.size).toBe(2);
    expect((await spool.whole(extent)).equals(bytes)).toBe(true);
  });

  it('keeps nothing of what was cut or had no room', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('gone');
    }
    await expect(spool.write(cut())).rejects.toThrow('gone');
    await expect(spool.write(chunks('12345', '67890'), () => 7)).rejects.toThrow('more than 7 bytes');
    expect(kept()).toEqual([]);
    expect(spool.count).toBe(0);
  });

  it('drops what nobody names any more', async () => {
    const [a, b] = [await spool.write(chunks('a')), await spool.write(chunks('b'))];
    spool.sweep(new Set([b!.id]));
    expect(kept()).toEqual([b!.id]);
    spool.drop(b!.id);
    spool.drop(a!.id);
    expect(kept()).toEqual([]);
  });

  it('is not upset by a reader who asks and never reads', async () => {
    const extent = await spool.write(chunks('x'));
    const unread = spool.read(extent);
    spool.drop(extent.id);
    await expect(text(unread)).rejects.toThrow('ENOENT');
    // Nothing was opened for whoever leaves before the first byte, so nothing can go wrong with it later.
    expect(await spool.read(extent).return(undefined)).toEqual({ done: true, value: undefined });
  });

  it('goes on reading what is dropped meanwhile', async () => {
    const extent = await spool.write(chunks('a'.repeat(200_000)));
    let size = 0;
    for await (const part of spool.read(extent)) {
      spool.drop(extent.id);
      size += part.length;
    }
    expect(size).toBe(200_000);
  });

  it('opens what is dropped while it is being opened', async () => {
    // More than are opened at once.
    const extents = await Promise.all(Array.from({ length: 50 }, (_, i) => spool.write(chunks(`whole ${i}`))));
    const texts = extents.map((extent) => text(spool.read(extent)));
    for (const { id } of extents.toReversed()) spool.drop(id);
    expect(spool.count).toBe(0);
    expect(await Promise.all(texts)).toEqual(extents.map((_, i) => `whole ${i}`));
    expect(kept()).toEqual([]);
  });

  it('keeps what is held until the last reader lets go, and no longer', async () => {
    const [a, b] = [await spool.write(chunks('a')), await spool.write(chunks('b'))];
    const [one, two] = [spool.hold([a.id, b.id]), spool.hold([a.id])];
    spool.drop(a.id);
    one();
    one();
    expect(kept()).toEqual([a.id, b.id]);
    expect(await text(spool.read(a))).toBe('a');
    two();
    expect(kept()).toEqual([b.id]);
    spool.drop(b.id);
    expect(kept()).toEqual([]);
  });

  it('refuses what was still coming in when it was closed', async () => {
    async function* late(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x');
      spool.close();
      yield Buffer.from('y');
    }
    await expect(spool.write(late())).rejects.toThrow('closed');
    expect(spool.count).toBe(0);
  });

  it('leaves nothing behind when it is closed, and takes nothing more', async () => {
    await spool.write(chunks('x'));
    spool.close();
    expect(readdirSync(within)).toEqual([]);
    expect(existsSync(within)).toBe(true);
    await expect(spool.write(chunks('y'))).rejects.toThrow('closed');
  });
});
