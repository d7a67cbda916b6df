/** Disks in several files of 2 GB, as hosted products have them. */
import { describe, expect, it } from 'vitest';
import { Disks, MIB, pattern } from './disks.ts';

const PART = 2_047 * MIB;
const to = (diskType: string, adapterType = 'lsiLogic') => ({ destSpec: { diskType, adapterType } });
/** Of files directly on the datastore. */
const NAMES = /^(?!.*\/).*\.vmdk$/;

const isBus = ({ _typeName }: { _typeName: string }) => /SCSI|Logic/.test(_typeName);

async function names(ds: Disks): Promise<string[]> {
  const { file = [] } = await ds.run(
    await ds.read(await ds.at('DC0/datastore/LocalDS_0'), 'browser'),
    'SearchDatastore_Task',
    {
      datastorePath: '[LocalDS_0]',
      searchSpec: { matchPattern: ['*.vmdk'] },
    },
  );
  return file
    .map(({ path }: { path: string }) => path)
    .filter((path: string) => NAMES.test(path))
    .sort();
}

describe('a disk in several files', () => {
  it('is made sparse or thick, each file of 2047 MB and the last of the rest', async () => {
    await using ds = await Disks.open();
    const free = await ds.free();
    await ds.create('s.vmdk', 4_500, 'sparse2Gb', 'busLogic');
    expect(await names(ds)).toEqual(['s-s001.vmdk', 's-s002.vmdk', 's-s003.vmdk', 's.vmdk']);
    expect(free - (await ds.free())).toBeLessThan(3 * MIB);
    const text = (await ds.get('s.vmdk')).toString();
    expect(text).toContain('createType="twoGbMaxExtentSparse"');
    expect(text).toContain('RW 4192256 SPARSE "s-s001.vmdk"');
    expect(text).toContain(`RW ${(4_500 * MIB - 2 * PART) / 512} SPARSE "s-s003.vmdk"`);
    await ds.create('f.vmdk', 2_048, 'thick2Gb', 'ide');
    expect((await ds.get('f.vmdk')).toString()).toContain('RW 4192256 FLAT "f-f001.vmdk" 0');
    expect((await ds.get('f-f002.vmdk')).equals(Buffer.alloc(MIB))).toBe(true);
    expect(await ds.disk('QueryVirtualDiskGeometry', 'f.vmdk')).toMatchObject({ head: 16, sector: 63 });
    const info = async (path: string) =>
      (await ds.disk('QueryVirtualDiskInfo_Task', path, { includeParents: false }))[0].diskType;
    expect([await info('s.vmdk'), await info('f.vmdk')]).toEqual(['sparse2Gb', 'thick2Gb']);
    for (const path of ['s.vmdk', 'f.vmdk']) await ds.disk('DeleteVirtualDisk_Task', path);
    expect([await names(ds), await ds.free()]).toEqual([[], free]);
  });

  it('holds what was copied into it, over the seams too, and gives it back', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(3 * MIB);
    await ds.create('a.vmdk', 2_050, 'thin');
    const { fileName, uuid } = {
      fileName: '[LocalDS_0] a.vmdk',
      uuid: await ds.disk('QueryVirtualDiskUuid', 'a.vmdk'),
    };
    const vm = await ds.at('DC0/vm/DC0_H0_VM0');
    await ds.run(vm, 'PowerOffVM_Task');
    const { key } = (await ds.read(vm, 'config.hardware.device')).find((d: { _typeName: string }) =>
      /SCSI|Logic/.test(d._typeName),
    );
    const device = {
      _typeName: 'VirtualDisk',
      key: -1,
      controllerKey: key,
      capacityInKB: 2_050 * 1_024,
      backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName, diskMode: 'persistent' },
    };
    await ds.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
    const disks = (await ds.read(vm, 'config.hardware.device')).filter(
      (d: { _typeName: string }) => d._typeName === 'VirtualDisk',
    );
    const at = PART - MIB;
    await ds.sim.disks.write({ vm: vm.value, key: disks.at(-1).key }, at, bytes);
    let from = 'a.vmdk';
    for (const [n, type] of ['sparse2Gb', 'thick2Gb', 'thin'].entries()) {
      await ds.copy(from, `x${n}.vmdk`, to(type));
      from = `x${n}.vmdk`;
    }
    expect((await ds.get('x2-flat.vmdk', `bytes=${at}-${at + bytes.length - 1}`)).equals(bytes)).toBe(true);
    expect(uuid).not.toBe(await ds.disk('QueryVirtualDiskUuid', 'x2.vmdk'));
  });

  it('is refused where a file of the name stands, and where it would be of too many', async () => {
    await using ds = await Disks.open();
    await ds.put('s-s001.vmdk', Buffer.from('mine'));
    const free = await ds.free();
    const spec = {
      _typeName: 'FileBackedVirtualDiskSpec',
      diskType: 'sparse2Gb',
      adapterType: 'ide',
      capacityKb: 1_024,
    };
    expect(await ds.refused('CreateVirtualDisk_Task', 's.vmdk', { spec })).toMatchObject({
      _typeName: 'FileAlreadyExists',
      file: '[LocalDS_0] s-s001.vmdk',
    });
    const large = { ...spec, capacityKb: 2 ** 30 };
    expect(await ds.refused('CreateVirtualDisk_Task', 't.vmdk', { spec: large })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.capacityKb',
    });
    for (const diskType of ['delta', 'raw', 'rdm', 'rdmp'])
      expect(await ds.refused('CreateVirtualDisk_Task', 't.vmdk', { spec: { ...spec, diskType } })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: 'spec.diskType',
      });
    expect([await names(ds), await ds.free()]).toEqual([['s-s001.vmdk'], free]);
    expect((await ds.get('s-s001.vmdk')).toString()).toBe('mine');
  });

  it('takes the place of another when that is to be, with the files of both', async () => {
    await using ds = await Disks.open();
    await ds.create('a.vmdk', 1, 'thick2Gb');
    await ds.create('b.vmdk', 2, 'thick2Gb');
    await ds.copy('a.vmdk', 'b.vmdk', { ...to('thick2Gb'), force: true });
    expect(await names(ds)).toEqual(['a-f001.vmdk', 'a.vmdk', 'b-f001.vmdk', 'b.vmdk']);
    expect((await ds.get('b-f001.vmdk')).length).toBe(MIB);
  });
});

describe('a file that stands for a disk of the storage', () => {
  it('is as large as that, takes no room, and is what a machine is given', async () => {
    await using ds = await Disks.open();
    const [{ key: host }] = await ds.read(await ds.at('DC0/datastore/LocalDS_0'), 'host');
    const luns = await ds.read(host, 'config.storageDevice.scsiLun');
    const lun = luns.find((l: { localDisk: boolean }) => !l.localDisk);
    const free = await ds.free();
    for (const [diskType, mode] of [
      ['rdm', 'virtualMode'],
      ['rdmp', 'physicalMode'],
    ] as const) {
      const path = `${diskType}.vmdk`;
      const spec = {
        _typeName: 'DeviceBackedVirtualDiskSpec',
        diskType,
        adapterType: 'lsiLogic',
        device: lun.deviceName,
      };
      await ds.disk('CreateVirtualDisk_Task', path, { spec });
      const [info] = await ds.disk('QueryVirtualDiskInfo_Task', path, { includeParents: false });
      expect(info.diskType).toBe(diskType);
      const vm = await ds.at('DC0/vm/DC0_H0_VM0');
      const { key } = (await ds.read(vm, 'config.hardware.device')).find(isBus);
      const backing = {
        _typeName: 'VirtualDiskRawDiskMappingVer1BackingInfo',
        compatibilityMode: mode,
        fileName: ds.on(path),
        deviceName: '',
      };
      const device = {
        _typeName: 'VirtualDisk',
        key: -1,
        controllerKey: key,
        unitNumber: -1,
        capacityInKB: 0,
        backing,
      };
      await ds.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
      const devices = await ds.read(vm, 'config.hardware.device');
      const added = devices.find(({ backing: b }: { backing?: { fileName?: string } }) => b?.fileName === ds.on(path));
      expect(added.backing).toMatchObject({ lunUuid: lun.uuid, compatibilityMode: mode, fileName: ds.on(path) });
      expect(added.capacityInBytes).toBe(lun.capacity.block * lun.capacity.blockSize);
    }
    expect(free - (await ds.free())).toBe(2 * 512);
  });

  it('is made of no other kind, and of no device that no host sees', async () => {
    await using ds = await Disks.open();
    const spec = { _typeName: 'DeviceBackedVirtualDiskSpec', diskType: 'rdm', adapterType: 'ide', device: 'naa.1' };
    const refused = async (more: object) =>
      (await ds.refused('CreateVirtualDisk_Task', 'x.vmdk', { spec: { ...spec, ...more } }))['invalidProperty'];
    expect(await refused({})).toBe('spec.device');
    expect(await refused({ diskType: 'thin' })).toBe('spec.diskType');
    expect(await refused({ adapterType: 'nvme' })).toBe('spec.adapterType');
  });
});
