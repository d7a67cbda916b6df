import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const GIB = 2 ** 30;

/** A machine on a datastore on which all but a gigabyte or so is taken. */
async function crowded(ep: Endpoint): Promise<{ store: Ref; vm: Ref; free: () => Promise<number> }> {
  const store = await ep.at('DC0/datastore/LocalDS_0');
  const free = () => ep.read(store, 'summary.freeSpace');
  const left = await free();
  const vm = await make(ep, 'big', left - 1.5 * GIB);
  return { store, vm, free };
}

async function make(ep: Endpoint, name: string, bytes: number, more: object = {}): Promise<Ref> {
  const pool = await ep.at('DC0/host/DC0_C0/Resources');
  return ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config: config(name, bytes, more), pool });
}

function config(name: string, bytes: number, more: object = {}): object {
  const disk = {
    _typeName: 'VirtualDisk',
    key: -2,
    controllerKey: -1,
    unitNumber: 0,
    capacityInKB: Math.floor(bytes / 1024),
    backing: {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: '[LocalDS_0]',
      diskMode: 'persistent',
      thinProvisioned: false,
    },
  };
  return {
    name,
    guestId: 'otherGuest',
    memoryMB: 64,
    files: { vmPathName: '[LocalDS_0]' },
    deviceChange: [
      {
        operation: 'add',
        device: { _typeName: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' },
      },
      { operation: 'add', fileOperation: 'create', device: disk },
    ],
    ...more,
  };
}

const REFUSED = { _typeName: 'NoDiskSpace', datastore: 'LocalDS_0' };

describe('a datastore that is nearly full', () => {
  it('takes no new machine with a thick disk that has no room, and nothing is left of it', async () => {
    await using ep = await Endpoint.open();
    const { free } = await crowded(ep);
    const before = await free();
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const folder = await ep.at('DC0/vm');
    expect(await ep.fault(folder, 'CreateVM_Task', { config: config('more', 2 * GIB), pool })).toMatchObject(REFUSED);
    expect([await free(), await ep.exists('DC0/vm/more')]).toEqual([before, false]);
    await make(ep, 'less', GIB);
  });

  it('lets no disk be added or grow beyond it', async () => {
    await using ep = await Endpoint.open();
    const { vm } = await crowded(ep);
    const disk: Answer = (await ep.read(vm, 'config.hardware.device')).find(
      (d: Answer) => d._typeName === 'VirtualDisk',
    );
    const grown = { ...disk, capacityInKB: disk.capacityInKB + 2 * 2 ** 20, capacityInBytes: undefined };
    const edit = { deviceChange: [{ operation: 'edit', device: grown }] };
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: edit })).toMatchObject(REFUSED);
    const added = {
      ...disk,
      key: -5,
      unitNumber: 1,
      capacityInKB: 2 * 2 ** 20,
      capacityInBytes: undefined,
      diskObjectId: undefined,
    };
    added.backing = { ...disk.backing, fileName: '[LocalDS_0]', uuid: undefined };
    const add = { deviceChange: [{ operation: 'add', fileOperation: 'create', device: added }] };
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: add })).toMatchObject(REFUSED);
    expect(await ep.read(vm, 'config.hardware.device[2000].capacityInKB')).toBe(disk.capacityInKB);
  });

  it('starts no machine whose swap file has no room', async () => {
    await using ep = await Endpoint.open();
    const { vm } = await crowded(ep);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { memoryMB: 4096 } });
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject(REFUSED);
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOff');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { memoryAllocation: { reservation: 4096 } } });
    await ep.run(vm, 'PowerOnVM_Task');
  });

  it('keeps no memory of a machine in a snapshot that has no room', async () => {
    await using ep = await Endpoint.open();
    const { vm } = await crowded(ep);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { memoryMB: 2048, memoryAllocation: { reservation: 2048 } } });
    await ep.run(vm, 'PowerOnVM_Task');
    const take = (memory: boolean) => ({ name: 'one', memory, quiesce: false });
    expect(await ep.fault(vm, 'CreateSnapshot_Task', take(true))).toMatchObject(REFUSED);
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
    await ep.run(vm, 'CreateSnapshot_Task', take(false));
  });

  it('lets a disk that is there already be attached to another machine', async () => {
    await using ep = await Endpoint.open();
    const { vm } = await crowded(ep);
    const disk: Answer = (await ep.read(vm, 'config.hardware.device')).find(
      (d: Answer) => d._typeName === 'VirtualDisk',
    );
    const other = await make(ep, 'other', 2 ** 20);
    const device = { ...disk, key: -5, unitNumber: 1, diskObjectId: undefined };
    await ep.run(other, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
    expect(await ep.read(other, 'config.hardware.device[2001].capacityInKB')).toBe(disk.capacityInKB);
  });
});

describe('a machine on a datastore that is nearly full', () => {
  /** A small machine that runs there, with memory that its swap file has no part of. */
  async function running(ep: Endpoint, memoryMB: number): Promise<Ref> {
    const small = await make(ep, 'small', 2 ** 20, { memoryMB, memoryAllocation: { reservation: memoryMB } });
    await ep.run(small, 'PowerOnVM_Task');
    return small;
  }

  it('is not suspended when its memory has no room, and runs on', async () => {
    await using ep = await Endpoint.open();
    await crowded(ep);
    const vm = await running(ep, 4096);
    expect(await ep.fault(vm, 'SuspendVM_Task')).toMatchObject(REFUSED);
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOn');
  });

  it('is not forked when the swap file of its twin has no room', async () => {
    await using ep = await Endpoint.open();
    await crowded(ep);
    const vm = await running(ep, 64);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { memoryAllocation: { reservation: 0 } } });
    const spec = { name: 'twin', location: {} };
    await ep.run(vm, 'InstantClone_Task', { spec });
    const left = await ep.read(await ep.at('DC0/datastore/LocalDS_0'), 'summary.freeSpace');
    await make(ep, 'filler', left - 2 ** 20);
    expect(await ep.fault(vm, 'InstantClone_Task', { spec: { ...spec, name: 'third' } })).toMatchObject(REFUSED);
    expect(await ep.exists('DC0/vm/third')).toBe(false);
  });

  it('does not get a copy of its own of a disk that has no room', async () => {
    await using ep = await Endpoint.open();
    const { vm } = await crowded(ep);
    const folder = await ep.at('DC0/vm');
    const snapshot = await ep.run(vm, 'CreateSnapshot_Task', { name: 'one', memory: false, quiesce: false });
    const location = { diskMoveType: 'createNewChildDiskBacking' };
    const spec = { location, snapshot, powerOn: false, template: false };
    const clone: Ref = await ep.run(vm, 'CloneVM_Task', { folder, name: 'linked', spec });
    expect(await ep.fault(clone, 'PromoteDisks_Task', { unlink: true })).toMatchObject(REFUSED);
  });
});

describe('a disk whose file has no name', () => {
  const thin = (fileName: string) => ({ fileName, diskMode: 'persistent', thinProvisioned: true });

  it('goes to the datastore that its backing refers to, else to its machine’s', async () => {
    await using ep = await Endpoint.open({ inventory: { ds: 2 } });
    const vm = await make(ep, 'small', 2 ** 20);
    const datastore = await ep.at('DC0/datastore/LocalDS_1');
    const disk = (backing: object) => ({
      _typeName: 'VirtualDisk',
      key: -2,
      controllerKey: 1000,
      unitNumber: -1,
      capacityInKB: 1024,
      backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', ...backing },
    });
    const add = (backing: object) => ({
      spec: { deviceChange: [{ operation: 'add', fileOperation: 'create', device: disk(backing) }] },
    });
    await ep.run(vm, 'ReconfigVM_Task', add({ ...thin(''), datastore }));
    expect(await ep.read(vm, 'config.hardware.device[2001].backing')).toMatchObject({
      fileName: '[LocalDS_1] small/small.vmdk',
      datastore,
    });
    expect(await ep.read(vm, 'datastore')).toContainEqual(datastore);
    await ep.run(vm, 'ReconfigVM_Task', add(thin('')));
    expect(await ep.read(vm, 'config.hardware.device[2002].backing.fileName')).toBe('[LocalDS_0] small/small_1.vmdk');
    const gone = { type: 'Datastore', value: 'datastore-999' };
    expect(await ep.fault(vm, 'ReconfigVM_Task', add({ ...thin(''), datastore: gone }))).toMatchObject({
      _typeName: 'InvalidDeviceBacking',
      property: 'virtualDeviceSpec.device.backing.datastore',
      deviceIndex: 0,
    });
  });
});

describe('a datastore in maintenance', () => {
  it('takes no copies either', async () => {
    await using ep = await Endpoint.open({ inventory: { vm: 0 } });
    const vm = await make(ep, 'there', 2 ** 20);
    const folder = await ep.at('DC0/vm');
    await ep.call(await ep.at('DC0/datastore/LocalDS_0'), 'DatastoreEnterMaintenanceMode');
    const spec = { location: {}, powerOn: false, template: false };
    expect(await ep.fault(vm, 'CloneVM_Task', { folder, name: 'copy', spec })).toMatchObject({
      _typeName: 'InvalidDatastoreState',
      datastoreName: 'LocalDS_0',
    });
  });

  it('takes nothing new', async () => {
    await using ep = await Endpoint.open({ inventory: { vm: 0 } });
    const vm = await make(ep, 'there', 2 ** 20);
    const store = await ep.at('DC0/datastore/LocalDS_0');
    await ep.call(store, 'DatastoreEnterMaintenanceMode');
    const refused = { _typeName: 'InvalidDatastoreState', datastoreName: 'LocalDS_0' };
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const folder = await ep.at('DC0/vm');
    expect(await ep.fault(folder, 'CreateVM_Task', { config: config('new', 2 ** 20), pool })).toMatchObject(refused);
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject(refused);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'changed all the same' } });
  });
});
