import { connect } from 'node:net';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { connect as connectTo, type Ref } from '../../src/client/index.ts';
import { startSimulator } from '../../src/server/start.ts';
import type { Answer } from '../objects/endpoint.ts';
import { dense, diskOf, MIB, Porter, send, streamOf } from '../objects/nfc/package.ts';

const GOOD = await streamOf(diskOf(8 * MIB, [0, dense(2 * MIB)]));

interface Waiting {
  readonly porter: Porter;
  readonly lease: Ref;
  readonly url: string;
}

/** A machine that waits for its disk. */
async function waiting(porter: Porter, thin = true): Promise<Waiting> {
  const lease = await porter.import(porter.machineSpec('coming', [{ capacityInKB: 8 * 1024, thin }]));
  return { porter, lease, url: await porter.url(lease, 'LogicController0:0') };
}

/** The image with some bytes put in the place of others. */
function patched(at: number, bytes: Buffer, image = GOOD): Buffer {
  const copy = Buffer.from(image);
  bytes.copy(copy, at);
  return copy;
}

const u64 = (n: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(n);
  return bytes;
};
/** Where the first grain stands in what our writer writes. */
const GRAIN = 128 * 512;

/** Makes the datastore so small that so many bytes are left. */
async function leave(porter: Porter, bytes: number): Promise<void> {
  const { world } = porter.ep.sim.simulation.site;
  const store = world.find((await porter.ep.at('DC0/datastore/LocalDS_0')).value)!;
  const { volume } = store.state as unknown as { volume: { capacity: number } };
  const capacity = volume.capacity - (await porter.free()) + bytes;
  world.turn(() => world.update(store as never, { volume: { ...volume, capacity } } as never));
}

describe('/nfc', () => {
  it.each([
    ['text', Buffer.from('this is no disk')],
    ['nothing', Buffer.alloc(0)],
    ['a stream cut off in a grain', GOOD.subarray(0, GRAIN + 20_000)],
    ['a stream without its end', GOOD.subarray(0, GOOD.length - 512)],
    ['a disk larger than any', patched(12, u64(2n ** 60n))],
    ['a grain beyond the disk', patched(GRAIN, u64(2n ** 40n))],
    ['a grain between the grains', patched(GRAIN, u64(7n))],
    ['a grain that is no deflated data', patched(GRAIN + 12, Buffer.alloc(64, 0xff))],
    ['a grain longer than it can be', patched(GRAIN + 8, Buffer.from([0xff, 0xff, 0xff, 0x7f]))],
    ['more behind the end', Buffer.concat([GOOD, Buffer.alloc(MIB, 1)])],
    ['a marker nobody knows', patched(GRAIN, Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 0]))],
    ['a raw image', dense(8 * MIB)],
  ])('ends the lease when it is sent %s, and keeps nothing', async (_what, body) => {
    await using porter = await Porter.open();
    const { lease, url } = await waiting(porter);
    expect((await send(url, { method: 'PUT', body })).status).toBe(400);
    expect(await porter.ep.read(lease, 'state')).toBe('error');
    expect((await porter.ep.read(lease, 'error')).fault._typeName).toBe('InvalidDiskFormat');
    expect(await porter.ep.exists('DC0/vm/coming')).toBe(false);
    expect(porter.kept).toBe(0);
  });

  it('inflates no more of a grain than a grain, whatever it is made of', async () => {
    await using porter = await Porter.open();
    const { lease, url } = await waiting(porter);
    const bomb = deflateSync(Buffer.alloc(64 * MIB));
    const head = Buffer.alloc(12);
    head.writeUInt32LE(bomb.length, 8);
    const body = Buffer.concat([GOOD.subarray(0, GRAIN), head, bomb, Buffer.alloc(1024)]);
    expect((await send(url, { method: 'PUT', body })).status).toBe(400);
    expect((await porter.ep.read(lease, 'error')).fault._typeName).toBe('InvalidDiskFormat');
    expect(porter.kept).toBe(0);
  });

  it('takes no more than the datastore has room for', async () => {
    await using porter = await Porter.open();
    const { lease, url } = await waiting(porter);
    await leave(porter, MIB);
    expect((await send(url, { method: 'PUT', body: GOOD })).status).toBe(507);
    expect((await porter.ep.read(lease, 'error')).fault).toMatchObject({
      _typeName: 'NoDiskSpace',
      datastore: 'LocalDS_0',
    });
    expect(porter.kept).toBe(0);
  });

  it('takes no room for a thick disk twice', async () => {
    await using porter = await Porter.open();
    const { lease, url } = await waiting(porter, false);
    await leave(porter, 0);
    expect((await send(url, { method: 'PUT', body: GOOD })).status).toBe(201);
    await porter.complete(lease);
    expect(await porter.free()).toBe(0);
  });

  it('makes no thick disk larger than there is room for', async () => {
    await using porter = await Porter.open();
    const { lease, url } = await waiting(porter, false);
    await leave(porter, MIB);
    const body = await streamOf(diskOf(64 * MIB, [0, dense(4096)]));
    expect((await send(url, { method: 'PUT', body })).status).toBe(507);
    expect((await porter.ep.read(lease, 'error')).fault._typeName).toBe('NoDiskSpace');
  });

  it('answers strangers, wrong tickets and wrong names alike: there is nothing', async () => {
    await using porter = await Porter.open();
    const { url } = await waiting(porter);
    const { origin } = new URL(url);
    const [, , ticket] = new URL(url).pathname.split('/');
    for (const path of [
      '/nfc/',
      '/nfc/x/disk-1.vmdk',
      `/nfc/${ticket}`,
      `/nfc/${ticket}/`,
      `/nfc/${ticket}/disk-9.vmdk`,
      `/nfc/${ticket}/disk-1.vmdk/more`,
      `/nfc/${ticket}/%2e%2e/disk-1.vmdk`,
      `/nfc/${ticket}/..%2f..%2fetc%2fpasswd`,
    ]) {
      expect([path, (await send(`${origin}${path}`, { method: 'PUT', body: GOOD })).status]).toEqual([path, 404]);
    }
    expect(porter.kept).toBe(0);
  });

  it('lets each lease through one way only, whole files, and nothing be deleted', async () => {
    await using porter = await Porter.open();
    const { url, lease } = await waiting(porter);
    expect((await send(url, { method: 'DELETE' })).status).toBe(405);
    expect((await send(url)).status).toBe(405);
    const headers = { 'content-range': `bytes 0-9/${GOOD.length}` };
    expect((await send(url, { method: 'PUT', body: GOOD.subarray(0, 10), headers })).status).toBe(400);
    expect(await porter.ep.read(lease, 'state')).toBe('ready');
    await send(url, { method: 'PUT', body: GOOD });
    await porter.complete(lease);
    const out = await porter.ep.call(await porter.ep.at('DC0/vm/coming'), 'ExportVm');
    const away = await porter.url(out, 'LogicController0:0');
    expect((await send(away, { method: 'PUT', body: GOOD })).status).toBe(405);
    const head = await send(away, { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const [part, whole] = [await send(away, { headers: { range: 'bytes=0-9' } }), await send(away)];
    expect(part.status).toBe(200);
    expect(part.body.equals(whole.body)).toBe(true);
  });

  it('takes a file in pieces of any size', async () => {
    await using porter = await Porter.open();
    const { url, lease } = await waiting(porter);
    const pieces: Buffer[] = [];
    for (let at = 0, n = 1; at < GOOD.length; at += n, n = (n * 7) % 60_001) pieces.push(GOOD.subarray(at, at + n));
    expect((await send(url, { method: 'POST', body: pieces })).status).toBe(201);
    await porter.complete(lease);
    const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
    expect(raw.subarray(0, 2 * MIB).equals(dense(2 * MIB))).toBe(true);
  });

  it('keeps nothing of an upload that breaks off, and takes the next one', async () => {
    await using porter = await Porter.open();
    const { url, lease } = await waiting(porter);
    const { hostname, port, pathname } = new URL(url);
    const flights = () =>
      (porter.ep.sim.simulation.site.world.find(lease.value)!.state as Answer).traffic.arriving.size;
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`PUT ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: ${GOOD.length}\r\n\r\n`);
        socket.write(GOOD.subarray(0, MIB), () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    while (flights() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(porter.kept).toBe(0);
    expect(await porter.ep.read(lease, 'state')).toBe('ready');
    expect((await send(url, { method: 'PUT', body: GOOD })).status).toBe(201);
    expect(porter.kept).toBe(1);
  });

  it('is asked to complete before the upload is over, and waits for it', async () => {
    await using porter = await Porter.open();
    const { url, lease } = await waiting(porter);
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write(`PUT ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: ${GOOD.length}\r\n\r\n`);
    socket.write(GOOD.subarray(0, MIB));
    const state = porter.ep.sim.simulation.site.world.find(lease.value)!.state as Answer;
    while (state.traffic.arriving.size === 0) await new Promise((resolve) => setImmediate(resolve));
    const done = porter.complete(lease);
    await porter.ep.sim.clock.advance(400_000);
    expect(await porter.ep.read(lease, 'state')).toBe('ready');
    socket.write(GOOD.subarray(MIB));
    await done;
    socket.destroy();
    expect(await porter.ep.read(lease, 'state')).toBe('done');
    const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
    expect(raw.subarray(0, 2 * MIB).equals(dense(2 * MIB))).toBe(true);
  });

  it('drops what is on its way when the lease ends meanwhile', async () => {
    await using porter = await Porter.open();
    const { url, lease } = await waiting(porter);
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(`PUT ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: ${GOOD.length}\r\n\r\n`);
    socket.write(GOOD.subarray(0, MIB));
    const state = porter.ep.sim.simulation.site.world.find(lease.value)!.state as Answer;
    while (state.traffic.arriving.size === 0) await new Promise((resolve) => setImmediate(resolve));
    await porter.ep.call(lease, 'HttpNfcLeaseAbort');
    socket.write(GOOD.subarray(MIB));
    while (state.traffic.arriving.size > 0) await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    expect(porter.kept).toBe(0);
  });

  it('keeps the session that opened the lease while a file is on its way', async () => {
    await using porter = await Porter.open({ sessionTimeout: 60_000 });
    const { url } = await waiting(porter);
    const { hostname, port, pathname } = new URL(url);
    const { world } = porter.ep.sim.simulation.site;
    const socket = connect(Number(port), hostname);
    socket.write(`PUT ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: ${GOOD.length}\r\n\r\n`);
    const lease = [...world.ofType('HttpNfcLease')][0]!;
    while ((lease.state as Answer).traffic.arriving.size === 0) await new Promise((resolve) => setImmediate(resolve));
    await porter.ep.sim.clock.advance(200_000);
    expect(world.ofType('UserSession').size).toBe(1);
    expect(lease.alive).toBe(true);
    socket.write(GOOD);
    while ((lease.state as Answer).put.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((lease.state as Answer).put).toEqual(['disk-1.vmdk']);
    socket.destroy();
    await porter.ep.sim.clock.advance(120_000);
    expect(world.ofType('UserSession').size).toBe(0);
    expect(lease.alive).toBe(false);
    expect(porter.kept).toBe(0);
  });

  it('does as fault rules say, and stands in the journal', async () => {
    await using porter = await Porter.open();
    const { url, lease } = await waiting(porter);
    porter.ep.sim.faults.add({
      id: 'busy',
      match: { method: 'PUT /nfc' },
      when: { nth: 1 },
      effect: { transport: { status: 503, body: 'busy' } },
    });
    expect((await send(url, { method: 'PUT', body: GOOD })).status).toBe(503);
    expect(await porter.ep.read(lease, 'state')).toBe('ready');
    expect((await send(url, { method: 'PUT', body: GOOD })).status).toBe(201);
    expect(porter.ep.sim.journal.calls({ method: 'PUT /nfc' })).toMatchObject([
      { outcome: 'cut', changed: false, rules: ['busy'] },
      { outcome: 'answer', changed: true, user: 'VSPHERE.LOCAL\\Administrator' },
    ]);
  });

  it('tells the certificate under which it is reached', async () => {
    await using sim = await startSimulator({ clock: { kind: 'manual' } });
    const { credentials, ca, url } = sim;
    const client = await connectTo({ url, username: credentials.user, password: credentials.password, ca: ca! });
    const at = async (path: string) => (await client.findByInventoryPath(path))!;
    const vm = (await at('DC0/vm/DC0_C0_RP0_VM0')) as Ref<'VirtualMachine'>;
    await client.run(vm, 'PowerOffVM_Task', {} as never);
    const lease = (await client.call(vm, 'ExportVm', {} as never)) as Ref;
    const info = (await client.get(lease, 'info' as never)) as Answer;
    for (const device of info.deviceUrl) {
      expect(device.sslThumbprint).toBe(sim.thumbprint);
      expect(device.url).toMatch(/^https:/);
    }
    await client.close();
  });

  it('carries a large disk of mostly nothing up and down in little memory', async () => {
    await using porter = await Porter.open();
    const { lease, url } = await waiting(porter);
    const parts = Array.from({ length: 16 }, (_, i) => [i * 256 * MIB, dense(MIB, i + 1)] as const);
    const image = await streamOf(diskOf(4096 * MIB, ...parts));
    expect((await send(url, { method: 'POST', body: image })).status).toBe(201);
    await porter.complete(lease);
    const out = await porter.ep.call(await porter.ep.at('DC0/vm/coming'), 'ExportVm');
    const back = await send(await porter.url(out, 'LogicController0:0'));
    // What goes out of what was written by the same hand is the same, descriptor apart.
    expect(back.body.length).toBe(image.length);
    expect(back.body.subarray(GRAIN).equals(image.subarray(GRAIN))).toBe(true);
  });
});
