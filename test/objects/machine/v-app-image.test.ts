import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { isoImage } from '../../../src/formats/iso9660.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { folderOf } from './folder.ts';

const IMAGE = 'DC0_H0_VM0/_ovfenv-DC0_H0_VM0.iso';

/** A machine that is off, with a drive and properties that it takes from a CD. */
async function machine() {
  const ep = await Endpoint.open({ inventory: { autostart: false } });
  const vm: Ref = await ep.at('DC0/vm/DC0_H0_VM0');
  const backing = { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false };
  const device = { _typeName: 'VirtualCdrom', key: -1, controllerKey: 200, unitNumber: 0, backing };
  const info = { key: 1, id: 'port', type: 'string', value: '80', userConfigurable: true };
  await ep.run(vm, 'ReconfigVM_Task', {
    spec: {
      deviceChange: [{ operation: 'add', device }],
      vAppConfig: { ovfEnvironmentTransport: ['iso'], property: [{ operation: 'add', info }] },
    },
  });
  return { ep, vm, drive: () => ep.read(vm, 'config.hardware.device[3000]'), folder: folderOf(ep) };
}

describe('an OVF environment that a guest takes from a CD', () => {
  it('is in the first drive as long as the machine runs', async () => {
    const { ep, vm, drive } = await machine();
    await using _ = ep;
    const before = await drive();
    const seen = await Updates.of(ep, vm, 'config.hardware.device', 'config.extraConfig');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await seen.next()).toEqual(['config.hardware.device']);
    expect(await drive()).toMatchObject({
      deviceInfo: { label: 'CD/DVD drive 1', summary: `ISO [LocalDS_0] ${IMAGE}` },
      backing: { _typeName: 'VirtualCdromIsoBackingInfo', fileName: `[LocalDS_0] ${IMAGE}` },
      connectable: { connected: true, status: 'ok' },
    });
    expect(await ep.read(vm, 'config.extraConfig["guestinfo.ovfEnv"]')).toBeUndefined();
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await seen.next()).toEqual(['config.hardware.device']);
    expect(await drive()).toEqual(before);
  });

  it('is the document, in an image on the datastore', async () => {
    const { ep, vm, folder } = await machine();
    await using _ = ep;
    expect(await folder.status('GET', IMAGE)).toBe(404);
    await ep.run(vm, 'PowerOnVM_Task');
    const image = await folder.get(IMAGE);
    expect(image.subarray(16 * 2048 + 1, 16 * 2048 + 6).toString()).toBe('CD001');
    expect(image.toString('latin1')).toContain('<Property oe:key="port" oe:value="80"/>');
    const browser = await ep.read(await ep.at('DC0/datastore/LocalDS_0'), 'browser');
    const found = await ep.run(browser, 'SearchDatastore_Task', {
      datastorePath: '[LocalDS_0] DC0_H0_VM0',
      searchSpec: { matchPattern: ['*.iso'], details: { fileType: true, fileSize: true, modification: true } },
    });
    expect(found.file).toMatchObject([{ path: '_ovfenv-DC0_H0_VM0.iso', fileSize: image.length }]);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await folder.status('GET', IMAGE)).toBe(404);
  });
});

describe('a CD image', () => {
  it('has its one file where its directory says, padded to whole sectors', () => {
    const content = new TextEncoder().encode('all there is');
    const image = isoImage('DISC', 'ONE.XML', content);
    const view = new DataView(image.buffer);
    const descriptor = 16 * 2048;
    expect(image.length).toBe(22 * 2048);
    expect([view.getUint32(descriptor + 80, true), view.getUint32(descriptor + 84)]).toEqual([22, 22]);
    const root = view.getUint32(descriptor + 156 + 2, true) * 2048;
    const entry = root + image[root]! + image[root + image[root]!]!;
    const [at, size] = [view.getUint32(entry + 2, true) * 2048, view.getUint32(entry + 10, true)];
    const name = image.subarray(entry + 33, entry + 33 + image[entry + 32]!);
    expect(new TextDecoder().decode(name)).toBe('ONE.XML;1');
    expect(image.subarray(at, at + size)).toEqual(content);
  });
});
