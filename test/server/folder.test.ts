import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { FileVisit } from '../../src/simulator/file-door.ts';
import type { Refusal } from '../../src/simulator/refusal.ts';
import { http, Wire } from './wire.ts';

describe('/folder', () => {
  let sim: Simulator;
  let wire: Wire;
  beforeEach(async () => {
    sim = await startSimulator({ http: true, scenario: 'restricted-user' });
    wire = await new Wire(sim).login();
  });
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  const datastore = () =>
    [...sim.simulation.site.world.ofType('Datastore')].find((d) => d.get('name') === 'LocalDS_0')!;
  const free = () => (datastore().get('summary') as { freeSpace: number }).freeSpace;
  /** Makes the datastore so small that so many bytes are left. */
  const leave = (bytes: number) => {
    const { world } = sim.simulation.site;
    const { volume } = datastore().state as unknown as { volume: { capacity: number } };
    const capacity = volume.capacity - free() + bytes;
    world.turn(() => world.update(datastore() as never, { volume: { ...volume, capacity } } as never));
  };
  /** An upload whose pieces the test sends: each was taken in, or refused, before `send` is done. */
  const upload = (path: string, declared?: number) => {
    const visit = new FileVisit(sim.simulation, {
      verb: 'PUT',
      path,
      query: new URLSearchParams('dcPath=DC0&dsName=LocalDS_0'),
      cookie: wire.cookie,
      authorization: undefined,
      arrival: {
        address: 'localhost',
        scheme: 'http',
        remoteAddress: '',
        userAgent: '',
        onGone: () => () => {},
        afterRealTime: () => () => {},
        setCookie() {},
      },
    });
    const pieces = new TransformStream<Uint8Array, Uint8Array>({}, { highWaterMark: 1 }, { highWaterMark: 0 });
    const writer = pieces.writable.getWriter();
    const status = visit.put(pieces.readable as unknown as AsyncIterable<Uint8Array>, declared).then(
      () => 201,
      (error: Refusal) => error.status,
    );
    return {
      status,
      /** The next piece is asked for once the last one was dealt with. */
      async send(bytes: number): Promise<void> {
        const takenIn = writer.write(new Uint8Array(bytes)).then(() => writer.ready);
        await Promise.race([takenIn.catch(() => {}), status]);
      },
      end: () => writer.close(),
      cut: () => writer.abort(new Error('cut')),
    };
  };
  const basic = (user: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  });

  it('gives a file back as it went in, whichever way it was sent, and makes its directories', async () => {
    const bytes = randomBytes(300_000);
    const sized = await wire.file('PUT', 'a/b/c.bin', { body: bytes, headers: { 'content-length': '300000' } });
    expect(sized.status).toBe(201);
    expect((await wire.file('GET', 'a/b/c.bin')).body.equals(bytes)).toBe(true);
    const chunked = await wire.file('PUT', 'a/d%20e.bin', { body: [bytes.subarray(0, 7), bytes.subarray(7)] });
    expect(chunked.status).toBe(201);
    expect((await wire.file('GET', 'a/d%20e.bin')).body.equals(bytes)).toBe(true);
  });

  it('answers 200 when a file is written anew', async () => {
    await wire.file('PUT', 'x', { body: 'one' });
    expect((await wire.file('PUT', 'x', { body: 'other' })).status).toBe(200);
    expect((await wire.file('GET', 'x')).text).toBe('other');
  });

  it('gives parts of a file, and its size alone', async () => {
    await wire.file('PUT', 'x', { body: '0123456789' });
    const part = await wire.file('GET', 'x', { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await wire.file('GET', 'x', { headers: { range: 'bytes=10-' } })).status).toBe(416);
    const head = await wire.file('HEAD', 'x');
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '10']);
  });

  it('keeps an empty file', async () => {
    expect((await wire.file('PUT', 'empty', { body: '' })).status).toBe(201);
    const got = await wire.file('GET', 'empty');
    expect([got.status, got.text]).toEqual([200, '']);
  });

  it('deletes a file, and says so when there is none', async () => {
    await wire.file('PUT', 'x', { body: 'x' });
    expect((await wire.file('DELETE', 'x')).status).toBe(200);
    expect((await wire.file('GET', 'x')).status).toBe(404);
    expect((await wire.file('DELETE', 'x')).status).toBe(404);
    expect((await wire.file('HEAD', 'x')).status).toBe(404);
  });

  it('counts files against the capacity of the datastore, and gives the room back', async () => {
    const before = free();
    await wire.file('PUT', 'x', { body: randomBytes(5_000) });
    expect(before - free()).toBe(5_000);
    await wire.file('PUT', 'x', { body: randomBytes(2_000) });
    expect(before - free()).toBe(2_000);
    await wire.file('DELETE', 'x');
    expect(free()).toBe(before);
  });

  it('answers 507 when the datastore is full, sized or not, and keeps nothing', async () => {
    const { world } = sim.simulation.site;
    const cell = datastore() as never as { state: { volume: { capacity: number } } };
    const used = cell.state.volume.capacity - free();
    world.turn(() =>
      world.update(cell as never, { volume: { ...cell.state.volume, capacity: used + 1_000 } } as never),
    );
    expect(
      (await wire.file('PUT', 'x', { body: 'x'.repeat(1_001), headers: { 'content-length': '1001' } })).status,
    ).toBe(507);
    expect((await wire.file('PUT', 'x', { body: [Buffer.alloc(900), Buffer.alloc(900)] })).status).toBe(507);
    expect((await wire.file('GET', 'x')).status).toBe(404);
    expect(sim.simulation.spool.count).toBe(0);
    expect((await wire.file('PUT', 'x', { body: 'x'.repeat(1_000) })).status).toBe(201);
  });

  it('lets uploads that come side by side fill the datastore no further than one after the other would', async () => {
    leave(1_000);
    const first = upload('a', 700);
    await first.send(600);
    expect(await upload('b', 500).status).toBe(507);
    const third = upload('c');
    await third.send(400);
    await third.send(1);
    expect(await third.status).toBe(507);
    await first.send(100);
    await first.end();
    expect(await first.status).toBe(201);
    expect(free()).toBe(300);
    expect(sim.simulation.spool.count).toBe(1);
  });

  it('tells what an upload has taken so far, and gives it back when that is cut', async () => {
    const MIB = 2 ** 20;
    await wire.file('PUT', 'old', { body: Buffer.alloc(2 * MIB, 'o') });
    const before = free();
    const cut = upload('a');
    await cut.send(3 * MIB);
    expect(before - free()).toBe(3 * MIB);
    const over = upload('old');
    await over.send(3 * MIB);
    // The old file stands until the new one is whole.
    expect(before - free()).toBe(6 * MIB);
    await over.end();
    expect(await over.status).toBe(201);
    expect(before - free()).toBe(4 * MIB);
    await cut.cut();
    await cut.status;
    expect(before - free()).toBe(MIB);
  });

  it('looks at the room once more when an upload is whole', async () => {
    leave(1_000);
    const late = upload('a', 600);
    await late.send(600);
    leave(-100);
    await late.end();
    expect(await late.status).toBe(507);
    expect(sim.simulation.spool.count).toBe(0);
  });

  it('ends an upload to a datastore that is out of reach meanwhile, or gone', async () => {
    const { world } = sim.simulation.site;
    const { mounts } = datastore().state as unknown as { mounts: readonly object[] };
    const reach = (accessible: boolean) =>
      world.turn(() =>
        world.update(datastore() as never, { mounts: mounts.map((m) => ({ ...m, accessible })) } as never),
      );
    const unreached = upload('a', 20);
    await unreached.send(10);
    reach(false);
    await unreached.send(10);
    expect(await unreached.status).toBe(503);
    reach(true);
    const orphan = upload('b', 20);
    await orphan.send(10);
    world.turn(() => world.destroy(datastore()));
    await orphan.send(10);
    expect(await orphan.status).toBe(404);
    expect(sim.simulation.spool.count).toBe(0);
  });

  it('keeps nothing of an upload that was cut', async () => {
    const { hostname, port } = new URL(sim.url);
    const cut = new Promise<void>((resolve) => {
      sim.journal.listeners.add((entry) => entry.method === 'PUT /folder' && resolve());
    });
    const socket = connect(Number(port), hostname);
    socket.write(
      `PUT /folder/half?dcPath=DC0&dsName=LocalDS_0 HTTP/1.1\r\nHost: x\r\nCookie: ${wire.cookie}\r\nContent-Length: 1000\r\n\r\nhalf`,
      () => socket.destroy(),
    );
    await cut;
    expect(sim.journal.calls({ method: 'PUT /folder' })).toMatchObject([{ outcome: 'cut' }]);
    expect((await wire.file('GET', 'half')).status).toBe(404);
    expect(sim.simulation.spool.count).toBe(0);
  });

  it('lets one request in with a ticket for it', async () => {
    const url = 'https://DC0_H0/folder/t?dcPath=ha-datacenter&amp;dsName=LocalDS_0';
    const spec = `<spec xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="SessionManagerHttpServiceRequestSpec"><method>PUT</method><url>${url}</url></spec>`;
    const reply = await wire.soap('AcquireGenericServiceTicket', 'SessionManager', 'SessionManager', spec);
    const id = /<id>([^<=]+)<\/id>/.exec(reply.text)?.[1];
    const headers = { cookie: `vmware_cgi_ticket="${id}"` };
    const put = () =>
      http(`${wire.origin}/folder/t?dcPath=ha-datacenter&dsName=LocalDS_0`, { method: 'PUT', headers, body: 'x' });
    expect((await put()).status).toBe(201);
    expect((await put()).status).toBe(401);
    expect((await wire.file('GET', 't')).text).toBe('x');
  });

  it('asks who one is: the session cookie, quoted or not, or basic authentication', async () => {
    await wire.file('PUT', 'x', { body: 'x' });
    const stranger = await wire.file('GET', 'x', { headers: { cookie: '' } });
    expect([stranger.status, stranger.headers['www-authenticate']]).toEqual([401, 'Basic realm="VMware HTTP server"']);
    expect((await wire.file('GET', 'x', { headers: { cookie: wire.cookie.replaceAll('"', '') } })).status).toBe(200);
    const { user, password } = sim.credentials;
    expect((await wire.file('GET', 'x', { headers: { cookie: '', ...basic(user, password) } })).status).toBe(200);
    expect((await wire.file('GET', 'x', { headers: { cookie: '', ...basic(user, 'wrong') } })).status).toBe(401);
  });

  it('asks for the privileges of the datastore', async () => {
    await wire.file('PUT', 'x', { body: 'x' });
    const headers = { cookie: '', ...basic('operator@vsphere.local', 'operator') };
    expect((await wire.file('PUT', 'y', { body: 'y', headers })).status).toBe(403);
    expect((await wire.file('GET', 'x', { headers })).status).toBe(403);
    expect((await wire.file('DELETE', 'x', { headers })).status).toBe(403);
    expect((await wire.file('GET', 'x')).status).toBe(200);
  });

  it('leaves no session behind after basic authentication', async () => {
    const { world } = sim.simulation.site;
    const { user, password } = sim.credentials;
    await wire.file('GET', 'x', { headers: { cookie: '', ...basic(user, password) } });
    await wire.file('GET', 'x', { headers: { cookie: '', ...basic('operator@vsphere.local', 'operator') } });
    expect(world.ofType('UserSession').size).toBe(1);
  });

  it.each(['../x', 'a/../../x', '%2e%2e/x', 'a/..%2fx', 'a%00b', 'a%5c..%5cb', '%ff'])(
    'refuses the path %j',
    async (path) => {
      expect((await wire.file('PUT', path, { body: 'x' })).status).toBe(400);
      expect((await wire.file('GET', path)).status).toBe(400);
    },
  );

  it('finds nothing on a datastore or in a datacenter that is not there', async () => {
    expect((await wire.file('GET', 'x', {}, 'nowhere')).status).toBe(404);
    expect((await wire.file('PUT', 'x', { body: 'x' }, 'nowhere')).status).toBe(404);
    expect((await wire.file('GET', 'x', {}, '')).status).toBe(400);
  });

  it('takes no file where a directory stands, nor a directory where a file does', async () => {
    await wire.file('PUT', 'a/b', { body: 'x' });
    expect((await wire.file('PUT', 'a', { body: 'x' })).status).toBe(409);
    expect((await wire.file('PUT', 'a/b/c', { body: 'x' })).status).toBe(409);
    expect((await wire.file('GET', 'a/b/')).text).toBe('x');
    expect((await wire.file('POST', 'a/b')).status).toBe(405);
  });

  it('forgets files on reset', async () => {
    const before = free();
    await wire.file('PUT', 'x', { body: 'x' });
    sim.reset();
    await wire.login();
    expect((await wire.file('GET', 'x')).status).toBe(404);
    expect(free()).toBe(before);
    expect(sim.simulation.spool.count).toBe(0);
  });

  it('stands in the journal with user, path and rules', async () => {
    await wire.file('PUT', 'a/x', { body: 'x' });
    expect(sim.journal.calls({ method: 'PUT /folder' })).toMatchObject([
      {
        user: 'VSPHERE.LOCAL\\Administrator',
        args: { path: 'a/x' },
        target: datastore().ref,
        outcome: 'answer',
        rules: [],
      },
    ]);
  });

  it('obeys fault rules: the upload was done, and its answer lost', async () => {
    const { faults } = sim.simulation;
    faults.add({
      id: 'lost',
      match: { method: 'PUT /folder', path: '[LocalDS_0] a/*' },
      effect: { transport: { reset: true, phase: 'after' } },
    });
    await expect(wire.file('PUT', 'a/x', { body: 'kept' })).rejects.toThrow('ECONNRESET');
    expect((await wire.file('GET', 'a/x')).text).toBe('kept');
    expect(sim.journal.calls({ method: 'PUT /folder' })).toMatchObject([{ outcome: 'answer', rules: ['lost'] }]);
    faults.clear();
    faults.add({ match: { method: 'PUT /folder' }, effect: { transport: { status: 503, body: 'busy' } } });
    const busy = await wire.file('PUT', 'b/x', { body: 'lost' });
    expect([busy.status, busy.text]).toEqual([503, 'busy']);
    faults.clear();
    expect((await wire.file('GET', 'b/x')).status).toBe(404);
    faults.add({ match: { method: 'GET /folder' }, effect: { transport: { truncate: 2 } } });
    await expect(wire.file('GET', 'a/x')).rejects.toThrow('aborted');
    faults.clear();
    faults.add({ match: { method: 'GET /folder' }, effect: { soap: { fault: 'HostCommunication' } } });
    expect((await wire.file('GET', 'a/x')).status).toBe(500);
  });

  it('answers 503 while the datastore is not accessible', async () => {
    await wire.file('PUT', 'x', { body: 'x' });
    const { faults } = sim.simulation;
    faults.add({ when: { nth: 1 }, effect: { world: { verb: 'datastore.inaccessible', name: 'LocalDS_0' } } });
    expect((await wire.file('GET', 'x')).status).toBe(503);
    faults.add({ when: { nth: 1 }, effect: { world: { verb: 'datastore.accessible', name: 'LocalDS_0' } } });
    expect((await wire.file('GET', 'x')).status).toBe(200);
  });
});
