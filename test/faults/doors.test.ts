/** What rules do to bytes at the doors beside `/sdk`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TransportInput } from '../../src/faults/rule.ts';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { http, Wire } from '../server/wire.ts';
import { RawClient } from './raw-client.ts';

const VM = 'DC0/vm/DC0_H0_VM0';

describe('trouble on the wire', () => {
  let sim: Simulator;
  let wire: Wire;
  let client: RawClient;
  beforeEach(async () => {
    sim = await startSimulator({ http: true, clock: { kind: 'manual' } });
    wire = await new Wire(sim).login();
    client = new RawClient(sim);
  });
  afterEach(async () => {
    client.close();
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  describe('at a door for files', () => {
    const rule = (method: string, transport: TransportInput) =>
      sim.faults.add({ id: 'r', match: { method, path: '[LocalDS_0] *' }, effect: { transport } });
    const rules = (method: string) => sim.journal.calls({ method }).at(-1)?.rules;

    it.each([
      [{ reset: true }, 'before', 'ECONNRESET'],
      [{ reset: true }, 'after', 'ECONNRESET'],
      [{ empty: true }, 'after', 'socket hang up'],
      [{ garbage: true }, 'before', 'Parse Error'],
      [{ badChunk: true }, 'after', 'Parse Error'],
    ] as const)('an upload meets %j %s', async (transport, phase, error) => {
      rule('PUT /folder', { ...transport, phase });
      await expect(wire.file('PUT', 'a.txt', { body: 'abc' })).rejects.toThrow(error);
      sim.faults.clear();
      expect((await wire.file('GET', 'a.txt')).status).toBe(phase === 'before' ? 404 : 200);
      expect(rules('PUT /folder')).toEqual(['r']);
    });

    it.each([
      [{ truncate: 10 }, 'aborted'],
      [{ badChunk: true, phase: 'after' }, 'Parse Error'],
    ] as const)('a download meets %j', async (transport, error) => {
      await wire.file('PUT', 'a.txt', { body: 'abc'.repeat(100) });
      rule('GET /folder', transport);
      await expect(wire.file('GET', 'a.txt')).rejects.toThrow(error);
    });

    it.each([
      { dribble: { bytes: 200, every: 1 } },
      { bandwidth: '20KiB' },
      { stall: 1 },
      { close: true },
      { delay: 1 },
    ] as TransportInput[])('a download that meets %j comes whole', async (transport) => {
      const body = Buffer.alloc(1_000, 'abc');
      await wire.file('PUT', 'a.txt', { body });
      rule('GET /folder', transport);
      expect((await wire.file('GET', 'a.txt')).body).toEqual(body);
      expect(rules('GET /folder')).toEqual(['r']);
    });

    it('a download that waits is of the file as it was asked for, also when that is gone meanwhile', async () => {
      await wire.file('PUT', 'a.txt', { body: 'the first' });
      rule('GET /folder', { delay: 100, phase: 'after' });
      const coming = wire.file('GET', 'a.txt');
      while (sim.faults.list()[0]!.hits === 0) await wire.control('GET', '/health');
      expect((await wire.file('PUT', 'a.txt', { body: 'a second' })).status).toBe(200);
      expect((await coming).text).toBe('the first');
    });

    it.each<TransportInput>([
      { stall: true, at: 10 },
      { stall: 5, at: 10 },
      { dribble: { bytes: 1, every: 1 } },
      { delay: 5, phase: 'after' },
      { bandwidth: 1_000 },
    ])('a client that hangs up in the middle of a download that meets %j is let go', async (transport) => {
      await wire.file('PUT', 'a.txt', { body: Buffer.alloc(500, 'abc') });
      rule('GET /folder', transport);
      client.send(
        `GET /folder/a.txt?dcPath=DC0&dsName=LocalDS_0 HTTP/1.1\r\nHost: x\r\nCookie: ${wire.cookie}\r\n\r\n`,
      );
      while (sim.faults.list()[0]!.hits === 0) await wire.control('GET', '/health');
      client.close();
      await client.ended;
      sim.faults.clear();
      sim.faults.add({ match: { method: 'CurrentTime' }, effect: { transport: { delay: 10 } } });
      await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
      expect((await wire.file('GET', 'a.txt')).status).toBe(200);
    });

    it('an upload at a bandwidth is taken in as slowly', async () => {
      rule('PUT /folder', { bandwidth: '100KiB' });
      const body = Buffer.alloc(1_000, 'abc');
      expect((await wire.file('PUT', 'a.txt', { body })).status).toBe(201);
      sim.faults.clear();
      expect((await wire.file('GET', 'a.txt')).body).toEqual(body);
    });

    it('a datastore that is slow limits what goes in and out', async () => {
      sim.faults.add({
        effect: { world: { verb: 'datastore.slow', name: 'LocalDS_0', bandwidth: '50KiB', delay: '0s' } },
      });
      await sim.clock.advance(0);
      const body = Buffer.alloc(1_000, 'abc');
      expect((await wire.file('PUT', 'a.txt', { body })).status).toBe(201);
      expect((await wire.file('GET', 'a.txt')).body).toEqual(body);
      expect(sim.journal.calls({ method: 'GET /folder' }).at(-1)?.rules).toEqual([]);
    });
  });

  it.each([
    ['/pbm', 'PbmRetrieveServiceContent', 'PbmServiceInstance', 'ServiceInstance', 'urn:pbm'],
    ['/vslm/sdk', 'RetrieveContent', 'VslmServiceInstance', 'ServiceInstance', 'urn:vslm'],
  ])('the service at %s is reached, too', async (path, method, type, id, namespace) => {
    sim.faults.add({ id: 'pbm', match: { method }, effect: { transport: { status: 418, body: 'no' } } });
    const call = `<${method} xmlns="${namespace}"><_this type="${type}">${id}</_this></${method}>`;
    const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${call}</Body></Envelope>`;
    const reply = await http(`${wire.origin}${path}`, { method: 'POST', body, headers: { cookie: wire.cookie } });
    expect([reply.status, reply.text]).toEqual([418, 'no']);
  });

  it('so are disks on their way out of a lease, at a bandwidth or cut short', async () => {
    const user = await Endpoint.login(sim);
    const vm = (await user.findByInventoryPath(VM))! as never;
    await user.run(vm, 'PowerOffVM_Task' as never, {} as never);
    const lease = (await user.call(vm, 'ExportVm' as never, {} as never)) as never;
    const info = (await user.get(lease, 'info' as never)) as { deviceUrl: { url: string; disk?: boolean }[] };
    const url = info.deviceUrl.find(({ disk }) => disk)!.url.replace('*', new URL(sim.url).hostname);
    const whole = (await http(url)).body;
    sim.faults.add({ id: 'slow', match: { method: 'GET /nfc' }, effect: { transport: { bandwidth: '10MiB' } } });
    expect((await http(url)).body).toEqual(whole);
    expect(sim.journal.calls({ method: 'GET /nfc' }).at(-1)?.rules).toEqual(['slow']);
    sim.faults.clear();
    sim.faults.add({ match: { method: 'GET /nfc' }, effect: { transport: { truncate: 100 } } });
    await expect(http(url)).rejects.toThrow('aborted');
    await user.close();
  });

  it('so are pictures of consoles', async () => {
    sim.faults.add({ match: { method: 'GET /screen' }, effect: { transport: { garbage: 'body', phase: 'after' } } });
    const reply = await http(`${wire.origin}/screen?id=${await wire.find(VM)}`, { headers: { cookie: wire.cookie } });
    expect([reply.status, reply.headers['content-type'], reply.body.length]).toEqual([200, 'image/png', 256]);
  });

  it('so is the token service', async () => {
    sim.faults.add({
      match: { method: 'POST /sts/STSService' },
      effect: { transport: { status: 503, body: 'later' } },
    });
    const reply = await http(`${wire.origin}/sts/STSService`, { method: 'POST', body: '<x/>' });
    expect([reply.status, reply.text]).toEqual([503, 'later']);
  });

  describe('at a console', () => {
    const ask = async () => {
      const reply = await wire.soap(
        'AcquireTicket',
        'VirtualMachine',
        await wire.find(VM),
        '<ticketType>webmks</ticketType>',
      );
      const ticket = /<ticket>([^<]+)</.exec(reply.text)![1]!;
      const head = ['Host: x', 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
      const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
      return client.send(`GET /ticket/${ticket} HTTP/1.1\r\n${[...head, key].join('\r\n')}\r\n\r\n`);
    };

    it.each([
      [{ reset: true }, 'ECONNRESET', /^$/],
      [{ empty: true }, 'end', /^$/],
      [{ status: 502, body: 'gone' }, 'end', /^HTTP\/1.1 502 [\s\S]*gone$/],
      [{ redirect: 'wss://elsewhere/' }, 'end', /^HTTP\/1.1 302 [\s\S]*wss:\/\/elsewhere/],
      [{ garbage: true }, 'end', /^[\x80-\xff]{256}$/],
    ] as const)('a ticket meets %j', async (transport, end, received) => {
      sim.faults.add({ match: { method: 'GET /ticket' }, effect: { transport } });
      await ask();
      expect(await client.ended).toBe(end);
      expect(client.text).toMatch(received);
    });

    it('a ticket that is late is good all the same', async () => {
      sim.faults.add({ match: { method: 'GET /ticket' }, effect: { transport: { delay: 1, phase: 'after' } } });
      await ask();
      await client.until((text) => text.startsWith('HTTP/1.1 101 '));
    });
  });

  it('the control API is nobody’s to break', async () => {
    sim.faults.add({ effect: { transport: { reset: true } } });
    expect((await wire.control('GET', '/faults')).status).toBe(200);
  });
});
