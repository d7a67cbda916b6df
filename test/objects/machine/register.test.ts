import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { folderOf } from './folder.ts';

const NAME = 'DC0_H0_VM0';
const FILE = `${NAME}/${NAME}.vmx`;
const PATH = `[LocalDS_0] ${FILE}`;

/** An idle machine, where it stands, and how to register one there. */
async function idle() {
  const ep = await Endpoint.open();
  const vm = await ep.at(`DC0/vm/${NAME}`);
  await ep.run(vm, 'PowerOffVM_Task');
  const pool: Ref = await ep.read(vm, 'resourcePool');
  const host: Ref = await ep.read(vm, 'runtime.host');
  const folder = await ep.at('DC0/vm');
  const asked = { path: PATH, asTemplate: false, pool };
  return {
    ep,
    vm,
    pool,
    host,
    folder,
    asked,
    register: (args: object = {}): Promise<Ref> => ep.run(folder, 'RegisterVM_Task', { ...asked, ...args }),
    refused: (args: object = {}) => ep.fault(folder, 'RegisterVM_Task', { ...asked, ...args }),
    ...folderOf(ep),
  };
}

/** As libvirt writes one. */
const WRITTEN = `.encoding = "UTF-8"
config.version = "8"
virtualHW.version = "8"
guestOS = "other26xlinux-64"
uuid.bios = "56 4d 9b ef ac d9 b4 e0-c8 f0 ae a8 b9 10 35 15"
displayName = "Written"
memsize = "1024"
numvcpus = "2"
sched.cpu.shares = "high"
floppy0.present = "false"
scsi0.present = "true"
scsi0.virtualDev = "lsilogic"
scsi0:0.present = "true"
scsi0:0.deviceType = "scsi-hardDisk"
scsi0:0.fileName = "disk.vmdk"
ide0:0.present = "true"
ide0:0.deviceType = "cdrom-image"
ide0:0.fileName = "/vmfs/volumes/LocalDS_0/iso/some.iso"
ethernet0.present = "true"
ethernet0.virtualDev = "e1000"
ethernet0.networkName = "VM Network"
ethernet0.connectionType = "bridged"
ethernet0.addressType = "static"
ethernet0.address = "00:50:56:25:48:c7"
ethernet0.checkMACAddress = "false"
serial0.present = "true"
serial0.fileType = "pipe"
serial0.fileName = "there"
serial0.pipe.endPoint = "server"
guestinfo.mine = "1"
`;

describe('a machine that was unregistered', () => {
  it('is registered from its .vmx as the same machine, under another reference', async () => {
    const { ep, vm, folder, register } = await idle();
    await using _ = ep;
    const before = await ep.read(vm, 'config');
    const seen = await Updates.of(ep, folder, 'childEntity');
    await ep.call(vm, 'UnregisterVM');
    expect(await seen.next()).toEqual(['childEntity']);
    await ep.events();
    const again = await register();
    expect(await seen.next()).toEqual(['childEntity']);
    expect(again).not.toEqual(vm);
    expect(await ep.read(again, 'config')).toEqual(before);
    expect((await ep.events()).filter((type) => type.startsWith('Vm'))).toEqual(['VmRegisteredEvent']);
    await ep.run(again, 'PowerOnVM_Task');
  });

  it('keeps its snapshots, to which it goes back', async () => {
    const { ep, vm, register } = await idle();
    await using _ = ep;
    const taken = { name: 's', memory: false, quiesce: false };
    const snapshot: Ref = await ep.run(vm, 'CreateSnapshot_Task', taken);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'later' } });
    await ep.call(vm, 'UnregisterVM');
    const again = await register();
    expect(await ep.read(again, 'snapshot.rootSnapshotList')).toMatchObject([{ name: 's', snapshot }]);
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    expect((await ep.read(again, 'config.annotation')) ?? '').toBe('');
  });

  it('loses what vCenter alone knew of it', async () => {
    const { ep, vm, register } = await idle();
    await using _ = ep;
    const field = await ep.call(ep.manager('customFieldsManager'), 'AddCustomFieldDef', { name: 'owner' });
    await ep.call(ep.manager('customFieldsManager'), 'SetField', { entity: vm, key: field.key, value: 'me' });
    await ep.call(vm, 'UnregisterVM');
    expect(await ep.read(await register(), 'customValue')).toEqual([]);
  });

  it('is what a client made of its .vmx meanwhile', async () => {
    const { ep, vm, register, get, put } = await idle();
    await using _ = ep;
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'kept', swapPlacement: 'hostLocal' } });
    await ep.call(vm, 'UnregisterVM');
    const text = (await get(FILE)).toString();
    await put(FILE, text.replace(/memSize = .*\n/, 'memSize = "128"\n').replace(/^ethernet0\..*\n/gm, ''));
    const again = await register();
    const { hardware, annotation, swapPlacement } = await ep.read(again, 'config');
    expect([hardware.memoryMB, annotation, swapPlacement]).toEqual([128, 'kept', 'hostLocal']);
    expect(hardware.device.filter((d: { key: number }) => d.key === 4000)).toEqual([]);
    expect(await ep.read(again, 'network')).toEqual([]);
  });

  it('still has what snapshots left in the chains of its disks', async () => {
    const { ep, vm, register } = await idle();
    await using _ = ep;
    const take = (name: string): Promise<Ref> =>
      ep.run(vm, 'CreateSnapshot_Task', { name, memory: false, quiesce: false });
    const first = await take('first');
    await take('second');
    await ep.run(first, 'RemoveSnapshot_Task', { removeChildren: false, consolidate: false });
    expect(await ep.read(vm, 'runtime.consolidationNeeded')).toBe(true);
    await ep.call(vm, 'UnregisterVM');
    const again = await register();
    expect(await ep.read(again, 'runtime.consolidationNeeded')).toBe(true);
    await ep.run(again, 'ConsolidateVMDisks_Task');
    expect(await ep.read(again, 'runtime.consolidationNeeded')).toBe(false);
  });

  it('gets another name, or becomes a template, where that is asked', async () => {
    const { ep, vm, host, register } = await idle();
    await using _ = ep;
    await ep.call(vm, 'UnregisterVM');
    const template = await register({ name: 'other', asTemplate: true, pool: undefined, host });
    expect(await ep.read(template, 'name')).toBe('other');
    expect(await ep.read(template, 'config.template')).toBe(true);
    expect(await ep.read(template, 'resourcePool')).toBe(undefined);
    await ep.call(template, 'UnregisterVM');
    // A template's file is called otherwise.
    const path = '[LocalDS_0] DC0_H0_VM0/DC0_H0_VM0.vmtx';
    expect(await ep.read(await register({ name: 'third', path }), 'config.template')).toBe(false);
  });

  it('gets another instance uuid where its own is taken, and says what else it shares', async () => {
    const { ep, vm, register, get, put } = await idle();
    await using _ = ep;
    const text = (await get(FILE)).toString().replace(/^(sched\.)?scsi0:0\..*\n/gm, '');
    await put('copy/copy.vmx', text);
    await ep.events();
    const copy = await register({ path: '[LocalDS_0] copy/copy.vmx', name: 'copy' });
    expect(await ep.read(copy, 'config.instanceUuid')).not.toBe(await ep.read(vm, 'config.instanceUuid'));
    expect(await ep.read(copy, 'config.uuid')).toBe(await ep.read(vm, 'config.uuid'));
    const events = await ep.events();
    expect(events).toEqual(expect.arrayContaining(['VmInstanceUuidConflictEvent', 'VmInstanceUuidChangedEvent']));
    expect(events).toEqual(expect.arrayContaining(['VmUuidConflictEvent', 'VmMacConflictEvent']));
  });
});

describe('a machine whose .vmx a client wrote', () => {
  it('is registered as the file says', async () => {
    const { ep, register, put } = await idle();
    await using _ = ep;
    await put('hand/hand.vmx', WRITTEN);
    await put('hand/disk.vmdk', '# Disk DescriptorFile\n');
    await put('hand/disk-flat.vmdk', new Uint8Array(4096));
    const vm = await register({ path: '[LocalDS_0] hand/hand.vmx' });
    const config = await ep.read(vm, 'config');
    expect(config).toMatchObject({
      name: 'Written',
      version: 'vmx-08',
      guestId: 'other26xLinux64Guest',
      uuid: '564d9bef-acd9-b4e0-c8f0-aea8b9103515',
      hardware: { numCPU: 2, memoryMB: 1024 },
      cpuAllocation: { shares: { level: 'high', shares: 4000 } },
      files: { vmPathName: '[LocalDS_0] hand/hand.vmx' },
    });
    expect(config.extraConfig).toMatchObject([{ key: 'guestinfo.mine', value: '1' }]);
    const device = (key: number) => config.hardware.device.find((d: { key: number }) => d.key === key);
    expect(device(1000)).toMatchObject({
      _typeName: 'VirtualLsiLogicController',
      deviceInfo: { label: 'SCSI controller 0' },
    });
    expect(device(2000)).toMatchObject({
      capacityInBytes: 4096,
      deviceInfo: { label: 'Hard disk 1' },
      backing: { fileName: '[LocalDS_0] hand/disk.vmdk', diskMode: 'persistent' },
    });
    expect(device(3000)).toMatchObject({ backing: { fileName: '[LocalDS_0] iso/some.iso' } });
    expect(device(4000)).toMatchObject({
      _typeName: 'VirtualE1000',
      addressType: 'manual',
      macAddress: '00:50:56:25:48:c7',
      backing: { deviceName: 'VM Network' },
    });
    expect(device(9000)).toMatchObject({ backing: { pipeName: 'there', endpoint: 'server' } });
    expect(config.instanceUuid).toMatch(/^50/);
    await ep.run(vm, 'PowerOnVM_Task');
  });

  it.each([
    ['that is none', 'no key\n', { _typeName: 'InvalidVmConfig', property: 'line 1' }],
    ['of no hardware', 'displayName = "x"\n', { _typeName: 'InvalidVmConfig', property: 'virtualHW.version' }],
    [
      'of an impossible memory',
      'virtualHW.version = "8"\nmemsize = "3"\n',
      { _typeName: 'InvalidVmConfig', property: 'memSize' },
    ],
    [
      'with a disk that is not there',
      'virtualHW.version = "8"\nscsi0.present = "TRUE"\nscsi0:0.present = "TRUE"\nscsi0:0.fileName = "none.vmdk"\n',
      { _typeName: 'FileNotFound', file: 'none.vmdk' },
    ],
  ])('and %s is refused', async (_, text, fault) => {
    const { ep, refused, put } = await idle();
    await using __ = ep;
    await put('odd/odd.vmx', text);
    expect(await refused({ path: '[LocalDS_0] odd/odd.vmx' })).toMatchObject(fault);
    expect(await ep.exists('DC0/vm/odd')).toBe(false);
  });
});

describe('registering', () => {
  it('is refused for what is not there, is there already, or has no place', async () => {
    const { ep, vm, folder, refused, register } = await idle();
    await using _ = ep;
    expect(await refused()).toMatchObject({ _typeName: 'AlreadyExists', name: PATH });
    await ep.call(vm, 'UnregisterVM');
    expect(await refused({ path: '[LocalDS_0] none/none.vmx' })).toMatchObject({ _typeName: 'NotFound' });
    expect(await refused({ path: 'none/none.vmx' })).toMatchObject({ _typeName: 'InvalidDatastorePath' });
    expect(await refused({ path: '[Nowhere] a/a.vmx' })).toMatchObject({ _typeName: 'InvalidDatastorePath' });
    expect(await refused({ pool: undefined })).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'pool' });
    const taken = await ep.at('DC0/vm/DC0_H0_VM1');
    expect(await refused({ name: 'DC0_H0_VM1' })).toMatchObject({ _typeName: 'DuplicateName', object: taken });
    const hosts = await ep.at('DC0/host');
    expect(await ep.fault(hosts, 'RegisterVM_Task', { path: PATH, asTemplate: false })).toMatchObject({
      _typeName: 'InvalidFolder',
      target: hosts,
    });
    expect((await ep.names(await ep.read(folder, 'childEntity'))).includes(NAME)).toBe(false);
    await register();
  });

  it('takes up no room twice, and a deleted directory takes the machine along', async () => {
    const { ep, vm, register, refused } = await idle();
    await using _ = ep;
    const datastore = await ep.at('DC0/datastore/LocalDS_0');
    const free = () => ep.read(datastore, 'summary.freeSpace');
    const before = await free();
    await ep.call(vm, 'UnregisterVM');
    expect(await free()).toBe(before);
    const again = await register();
    expect(await free()).toBe(before);
    await ep.call(again, 'UnregisterVM');
    await ep.run(ep.manager('fileManager'), 'DeleteDatastoreFile_Task', {
      name: `[LocalDS_0] ${NAME}`,
      datacenter: await ep.at('DC0'),
    });
    expect(await free()).toBeGreaterThan(before);
    expect(await refused()).toMatchObject({ _typeName: 'NotFound' });
  });
});

describe('a machine that is lost', () => {
  it('is forgotten, and its disks go on in another machine', async () => {
    const { ep, vm, folder, pool, status } = await idle();
    await using _ = ep;
    expect(await status('DELETE', FILE)).toBe(200);
    await ep.call(vm, 'UnregisterVM');
    expect(await status('GET', FILE)).toBe(404);
    const fileName = `[LocalDS_0] ${NAME}/${NAME}.vmdk`;
    const config = {
      name: 'heir',
      files: { vmPathName: '[LocalDS_0]' },
      deviceChange: [
        {
          operation: 'add',
          device: { _typeName: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' },
        },
        {
          operation: 'add',
          device: {
            _typeName: 'VirtualDisk',
            key: -2,
            controllerKey: -1,
            unitNumber: 0,
            capacityInKB: 0,
            backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName, diskMode: 'persistent' },
          },
        },
      ],
    };
    const heir: Ref = await ep.run(folder, 'CreateVM_Task', { config, pool });
    const devices = await ep.read(heir, 'config.hardware.device');
    expect(devices.find((d: { key: number }) => d.key === 2000)).toMatchObject({ backing: { fileName } });
  });

  it('with its host stays until the host is back', async () => {
    const { ep, vm, host } = await idle();
    await using _ = ep;
    await ep.run(host, 'DisconnectHost_Task');
    expect(await ep.read(vm, 'runtime.connectionState')).toBe('disconnected');
    expect(await ep.fault(vm, 'UnregisterVM')).toMatchObject({ _typeName: 'HostNotConnected' });
    expect(await ep.fault(vm, 'MarkAsTemplate')).toMatchObject({ _typeName: 'HostNotConnected' });
    await ep.run(host, 'ReconnectHost_Task', {});
    await ep.call(vm, 'UnregisterVM');
  });
});

describe('a vApp', () => {
  it('takes a machine from its .vmx', async () => {
    const ep = await Endpoint.open({ inventory: { app: 1 } });
    await using _ = ep;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    await ep.run(vm, 'PowerOffVM_Task');
    const path = await ep.read(vm, 'config.files.vmPathName');
    await ep.call(vm, 'UnregisterVM');
    const vApp = await ep.at('DC0/host/DC0_C0/Resources/DC0_C0_APP0');
    const child: Ref = await ep.run(vApp, 'RegisterChildVM_Task', { path });
    expect(await ep.read(child, 'parentVApp')).toEqual(vApp);
    expect(await ep.read(child, 'resourcePool')).toEqual(vApp);
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    expect(await ep.fault(pool, 'RegisterChildVM_Task', { path })).toMatchObject({ _typeName: 'NotSupported' });
  });
});

describe('destroying', () => {
  it('takes what a client put in the place of the files too, and leaves other files', async () => {
    const { ep, vm, get, put, status } = await idle();
    await using _ = ep;
    await put(FILE, await get(FILE));
    await put(`${NAME}/notes.txt`, 'mine');
    await put(`${NAME}/${NAME}.vmsd`, 'x = "1"\n');
    await ep.run(vm, 'Destroy_Task');
    expect(await status('GET', FILE)).toBe(404);
    expect(await status('GET', `${NAME}/${NAME}.vmsd`)).toBe(404);
    expect(await status('GET', `${NAME}/notes.txt`)).toBe(200);
  });
});
