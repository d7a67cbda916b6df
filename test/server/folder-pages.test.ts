import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { http, type Reply, Wire } from './wire.ts';

describe('/folder without a file', () => {
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

  const at = (path: string, headers: Record<string, string> = { cookie: wire.cookie }, method = 'GET') =>
    http(`${wire.origin}${path}`, { method, headers });
  const links = ({ text }: Reply) =>
    [...text.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, name]) => [
      name!,
      href!.replaceAll('&amp;', '&'),
    ]);

  it('lists datacenters, datastores, and what stands on a datastore, each leading to the next', async () => {
    await wire.file('PUT', 'isos/a%20b%26c.iso', { body: '12345' });
    const root = await at('/folder');
    expect([root.status, root.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(links(root)).toEqual([['DC0', '/folder?dcPath=DC0']]);
    const stores = links(await at(links(root)[0]![1]!));
    expect(stores).toEqual([
      ['Parent Directory', '/folder'],
      ['LocalDS_0', '/folder?dcPath=DC0&dsName=LocalDS_0'],
    ]);
    const top = links(await at(stores[1]![1]!));
    expect(top[0]).toEqual(['Parent Directory', '/folder?dcPath=DC0']);
    expect(top.map(([name]) => name)).toContain('DC0_H0_VM0/');
    const directory = await at(top.find(([name]) => name === 'isos/')![1]!);
    expect(directory.text).toContain('<h1>Index of: [LocalDS_0] isos</h1>');
    expect(directory.text).toMatch(
      /<td align="right">\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d<\/td><td align="right">5<\/td>/,
    );
    const [up, file] = links(directory);
    expect(up).toEqual(['Parent Directory', '/folder?dcPath=DC0&dsName=LocalDS_0']);
    expect(file![0]).toBe('a b&amp;c.iso');
    expect((await at(file![1]!)).text).toBe('12345');
  });

  it('lists the files of machines with their sizes', async () => {
    const page = await at('/folder/DC0_H0_VM0/?dcPath=DC0&dsName=LocalDS_0');
    const names = links(page).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['DC0_H0_VM0.vmx', 'DC0_H0_VM0.vmdk']));
  });

  it('is shown to nobody without a session, and shows nobody what is not his', async () => {
    expect((await at('/folder', {})).status).toBe(401);
    expect((await at('/folder?dcPath=none')).status).toBe(404);
    expect((await at('/folder/none/?dcPath=DC0&dsName=LocalDS_0')).status).toBe(404);
    expect((await at('/folder/?dcPath=DC0&dsName=none')).status).toBe(404);
    const head = await at('/folder', undefined, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
    expect((await at('/folder', undefined, 'PUT')).status).toBe(400);
    expect((await at('/folder?dsName=LocalDS_0', undefined, 'DELETE')).status).toBe(400);
  });

  it('sends a file only on the terms it is asked for', async () => {
    await wire.file('PUT', 'x', { body: '0123456789' });
    const get = (headers: Record<string, string>) => wire.file('GET', 'x', { headers });
    const { etag, 'last-modified': modified } = (await get({})).headers as Record<string, string>;
    const past = new Date(0).toUTCString();
    const statuses = async (...cases: Record<string, string>[]) =>
      Promise.all(cases.map(async (headers) => (await get(headers)).status));
    expect(
      await statuses(
        { 'if-none-match': etag! },
        { 'if-none-match': '"other"' },
        { 'if-modified-since': modified! },
        { 'if-modified-since': past },
        { 'if-match': '"other"' },
        { 'if-match': `"other", ${etag}` },
        { 'if-unmodified-since': past },
        { range: 'bytes=0-1', 'if-range': etag! },
        { range: 'bytes=0-1', 'if-range': '"other"' },
        { range: 'bytes=0-1,4-5' },
        { range: 'bytes=-3' },
      ),
    ).toEqual([304, 200, 304, 200, 412, 200, 412, 206, 200, 200, 206]);
  });
});
