/** What rules do to bytes, as a socket sees it, over TLS and without, at every door. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TransportInput } from '../../src/faults/rule.ts';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { Wire } from '../server/wire.ts';
import { RawClient } from './raw-client.ts';

const VM = 'DC0/vm/DC0_H0_VM0';
const WHOLE = /<\/soapenv:Envelope>$/;

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

  const power = async () =>
    (sim.simulation.site.world.find(await wire.find(VM))!.get('runtime') as { powerState: string }).powerState;

  /** Has the VM switched off under a rule. */
  const off = async (transport: TransportInput) => {
    const id = await wire.find(VM);
    sim.faults.add({ match: { method: 'PowerOffVM_Task' }, effect: { transport } });
    return client.soap('PowerOffVM_Task', 'VirtualMachine', id, wire.cookie);
  };

  describe.each(['before', 'after'] as const)('%s the work', (phase) => {
    const done = phase === 'before' ? 'poweredOn' : 'poweredOff';

    it('resets the connection', async () => {
      await off({ reset: true, phase });
      expect([await client.ended, client.text, await power()]).toEqual(['ECONNRESET', '', done]);
    });

    it('closes it without an answer', async () => {
      await off({ empty: true, phase });
      expect([await client.ended, client.text, await power()]).toEqual(['end', '', done]);
    });

    it('sends noise, the same for a seed', async () => {
      await off({ garbage: true, phase });
      expect(await client.ended).toBe('end');
      expect(client.received).toHaveLength(256);
      expect(client.received.every((byte) => byte >= 0x80)).toBe(true);
      expect(await power()).toBe(done);
      const other = new RawClient(sim).soap('PowerOffVM_Task', 'VirtualMachine', await wire.find(VM), wire.cookie);
      await other.ended;
      expect(other.received).toEqual(client.received);
    });

    it('sends noise under a good head, and keeps the connection', async () => {
      await off({ garbage: 'body', phase });
      await client.until(() => client.body.length === 256);
      expect(client.text).toMatch(/^HTTP\/1.1 \d+ .*\r\n/);
      expect(client.text).toContain('content-length: 256\r\n');
      expect(await power()).toBe(done);
      client.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance', wire.cookie);
      await client.until((text) => text.includes('CurrentTimeResponse'));
    });

    it('sends a chunk whose size is no number', async () => {
      await off({ badChunk: true, phase });
      expect(await client.ended).toBe('end');
      expect(client.text).toContain('transfer-encoding: chunked\r\n');
      expect(client.body).toMatch(/^[\da-f]+\r\n<\?xml[\s\S]*\r\nwhat\?\r\n$/);
      expect(await power()).toBe(done);
    });

    it('never answers', async () => {
      await off({ stall: true, phase });
      // Another connection is served all the same, however often: nothing came of this one.
      for (let i = 0; i < 3; i++) expect(await power()).toBe(done);
      expect(client.text).toBe('');
    });

    it('answers with a status, headers and a body', async () => {
      await off({ status: 503, headers: { 'Retry-After': '7' }, body: 'busy', phase });
      await client.until((text) => text.endsWith('busy'));
      expect(client.text).toMatch(/^HTTP\/1.1 503 Service Unavailable\r\n/);
      expect(client.text).toContain('Retry-After: 7\r\n');
      expect(await power()).toBe(done);
    });

    it('sends the client elsewhere', async () => {
      await off({ redirect: 'https://elsewhere.example/sdk', phase });
      await client.until((text) => text.endsWith('\r\n\r\n'));
      expect(client.text).toMatch(/^HTTP\/1.1 302 Found\r\n/);
      expect(client.text).toContain('location: https://elsewhere.example/sdk\r\n');
      expect(await power()).toBe(done);
    });

    it('is late', async () => {
      await off({ delay: 1, phase });
      await client.until((text) => WHOLE.test(text.trimEnd()));
      expect(await power()).toBe('poweredOff');
    });
  });

  it.each<TransportInput>([
    { delay: 5 },
    { delay: 5, phase: 'after' },
    { stall: true },
    { stall: 5, at: 10 },
    { dribble: { bytes: 1, every: 1 } },
    { bandwidth: 1_000 },
  ])('is nothing to a client that does not wait for it: %j', async (transport) => {
    await off(transport);
    // The journal has the call once the work is done; then the client is gone before the answer is.
    while (sim.journal.calls({ method: 'PowerOffVM_Task' }).length === 0 && sim.faults.list()[0]!.hits === 0)
      await wire.find(VM);
    client.close();
    await client.ended;
    sim.faults.clear();
    sim.faults.add({ match: { method: 'CurrentTime' }, effect: { transport: { delay: 10 } } });
    // Longer than what was under way would have taken.
    await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
    expect((await wire.control('GET', '/health')).status).toBe(200);
  });

  describe('on an answer', () => {
    it('cuts it short under a head that promised all of it', async () => {
      await off({ truncate: 20 });
      expect(await client.ended).toBe('end');
      expect(client.body).toHaveLength(20);
      expect(Number(/content-length: (\d+)/.exec(client.text)![1])).toBeGreaterThan(20);
      expect(await power()).toBe('poweredOff');
    });

    it('stands still after so many bytes, for ever', async () => {
      await off({ stall: true, at: 20 });
      await client.until(() => client.body.length === 20);
      for (let i = 0; i < 3; i++) expect(await power()).toBe('poweredOff');
      expect(client.body).toHaveLength(20);
    });

    it('stands still for a while and goes on', async () => {
      await off({ stall: '20ms', at: 20 });
      await client.until((text) => WHOLE.test(text.trimEnd()));
      expect(client.body.slice(0, 20)).toBe('<?xml version="1.0" ');
    });

    it('comes in drops', async () => {
      await off({ dribble: { bytes: 40, every: '2ms' } });
      await client.until((text) => WHOLE.test(text.trimEnd()));
      expect(client.pieces.length).toBeGreaterThan(2);
    });

    it('comes at a bandwidth', async () => {
      await off({ bandwidth: '10KiB' });
      await client.until((text) => WHOLE.test(text.trimEnd()));
      expect(client.body.length).toBe(Number(/content-length: (\d+)/.exec(client.text)![1]));
    });

    it('is the last of a connection that promised to stay', async () => {
      await off({ close: true });
      expect(await client.ended).toBe('end');
      expect(client.text).toContain('Connection: keep-alive\r\n');
      expect(client.body).toMatch(WHOLE);
    });

    it('keeps the cookie of a login that comes in drops', async () => {
      sim.faults.add({ match: { method: 'Login' }, effect: { transport: { dribble: { bytes: 500, every: 1 } } } });
      const { user, password } = sim.credentials;
      client.soap(
        'Login',
        'SessionManager',
        'SessionManager',
        '',
        `<userName>${user}</userName><password>${password}</password>`,
      );
      await client.until((text) => WHOLE.test(text.trimEnd()));
      expect(client.text).toMatch(/set-cookie: vmware_soap_session=/);
    });

    it('stops in the middle of one that is written in slices, which holds nothing any more', async () => {
      sim.faults.add({ match: { method: 'RetrievePropertiesEx' }, effect: { transport: { stall: true, at: 300 } } });
      const spec =
        '<specSet><propSet><type>Folder</type><all>true</all></propSet><objectSet><obj type="Folder">group-d1</obj></objectSet></specSet><options/>';
      client.soap('RetrievePropertiesEx', 'PropertyCollector', 'propertyCollector', wire.cookie, spec);
      await client.until(() => client.body.length >= 300);
      await wire.soap('CreateFolder', 'Folder', 'group-d1', '<name>x</name>');
      expect(client.body).not.toMatch(WHOLE);
    });
  });
});

describe('trouble on a TLS connection', () => {
  const call = (sim: Simulator) =>
    new RawClient(sim).soap('RetrieveServiceContent', 'ServiceInstance', 'ServiceInstance');

  it.each(['before', 'after'] as const)('ends it in an alert %s the work', async (phase) => {
    await using sim = await startSimulator({ faults: [{ effect: { transport: { alert: true, phase } } }] });
    const client = call(sim);
    expect([await client.ended, client.text]).toEqual([expect.stringMatching(/^ERR_SSL_.*ALERT/), '']);
    expect(sim.unforeseen).toEqual([]);
  });

  it('resets a connection that has no TLS to end', async () => {
    await using sim = await startSimulator({ http: true, faults: [{ effect: { transport: { alert: true } } }] });
    expect(await call(sim).ended).toBe('ECONNRESET');
  });

  it('never answers, and closes all the same', async () => {
    await using sim = await startSimulator({ faults: [{ effect: { transport: { stall: true } } }] });
    const client = call(sim);
    await sim.close();
    expect(client.text).toBe('');
  });

  it.each([{ garbage: true }, { empty: true }, { close: true }] as const)(
    'ends in good order after %j',
    async (transport) => {
      await using sim = await startSimulator({ faults: [{ effect: { transport } }] });
      expect(await call(sim).ended).toBe('end');
    },
  );

  it('cuts connections that wait when vCenter restarts', async () => {
    await using sim = await startSimulator({ clock: { kind: 'manual' } });
    const client = call(sim);
    await client.until((text) => WHOLE.test(text.trimEnd()));
    sim.faults.add({ effect: { world: { verb: 'vcenter.restart' } } });
    await sim.clock.advance(0);
    expect(await client.ended).toBe('ECONNRESET');
    expect(await call(sim).ended).toBe('ECONNRESET');
    await sim.clock.advance(20_000);
    const later = call(sim);
    await later.until((text) => text.startsWith('HTTP/1.1 503 '));
    await sim.clock.advance(40_000);
    const again = call(sim);
    await again.until((text) => WHOLE.test(text.trimEnd()));
  });
});
