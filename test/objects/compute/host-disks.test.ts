import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

async function scene() {
  const ep = await Endpoint.open();
  const parts = async (name: string) => {
    const host = await ep.at(`/DC0/host/DC0_C0/${name}`);
    const { datastoreSystem, storageSystem } = await ep.read(host, 'configManager');
    return { host, system: datastoreSystem as Ref, storage: storageSystem as Ref };
  };
  const { host, system, storage } = await parts('DC0_C0_H0');
  const devices = (of: Ref = storage): Promise<Answer> => ep.read(of, 'storageDeviceInfo');
  const [spare]: Answer[] = await ep.call(system, 'QueryAvailableDisksForVmfs');
  const disk = async (uuid: string = spare.uuid) => (await devices()).scsiLun.find((l: Answer) => l.uuid === uuid);
  return { ep, host, system, storage, parts, devices, spare, disk };
}

describe('a disk of a host', () => {
  it('is renamed, under a name no other has', async () => {
    const { ep, storage, spare, disk, devices } = await scene();
    await using _ = ep;
    const args = { lunUuid: spare.uuid, displayName: 'mine' };
    await ep.call(storage, 'UpdateScsiLunDisplayName', args);
    expect((await disk()).displayName).toBe('mine');
    const [boot] = (await devices()).scsiLun;
    for (const [given, fault] of [
      [{ ...args, lunUuid: boot.uuid }, 'DuplicateName'],
      [{ ...args, lunUuid: 'none' }, 'NotFound'],
      [{ ...args, displayName: ' ' }, 'InvalidName'],
    ] as const) {
      expect(await ep.fault(storage, 'UpdateScsiLunDisplayName', given)).toMatchObject({ _typeName: fault });
    }
  });

  it('is detached when nothing stands on it, and can then hold no volume until it is attached again', async () => {
    const { ep, system, storage, spare, disk, devices } = await scene();
    await using _ = ep;
    const lunUuid = spare.uuid;
    const free = async () => (await ep.call(system, 'QueryAvailableDisksForVmfs')).map((d: Answer) => d.uuid);
    expect(await ep.fault(storage, 'AttachScsiLun', { lunUuid })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(storage, 'DetachScsiLun', { lunUuid });
    expect((await disk()).operationalState).toEqual(['off']);
    expect(await free()).not.toContain(lunUuid);
    expect(await ep.fault(storage, 'DetachScsiLun', { lunUuid })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(storage, 'AttachScsiLun', { lunUuid });
    expect(await free()).toContain(lunUuid);
    const used = (await devices()).scsiLun[1].uuid;
    expect(await ep.fault(storage, 'DetachScsiLun', { lunUuid: used })).toMatchObject({
      _typeName: 'ResourceInUse',
      name: 'LocalDS_0',
    });
    const gone: Answer[] = await ep.run(storage, 'DetachScsiLunEx_Task', { lunUuid: [lunUuid, used, 'none'] });
    expect(gone.map((r) => r.fault?.fault._typeName)).toEqual([undefined, 'ResourceInUse', 'NotFound']);
    const back: Answer[] = await ep.run(storage, 'AttachScsiLunEx_Task', { lunUuid: [lunUuid, used] });
    expect(back.map((r) => r.fault?.fault._typeName)).toEqual([undefined, 'InvalidState']);
  });

  it('is marked as flash or not, local or shared, reserved or not, and its lamp is lit', async () => {
    const { ep, storage, spare, disk, devices } = await scene();
    await using _ = ep;
    const scsiDiskUuid = spare.uuid;
    await ep.run(storage, 'MarkAsNonSsd_Task', { scsiDiskUuid });
    await ep.run(storage, 'MarkAsNonLocal_Task', { scsiDiskUuid });
    expect(await disk()).toMatchObject({ ssd: false, localDisk: false });
    await ep.run(storage, 'MarkAsSsd_Task', { scsiDiskUuid });
    await ep.run(storage, 'MarkAsLocal_Task', { scsiDiskUuid });
    expect(await disk()).toMatchObject({ ssd: true, localDisk: true });
    const [boot] = (await devices()).scsiLun;
    for (const method of ['MarkAsSsd_Task', 'MarkAsNonSsd_Task', 'MarkAsLocal_Task', 'MarkAsNonLocal_Task']) {
      expect(await ep.fault(storage, method, { scsiDiskUuid: boot.uuid })).toMatchObject({
        _typeName: 'PlatformConfigFault',
      });
      expect(await ep.fault(storage, method, { scsiDiskUuid: 'none' })).toMatchObject({ _typeName: 'NotFound' });
    }
    await ep.call(storage, 'MarkPerenniallyReserved', { lunUuid: scsiDiskUuid, state: true });
    expect((await disk()).perenniallyReserved).toBe(true);
    await ep.run(storage, 'MarkPerenniallyReservedEx_Task', { lunUuid: [scsiDiskUuid], state: false });
    expect((await disk()).perenniallyReserved).toBe(false);
  });

  it('has a path, which is switched off and on and chosen by a policy', async () => {
    const { ep, storage, spare, devices } = await scene();
    await using _ = ep;
    const unit = async (uuid: string = spare.uuid) =>
      (await devices()).multipathInfo.lun.find((l: Answer) => l.id === uuid);
    const [{ name: pathName }] = (await unit()).path;
    await ep.call(storage, 'DisableMultipathPath', { pathName });
    expect((await unit()).path[0]).toMatchObject({ pathState: 'disabled', isWorkingPath: false });
    await ep.call(storage, 'EnableMultipathPath', { pathName });
    expect((await unit()).path[0]).toMatchObject({ pathState: 'active', isWorkingPath: true });
    const used = (await unit((await devices()).scsiLun[1].uuid)).path[0].name;
    expect(await ep.fault(storage, 'DisableMultipathPath', { pathName: used })).toMatchObject({
      _typeName: 'ResourceInUse',
    });
    expect(await ep.fault(storage, 'EnableMultipathPath', { pathName: 'none' })).toMatchObject({
      _typeName: 'NotFound',
    });
    const options: Answer[] = await ep.call(storage, 'QueryPathSelectionPolicyOptions');
    const policy = options[2].policy.key;
    await ep.call(storage, 'SetMultipathLunPolicy', { lunId: spare.uuid, policy: { policy } });
    expect((await unit()).policy.policy).toBe(policy);
    expect(
      await ep.fault(storage, 'SetMultipathLunPolicy', { lunId: spare.uuid, policy: { policy: 'dice' } }),
    ).toMatchObject({ _typeName: 'InvalidArgument' });
    expect(await ep.call(storage, 'QueryStorageArrayTypePolicyOptions')).not.toEqual([]);
  });

  it('is partitioned, unless a volume stands on it', async () => {
    const { ep, storage, spare, devices } = await scene();
    await using _ = ep;
    const { devicePath } = spare;
    const used = (await devices()).scsiLun[1].devicePath;
    const partitions = async (path: string) =>
      (await ep.call(storage, 'RetrieveDiskPartitionInfo', { devicePath: [path] }))[0];
    expect((await partitions(used)).spec.partition).toMatchObject([{ partition: 1, type: 'vmfs', startSector: 2048 }]);
    const block = (n: number) => ({ blockSize: 512, block: n });
    const layout = { partition: [{ type: 'linuxNative', start: block(2048), end: block(409_599) }] };
    const { spec } = await ep.call(storage, 'ComputeDiskPartitionInfo', { devicePath, layout });
    await ep.call(storage, 'UpdateDiskPartitions', { devicePath, spec });
    expect((await partitions(devicePath)).layout.partition).toMatchObject([{ type: 'linuxNative', partition: 1 }]);
    expect(await ep.fault(storage, 'UpdateDiskPartitions', { devicePath: used, spec })).toMatchObject({
      _typeName: 'ResourceInUse',
    });
    const beyond = { partition: [{ type: 'linuxNative', start: block(2048), end: block(2 ** 40) }] };
    expect(await ep.fault(storage, 'ComputeDiskPartitionInfo', { devicePath, layout: beyond })).toMatchObject({
      _typeName: 'PlatformConfigFault',
    });
    expect(await ep.fault(storage, 'RetrieveDiskPartitionInfo', { devicePath: ['none'] })).toMatchObject({
      _typeName: 'NotFound',
    });
  });
});

describe('iSCSI', () => {
  const iScsiHbaDevice = 'vmhba64';
  const targets = [{ address: '10.0.0.9', iScsiName: 'iqn.2010-10.org.openstack:volume-1' }];

  it('shows the disk of a target once the adapter is scanned, as nova looks for it', async () => {
    const { ep, storage, devices, parts } = await scene();
    await using _ = ep;
    const target = async (of: Ref = storage) =>
      (await devices(of)).scsiTopology.adapter
        .flatMap((a: Answer) => a.target ?? [])
        .find((t: Answer) => t.transport.iScsiName === targets[0]!.iScsiName);
    await ep.call(storage, 'UpdateSoftwareInternetScsiEnabled', { enabled: true });
    await ep.call(storage, 'AddInternetScsiStaticTargets', { iScsiHbaDevice, targets });
    expect(await target()).toBeUndefined();
    await ep.call(storage, 'RescanHba', { hbaDevice: iScsiHbaDevice });
    const found = await target();
    expect(found.transport).toMatchObject({
      _typeName: 'HostInternetScsiTargetTransport',
      address: ['10.0.0.9:3260'],
    });
    const lun = (await devices()).scsiLun.find((l: Answer) => l.key === found.lun[0].scsiLun);
    expect(lun.deviceName).toBe(`/vmfs/devices/disks/${lun.canonicalName}`);

    const { storage: second } = await parts('DC0_C0_H1');
    await ep.call(second, 'UpdateSoftwareInternetScsiEnabled', { enabled: true });
    await ep.call(second, 'AddInternetScsiSendTargets', { iScsiHbaDevice, targets: [{ address: '10.0.0.9' }] });
    await ep.call(second, 'RescanAllHba');
    expect((await target(second)).lun[0].scsiLun).toBe(found.lun[0].scsiLun);

    await ep.call(storage, 'RemoveInternetScsiStaticTargets', { iScsiHbaDevice, targets });
    await ep.call(storage, 'RescanAllHba');
    expect(await target()).toBeUndefined();
    expect(await ep.fault(storage, 'RemoveInternetScsiStaticTargets', { iScsiHbaDevice, targets })).toMatchObject({
      _typeName: 'NotFound',
    });
  });

  it('is told how to discover, whom to trust and how, for the adapter or for single targets', async () => {
    const { ep, storage, devices } = await scene();
    await using _ = ep;
    await ep.call(storage, 'UpdateSoftwareInternetScsiEnabled', { enabled: true });
    await ep.call(storage, 'AddInternetScsiStaticTargets', { iScsiHbaDevice, targets });
    const adapter = async () => (await devices()).hostBusAdapter.find((a: Answer) => a.device === iScsiHbaDevice);
    const chap = { chapAuthEnabled: true, chapName: 'me', chapSecret: 'psst' };
    const digestProperties = { headerDigestType: 'digestRequired' };
    const optionsOf = (n: number) => [{ _typeName: 'HostInternetScsiHbaParamValue', key: 'MaxCommands', value: n }];
    const both: readonly [string, object][] = [
      ['UpdateInternetScsiAuthenticationProperties', { authenticationProperties: chap }],
      ['UpdateInternetScsiDigestProperties', { digestProperties }],
      ['UpdateInternetScsiAdvancedOptions', { options: optionsOf(64) }],
    ];
    for (const [method, args] of both) {
      await ep.call(storage, method, { iScsiHbaDevice, ...args });
      await ep.call(storage, method, { iScsiHbaDevice, ...args, targetSet: { staticTargets: targets } });
      const other = { staticTargets: [{ ...targets[0], iScsiName: 'iqn.2010-10.org:no' }] };
      expect(await ep.fault(storage, method, { iScsiHbaDevice, ...args, targetSet: other })).toMatchObject({
        _typeName: 'NotFound',
      });
    }
    const { authenticationProperties, ...rest } = await adapter();
    expect(authenticationProperties).toMatchObject({ chapAuthEnabled: true, chapName: 'me' });
    expect(authenticationProperties.chapSecret).toBeUndefined();
    expect(rest).toMatchObject({ digestProperties, configuredStaticTarget: [{ digestProperties }] });
    expect(rest.advancedOptions[0]).toMatchObject({ key: 'MaxCommands', value: 64 });
    const off = {
      iSnsDiscoveryEnabled: false,
      slpDiscoveryEnabled: false,
      staticTargetDiscoveryEnabled: true,
      sendTargetsDiscoveryEnabled: false,
    };
    const discover = (discoveryProperties: object) => ({ iScsiHbaDevice, discoveryProperties });
    await ep.call(storage, 'UpdateInternetScsiDiscoveryProperties', discover(off));
    expect((await adapter()).discoveryProperties).toMatchObject(off);
    for (const [method, args] of [
      ['UpdateInternetScsiDiscoveryProperties', discover({ ...off, slpDiscoveryEnabled: true })],
      ['UpdateInternetScsiName', { iScsiHbaDevice, iScsiName: 'mine' }],
      [
        'UpdateInternetScsiAuthenticationProperties',
        { iScsiHbaDevice, authenticationProperties: { chapAuthEnabled: true } },
      ],
      ['UpdateInternetScsiIPProperties', { iScsiHbaDevice, ipProperties: { dhcpConfigurationEnabled: true } }],
    ] as const) {
      expect(await ep.fault(storage, method, args)).toMatchObject({ _typeName: 'PlatformConfigFault' });
    }
  });
});

it('a host keeps whom it mounts NFS as', async () => {
  const { ep, storage } = await scene();
  await using _ = ep;
  expect(await ep.fault(storage, 'ChangeNFSUserPassword', { password: 'x' })).toMatchObject({ _typeName: 'NotFound' });
  await ep.call(storage, 'SetNFSUser', { user: 'nfs', password: 'x' });
  await ep.call(storage, 'ChangeNFSUserPassword', { password: 'y' });
  expect(await ep.call(storage, 'QueryNFSUser')).toMatchObject({ user: 'nfs' });
  expect(await ep.fault(storage, 'SetNFSUser', { user: '', password: 'x' })).toMatchObject({
    _typeName: 'InvalidArgument',
  });
  await ep.call(storage, 'ClearNFSUser');
  expect(await ep.call(storage, 'QueryNFSUser')).toBeUndefined();
});
