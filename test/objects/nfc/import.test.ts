import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { dense, diskOf, MIB, Porter, send, streamOf } from './package.ts';

describe('ImportVApp', () => {
  it('makes a machine that waits for its files under a lease', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    expect(lease.value).toMatch(/^session\[[\w-]+\][\w-]+$/);
    expect(await ep.read(lease, 'state')).toBe('ready');
    expect(await ep.read(lease, 'initializeProgress')).toBe(100);
    expect(await ep.read(lease, 'mode')).toBe('pushOrGet');
    expect(await ep.read(lease, 'capabilities')).toMatchObject({ pullModeSupported: true });
    const vm = await ep.at('DC0/vm/coming');
    const info = await ep.read(lease, 'info');
    expect(info).toMatchObject({ lease, entity: vm, leaseTimeout: 300, totalDiskCapacityInKB: 1024 });
    expect(
      info.deviceUrl.map(({ key, importKey, disk, targetId }: Answer) => [key, importKey, disk, targetId]),
    ).toEqual([
      [`/${vm.value}/VirtualIDEController0:0`, '/coming/VirtualIDEController0:0', false, undefined],
      [`/${vm.value}/VirtualLsiLogicController0:0`, '/coming/VirtualLsiLogicController0:0', true, 'disk-1.vmdk'],
      [`/${vm.value}/nvram`, '/coming/nvram', false, 'disk-2.nvram'],
    ]);
    const { origin } = new URL(ep.sim.url);
    for (const { url, datastoreKey } of info.deviceUrl) {
      expect(url).toMatch(new RegExp(`^${origin}/nfc/[0-9a-f-]{36}/disk-\\d\\.(vmdk|iso|nvram)$`));
      expect(info.hostMap).toEqual([expect.objectContaining({ datastoreKey })]);
    }
  });

  it('gives the disk what was sent, as large as its image says it is', async () => {
    await using porter = await Porter.open();
    const bytes = dense(3 * MIB);
    const image = await streamOf(diskOf(64 * MIB, [MIB, bytes]));
    const lease = await porter.import(porter.machineSpec('coming', [{ capacityInKB: 1, thin: true }]));
    const before = await porter.free();
    expect((await porter.put(lease, image)).status).toBe(201);
    expect(before - (await porter.free())).toBe(3 * MIB);
    await porter.complete(lease);
    expect(await porter.ep.read(lease, 'state')).toBe('done');
    expect(await porter.ep.read(lease, 'info')).toBeUndefined();
    const vm = await porter.ep.at('DC0/vm/coming');
    const devices: Answer[] = (await porter.ep.read(vm, 'config')).hardware.device;
    expect(devices.find((d) => d._typeName === 'VirtualDisk').capacityInKB).toBe(64 * 1024);
    const raw = await porter.exported(vm);
    expect(raw.length).toBe(64 * MIB);
    expect(raw.subarray(MIB, 4 * MIB).equals(bytes)).toBe(true);
    expect(raw.subarray(4 * MIB).equals(Buffer.alloc(60 * MIB))).toBe(true);
  });

  it('takes the last of what is sent twice, and lets go of the first', async () => {
    await using porter = await Porter.open();
    const lease = await porter.import(porter.machineSpec('coming'));
    const first = await streamOf(diskOf(8 * MIB, [0, dense(2 * MIB, 1)]));
    const second = await streamOf(diskOf(8 * MIB, [0, dense(MIB, 2)]));
    const before = await porter.free();
    expect((await porter.put(lease, first)).status).toBe(201);
    expect((await porter.put(lease, second)).status).toBe(200);
    expect(before - (await porter.free())).toBe(MIB);
    expect(porter.kept).toBe(1);
    await porter.complete(lease);
    const raw = await porter.exported(await porter.ep.at('DC0/vm/coming'));
    expect(raw.subarray(0, MIB).equals(dense(MIB, 2))).toBe(true);
    expect(raw.subarray(MIB).equals(Buffer.alloc(7 * MIB))).toBe(true);
  });

  it('says what came in, for the client to compare', async () => {
    await using porter = await Porter.open();
    const lease = await porter.import(porter.machineSpec('coming'));
    const image = await streamOf(diskOf(8 * MIB, [0, dense(MIB)]));
    await porter.put(lease, image);
    const vm = await porter.ep.at('DC0/vm/coming');
    expect(await porter.ep.call(lease, 'HttpNfcLeaseGetManifest')).toEqual([
      expect.objectContaining({
        key: `/${vm.value}/VirtualLsiLogicController0:0`,
        sha1: createHash('sha1').update(image).digest('hex'),
        checksum: createHash('sha256').update(image).digest('hex'),
        checksumType: 'sha256',
        size: image.length,
        disk: true,
        capacity: 8 * MIB,
        populatedSize: MIB,
      }),
    ]);
  });

  it('fills each of several disks by its own URL', async () => {
    await using porter = await Porter.open();
    const disks = [{ capacityInKB: 4096, thin: true }, { capacityInKB: 4096 }];
    const lease = await porter.import(porter.machineSpec('coming', disks));
    await porter.put(lease, await streamOf(diskOf(4 * MIB, [0, dense(MIB, 7)])), 'LsiLogicController0:0');
    await porter.put(lease, await streamOf(diskOf(4 * MIB, [MIB, dense(MIB, 8)])), 'LsiLogicController0:1');
    await porter.complete(lease);
    const vm = await porter.ep.at('DC0/vm/coming');
    expect((await porter.exported(vm, 'LsiLogicController0:0')).subarray(0, MIB).equals(dense(MIB, 7))).toBe(true);
    expect((await porter.exported(vm, 'LsiLogicController0:1')).subarray(MIB, 2 * MIB).equals(dense(MIB, 8))).toBe(
      true,
    );
  });

  it('puts an image that is sent beside the machine, and into the drive it came for', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    const iso = dense(100_000);
    const url = await porter.url(lease, 'IDEController0:0');
    expect((await send(url, { method: 'PUT', body: iso, headers: { Overwrite: 't' } })).status).toBe(201);
    await porter.complete(lease);
    const vm = await ep.at('DC0/vm/coming');
    const drive = (await ep.read(vm, 'config')).hardware.device.find((d: Answer) => d._typeName === 'VirtualCdrom');
    expect(drive.backing).toMatchObject({
      _typeName: 'VirtualCdromIsoBackingInfo',
      fileName: '[LocalDS_0] coming/_deviceImage-0.iso',
    });
    const out = await ep.call(vm, 'ExportVm');
    const device = (await ep.read(out, 'info')).deviceUrl.find((u: Answer) => u.url.endsWith('.iso'));
    expect(device).toMatchObject({ disk: false, fileSize: 100_000 });
    expect(device.targetId).toBeUndefined();
    expect((await send(device.url)).body.equals(iso)).toBe(true);
  });

  it('keeps other work off the machine until the lease is over', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    const vm = await ep.at('DC0/vm/coming');
    const [task] = await ep.read(porter.pool, 'recentTask');
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'TaskInProgress', task });
    expect(await ep.fault(vm, 'UnregisterVM')).toMatchObject({ _typeName: 'TaskInProgress' });
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'running',
      descriptionId: 'ResourcePool.ImportVAppLRO',
      entity: porter.pool,
    });
    await porter.complete(lease);
    expect(await ep.read(task, 'info')).toMatchObject({ state: 'success', result: vm });
    await ep.run(vm, 'PowerOnVM_Task');
    expect((await ep.read(vm, 'runtime')).powerState).toBe('poweredOn');
  });

  it('makes a vApp with its machines, and says of them what the package says', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const allocation = {
      reservation: 0,
      expandableReservation: true,
      limit: -1,
      shares: { shares: 0, level: 'normal' },
    };
    const spec = {
      _typeName: 'VirtualAppImportSpec',
      name: 'suite',
      vAppConfigSpec: { annotation: 'two of them' },
      resourcePoolSpec: { cpuAllocation: allocation, memoryAllocation: allocation },
      child: ['one', 'two'].map((name, i) => ({
        ...porter.machineSpec(name),
        entityConfig: { tag: name, startOrder: 2 - i, startAction: 'powerOn', stopAction: 'powerOff' },
      })),
    };
    const lease = await porter.import(spec);
    const vApp = await ep.at('DC0/vm/suite');
    expect(await ep.read(lease, 'info')).toMatchObject({ entity: vApp });
    expect(await ep.fault(vApp, 'PowerOnVApp_Task')).toMatchObject({ _typeName: 'TaskInProgress' });
    await porter.put(lease, await streamOf(diskOf(MIB, [0, dense(4096, 3)])), '/two/VirtualLsiLogicController0:0');
    await porter.complete(lease);
    const config = await ep.read(vApp, 'vAppConfig');
    expect(config.annotation).toBe('two of them');
    expect(config.entityConfig.map((e: Answer) => [e.tag, e.startOrder])).toEqual([
      ['one', 2],
      ['two', 1],
    ]);
    const out = await ep.call(vApp, 'ExportVApp');
    const urls: Answer[] = (await ep.read(out, 'info')).deviceUrl.filter((u: Answer) => u.disk);
    expect(urls.map((u) => u.importKey)).toEqual([
      '/one/VirtualLsiLogicController0:0',
      '/two/VirtualLsiLogicController0:0',
    ]);
    expect(await ep.fault(vApp, 'PowerOnVApp_Task')).toMatchObject({ _typeName: 'TaskInProgress' });
    const [machine] = await ep.read(vApp, 'vm');
    expect(await ep.fault(machine, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'TaskInProgress' });
    await ep.call(out, 'HttpNfcLeaseAbort');
    expect(await ep.names(await ep.read(vApp, 'vm'))).toEqual(['one', 'two']);
  });

  it('goes into a vApp without a folder, and nowhere with both', async () => {
    await using porter = await Porter.open({ inventory: { app: 1 } });
    const { ep } = porter;
    const vApp = (await ep.read(porter.pool, 'resourcePool')).find((r: Answer) => r.type === 'VirtualApp');
    const spec = porter.machineSpec('inside');
    expect(await ep.fault(vApp, 'ImportVApp', { spec, folder: porter.folder })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'pool',
    });
    const lease = await ep.call(vApp, 'ImportVApp', { spec });
    const { entity } = await ep.read(lease, 'info');
    expect(await ep.read(entity, 'parentVApp')).toEqual(vApp);
  });

  it('goes into a host by itself too', async () => {
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, start: 0, esx: true });
    const pool = await ep.at('ha-datacenter/host/localhost.localdomain/Resources');
    const porter = new Porter(ep, pool, await ep.at('ha-datacenter/vm'));
    const spec = porter.machineSpec('coming');
    for (const { device } of spec.configSpec.deviceChange) {
      if (device.backing?.fileName) device.backing.fileName = `[${await datastoreOf(ep)}]`;
    }
    spec.configSpec.files.vmPathName = `[${await datastoreOf(ep)}]`;
    const lease = await porter.import(spec, {});
    await porter.put(lease, await streamOf(diskOf(4 * MIB, [MIB, dense(MIB)])));
    await porter.complete(lease);
    const raw = await porter.exported(await ep.at('ha-datacenter/vm/coming'));
    expect(raw.subarray(MIB, 2 * MIB).equals(dense(MIB))).toBe(true);
  });

  it('refuses at once what cannot be made', async () => {
    await using porter = await Porter.open();
    const { ep, folder } = porter;
    const refused = (spec: Answer, more: object = { folder }) => ep.fault(porter.pool, 'ImportVApp', { spec, ...more });
    expect(await refused(porter.machineSpec('DC0_H0_VM0'))).toMatchObject({ _typeName: 'DuplicateName' });
    expect(await refused(porter.machineSpec(''))).toMatchObject({ _typeName: 'InvalidName' });
    const elsewhere = porter.machineSpec('x');
    elsewhere.configSpec.files.vmPathName = '[nowhere]';
    expect((await refused(elsewhere))._typeName).toMatch(/InvalidDatastore/);
    const huge = porter.machineSpec('x', [{ capacityInKB: 50 * 2 ** 30 }]);
    expect(await refused(huge)).toMatchObject({ _typeName: 'NoDiskSpace' });
    expect(await ep.exists('DC0/vm/x')).toBe(false);
  });
});

async function datastoreOf(ep: Endpoint): Promise<string> {
  const [datastore] = await ep.read(await ep.at('ha-datacenter'), 'datastore');
  return ep.read(datastore, 'name');
}
