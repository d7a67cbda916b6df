import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

/** A host of the cluster, with its parts. */
async function scene() {
  const ep = await Endpoint.open();
  const host = await ep.at('/DC0/host/DC0_C0/DC0_C0_H0');
  const { datastoreSystem: system, storageSystem: storage } = await ep.read(host, 'configManager');
  const free = (): Promise<Answer[]> => ep.call(system, 'QueryAvailableDisksForVmfs');
  const shared = async () => (await free()).filter((disk) => !disk.localDisk);
  const options = (devicePath: string): Promise<Answer[]> =>
    ep.call(system, 'QueryVmfsDatastoreCreateOptions', { devicePath });
  const create = async (name: string, disk: Answer): Promise<Ref> => {
    const [{ spec }] = await options(disk.devicePath);
    return ep.call(system, 'CreateVmfsDatastore', { spec: { ...spec, vmfs: { ...spec.vmfs, volumeName: name } } });
  };
  return { ep, host, system, storage, free, shared, options, create };
}

describe('a VMFS datastore', () => {
  it('is made on a disk that is free, for all hosts that reach the disk, and gives it back', async () => {
    const { ep, system, shared, create } = await scene();
    await using _ = ep;
    const [disk] = await shared();
    await ep.events();
    const made = await create('fresh', disk);
    expect(await ep.events()).toEqual([
      'VMFSDatastoreCreatedEvent',
      'DatastoreDiscoveredEvent',
      'DatastoreDiscoveredEvent',
    ]);
    const summary = await ep.read(made, 'summary');
    expect(summary).toMatchObject({ type: 'VMFS', accessible: true, multipleHostAccess: true });
    expect(summary.freeSpace).toBe(summary.capacity);
    expect((await ep.read(made, 'info')).vmfs.extent).toEqual([
      expect.objectContaining({ diskName: disk.canonicalName, partition: 1 }),
    ]);
    expect(await ep.exists('/DC0/datastore/fresh')).toBe(true);
    expect((await shared()).map((d) => d.uuid)).not.toContain(disk.uuid);
    await ep.call(system, 'RemoveDatastore', { datastore: made });
    expect(await ep.exists('/DC0/datastore/fresh')).toBe(false);
    expect((await shared()).map((d) => d.uuid)).toContain(disk.uuid);
  });

  it('is refused a name that is taken, a disk that is not free and one that is not there', async () => {
    const { ep, system, shared, options, create } = await scene();
    await using _ = ep;
    const [disk, other] = await shared();
    const [{ spec }] = await options(disk.devicePath);
    await create('fresh', disk);
    const again = { ...spec, vmfs: { ...spec.vmfs, volumeName: 'another' } };
    const refused = (given: object) => ep.fault(system, 'CreateVmfsDatastore', { spec: given });
    expect(await refused(again)).toMatchObject({ _typeName: 'PlatformConfigFault' });
    expect(await refused({ ...again, diskUuid: 'none' })).toMatchObject({ _typeName: 'PlatformConfigFault' });
    const [{ spec: free }] = await options(other.devicePath);
    expect(await refused({ ...free, vmfs: { ...free.vmfs, volumeName: 'fresh' } })).toMatchObject({
      _typeName: 'DuplicateName',
      name: 'fresh',
    });
    expect(await refused({ ...free, vmfs: { ...free.vmfs, majorVersion: 3 } })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
    expect(await ep.fault(system, 'QueryVmfsDatastoreCreateOptions', { devicePath: 'none' })).toMatchObject({
      _typeName: 'NotFound',
    });
  });

  it('takes another disk to itself, and grows where its partition left room', async () => {
    const { ep, system, shared, options } = await scene();
    await using _ = ep;
    const [disk, more] = await shared();
    const [{ spec }] = await options(disk.devicePath);
    const [part] = spec.partition.partition;
    const half = { ...part, endSector: Math.floor(part.endSector / 4096) * 2048 - 1 };
    const small: Ref = await ep.call(system, 'CreateVmfsDatastore', {
      spec: {
        ...spec,
        vmfs: { ...spec.vmfs, volumeName: 'small' },
        partition: { ...spec.partition, partition: [half] },
      },
    });
    const capacity = async () => (await ep.read(small, 'summary')).capacity;
    const first = await capacity();
    const [expand] = await ep.call(system, 'QueryVmfsDatastoreExpandOptions', { datastore: small });
    await ep.events();
    await ep.call(system, 'ExpandVmfsDatastore', { datastore: small, spec: expand.spec });
    const second = await capacity();
    expect(second).toBeGreaterThan(first * 1.9);
    expect(await ep.fault(system, 'ExpandVmfsDatastore', { datastore: small, spec: expand.spec })).toMatchObject({
      _typeName: 'PlatformConfigFault',
    });
    const args = { datastore: small, devicePath: more.devicePath };
    const [extend] = await ep.call(system, 'QueryVmfsDatastoreExtendOptions', args);
    await ep.call(system, 'ExtendVmfsDatastore', { datastore: small, spec: extend.spec });
    expect(await capacity()).toBe(second * 2);
    expect((await ep.read(small, 'info')).vmfs.extent).toHaveLength(2);
    expect(await ep.events()).toEqual([
      'VMFSDatastoreExpandedEvent',
      'DatastoreCapacityIncreasedEvent',
      'VMFSDatastoreExtendedEvent',
      'DatastoreCapacityIncreasedEvent',
    ]);
    expect(await ep.call(system, 'QueryVmfsDatastoreExpandOptions', { datastore: small })).toEqual([]);
  });

  it('may hold disks that clusters share, on request', async () => {
    const { ep, system, shared, free, create } = await scene();
    await using _ = ep;
    const datastore = await create('fresh', (await shared())[0]);
    await ep.call(system, 'EnableClusteredVmdkSupport', { datastore });
    expect(await ep.call(datastore, 'IsClusteredVmdkEnabled')).toBe(true);
    await ep.call(system, 'DisableClusteredVmdkSupport', { datastore });
    expect(await ep.call(datastore, 'IsClusteredVmdkEnabled')).toBe(false);
    const own = await create(
      'own',
      (await free()).find((d) => d.localDisk),
    );
    expect((await ep.read(own, 'summary')).multipleHostAccess).toBe(false);
    expect(await ep.fault(system, 'EnableClusteredVmdkSupport', { datastore: own })).toMatchObject({
      _typeName: 'PlatformConfigFault',
    });
  });

  it('is unmounted from a host, mounted again, and forgotten', async () => {
    const { ep, host, storage, shared, create } = await scene();
    await using _ = ep;
    const made = await create('fresh', (await shared())[0]);
    const { uuid: vmfsUuid } = (await ep.read(made, 'info')).vmfs;
    const mountOf = async () =>
      (await ep.read(made, 'host')).find((m: Answer) => m.key.value === host.value)?.mountInfo;
    expect(await ep.fault(storage, 'MountVmfsVolume', { vmfsUuid })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(storage, 'UnmountVmfsVolume', { vmfsUuid });
    expect(await mountOf()).toMatchObject({ mounted: false, accessible: false });
    expect((await ep.read(made, 'summary')).accessible).toBe(true);
    await ep.call(storage, 'MountVmfsVolume', { vmfsUuid });
    expect(await mountOf()).toMatchObject({ mounted: true, accessible: true });
    expect(await ep.fault(storage, 'DeleteVmfsVolumeState', { vmfsUuid })).toMatchObject({
      _typeName: 'HostConfigFault',
    });
    const results: Answer[] = await ep.run(storage, 'UnmountVmfsVolumeEx_Task', { vmfsUuid: [vmfsUuid, 'none'] });
    expect(results.map((r) => r.fault?.fault._typeName)).toEqual([undefined, 'NotFound']);
    await ep.call(storage, 'DeleteVmfsVolumeState', { vmfsUuid });
    expect(await mountOf()).toBeUndefined();
    await ep.events();
    await ep.call(storage, 'RescanVmfs');
    expect(await ep.events()).toEqual(['DatastoreDiscoveredEvent']);
    expect(await mountOf()).toMatchObject({ mounted: true });
    const used = (await ep.read(await ep.at('/DC0/datastore/LocalDS_0'), 'info')).vmfs.uuid;
    expect(await ep.fault(storage, 'UnmountVmfsVolume', { vmfsUuid: used })).toMatchObject({
      _typeName: 'ResourceInUse',
    });
    const again: Answer[] = await ep.run(storage, 'MountVmfsVolumeEx_Task', { vmfsUuid: [vmfsUuid] });
    expect(again[0].fault.fault._typeName).toBe('InvalidState');
  });

  it('tells its disk of space given up as it is told to', async () => {
    const { ep, storage } = await scene();
    await using _ = ep;
    const store = await ep.at('/DC0/datastore/LocalDS_0');
    const vmfs = async () => (await ep.read(store, 'info')).vmfs;
    const { uuid: vmfsUuid } = await vmfs();
    await ep.call(storage, 'UpdateVmfsUnmapPriority', { vmfsUuid, unmapPriority: 'none' });
    const unmapBandwidthSpec = { policy: 'fixed', fixedValue: 50, dynamicMin: 0, dynamicMax: 0 };
    await ep.call(storage, 'UpdateVmfsUnmapBandwidth', { vmfsUuid, unmapBandwidthSpec });
    expect(await vmfs()).toMatchObject({ unmapPriority: 'none', unmapBandwidthSpec: { fixedValue: 50 } });
    expect(await ep.fault(storage, 'UpdateVmfsUnmapPriority', { vmfsUuid, unmapPriority: 'much' })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });
});

describe('a host', () => {
  it('mounts NFS exports of both versions and virtual volumes, and refuses what is no export', async () => {
    const { ep, system } = await scene();
    await using _ = ep;
    const spec = { remoteHost: 'nas', remotePath: '/a', localPath: 'four', accessMode: 'readOnly', type: 'NFS41' };
    const four: Ref = await ep.call(system, 'CreateNasDatastore', {
      spec: { ...spec, remoteHostNames: ['nas', 'nas2'], securityType: 'SEC_KRB5' },
    });
    expect((await ep.read(four, 'info')).nas).toMatchObject({
      type: 'NFS41',
      remoteHostNames: ['nas', 'nas2'],
      securityType: 'SEC_KRB5',
    });
    expect(await ep.fault(system, 'CreateNasDatastore', { spec: { ...spec, type: 'CIFS' } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.type',
    });
    const scId = 'vvol:0123456789abcdef-0123456789abcdef';
    const vvol: Ref = await ep.call(system, 'CreateVvolDatastore', { spec: { name: 'vv', scId } });
    expect((await ep.read(vvol, 'summary')).type).toBe('VVOL');
    expect((await ep.read(vvol, 'info')).vvolDS).toMatchObject({ _typeName: 'HostVvolVolume', scId });
    expect(await ep.fault(system, 'CreateVvolDatastore', { spec: { name: 'w', scId: 'none' } })).toMatchObject({
      _typeName: 'NotFound',
    });
  });

  it('looks up the name of a server again whose exports it mounts', async () => {
    await using ep = await Endpoint.open({ apiVersion: '9.1.0', clock: { kind: 'manual' } });
    const host = await ep.at('/DC0/host/DC0_C0/DC0_C0_H0');
    const { datastoreSystem: system } = await ep.read(host, 'configManager');
    const spec = { remoteHost: 'nas', remotePath: '/a', localPath: 'shelf', accessMode: 'readWrite' };
    const shelf: Ref = await ep.call(system, 'CreateNasDatastore', { spec });
    const before = (await ep.read(shelf, 'info')).timestamp;
    await ep.sim.simulation.site.clock.advance(60_000);
    await ep.call(system, 'ResolveNfsServerHostName', { hostName: 'nas', volumeName: 'shelf' });
    expect((await ep.read(shelf, 'info')).timestamp).not.toBe(before);
    for (const none of [
      { hostName: 'other' },
      { hostName: 'nas', volumeName: 'x' },
      { hostName: 'nas', isNFS41: true },
    ])
      expect(await ep.fault(system, 'ResolveNfsServerHostName', none)).toMatchObject({
        _typeName: 'PlatformConfigFault',
      });
  });

  it('lets several datastores go at once, and tells of each how that went', async () => {
    const { ep, host, system } = await scene();
    await using _ = ep;
    const nas: Ref = await ep.call(system, 'CreateNasDatastore', {
      spec: { remoteHost: 'nas', remotePath: '/a', localPath: 'nas', accessMode: 'readWrite' },
    });
    const used = await ep.at('/DC0/datastore/LocalDS_0');
    await ep.events();
    const results: Answer[] = await ep.run(system, 'RemoveDatastoreEx_Task', { datastore: [nas, used] });
    expect(results.map(({ key, fault }) => [key.value, fault?.fault._typeName])).toEqual([
      [nas.value, undefined],
      [used.value, 'ResourceInUse'],
    ]);
    expect(await ep.events()).toContain('DatastoreRemovedOnHostEvent');
    expect((await ep.read(host, 'datastore')).map((d: Ref) => d.value)).toEqual([used.value]);
  });

  it('is told where swap files go, whom it reads disks as, and how deep a queue may be', async () => {
    const { ep, host, system } = await scene();
    await using _ = ep;
    const readOnly: Ref = await ep.call(system, 'CreateNasDatastore', {
      spec: { remoteHost: 'nas', remotePath: '/a', localPath: 'nas', accessMode: 'readOnly' },
    });
    const datastore = await ep.at('/DC0/datastore/LocalDS_0');
    await ep.call(system, 'UpdateLocalSwapDatastore', { datastore });
    await ep.call(system, 'ConfigureDatastorePrincipal', { userName: 'reader' });
    expect(await ep.read(host, 'config')).toMatchObject({
      localSwapDatastore: datastore,
      datastorePrincipal: 'reader',
    });
    expect(await ep.fault(system, 'UpdateLocalSwapDatastore', { datastore: readOnly })).toMatchObject({
      _typeName: 'DatastoreNotWritableOnHost',
    });
    await ep.call(system, 'UpdateLocalSwapDatastore');
    expect((await ep.read(host, 'config')).localSwapDatastore).toBeUndefined();
    expect(await ep.fault(system, 'ConfigureDatastorePrincipal', { userName: '' })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
    expect(await ep.call(system, 'QueryMaxQueueDepth', { datastore })).toBe(64);
    await ep.call(system, 'SetMaxQueueDepth', { datastore, maxQdepth: 32 });
    expect(await ep.call(system, 'QueryMaxQueueDepth', { datastore })).toBe(32);
    expect(await ep.fault(system, 'SetMaxQueueDepth', { datastore, maxQdepth: 0 })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });
});
