/** Packages in and out by the client: whole, or nothing of them. */
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asRef,
  type Client,
  type ConnectOptions,
  connect,
  type OvfProgress,
  type Ref,
} from '../../src/client/index.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { dense, diskOf, MIB, rawOf, streamOf } from '../objects/nfc/package.ts';
import { packageOf } from './package.ts';

let sim: Simulator;
let client: Client;
let pool: Ref<'ResourcePool'>;
let datastore: Ref<'Datastore'>;
let folder: Ref<'Folder'>;
let network: Ref;

beforeAll(async () => {
  sim = await startSimulator({ port: 0 });
  client = await connect(login());
  pool = asRef('ResourcePool', await client.findByInventoryPath('DC0/host/DC0_C0/Resources'))!;
  datastore = asRef('Datastore', await client.findByInventoryPath('DC0/datastore/LocalDS_0'))!;
  folder = asRef('Folder', await client.findByInventoryPath('DC0/vm'))!;
  network = (await client.findByInventoryPath('DC0/network/VM Network'))!;
});

afterAll(async () => {
  await client.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

function login(): ConnectOptions {
  const { user, password } = sim.credentials;
  return { url: sim.url, ca: sim.ca, username: user, password };
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A machine with a disk of its own, switched off, and the bytes on that disk. */
async function machine(name: string): Promise<{ readonly vm: Ref<'VirtualMachine'>; readonly raw: Buffer }> {
  const bytes = dense(MIB, 5);
  const made = await imported(name, await streamOf(diskOf(4 * MIB, [MIB, bytes])));
  const raw = Buffer.alloc(4 * MIB);
  bytes.copy(raw, MIB);
  return { vm: asRef('VirtualMachine', made)!, raw };
}

const imported = (name: string, image: Buffer, more: Partial<Parameters<Client['importOvf']>[0]> = {}) =>
  client.importOvf({
    descriptor: packageOf(image.length),
    name,
    pool,
    folder,
    datastore,
    networks: { lan: network },
    open: () => image,
    ...more,
  });

const names = async () => {
  const found: (string | undefined)[] = [];
  for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'] }))
    found.push(properties.name);
  return found;
};

/** Of the datastore, once the server has heard from every client that it gave up. */
async function free(): Promise<number> {
  while (sim.journal.visits.size > 0) await new Promise((resolve) => setImmediate(resolve));
  return (await client.get(datastore, 'summary')).freeSpace;
}

describe('a package', () => {
  it('goes out as it came in, byte by byte, and tells how far it is', async () => {
    const { vm, raw } = await machine('journey');
    const saved = new Map<string, Buffer>();
    const told: OvfProgress[] = [];
    const { descriptor, files, manifest } = await client.exportOvf(vm, {
      save: async (path, body) => void saved.set(path, await bytesOf(body)),
      onProgress: (progress) => told.push(progress),
    });
    expect(files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['journey-disk-0.vmdk', saved.get('journey-disk-0.vmdk')!.length],
    ]);
    expect((await rawOf(saved.get('journey-disk-0.vmdk')!)).equals(raw)).toBe(true);
    expect(descriptor).toContain('journey-disk-0.vmdk');
    expect(manifest).toBe(`SHA256(journey-disk-0.vmdk)= ${files[0]!.sha256}\n`);
    expect(told.at(-1)).toMatchObject({ path: 'journey-disk-0.vmdk', bytes: files[0]!.bytes });

    const percents: number[] = [];
    const again = await client.importOvf({
      descriptor,
      name: 'again',
      pool,
      folder,
      datastore,
      networks: { 'VM Network': network },
      open: (path) => saved.get(path)!,
      onProgress: ({ percent }) => percents.push(percent),
    });
    expect(percents.at(-1)).toBe(99);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    const out: Buffer[] = [];
    await client.exportOvf(again, { save: async (_, body) => void out.push(await bytesOf(body)) });
    expect((await rawOf(out[0]!)).equals(raw)).toBe(true);
    await client.run(asRef('VirtualMachine', again)!, 'Destroy_Task');
    await client.run(vm, 'Destroy_Task');
  });

  it('whose source breaks leaves no machine and takes no room', async () => {
    const before = await free();
    const image = await streamOf(diskOf(4 * MIB, [MIB, dense(MIB)]));
    const broken = async function* () {
      yield image.subarray(0, 100_000);
      throw new RangeError('the tape broke');
    };
    await expect(imported('half', image, { open: broken })).rejects.toThrow(RangeError);
    expect(await names()).not.toContain('half');
    expect(await free()).toBe(before);
  });

  it('that is given up half way leaves nothing', async () => {
    const stop = new AbortController();
    const image = await streamOf(diskOf(4 * MIB, [MIB, dense(MIB)]));
    const left = imported('left', image, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(left).rejects.toThrow('enough');
    expect(await names()).not.toContain('left');
  });

  it('with damage in it fails as the server says', async () => {
    await expect(imported('damaged', Buffer.alloc(100_000, 7))).rejects.toMatchObject({
      name: 'VsphereError',
      faultType: 'InvalidDiskFormat',
    });
    expect(await names()).not.toContain('damaged');
  });

  it('whose descriptor is none is refused with its fault', async () => {
    const image = Buffer.alloc(10);
    await expect(imported('none', image, { descriptor: '<html/>' })).rejects.toMatchObject({
      name: 'VsphereError',
      method: 'CreateImportSpec',
    });
  });

  it('that nobody reads to its end is not taken for whole, and the machine is free again', async () => {
    const { vm } = await machine('unread');
    await expect(client.exportOvf(vm, { save: async () => {} })).rejects.toThrow('not read to its end');
    await client.run(vm, 'Destroy_Task');
  });
});

describe('a lease', () => {
  it('that is left by the scope it was opened in gives the machine back', async () => {
    const { vm } = await machine('scope');
    {
      await using lease = await client.lease(await client.call(vm, 'ExportVm'));
      expect(lease.entity).toEqual({ type: 'VirtualMachine', value: vm.value });
      await expect(client.run(vm, 'PowerOnVM_Task')).rejects.toMatchObject({ faultType: 'TaskInProgress' });
    }
    await client.run(vm, 'Destroy_Task');
  });

  it('is kept alive for as long as it is open, and told how far it is', async () => {
    const { vm } = await machine('slow');
    const clock = new Clock({ kind: 'manual' });
    const other = await connect({ ...login(), clock, keepAlive: false });
    const ref = await other.call(vm, 'ExportVm');
    const lease = await other.lease(ref, { interval: 1_000 });
    lease.percent = 42.7;
    const heard = () => sim.journal.calls({ method: 'HttpNfcLeaseProgress', target: ref }).length;
    const before = heard();
    // A call in between leaves time for the answer to the sign before, which sets off the next wait.
    while (heard() < before + 3) {
      await clock.advance(1_000);
      await other.get(ref, 'transferProgress');
    }
    expect(await other.get(ref, 'transferProgress')).toBe(42);
    await lease.complete();
    expect(await client.get(ref, 'state')).toBe('done');
    const told = heard();
    await clock.advance(60_000);
    expect(heard()).toBe(told);
    await other.close();
    await client.run(vm, 'Destroy_Task');
  });

  it('that fails tells why', async () => {
    const { vm } = await machine('gone');
    const lease = await client.call(vm, 'ExportVm');
    await client.call(lease, 'HttpNfcLeaseAbort');
    await expect(client.lease(lease)).rejects.toMatchObject({ name: 'VsphereError', faultType: 'RequestCanceled' });
    await client.run(vm, 'Destroy_Task');
  });
});
