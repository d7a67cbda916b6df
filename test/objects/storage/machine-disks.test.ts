import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { Disks, MIB, pattern } from './disks.ts';

class Machines extends Disks {
  static override async open(): Promise<Machines> {
    const { sim, client, datacenter } = await Disks.open();
    const machines = new Machines(sim, client);
    machines.datacenter = datacenter;
    return machines;
  }

  /** A machine with one disk of its own, or with one that is there. */
  async machine(name: string, backing: object = {}, kilobytes = 2_048, controller = 'ParaVirtualSCSIController') {
    const folder = await this.at('DC0/vm');
    const pool = await this.at('DC0/host/DC0_H0/Resources');
    const files = { vmPathName: '[LocalDS_0]' };
    const vm = await this.run(folder, 'CreateVM_Task', { config: { name, guestId: 'otherGuest64', files }, pool });
    await this.attach(vm, backing, kilobytes, controller);
    return vm;
  }

  attaching(backing: Answer, kilobytes: number, controller: string): object {
    const isIde = controller === 'VirtualIDEController';
    const bus = { operation: 'add', device: { _typeName: controller, key: -1, busNumber: 0, sharedBus: 'noSharing' } };
    const disk = {
      operation: 'add',
      ...(backing.fileName === undefined && { fileOperation: 'create' }),
      device: {
        _typeName: 'VirtualDisk',
        key: -2,
        controllerKey: isIde ? 200 : -1,
        unitNumber: 0,
        capacityInKB: kilobytes,
        backing: {
          _typeName: 'VirtualDiskFlatVer2BackingInfo',
          fileName: '',
          diskMode: 'persistent',
          thinProvisioned: true,
          ...backing,
        },
      },
    };
    return { spec: { deviceChange: isIde ? [disk] : [bus, disk] } };
  }

  attach(vm: Answer, backing: object, kilobytes = 0, controller = 'ParaVirtualSCSIController'): Promise<Answer> {
    return this.run(vm, 'ReconfigVM_Task', this.attaching(backing, kilobytes, controller));
  }

  async diskOf(vm: Answer): Promise<Answer> {
    const devices: Answer[] = await this.read(vm, 'config.hardware.device');
    return devices.find((device) => device._typeName === 'VirtualDisk');
  }

  transferred(method: string, from: string, to: string, force = false): Promise<Answer> {
    return this.run(this.manager('fileManager'), method, this.both(from, to, force));
  }

  both(from: string, to: string, force = false): object {
    const datacenters = { sourceDatacenter: this.datacenter, destinationDatacenter: this.datacenter };
    return { sourceName: this.on(from), destinationName: this.on(to), force, ...datacenters };
  }

  async files(directory: string): Promise<string[]> {
    const browser = await this.read(await this.at('DC0/datastore/LocalDS_0'), 'browser');
    const found = await this.run(browser, 'SearchDatastore_Task', { datastorePath: this.on(directory) });
    return (found.file ?? []).map((file: Answer) => file.path);
  }
}

describe('disks of machines', () => {
  it('grow for their machines too, and are locked while one runs', async () => {
    await using ds = await Machines.open();
    const vm = await ds.machine('m');
    await ds.disk('ExtendVirtualDisk_Task', 'm/m.vmdk', { newCapacityKb: 4_096 });
    expect((await ds.diskOf(vm)).capacityInKB).toBe(4_096);
    await ds.disk('SetVirtualDiskUuid', 'm/m.vmdk', { uuid: '60 00 C2 9a 12 34 56 78-9a bc de f0 12 34 56 78' });
    expect((await ds.diskOf(vm)).backing.uuid).toBe('6000C29a-1234-5678-9abc-def012345678');
    await ds.disk('InflateVirtualDisk_Task', 'm/m.vmdk');
    expect((await ds.diskOf(vm)).backing.thinProvisioned).toBe(false);
    await ds.run(vm, 'PowerOnVM_Task');
    for (const [method, more] of [
      ['ExtendVirtualDisk_Task', { newCapacityKb: 8_192 }],
      ['DeleteVirtualDisk_Task', {}],
      ['ZeroFillVirtualDisk_Task', {}],
      ['SetVirtualDiskUuid', { uuid: '60 00 C2 9a 12 34 56 78-9a bc de f0 12 34 56 79' }],
    ] as const)
      expect((await ds.refused(method, 'm/m.vmdk', more))._typeName, method).toBe('FileLocked');
    const manager = ds.manager('virtualDiskManager');
    expect((await ds.fault(manager, 'CopyVirtualDisk_Task', ds.pair('m/m.vmdk', 'x.vmdk')))._typeName).toBe(
      'FileLocked',
    );
    expect(await ds.put('m/m-flat.vmdk', Buffer.alloc(MIB))).toBe(409);
    await ds.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await ds.copy('m/m.vmdk', 'x.vmdk');
  });

  it('hold what is put in the place of their extents, and are copied with all of it', async () => {
    await using ds = await Machines.open();
    const vm = await ds.machine('m');
    const bytes = pattern(2 * MIB);
    await ds.put('m/m-flat.vmdk', bytes);
    expect((await ds.get('m/m-flat.vmdk')).equals(bytes)).toBe(true);
    expect((await ds.get('m/m.vmdk')).toString()).toContain('RW 4096 VMFS "m-flat.vmdk"');
    const { key } = await ds.diskOf(vm);
    expect((await ds.sim.disks.read({ vm: 'm', key }, 0, 2 * MIB)).equals(bytes)).toBe(true);
    await ds.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await ds.sim.disks.write({ vm: 'm', key }, 4_096, Buffer.from('above'));
    const above = Buffer.from(bytes);
    above.write('above', 4_096);
    await ds.copy('m/m-000001.vmdk', 'flat.vmdk');
    expect((await ds.get('flat-flat.vmdk')).equals(above)).toBe(true);
    expect((await ds.get('m/m-000001.vmdk')).toString()).toContain('parentFileNameHint="m.vmdk"');
    expect((await ds.get('m/m-000001-delta.vmdk')).subarray(0, 4).toString()).toBe('COWD');
  });

  it('come from disks that stood alone, and stand alone again when they go', async () => {
    await using ds = await Machines.open();
    const bytes = pattern(2 * MIB);
    await ds.create('a.vmdk', 2, 'preallocated', 'lsiLogic');
    await ds.put('a-flat.vmdk', bytes);
    const uuid = (await ds.get('a.vmdk')).toString().match(/ddb.uuid = "(.*)"/)![1]!;
    const free = await ds.free();
    const vm = await ds.machine('m', { fileName: ds.on('a.vmdk') });
    const disk = await ds.diskOf(vm);
    expect(disk.capacityInKB).toBe(2_048);
    expect(disk.backing.uuid.replaceAll('-', '')).toBe(uuid.replaceAll(/[ -]/g, ''));
    expect((await ds.sim.disks.read({ vm: 'm' }, 0, 2 * MIB)).equals(bytes)).toBe(true);
    expect(free - (await ds.free())).toBeLessThan(MIB);
    await ds.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'remove', device: disk }] } });
    expect((await ds.get('a-flat.vmdk')).equals(bytes)).toBe(true);
    await ds.disk('DeleteVirtualDisk_Task', 'a.vmdk');
    expect((await ds.free()) - free).toBeGreaterThan(MIB);
  });

  it('are refused by a controller that their descriptors are not for', async () => {
    await using ds = await Machines.open();
    await ds.create('ide.vmdk', 2, 'thin', 'ide');
    await ds.create('scsi.vmdk', 2, 'thin', 'busLogic');
    const vm = await ds.machine('m');
    const refused = (name: string, controller: string) =>
      ds.fault(vm, 'ReconfigVM_Task', ds.attaching({ fileName: ds.on(name) }, 0, controller));
    expect((await refused('ide.vmdk', 'VirtualLsiLogicController'))._typeName).toBe('InvalidDeviceBacking');
    expect((await refused('scsi.vmdk', 'VirtualIDEController'))._typeName).toBe('InvalidDeviceBacking');
    await ds.attach(vm, { fileName: ds.on('ide.vmdk') }, 0, 'VirtualIDEController');
  });

  it('are moved away from a machine that left its files, as image services do', async () => {
    await using ds = await Machines.open();
    const bytes = pattern(2 * MIB);
    const free = await ds.free();
    const vm = await ds.machine('m');
    await ds.put('m/m-flat.vmdk', bytes);
    await ds.call(vm, 'UnregisterVM');
    await ds.file('MakeDirectory', 'cache');
    await ds.move('m/m.vmdk', 'cache/image.vmdk');
    await ds.file('DeleteDatastoreFile_Task', 'm');
    expect((await ds.get('cache/image-flat.vmdk')).equals(bytes)).toBe(true);
    await ds.disk('DeleteVirtualDisk_Task', 'cache/image.vmdk');
    await ds.file('DeleteDatastoreFile_Task', 'cache');
    expect(await ds.free()).toBe(free);
  });
});

describe('a file manager among machines', () => {
  it('neither deletes nor moves what a running machine has open', async () => {
    await using ds = await Machines.open();
    const vm = await ds.machine('m');
    await ds.run(vm, 'PowerOnVM_Task');
    const manager = ds.manager('fileManager');
    const refusal = async (method: string, args: object) => (await ds.fault(manager, method, args))._typeName;
    const named = (path: string) => ({ name: ds.on(path), datacenter: ds.datacenter });
    for (const path of ['m/m.vmdk', 'm/m-flat.vmdk', 'm/m.vmx'])
      expect(await refusal('DeleteDatastoreFile_Task', named(path)), path).toBe('FileLocked');
    expect(await refusal('DeleteDatastoreFile_Task', named('m'))).toBe('CannotDeleteFile');
    expect(await refusal('MoveDatastoreFile_Task', ds.both('m/m.vmdk', 'x.vmdk'))).toBe('FileLocked');
    expect(await refusal('CopyDatastoreFile_Task', ds.both('m/m-flat.vmdk', 'x'))).toBe('FileLocked');
    await ds.transferred('CopyDatastoreFile_Task', 'm/m.vmx', 'x.vmx');
    expect((await ds.get('x.vmx')).toString()).toContain('displayName = "m"');
    expect(await refusal('MoveDatastoreFile_Task', ds.both('x.vmx', 'm/m.vmx', true))).toBe('FileAlreadyExists');
  });

  it('copies a whole machine that is off, from which another can be registered', async () => {
    await using ds = await Machines.open();
    const vm = await ds.machine('m');
    const bytes = pattern(2 * MIB);
    await ds.put('m/m-flat.vmdk', bytes);
    await ds.transferred('CopyDatastoreFile_Task', 'm', 'copy');
    expect(await ds.files('copy')).toEqual(expect.arrayContaining(['m-flat.vmdk', 'm.nvram', 'm.vmdk', 'm.vmx']));
    expect((await ds.get('copy/m-flat.vmdk')).equals(bytes)).toBe(true);
    const second = await ds.run(await ds.at('DC0/vm'), 'RegisterVM_Task', {
      path: ds.on('copy/m.vmx'),
      name: 'second',
      asTemplate: false,
      pool: await ds.at('DC0/host/DC0_H0/Resources'),
    });
    expect((await ds.diskOf(second)).backing.fileName).toBe('[LocalDS_0] copy/m.vmdk');
    expect((await ds.sim.disks.read({ vm: 'second' }, 0, 2 * MIB)).equals(bytes)).toBe(true);
    await ds.run(vm, 'Destroy_Task');
    expect((await ds.sim.disks.read({ vm: 'second' }, 0, 2 * MIB)).equals(bytes)).toBe(true);
  });

  it('moves a machine that was taken off the inventory to where it is registered again', async () => {
    await using ds = await Machines.open();
    const bytes = pattern(2 * MIB);
    const vm = await ds.machine('m');
    await ds.put('m/m-flat.vmdk', bytes);
    await ds.call(vm, 'UnregisterVM');
    await ds.transferred('MoveDatastoreFile_Task', 'm', 'elsewhere');
    expect(await ds.files('')).not.toContain('m');
    const again = await ds.run(await ds.at('DC0/vm'), 'RegisterVM_Task', {
      path: ds.on('elsewhere/m.vmx'),
      asTemplate: false,
      pool: await ds.at('DC0/host/DC0_H0/Resources'),
    });
    expect((await ds.diskOf(again)).backing.fileName).toBe('[LocalDS_0] elsewhere/m.vmdk');
    expect((await ds.sim.disks.read({ vm: 'm' }, 0, 2 * MIB)).equals(bytes)).toBe(true);
  });

  it('takes the files of a disk apart, and the disk is whole again when they are together', async () => {
    await using ds = await Machines.open();
    const bytes = pattern(MIB);
    await ds.file('MakeDirectory', 'd');
    await ds.create('d/a.vmdk', 1);
    await ds.put('d/a-flat.vmdk', bytes);
    await ds.transferred('MoveDatastoreFile_Task', 'd/a-flat.vmdk', 'a-flat.vmdk');
    expect((await ds.refused('ExtendVirtualDisk_Task', 'd/a.vmdk', { newCapacityKb: 2_048 }))._typeName).toBe(
      'FileNotFound',
    );
    await ds.transferred('MoveDatastoreFile_Task', 'd/a.vmdk', 'a.vmdk');
    await ds.transferred('MoveDatastoreFile_Task', 'd', 'e');
    await ds.copy('a.vmdk', 'e/b.vmdk');
    expect((await ds.get('e/b-flat.vmdk')).equals(bytes)).toBe(true);
    await ds.transferred('CopyDatastoreFile_Task', 'e', 'f');
    expect((await ds.get('f/b-flat.vmdk')).equals(bytes)).toBe(true);
    expect(await ds.browse('f')).toMatchObject([{ path: 'b.vmdk', diskExtents: ['b-flat.vmdk'] }]);
  });
});
