import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../../../src/index.ts';
import { Endpoint } from '../endpoint.ts';
import { withTools } from '../guest.ts';
import { Updates } from './updates.ts';

async function running(options: StartOptions = {}) {
  const ep = await Endpoint.open({ furnish: withTools, ...options });
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  const { origin } = new URL(ep.sim.url);
  const { user, password } = ep.sim.credentials;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const get = (path: string) => fetch(`${origin}${path}`, { headers: { authorization } });
  return { ep, vm, origin, get };
}

/** Size of a PNG, and how many of its dots are not black; fails on what is no PNG. */
function picture(bytes: Buffer) {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    chunks[bytes.toString('latin1', at + 4, at + 8)] = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
  }
  const [width, height] = [chunks.IHDR!.readUInt32BE(0), chunks.IHDR!.readUInt32BE(4)];
  const rows = inflateSync(chunks.IDAT!);
  expect(rows).toHaveLength((width + 1) * height);
  return { width, height, lit: rows.filter((dot) => dot !== 0).length };
}

describe('a screenshot', () => {
  it('is a PNG of the console beside the machine’s files, there to be fetched', async () => {
    const { ep, vm, get } = await running();
    await using _ = ep;
    const store = await ep.at('DC0/datastore/LocalDS_0');
    const before = await ep.read(store, 'summary.freeSpace');
    const path = await ep.run(vm, 'CreateScreenshot_Task');
    expect(path).toBe('[LocalDS_0] DC0_H0_VM0/DC0_H0_VM0-1.png');
    const answer = await get('/folder/DC0_H0_VM0/DC0_H0_VM0-1.png?dcPath=DC0&dsName=LocalDS_0');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(picture(bytes)).toMatchObject({ width: 720, height: 400 });
    expect(picture(bytes).lit).toBeGreaterThan(500);
    expect(await ep.read(store, 'summary.freeSpace')).toBe(before - bytes.length);
    expect(await ep.run(vm, 'CreateScreenshot_Task')).toContain('DC0_H0_VM0-2.png');
  });

  it('is the same at the door for screens', async () => {
    const { ep, vm, get, origin } = await running();
    await using _ = ep;
    const answer = await get(`/screen?id=${vm.value}`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(picture(Buffer.from(await answer.arrayBuffer()))).toMatchObject({ width: 720, height: 400 });
    expect((await get('/screen?id=vm-0')).status).toBe(404);
    expect((await fetch(`${origin}/screen?id=${vm.value}`)).status).toBe(401);
    await ep.run(vm, 'PowerOffVM_Task');
    expect((await get(`/screen?id=${vm.value}`)).status).toBe(503);
  });

  it('has the size that the guest’s desktop was given', async () => {
    const { ep, vm, get } = await running();
    await using _ = ep;
    const size = async () => picture(Buffer.from(await (await get(`/screen?id=${vm.value}`)).arrayBuffer()));
    await using updates = await Updates.of(ep, vm, ['guest.screen', 'capability.settingScreenResolutionSupported']);
    await ep.call(vm, 'SetScreenResolution', { width: 1024, height: 768 });
    expect(await updates.next()).toMatchObject({ 'guest.screen': { width: 1024, height: 768 } });
    expect(await size()).toMatchObject({ width: 1024, height: 768 });
    const displays = [0, 800].map((x) => ({ x, y: 0, width: 800, height: 600 }));
    await ep.call(vm, 'SetDisplayTopology', { displays });
    expect(await size()).toMatchObject({ width: 1600, height: 600 });
    expect(await ep.fault(vm, 'SetScreenResolution', { width: 0, height: 1 })).toMatchObject({
      invalidProperty: 'width',
    });
    const flat = { displays: [{ x: 0, y: 0, width: 1, height: 0 }] };
    expect(await ep.fault(vm, 'SetDisplayTopology', flat)).toMatchObject({ invalidProperty: 'displays[0].height' });
    expect(await ep.fault(vm, 'SetDisplayTopology', { displays: [] })).toMatchObject({ invalidProperty: 'displays' });
    expect(await updates.next()).toEqual({ 'guest.screen': expect.objectContaining({ width: 1600, height: 600 }) });
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await updates.next()).toMatchObject({ 'capability.settingScreenResolutionSupported': false });
  });

  it('is not written where there is no room', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    const { world } = ep.sim.simulation.site;
    const store = world.find((await ep.at('DC0/datastore/LocalDS_0')).value)! as never as { state: { volume: object } };
    world.turn(() => world.update(store as never, { volume: { ...store.state.volume, capacity: 1 } } as never));
    expect(await ep.fault(vm, 'CreateScreenshot_Task')).toMatchObject({
      _typeName: 'NoDiskSpace',
      datastore: 'LocalDS_0',
    });
  });
});

describe('keys', () => {
  const key = (usage: number, page = 7) => ({ usbHidCode: (usage << 16) | page });

  it('are counted as they are pressed', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    const keyEvents = [key(0x04), { ...key(0x2a), modifiers: { leftControl: true } }];
    expect(await ep.call(vm, 'PutUsbScanCodes', { spec: { keyEvents } })).toBe(2);
  });

  it('that no keyboard has are refused by their place', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    for (const wrong of [key(0x04, 8), key(0x01), key(0xf0)]) {
      const spec = { keyEvents: [key(0x04), wrong] };
      expect(await ep.fault(vm, 'PutUsbScanCodes', { spec })).toMatchObject({
        invalidProperty: 'spec.keyEvents[1].usbHidCode',
      });
    }
  });
});

describe('upkeep', () => {
  it('measures the files when it is asked to', async () => {
    const { ep, vm } = await running({ clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) });
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['storage.timestamp', 'layoutEx.timestamp']);
    await ep.sim.clock.advance(5_000);
    await ep.call(vm, 'RefreshStorageInfo');
    const now = '2026-01-01T00:00:05Z';
    expect(await updates.next()).toEqual({ 'storage.timestamp': now, 'layoutEx.timestamp': now });
  });

  it('forgets what the guest said, once the machine is off', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    expect(await ep.fault(vm, 'ResetGuestInformation')).toMatchObject({ _typeName: 'InvalidState' });
    const search = () => ep.call(ep.manager('searchIndex'), 'FindAllByDnsName', { dnsName: 'guest1', vmSearch: true });
    const named = await search();
    expect(named).toHaveLength(1);
    await ep.run(named[0], 'PowerOffVM_Task');
    await ep.call(named[0], 'ResetGuestInformation');
    expect(await search()).toEqual([]);
  });

  it('puts disks in order only while the machine is off', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    expect(await ep.fault(vm, 'DefragmentAllDisks')).toMatchObject({ existingState: 'poweredOn' });
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.call(vm, 'DefragmentAllDisks');
  });
});
