import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { http, Wire } from './wire.ts';

const VM = 'DC0_C0_RP0_VM0';

describe('a change of a file at /folder', () => {
  let sim: Simulator;
  let wire: Wire;
  beforeEach(async () => {
    sim = await startSimulator({ http: true });
    wire = await new Wire(sim).login();
  });
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  it('is made only of the file that the client means', async () => {
    const put = async (body: string, headers: Record<string, string>) =>
      (await wire.file('PUT', 'x', { body, headers })).status;
    expect(await put('none yet', { 'if-match': '*' })).toBe(412);
    expect(await put('one', { 'if-none-match': '*' })).toBe(201);
    expect(await put('two', { 'if-none-match': '*' })).toBe(412);
    const { etag, 'last-modified': modified } = (await wire.file('HEAD', 'x')).headers as Record<string, string>;
    expect(await put('two', { 'if-match': '"other"' })).toBe(412);
    expect(await put('two', { 'if-unmodified-since': new Date(0).toUTCString() })).toBe(412);
    expect((await wire.file('GET', 'x')).text).toBe('one');
    expect(await put('two', { 'if-match': etag!, 'if-unmodified-since': modified! })).toBe(200);
    expect((await wire.file('DELETE', 'x', { headers: { 'if-match': etag! } })).status).toBe(412);
    expect((await wire.file('GET', 'x')).text).toBe('two');
  });

  it('is refused of every file that a running machine has open', async () => {
    const own = [`${VM}.vmx`, `${VM}.nvram`, `${VM}.vmdk`, `${VM}-flat.vmdk`, 'vmware.log'];
    for (const name of own) {
      const file = `${VM}/${name}`;
      expect((await wire.file('PUT', file, { body: 'x' })).status, `PUT ${name}`).toBe(409);
      expect((await wire.file('DELETE', file)).status, `DELETE ${name}`).toBe(409);
    }
    expect((await wire.file('DELETE', VM)).status).toBe(409);
    expect((await wire.file('GET', `${VM}/${VM}-flat.vmdk`)).status).toBe(409);
    expect((await wire.file('GET', `${VM}/${VM}.vmdk`)).status).toBe(200);
    expect((await wire.file('PUT', `${VM}/beside.txt`, { body: 'x' })).status).toBe(201);
    expect((await wire.file('DELETE', `${VM}/beside.txt`)).status).toBe(200);
  });

  it('finds no way out of the datastore', async () => {
    const { hostname, port } = new URL(wire.origin);
    const status = (path: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect({ host: hostname, port: Number(port) });
        const query = '?dcPath=DC0&dsName=LocalDS_0';
        socket.write(`GET ${path}${query} HTTP/1.1\r\nHost: x\r\nCookie: ${wire.cookie}\r\nConnection: close\r\n\r\n`);
        socket.once('data', (bytes) => resolve(bytes.toString().split(' ')[1]!)).once('error', reject);
      });
    const paths = ['/folder/../../etc/passwd', '/folder/a/../../b', '/folder/%2e%2e/x', '/folder/a%2f..%2f..%2fb'];
    const more = ['/folder/a%5c..%5cb', '/folder/a%00b', '/folder/%zz', `/folder/${'x'.repeat(256)}`];
    for (const path of [...paths, ...more]) expect(await status(path), path.slice(0, 40)).toBe('400');
    expect(await status('/folder//etc//passwd')).toBe('404');
  });
});

describe('/folder of an ESXi host', () => {
  it('is that of its one datacenter, whether that is said or not', async () => {
    const sim = await startSimulator({ http: true, esx: true });
    try {
      const { user, password } = sim.credentials;
      const headers = { authorization: `Basic ${btoa(`${user}:${password}`)}` };
      const at = (method: string, path: string, query: string, body?: string) =>
        http(`${new URL(sim.url).origin}/folder${path}${query}`, { method, headers, ...(body && { body }) });
      const named = '?dcPath=ha-datacenter&dsName=LocalDS_0';
      expect((await at('PUT', '/a/b', named, 'there')).status).toBe(201);
      expect((await at('GET', '/a/b', '?dsName=LocalDS_0')).text).toBe('there');
      expect((await at('GET', '/a/b', '?dcPath=DC0&dsName=LocalDS_0')).status).toBe(404);
      expect((await at('GET', '', '')).text).toContain('dcPath=ha-datacenter');
      expect((await at('GET', '', '?dcPath=ha-datacenter')).text).toContain('dsName=LocalDS_0');
      expect((await at('GET', '/a', named)).text).toContain('>b</a>');
      expect((await at('DELETE', '/a', named)).status).toBe(200);
      expect((await at('GET', '/a/b', named)).status).toBe(404);
      expect(sim.unforeseen).toEqual([]);
    } finally {
      await sim.close();
    }
  });
});
