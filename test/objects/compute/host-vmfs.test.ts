import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const GIB = 2 ** 30;

/** A host of the cluster, and a disk that all its hosts reach. */
async function scene() {
  const ep = await Endpoint.open();
  const host = await ep.at('/DC0/host/DC0_C0/DC0_C0_H0');
  const { datastoreSystem: system, storageSystem: storage } = await ep.read(host, 'configManager');
  const free: Answer[] = await ep.call(system, 'QueryAvailableDisksForVmfs');
  const [disk, other] = free.filter((d) => !d.localDisk);
  const extent = { diskName: disk.canonicalName, partition: 1 };
  /** Writes one partition of so many bytes onto the disk. */
  const partition = async (bytes: number, number = 1): Promise<void> => {
    const [info] = await ep.call(storage, 'RetrieveDiskPartitionInfo', { devicePath: [disk.devicePath] });
    const endSector = 2048 + bytes / 512 - 1;
    const attributes = { partition: number, startSector: 2048, endSector, type: 'vmfs', logical: false, attributes: 0 };
    const spec = { ...info.spec, partition: [attributes] };
    await ep.call(storage, 'UpdateDiskPartitions', { devicePath: disk.devicePath, spec });
  };
  const format = (more: object = {}): Promise<Answer> =>
    ep.call(storage, 'FormatVmfs', { createSpec: { extent, majorVersion: 6, volumeName: 'made', ...more } });
  return { ep, host, system, storage, disk, other, extent, partition, format };
}

const REFUSED = { _typeName: 'PlatformConfigFault' };

describe('a host formats VMFS', () => {
  it('on a partition that was written, of its size, for all who see the disk', async () => {
    const { ep, partition, format, extent } = await scene();
    await using _ = ep;
    await partition(16 * GIB);
    const volume = await format();
    expect(volume).toMatchObject({ name: 'made', capacity: 16 * GIB, majorVersion: 6, extent: [extent] });
    const made = await ep.at('/DC0/datastore/made');
    expect(await ep.read(made, 'summary')).toMatchObject({ capacity: 16 * GIB, multipleHostAccess: true });
    expect((await ep.read(made, 'info')).vmfs.uuid).toBe(volume.uuid);
  });

  it('on the whole disk when nothing was written, and not where something stands', async () => {
    const { ep, storage, disk, extent, format } = await scene();
    await using _ = ep;
    const volume = await format();
    expect(volume.capacity).toBeGreaterThan(0.99 * disk.capacity.block * 512);
    const again = (createSpec: object) => ep.fault(storage, 'FormatVmfs', { createSpec });
    const spec = { extent, majorVersion: 6, volumeName: 'more' };
    expect(await again(spec)).toMatchObject(REFUSED);
    expect(await again({ ...spec, extent: { diskName: 'none', partition: 1 } })).toMatchObject({
      _typeName: 'NotFound',
    });
    expect(await again({ ...spec, majorVersion: 3 })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'createSpec.majorVersion',
    });
  });

  it('and lets a volume grow behind itself and onto another disk, but never to another version', async () => {
    const { ep, storage, other, extent, partition, format } = await scene();
    await using _ = ep;
    await partition(16 * GIB);
    const { uuid } = await format();
    const made = await ep.at('/DC0/datastore/made');
    const capacity = (): Promise<number> => ep.read(made, 'summary.capacity');
    const vmfsPath = `/vmfs/volumes/${uuid}`;
    await ep.call(storage, 'ExpandVmfsExtent', { vmfsPath, extent });
    const whole = await capacity();
    expect(whole).toBeGreaterThan(1_000 * GIB);
    expect(await ep.fault(storage, 'ExpandVmfsExtent', { vmfsPath, extent })).toMatchObject(REFUSED);
    const more = { diskName: other.canonicalName, partition: 1 };
    await ep.call(storage, 'AttachVmfsExtent', { vmfsPath: '/vmfs/volumes/made', extent: more });
    expect(await capacity()).toBeGreaterThan(1.9 * whole);
    expect((await ep.read(made, 'info')).vmfs.extent).toMatchObject([extent, more]);
    expect(await ep.fault(storage, 'AttachVmfsExtent', { vmfsPath, extent: more })).toMatchObject(REFUSED);
    expect(await ep.fault(storage, 'UpgradeVmfs', { vmfsPath })).toMatchObject(REFUSED);
    for (const method of ['UpgradeVmfs', 'ExpandVmfsExtent', 'AttachVmfsExtent'])
      expect(await ep.fault(storage, method, { vmfsPath: '/vmfs/volumes/none', extent })).toMatchObject({
        _typeName: 'NotFound',
      });
  });

  it('as it says it can, and gives space back where the volume is mounted', async () => {
    const { ep, storage, format } = await scene();
    await using _ = ep;
    const { uuid, blockSize } = await format();
    const [option] = await ep.call(storage, 'QueryVmfsConfigOption');
    expect(option).toMatchObject({ blockSizeOption: blockSize, unmapGranularityOption: [1024] });
    const made = await ep.at('/DC0/datastore/made');
    const unmap = (): Promise<Answer[]> => ep.run(storage, 'UnmapVmfsVolumeEx_Task', { vmfsUuid: [uuid, 'none'] });
    const faults = async () => (await unmap()).map(({ fault }) => fault?.fault._typeName);
    expect(await faults()).toEqual([undefined, 'NotFound']);
    await ep.call(storage, 'UnmountVmfsVolume', { vmfsUuid: uuid });
    expect(await faults()).toEqual(['InvalidState', 'NotFound']);
    expect(await ep.read(made, 'summary.accessible')).toBe(true);
  });
});

describe('a partition table', () => {
  it('is worked out for a partition of another size, and left as it is', async () => {
    const { ep, storage, disk, extent, partition } = await scene();
    await using _ = ep;
    await partition(16 * GIB);
    const lba = (block: number) => ({ block, blockSize: 512 });
    const resized = (from: number, to: number) => ({
      partition: extent,
      blockRange: { type: 'vmfs', start: lba(from), end: lba(to) },
    });
    const info = await ep.call(storage, 'ComputeDiskPartitionInfoForResize', resized(2048, 204_799));
    expect(info.spec.partition).toMatchObject([{ partition: 1, startSector: 2048, endSector: 204_799 }]);
    const [now] = await ep.call(storage, 'RetrieveDiskPartitionInfo', { devicePath: [disk.devicePath] });
    expect(now.spec.partition[0].endSector).toBe(2048 + (16 * GIB) / 512 - 1);
    const refused = (args: object) => ep.fault(storage, 'ComputeDiskPartitionInfoForResize', args);
    expect(await refused(resized(2048, disk.capacity.block))).toMatchObject(REFUSED);
    expect(await refused({ ...resized(2048, 4096), partition: { ...extent, partition: 7 } })).toMatchObject({
      _typeName: 'NotFound',
    });
  });
});

describe('a disk', () => {
  it('is forgotten once it is detached', async () => {
    const { ep, storage, disk } = await scene();
    await using _ = ep;
    const lunCanonicalName = disk.canonicalName;
    expect(await ep.fault(storage, 'DeleteScsiLunState', { lunCanonicalName })).toMatchObject(REFUSED);
    expect(await ep.fault(storage, 'DeleteScsiLunState', { lunCanonicalName: 'none' })).toMatchObject(REFUSED);
    await ep.call(storage, 'DetachScsiLun', { lunUuid: disk.uuid });
    await ep.call(storage, 'DeleteScsiLunState', { lunCanonicalName });
    const luns: Answer[] = (await ep.read(storage, 'storageDeviceInfo')).scsiLun;
    expect(luns.find((lun) => lun.uuid === disk.uuid).operationalState).toEqual(['ok']);
  });

  it('has a lamp, and who asks for one that is not there is told', async () => {
    const { ep, storage, disk } = await scene();
    await using _ = ep;
    for (const method of ['TurnDiskLocatorLedOn_Task', 'TurnDiskLocatorLedOff_Task']) {
      const failed: Answer[] = (await ep.run(storage, method, { scsiDiskUuids: [disk.uuid, 'none'] })) ?? [];
      expect(failed.map(({ key, fault }) => [key, fault.fault._typeName])).toEqual([['none', 'NotFound']]);
    }
  });

  it('is attached to the hosts that reach it and have not detached it', async () => {
    const { ep, storage, disk } = await scene();
    await using _ = ep;
    const manager: Ref = ep.manager('storageQueryManager');
    const attached = async () =>
      (await ep.names((await ep.call(manager, 'QueryHostsWithAttachedLun', { lunUuid: disk.uuid })) ?? [])).sort();
    expect(await attached()).toEqual(['DC0_C0_H0', 'DC0_C0_H1', 'DC0_C0_H2']);
    await ep.call(storage, 'DetachScsiLun', { lunUuid: disk.uuid });
    expect(await attached()).toEqual(['DC0_C0_H1', 'DC0_C0_H2']);
    expect(await ep.call(manager, 'QueryHostsWithAttachedLun', { lunUuid: 'none' })).toEqual([]);
  });
});
