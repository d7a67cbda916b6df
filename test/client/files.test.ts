/** Files of datastores by the client: as streams, with progress, and whole or not at all. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, connect, type FileOptions } from '../../src/client/index.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { Scripted } from './scripted.ts';

let sim: Simulator;
let client: Client;
const AT: FileOptions = { datacenter: 'DC0' };

beforeAll(async () => {
  sim = await startSimulator({ port: 0 });
  const { user: username, password } = sim.credentials;
  client = await connect({ url: sim.url, ca: sim.ca, username, password });
});

afterAll(async () => {
  await client.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

async function bytesOf(path: string, options: FileOptions = AT): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await client.download(path, options)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const CONTENT = Buffer.alloc(700_000, 'simsphere ');

async function* inHalves(end: () => void = () => {}): AsyncGenerator<Buffer> {
  yield CONTENT.subarray(0, 300_000);
  end();
  yield CONTENT.subarray(300_000);
}

describe('a file', () => {
  it('goes up from bytes, a stream or a generator, and comes down as it was', async () => {
    for (const source of [CONTENT, Readable.from([CONTENT]), inHalves()]) {
      await client.upload('[LocalDS_0] up/file.bin', source, AT);
      expect((await bytesOf('[LocalDS_0] up/file.bin')).equals(CONTENT)).toBe(true);
    }
  });

  it('tells how far it is, of how much', async () => {
    const [up, down]: [unknown[], unknown[]] = [[], []];
    await client.upload('[LocalDS_0] told.bin', inHalves(), {
      ...AT,
      size: CONTENT.length,
      onProgress: (...told) => up.push(told),
    });
    expect(up).toEqual([
      [300_000, 700_000],
      [700_000, 700_000],
    ]);
    await bytesOf('[LocalDS_0] told.bin', { ...AT, onProgress: (...told) => down.push(told) });
    expect(down.at(-1)).toEqual([700_000, 700_000]);
  });

  it('that is not there is FileNotFound', async () => {
    await expect(client.download('[LocalDS_0] none', AT)).rejects.toMatchObject({ faultType: 'FileNotFound' });
  });

  it('whose source breaks is not there afterwards, and the one that was there before still is', async () => {
    const breaking = () =>
      inHalves(() => {
        throw new RangeError('the tape broke');
      });
    await expect(client.upload('[LocalDS_0] half.bin', breaking(), AT)).rejects.toThrow(RangeError);
    await expect(client.download('[LocalDS_0] half.bin', AT)).rejects.toMatchObject({ faultType: 'FileNotFound' });
    await client.upload('[LocalDS_0] kept.bin', Buffer.from('before'), AT);
    await expect(client.upload('[LocalDS_0] kept.bin', breaking(), AT)).rejects.toThrow(RangeError);
    expect((await bytesOf('[LocalDS_0] kept.bin')).toString()).toBe('before');
  });

  it('that is given up half way is not there afterwards', async () => {
    const stop = new AbortController();
    const source = inHalves(() => stop.abort(new Error('enough')));
    await expect(client.upload('[LocalDS_0] left.bin', source, { ...AT, signal: stop.signal })).rejects.toThrow(
      'enough',
    );
    await expect(client.download('[LocalDS_0] left.bin', AT)).rejects.toMatchObject({ faultType: 'FileNotFound' });
  });

  it('of another size than was said is refused', async () => {
    const short = client.upload('[LocalDS_0] short.bin', inHalves(), { ...AT, size: 800_000 });
    await expect(short).rejects.toThrow('700000 bytes, and 800000 were announced');
    await expect(client.download('[LocalDS_0] short.bin', AT)).rejects.toMatchObject({ faultType: 'FileNotFound' });
  });

  it('finds its session gone, and goes up in another', async () => {
    await client.call(client.content.sessionManager!, 'Logout');
    await client.upload('[LocalDS_0] again.bin', inHalves(), AT);
    await client.call(client.content.sessionManager!, 'Logout');
    expect((await bytesOf('[LocalDS_0] again.bin')).equals(CONTENT)).toBe(true);
  });
});

describe('a server', () => {
  it('that keeps half of what it was sent is told to delete it', async () => {
    let there = false;
    await using server = await Scripted.open({
      'HEAD /folder/a': ({ response }) => void response.writeHead(there ? 200 : 404, { ETag: '"half"' }).end(),
      'PUT /folder/a': ({ response }) => {
        there = true;
        response.writeHead(500).end();
      },
      FindByInventoryPath: () => '<returnval type="Datacenter">dc</returnval>',
      DeleteDatastoreFile_Task: () => '<returnval type="Task">t</returnval>',
    });
    const other = await server.connect({ retry: false });
    await expect(other.upload('[ds] a', Buffer.from('x'), AT)).rejects.toMatchObject({ code: 'ERR_CLIENT' });
    expect(server.count('DeleteDatastoreFile_Task')).toBe(1);
    await other.close();
  });

  it('that had the file before and has it still is not', async () => {
    await using server = await Scripted.open({
      'HEAD /folder/a': ({ response }) => void response.writeHead(200, { ETag: '"same"' }).end(),
      'PUT /folder/a': ({ response }) => void response.writeHead(500).end(),
    });
    const other = await server.connect({ retry: false });
    await expect(other.upload('[ds] a', Buffer.from('x'), AT)).rejects.toMatchObject({ code: 'ERR_CLIENT' });
    expect(server.count('DeleteDatastoreFile_Task')).toBe(0);
    await other.close();
  });

  it('that is busy is sent bytes again, and a stream, which can be read once, is not', async () => {
    await using server = await Scripted.open({
      'HEAD /folder/a': ({ response }) => void response.writeHead(404).end(),
      'PUT /folder/a': ({ response, before }) => void response.writeHead(before < 2 ? 503 : 201).end(),
    });
    const other = await server.connect({ retry: { delay: 1, longest: 1 } });
    await expect(other.upload('[ds] a', Readable.from([Buffer.from('x')]), AT)).rejects.toMatchObject({
      retryable: true,
    });
    expect(server.count('PUT /folder/a')).toBe(1);
    await other.upload('[ds] a', Buffer.from('x'), AT);
    expect(server.count('PUT /folder/a')).toBe(3);
    await other.close();
  });

  it('that vanishes in the middle of a file is told of as such', async () => {
    await using server = await Scripted.open({
      'GET /folder/a': ({ response }) => {
        response.writeHead(200, { 'Content-Length': 1_000 });
        response.write('half', () => response.destroy());
      },
    });
    const other = await server.connect();
    const reading = (async () => {
      for await (const _ of await other.download('[ds] a', AT));
    })();
    await expect(reading).rejects.toMatchObject({ name: 'VsphereError', code: 'ERR_UNREACHABLE', retryable: true });
    await other.close();
  });

  it('that stops in the middle of a file is given up once the time is over', async () => {
    const clock = new Clock({ kind: 'manual' });
    let begun = (): void => {};
    const half = new Promise<void>((resolve) => {
      begun = resolve;
    });
    await using server = await Scripted.open({
      'GET /folder/a': ({ response }) => {
        response.writeHead(200, { 'Content-Length': 1_000 }).write('half');
      },
    });
    const other = await server.connect({ clock, keepAlive: false, timeout: 60_000 });
    const reading = (async () => {
      for await (const _ of await other.download('[ds] a', AT)) begun();
    })();
    reading.catch(() => {});
    await half;
    await clock.advance(200_000);
    await expect(reading).rejects.toMatchObject({
      code: 'ERR_UNREACHABLE',
      message: expect.stringContaining('60000 ms'),
    });
    await other.close();
  });
});
