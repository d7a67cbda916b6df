import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { startSimulator } from '../../../src/index.ts';
import type { Answer } from '../endpoint.ts';
import { dense, diskOf, MIB, Porter, streamOf } from './package.ts';

const DISK = 'VirtualLsiLogicController0:0';

/** An archive of one file, as an OVA is, with a manifest where one is given. */
function archive(name: string, bytes: Buffer, manifest?: string): Buffer {
  const head = (called: string, size: number) => {
    const block = Buffer.alloc(512);
    block.write(called);
    block.write(size.toString(8).padStart(11, '0'), 124);
    block.write('0', 156);
    block.write('ustar', 257);
    return block;
  };
  const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
  const ovf = Buffer.from('<Envelope/>');
  const sums = manifest === undefined ? [] : [head('x.mf', manifest.length), padded(Buffer.from(manifest))];
  return Buffer.concat([
    head('x.ovf', ovf.length),
    padded(ovf),
    ...sums,
    head(name, bytes.length),
    padded(bytes),
    Buffer.alloc(1_024),
  ]);
}

describe('a lease', () => {
  let files: Map<string, Buffer>;
  let asked: IncomingMessage[];
  let server: Server;
  let origin: string;

  beforeEach(async () => {
    files = new Map();
    asked = [];
    server = createServer((request, response) => {
      asked.push(request);
      const path = request.url!;
      const bytes = files.get(path);
      if (path === '/cut') {
        response.writeHead(200, { 'content-length': 5_000_000 });
        response.write(files.get('/disk')!.subarray(0, 4_000));
        setImmediate(() => response.destroy());
        return;
      }
      response.writeHead(bytes ? 200 : 404).end(bytes ?? 'no');
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function waiting(porter: Porter): Promise<{ lease: Ref; id: string }> {
    const lease = await porter.import(porter.machineSpec('coming', [{ capacityInKB: 1, thin: true }]));
    const { deviceUrl } = await porter.ep.read(lease, 'info');
    return { lease, id: deviceUrl.find(({ importKey }: Answer) => importKey.endsWith(DISK)).importKey };
  }

  const from = (targetDeviceId: string, url: string, more: object = {}) => ({
    files: [{ targetDeviceId, url, create: true, ...more }],
  });

  it('fetches its files by itself, says what came, and is then as if they had been sent', async () => {
    await using porter = await Porter.open();
    const image = await streamOf(diskOf(4 * MIB, [MIB, dense(MIB)]));
    files.set('/disk', image);
    const { lease, id } = await waiting(porter);
    expect(await porter.ep.read(lease, 'capabilities')).toMatchObject({ pullModeSupported: true });
    expect(await porter.ep.read(lease, 'mode')).toBe('pushOrGet');
    const httpHeaders = [{ key: 'X-Token', value: 'secret' }];
    const args = from(id, `${origin}/disk`, { httpHeaders, size: image.length });
    await porter.ep.run(lease, 'HttpNfcLeasePullFromUrls_Task', args);
    expect(asked[0]!.headers['x-token']).toBe('secret');
    expect(await porter.ep.read(lease, 'mode')).toBe('pull');
    expect(await porter.ep.read(lease, 'transferProgress')).toBe(100);
    const [entry] = await porter.ep.call(lease, 'HttpNfcLeaseGetManifest');
    expect(entry).toMatchObject({ size: image.length, sha1: createHash('sha1').update(image).digest('hex') });
    await porter.complete(lease);
    const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
    expect(raw.subarray(MIB, 2 * MIB).equals(dense(MIB))).toBe(true);
  });

  it('fetches one file out of an archive', async () => {
    await using porter = await Porter.open();
    files.set('/x.ova', archive('disk.vmdk', await streamOf(diskOf(4 * MIB, [0, dense(MIB)]))));
    const { lease, id } = await waiting(porter);
    const none = from(id, `${origin}/x.ova`, { memberName: 'other.vmdk' });
    expect(await porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', none)).toMatchObject({ file: 'other.vmdk' });
    const one = from(id, `${origin}/x.ova`, { memberName: 'disk.vmdk' });
    await porter.ep.run(lease, 'HttpNfcLeasePullFromUrls_Task', one);
    await porter.complete(lease);
    const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
    expect(raw.subarray(0, MIB).equals(dense(MIB))).toBe(true);
  });

  it.each(['SHA1', 'SHA256', 'SHA512'])('takes a file whose %s is that of the manifest', async (name) => {
    await using porter = await Porter.open();
    const image = await streamOf(diskOf(4 * MIB, [0, dense(MIB)]));
    const digest = createHash(name.toLowerCase()).update(image).digest('hex');
    files.set('/x.ova', archive('disk.vmdk', image, `${name}(x.ovf)= 00\n${name}(disk.vmdk)= ${digest}\n`));
    const { lease, id } = await waiting(porter);
    const args = from(id, `${origin}/x.ova`, { memberName: 'disk.vmdk' });
    await porter.ep.run(lease, 'HttpNfcLeasePullFromUrls_Task', args);
    await porter.complete(lease);
    const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
    expect(raw.subarray(0, MIB).equals(dense(MIB))).toBe(true);
  });

  it('ends with a file that is not what the manifest says, and takes the machine away', async () => {
    await using porter = await Porter.open();
    const free = await porter.free();
    const image = await streamOf(diskOf(4 * MIB, [0, dense(MIB)]));
    const digest = createHash('sha256').update('something else').digest('hex');
    files.set('/x.ova', archive('disk.vmdk', image, `SHA256(x.ovf)= 00\nSHA256(disk.vmdk)= ${digest}\n`));
    const { lease, id } = await waiting(porter);
    const args = from(id, `${origin}/x.ova`, { memberName: 'disk.vmdk' });
    const fault = await porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', args);
    expect(fault).toMatchObject({ _typeName: 'OvfInvalidPackage', lineNumber: 2 });
    expect((await porter.ep.read(lease, 'error')).fault._typeName).toBe('OvfInvalidPackage');
    expect([await porter.ep.read(lease, 'state'), await porter.ep.exists('DC0/vm/coming')]).toEqual(['error', false]);
    expect([await porter.free(), porter.kept]).toEqual([free, 0]);
  });

  it('unpacks a disk that gzip packed, fetched or sent, and refuses one that is damaged', async () => {
    await using porter = await Porter.open();
    const image = gzipSync(await streamOf(diskOf(4 * MIB, [0, dense(MIB)])));
    files.set('/disk.gz', image);
    const fetched = await waiting(porter);
    const args = from(fetched.id, `${origin}/disk.gz`, { size: image.length });
    await porter.ep.run(fetched.lease, 'HttpNfcLeasePullFromUrls_Task', args);
    const [entry] = await porter.ep.call(fetched.lease, 'HttpNfcLeaseGetManifest');
    expect(entry.sha1).toBe(createHash('sha1').update(image).digest('hex'));
    await porter.complete(fetched.lease);
    for (const sent of [false, true]) {
      if (sent) {
        const { lease } = await waiting(porter);
        const answer = await porter.put(lease, image);
        expect(answer.body.toString()).toBe('');
        await porter.complete(lease);
      }
      const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
      expect(raw.subarray(0, MIB).equals(dense(MIB))).toBe(true);
      await porter.ep.run(await porter.ep.at('DC0/vm/coming'), 'Destroy_Task');
    }
    for (const bad of [image.subarray(0, image.length - 20), Buffer.concat([image.subarray(0, 9_000), image])]) {
      const { lease } = await waiting(porter);
      expect((await porter.put(lease, bad)).status).toBe(400);
      expect((await porter.ep.read(lease, 'error')).fault._typeName).toBe('InvalidDiskFormat');
      expect([await porter.ep.exists('DC0/vm/coming'), porter.kept]).toEqual([false, 0]);
    }
  });

  it('is told why nothing came, keeps nothing of it, and can be filled all the same', async () => {
    await using porter = await Porter.open();
    const image = await streamOf(diskOf(4 * MIB, [0, dense(MIB)]));
    files.set('/disk', image);
    const { lease, id } = await waiting(porter);
    const free = await porter.free();
    const refused = (url: string, more = {}) =>
      porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', from(id, url, more));
    expect(await refused(`${origin}/none`)).toMatchObject({ _typeName: 'HttpFault', statusCode: 404 });
    expect(await refused(`${origin}/cut`)).toMatchObject({ _typeName: 'HttpFault' });
    expect(await refused(`${origin}/disk`, { size: 17 })).toMatchObject({ _typeName: 'HttpFault' });
    expect(await refused('http://127.0.0.1:9/none')).toMatchObject({ _typeName: 'HttpFault', statusCode: 0 });
    expect([await porter.free(), porter.kept]).toEqual([free, 0]);
    expect(await porter.ep.read(lease, 'state')).toBe('ready');
    expect((await porter.put(lease, image)).status).toBe(201);
  });

  it('ends when what it fetched is no disk, and takes the machine away', async () => {
    await using porter = await Porter.open();
    files.set('/disk', Buffer.from('this is no disk at all'.repeat(100)));
    const { lease, id } = await waiting(porter);
    const args = from(id, `${origin}/disk`);
    expect((await porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', args))._typeName).toBe('InvalidDiskFormat');
    expect(await porter.ep.read(lease, 'state')).toBe('error');
    expect([await porter.ep.exists('DC0/vm/coming'), porter.kept]).toEqual([false, 0]);
  });

  it('fetches over TLS only from whom it was told to trust', async () => {
    await using porter = await Porter.open();
    await using other = await startSimulator({ anyLogin: true });
    const { lease, id } = await waiting(porter);
    const url = `${other.url.replace(/\/sdk$/, '')}/sdk/vimServiceVersions.xml`;
    const refused = await porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', from(id, url));
    expect(refused).toMatchObject({ _typeName: 'SSLVerifyFault', selfSigned: false });
    const wrong = from(id, url, { sslThumbprint: '00:'.repeat(19).concat('00') });
    expect((await porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', wrong))._typeName).toBe('SSLVerifyFault');
    const right = from(id, url, { sslThumbprint: refused['thumbprint'] });
    expect((await porter.ep.fault(lease, 'HttpNfcLeasePullFromUrls_Task', right))._typeName).toBe('InvalidDiskFormat');
  });

  it('tells which servers answer', async () => {
    await using porter = await Porter.open();
    const { lease, id } = await waiting(porter);
    const two = [...from(id, `${origin}/any`).files, ...from(id, 'http://127.0.0.1:9/').files];
    expect(await porter.ep.call(lease, 'HttpNfcLeaseProbeUrls', { files: two, timeout: 5 })).toMatchObject([
      { serverAccessible: true },
      { serverAccessible: false },
    ]);
  });

  it('fetches nothing for a device it has not, from nowhere, nor for one that gives', async () => {
    await using porter = await Porter.open();
    const { lease, id } = await waiting(porter);
    const refused = async (of: Ref, args: object) =>
      (await porter.ep.fault(of, 'HttpNfcLeasePullFromUrls_Task', args)) as Answer;
    expect((await refused(lease, from('none', `${origin}/disk`))).invalidProperty).toBe('files[0].targetDeviceId');
    for (const url of ['file:///etc/passwd', 'ftp://127.0.0.1/x', 'nothing'])
      expect((await refused(lease, from(id, url))).invalidProperty).toBe('files[0].url');
    const vm = await porter.ep.at('DC0/vm/DC0_H0_VM0');
    await porter.ep.run(vm, 'PowerOffVM_Task');
    const out = await porter.ep.call(vm, 'ExportVm');
    expect((await refused(out, from(id, `${origin}/disk`)))._typeName).toBe('InvalidState');
    await porter.ep.call(lease, 'HttpNfcLeaseAbort');
    expect((await refused(lease, from(id, `${origin}/disk`)))._typeName).toBe('InvalidState');
  });
});
