import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import { dense, diskOf, MIB, Porter, rawOf, send, streamOf } from './package.ts';

const CONTENT = dense(3 * MIB, 5);

/** A machine that came in with that content. */
async function filled(porter: Porter, name = 'there'): Promise<Ref> {
  const lease = await porter.import(porter.machineSpec(name, [{ capacityInKB: 16 * 1024, thin: true }]));
  await porter.put(lease, await streamOf(diskOf(16 * MIB, [2 * MIB, CONTENT])));
  await porter.complete(lease);
  return porter.ep.at(`DC0/vm/${name}`);
}

const sum = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex');

describe('ExportVm', () => {
  it('gives the disks as they travel, and says of each what it was', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const vm = await filled(porter);
    const lease = await ep.call(vm, 'ExportVm');
    const info = await ep.read(lease, 'info');
    expect(info).toMatchObject({ entity: vm, totalDiskCapacityInKB: 16 * 1024 });
    const [disk] = info.deviceUrl;
    expect(disk).toMatchObject({
      key: `/${vm.value}/VirtualLsiLogicController0:0`,
      targetId: 'disk-0.vmdk',
      disk: true,
    });
    expect((await ep.call(lease, 'HttpNfcLeaseGetManifest')) ?? []).toEqual([]);
    const image = await send(disk.url);
    expect(image.headers['content-type']).toBe('application/x-vnd.vmware-streamVmdk');
    const raw = await rawOf(image.body);
    expect(raw.subarray(2 * MIB, 5 * MIB).equals(CONTENT)).toBe(true);
    expect(await ep.call(lease, 'HttpNfcLeaseGetManifest')).toMatchObject([
      {
        key: disk.key,
        sha1: sum('sha1', image.body),
        checksum: sum('sha256', image.body),
        checksumType: 'sha256',
        size: image.body.length,
        disk: true,
        capacity: 16 * MIB,
        populatedSize: 3 * MIB,
      },
    ]);
    await porter.complete(lease);
    expect((await send(disk.url)).status).toBe(404);
    expect((await ep.fault(lease, 'HttpNfcLeaseGetManifest'))._typeName).toBe('InvalidState');
  });

  it('counts with the checksum asked for, and with none that there is not', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const vm = await filled(porter);
    const lease = await ep.call(vm, 'ExportVm');
    const urls: Answer[] = (await ep.read(lease, 'info')).deviceUrl;
    const nvram = urls.find(({ key }) => key.endsWith('/nvram'));
    const choose = (key: string, value: string) => ({ deviceUrlsToChecksumTypes: [{ key, value }] });
    const method = 'HttpNfcLeaseSetManifestChecksumType';
    for (const [key, type] of [
      [nvram.key, 'md5'],
      ['/vm-0/nvram', 'sha256'],
    ]) {
      const refused = await ep.fault(lease, method, choose(key, type!));
      expect(refused).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'deviceUrlsToChecksumTypes' });
    }
    await ep.call(lease, method, choose(nvram.key, 'sha1'));
    const { body } = await send(nvram.url);
    expect(body.length).toBe(nvram.fileSize);
    const [entry] = await ep.call(lease, 'HttpNfcLeaseGetManifest');
    expect(entry).toMatchObject({
      checksumType: 'sha1',
      checksum: sum('sha1', body),
      sha1: sum('sha1', body),
      disk: false,
    });
  });

  it('is refused while the machine runs, and holds a machine that does not', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const running = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    expect(await ep.fault(running, 'ExportVm')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
    });
    const vm = await filled(porter);
    const lease = await ep.call(vm, 'ExportVm');
    expect((await ep.fault(vm, 'PowerOnVM_Task'))._typeName).toBe('TaskInProgress');
    expect((await ep.fault(vm, 'ExportVm'))._typeName).toBe('TaskInProgress');
    await ep.sim.clock.advance(300_000);
    expect((await ep.read(lease, 'error')).fault._typeName).toBe('Timedout');
    await ep.run(vm, 'PowerOnVM_Task');
  });

  it('leaves the machine as it is when it is called off', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const vm = await filled(porter);
    const lease = await ep.call(vm, 'ExportVm');
    await send(await porter.url(lease, 'LogicController0:0'));
    await ep.call(lease, 'HttpNfcLeaseAbort');
    expect((await porter.exported(vm)).subarray(2 * MIB, 5 * MIB).equals(CONTENT)).toBe(true);
  });

  it('gives what a clone and a machine with snapshots read as, not only what they wrote', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const vm = await filled(porter);
    await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    const { currentSnapshot } = await ep.read(vm, 'snapshot');
    const spec = {
      location: { diskMoveType: 'createNewChildDiskBacking' },
      powerOn: false,
      template: false,
      snapshot: currentSnapshot,
    };
    const linked = await ep.run(vm, 'CloneVM_Task', { folder: porter.folder, name: 'linked', spec });
    for (const one of [vm, linked]) {
      expect((await porter.exported(one)).subarray(2 * MIB, 5 * MIB).equals(CONTENT)).toBe(true);
    }
  });
});

describe('ExportSnapshot', () => {
  it('gives the disks as they were, of a machine that runs too, and of one it holds', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const vm = await filled(porter);
    await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    const { currentSnapshot } = await ep.read(vm, 'snapshot');
    await ep.run(vm, 'PowerOnVM_Task');
    const lease = await ep.call(currentSnapshot, 'ExportSnapshot');
    const info = await ep.read(lease, 'info');
    expect(info.entity).toEqual(vm);
    expect(info.deviceUrl).toHaveLength(1);
    expect((await ep.fault(currentSnapshot, 'RemoveSnapshot_Task', { removeChildren: false }))._typeName).toBe(
      'TaskInProgress',
    );
    const raw = await rawOf((await send(info.deviceUrl[0].url)).body);
    expect(raw.subarray(2 * MIB, 5 * MIB).equals(CONTENT)).toBe(true);
    await porter.complete(lease);
    await ep.run(currentSnapshot, 'RemoveSnapshot_Task', { removeChildren: false });
  });
});

describe('ExportVApp', () => {
  it('is refused for a vApp without machines, and for one of which a machine runs', async () => {
    await using porter = await Porter.open({ inventory: { app: 1 } });
    const { ep } = porter;
    const vApp = (await ep.read(porter.pool, 'resourcePool')).find((r: Answer) => r.type === 'VirtualApp');
    expect((await ep.fault(vApp, 'ExportVApp'))._typeName).toBe('InvalidPowerState');
    const allocation = {
      reservation: 0,
      expandableReservation: true,
      limit: -1,
      shares: { shares: 0, level: 'normal' },
    };
    const resSpec = { cpuAllocation: allocation, memoryAllocation: allocation };
    const empty = await ep.call(porter.pool, 'CreateVApp', {
      name: 'e',
      resSpec,
      configSpec: {},
      vmFolder: porter.folder,
    });
    expect((await ep.fault(empty, 'ExportVApp'))._typeName).toBe('InvalidState');
  });
});
