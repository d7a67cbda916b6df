import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTrace } from '../../src/cli/trace.ts';
import { startSimulator } from '../../src/server/start.ts';
import { http, Wire } from '../server/wire.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is traced of an act. */
async function traced(act: (wire: Wire) => Promise<unknown>): Promise<string> {
  const file = join(folder, 'trace');
  await using sim = await startSimulator({ http: true, gzip: 'on' });
  const end = writeTrace(file);
  try {
    await act(new Wire(sim));
    // An answer is traced when its connection is done with it.
    await sim.close();
  } finally {
    await end();
  }
  return readFileSync(file, 'utf8');
}

describe('the trace', () => {
  it('holds each request and its answer whole', async () => {
    const text = await traced(async (wire) => {
      await wire.login();
      await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
    });
    expect(text.match(/^Request: /gm)).toHaveLength(2);
    expect(text).toMatch(/Request: <Envelope.*<CurrentTime .*\nResponse: <\?xml[\s\S]*<CurrentTimeResponse /);
  });

  it('shows no secret', async () => {
    let secret = '';
    const text = await traced(async (wire) => {
      await wire.login();
      const ticket = await wire.soap('AcquireCloneTicket', 'SessionManager', 'SessionManager');
      secret = />([^<]+)<\/returnval>/.exec(ticket.text)![1]!;
      const given = `<cloneTicket>${secret}</cloneTicket>`;
      await new Wire(wire.sim).soap('CloneSession', 'SessionManager', 'SessionManager', given);
    });
    expect(text).toContain('<userName>administrator@vsphere.local</userName><password>***</password>');
    expect(text).toContain('<cloneTicket>***</cloneTicket>');
    expect(text).toMatch(/<AcquireCloneTicketResponse[^>]*>\*\*\*<\//);
    expect([text.includes(secret), /simsphere<\/password>/.test(text)]).toEqual([false, false]);
  });

  it('holds answers that went out compressed as they were before', async () => {
    const text = await traced(async ({ sim }) => {
      const body =
        '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent></Body></Envelope>';
      const reply = await http(sim.url, { method: 'POST', headers: { 'accept-encoding': 'gzip' }, body });
      expect(reply.headers['content-encoding']).toBe('gzip');
    });
    expect(text).toContain('<rootFolder type="Folder">');
  });

  it('leaves out what is no call, and changes nothing for whoever calls', async () => {
    const text = await traced(async (wire) => {
      await http(`${wire.origin}/sdk/vimServiceVersions.xml`);
      await http(`${wire.origin}/_simsphere/health`);
      const long = await (await wire.login()).soap('QueryOptions', 'OptionManager', 'VpxSettings');
      expect(long.text).toContain('</soapenv:Envelope>');
    });
    expect(text.match(/^Request: /gm)).toHaveLength(2);
  });
});
