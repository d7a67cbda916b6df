import { describe, expect, it } from 'vitest';
import type { VirtualDevice } from '../../../src/vim25/generated/index.ts';
import { faultOf, workshop } from './workshop.ts';

type Properties = { readonly [property: string]: never };
const read = (cell: { get(p: string): unknown }, path: string): unknown =>
  path.split('.').reduce<unknown>((at, step, i) => (i === 0 ? cell.get(step) : (at as Properties)?.[step]), undefined);
const devices = (cell: { get(p: string): unknown }) =>
  read(cell, 'config.hardware.device') as (VirtualDevice & Properties)[];
const files = (name = '[LocalDS_0]') => ({ vmPathName: name });
const pool = { type: 'ResourcePool', value: 'resgroup-8' };

const scsi = (key = -1) => ({
  operation: 'add',
  device: { _typeName: 'ParaVirtualSCSIController', key, busNumber: 0, sharedBus: 'noSharing' },
});
const disk = (controllerKey = -1, extra = {}) => ({
  operation: 'add',
  fileOperation: 'create',
  device: {
    _typeName: 'VirtualDisk',
    key: -2,
    controllerKey,
    capacityInKB: 2 * 1024 * 1024,
    backing: {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: '',
      diskMode: 'persistent',
      thinProvisioned: true,
    },
    ...extra,
  },
});
const nic = (deviceName = 'VM Network', extra = {}) => ({
  operation: 'add',
  device: {
    _typeName: 'VirtualVmxnet3',
    key: -3,
    backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName },
    ...extra,
  },
});

function made(deviceChange: readonly object[] = [disk(), scsi(), nic()], config: object = {}) {
  const shop = workshop();
  const spec = { name: 'web', files: files(), numCPUs: 2, memoryMB: 1024, deviceChange, ...config };
  const create = (over: object = {}) =>
    shop.call(shop.at('group-v3'), 'CreateVM_Task', { config: { ...spec, ...over }, pool });
  return { ...shop, create, vm: shop.find(create()) };
}

describe('a machine that is created', () => {
  it('stands in its folder, on a host of its pool, powered off', () => {
    const { vm, at } = made();
    expect(vm.get('name')).toBe('web');
    expect(read(vm, 'runtime.powerState')).toBe('poweredOff');
    expect(vm.get('resourcePool')).toEqual(pool);
    expect(at('host-1').get('vm')).toEqual([vm.ref]);
    expect(vm.get('environmentBrowser')).toEqual({ type: 'EnvironmentBrowser', value: 'envbrowser-7' });
  });

  it('has the devices every machine has, and its own with vCenter’s keys, labels and files', () => {
    const list = devices(made().vm);
    expect(list.map((d) => d.key)).toEqual([200, 201, 300, 100, 400, 600, 700, 500, 12000, 1000, 2000, 4000]);
    const [controller, drive, card] = list.slice(-3);
    expect(controller).toMatchObject({
      scsiCtlrUnitNumber: 7,
      device: [2000],
      deviceInfo: { label: 'SCSI controller 0' },
    });
    expect(drive).toMatchObject({
      controllerKey: 1000,
      unitNumber: 0,
      capacityInBytes: 2 ** 31,
      diskObjectId: '1-2000',
      deviceInfo: { label: 'Hard disk 1', summary: '2,097,152 KB' },
      backing: { fileName: '[LocalDS_0] web/web.vmdk', datastore: { value: 'datastore-1' } },
    });
    expect((drive!['backing'] as Properties)['uuid']).toMatch(/^6000C29/);
    expect(card).toMatchObject({
      deviceInfo: { label: 'Network adapter 1', summary: 'VM Network' },
      addressType: 'assigned',
    });
    expect(card!['macAddress']).toMatch(/^00:50:56:[89ab][0-9a-f]:/);
  });

  it('tells its birth in vCenter’s order', () => {
    expect(made().events()).toEqual([
      'VmBeingCreatedEvent',
      'VmInstanceUuidAssignedEvent',
      'VmUuidAssignedEvent',
      'VmMacAssignedEvent',
      'VmCreatedEvent',
    ]);
  });

  it('has uuids that begin as vCenter’s do, and is found by them', () => {
    const { vm, world } = made();
    expect(read(vm, 'config.uuid')).toMatch(/^42/);
    expect(read(vm, 'config.instanceUuid')).toMatch(/^50/);
    expect([...world.lookup.get('instanceUuid', vm.state.identity.instanceUuid)]).toEqual([vm]);
  });

  it('gets a directory of its own where the name of another’s is taken', () => {
    const { vm, call, create, find } = made();
    call(vm, 'Rename_Task', { newName: 'old' });
    const path = read(find(create()), 'config.files.vmPathName');
    expect(path).toBe('[LocalDS_0] web_1/web.vmx');
    expect(read(vm, 'config.files.vmPathName')).toBe('[LocalDS_0] web/web.vmx');
  });

  it('takes room on its datastore, and shows it on the datastore and on itself alike', () => {
    const { vm, at } = made();
    expect(at('datastore-1').sum('vmUncommitted')).toBe(2 ** 31);
    expect(at('datastore-1').sum('vmBytes')).toBe(read(vm, 'summary.storage.committed'));
  });
});

describe('a creation that is refused', () => {
  const refused = (config: object) => faultOf(() => made([], config));

  it.each([
    ['a name that a neighbour has', { name: 'twin' }, 'DuplicateName', undefined],
    ['no name', { name: undefined }, 'InvalidArgument', 'configSpec.name'],
    ['an empty name', { name: '' }, 'InvalidName', undefined],
    ['an unknown guest', { guestId: 'amigaGuest' }, 'InvalidArgument', 'configSpec.guestId'],
    ['a guest of a later API', { guestId: 'debian13_64Guest' }, 'InvalidArgument', 'configSpec.guestId'],
    ['no CPU', { numCPUs: 0 }, 'InvalidArgument', 'configSpec.numCPUs'],
    ['a memory that is no multiple of 4 MB', { memoryMB: 1023 }, 'InvalidArgument', 'configSpec.memoryMB'],
    ['no files', { files: undefined }, 'InvalidVmConfig', undefined],
    ['a path that is none', { files: files('LocalDS_0') }, 'InvalidDatastorePath', undefined],
    ['a datastore that is not there', { files: files('[nowhere]') }, 'InvalidDatastorePath', undefined],
    ['a network that is not there', { deviceChange: [nic('nowhere')] }, 'InvalidDeviceBacking', undefined],
    [
      'a disk without a controller',
      { deviceChange: [disk(undefined, { controllerKey: undefined })] },
      'MissingController',
      undefined,
    ],
    ['a disk on a controller that is not there', { deviceChange: [disk(1003)] }, 'InvalidController', undefined],
    [
      'a disk in the controller’s own slot',
      { deviceChange: [scsi(), disk(-1, { unitNumber: 7 })] },
      'InvalidDeviceSpec',
      undefined,
    ],
    ['a disk without size', { deviceChange: [scsi(), disk(-1, { capacityInKB: 0 })] }, 'InvalidDeviceSpec', undefined],
    [
      'a disk whose file is not there',
      {
        deviceChange: [
          scsi(),
          {
            ...disk(-1, {
              backing: {
                _typeName: 'VirtualDiskFlatVer2BackingInfo',
                fileName: '[LocalDS_0] x/x.vmdk',
                diskMode: 'persistent',
              },
            }),
            fileOperation: undefined,
          },
        ],
      },
      'FileNotFound',
      undefined,
    ],
  ])('%s: the fault says so and nothing is left', (_what, config, type, path) => {
    const { call, at, seed, world } = workshop();
    seed({ name: 'twin' });
    const before = world.ofType('VirtualMachine').size;
    const spec = { name: 'web', files: files(), ...config };
    const fault = faultOf(() => call(at('group-v3'), 'CreateVM_Task', { config: spec, pool }));
    expect(fault.type).toBe(type);
    if (path) expect(fault.detail['invalidProperty']).toBe(path);
    expect(world.ofType('VirtualMachine').size).toBe(before);
  });

  it('names the neighbour in DuplicateName', () => {
    const { call, at, seed } = workshop();
    const twin = seed({ name: 'twin' });
    const fault = faultOf(() =>
      call(at('group-v3'), 'CreateVM_Task', { config: { name: 'twin', files: files() }, pool }),
    );
    expect(fault.detail).toMatchObject({ name: 'twin', object: twin.ref });
  });

  it('says which of several device specs was wrong', () => {
    const fault = faultOf(() =>
      made([scsi(), disk(), { operation: 'remove', device: { _typeName: 'VirtualCdrom', key: 3001 } }]),
    );
    expect(fault.detail).toMatchObject({ _typeName: 'InvalidDeviceSpec', deviceIndex: 2 });
  });

  it('is checked before anything else is asked of the world', () => {
    expect(refused({ numCoresPerSocket: 3 }).detail['invalidProperty']).toBe('configSpec.numCoresPerSocket');
  });
});

describe('a machine’s power', () => {
  it('goes on and off with its events, its host’s sums and its boot time', () => {
    const { vm, call, events, at } = made();
    events();
    call(vm, 'PowerOnVM_Task');
    expect(read(vm, 'runtime')).toMatchObject({
      powerState: 'poweredOn',
      bootTime: '2026-01-01T00:00:00Z',
      maxCpuUsage: 4000,
    });
    expect(at('host-1').sum('vmPoweredOn')).toBe(1);
    expect(at('host-1').sum('vmMemoryConfigured')).toBe(2 ** 30);
    call(vm, 'PowerOffVM_Task');
    expect(at('host-1').sum('vmPoweredOn')).toBe(0);
    expect(read(vm, 'runtime.bootTime')).toBeUndefined();
    expect(events()).toEqual(['VmStartingEvent', 'DrsVmPoweredOnEvent', 'VmStoppingEvent', 'VmPoweredOffEvent']);
  });

  it.each([
    ['PowerOnVM_Task', true, 'poweredOn'],
    ['PowerOffVM_Task', false, 'poweredOff'],
    ['ResetVM_Task', false, 'poweredOn'],
    ['SuspendVM_Task', false, 'suspended'],
    ['Destroy_Task', true, 'poweredOff'],
  ])('%s in the wrong state is an InvalidPowerState that names both states', (method, poweredOn, requestedState) => {
    const { seed, call } = workshop();
    const vm = seed({ poweredOn });
    const existingState = poweredOn ? 'poweredOn' : 'poweredOff';
    expect(faultOf(() => call(vm, method)).detail).toEqual({
      _typeName: 'InvalidPowerState',
      requestedState,
      existingState,
    });
  });

  it('is kept in a suspended machine’s boot time until it resumes', () => {
    const { seed, call } = workshop();
    const vm = seed({ poweredOn: true });
    call(vm, 'SuspendVM_Task');
    expect(read(vm, 'runtime.powerState')).toBe('suspended');
    call(vm, 'PowerOnVM_Task');
    expect(read(vm, 'runtime')).toMatchObject({ powerState: 'poweredOn', bootTime: '2026-01-01T00:00:00Z' });
  });

  it('is not the guest’s to change without tools', () => {
    const { seed, call } = workshop();
    expect(faultOf(() => call(seed({ poweredOn: true }), 'ShutdownGuest')).type).toBe('ToolsUnavailable');
  });

  it('changes of several machines at once by PowerOnMultiVM_Task, each by a task of its own', () => {
    const { seed, call, at } = workshop();
    const list = [seed(), seed()];
    const result = call(at('datacenter-2'), 'PowerOnMultiVM_Task', { vm: list.map((v) => v.ref) });
    expect(result).toMatchObject({ attempted: list.map((v) => ({ vm: v.ref })), notAttempted: [] });
    expect(list.map((v) => read(v, 'runtime.powerState'))).toEqual(['poweredOn', 'poweredOn']);
  });
});

describe('the end of a machine', () => {
  it('leaves nothing on host, pool and datastore', () => {
    const { vm, call, at, events, world } = made();
    events();
    call(vm, 'Destroy_Task');
    expect(world.find(vm.id)).toBeUndefined();
    expect(at('host-1').get('vm')).toEqual([]);
    expect(at('datastore-1').sum('vmBytes')).toBe(0);
    expect(events()).toEqual(['VmRemovedEvent']);
  });

  it('by UnregisterVM leaves its files, from which it comes back as it was', () => {
    const { vm, call, at, find } = made();
    const { uuid } = vm.state.identity;
    const bytes = at('datastore-1').sum('vmBytes');
    call(vm, 'UnregisterVM');
    const kept = at('datastore-1').state as { readonly files?: { readonly bytes: number } };
    expect(kept.files?.bytes).toBe(bytes);
    const path = '[LocalDS_0] web/web.vmx';
    const again = find(call(at('group-v3'), 'RegisterVM_Task', { path, asTemplate: false, pool }));
    expect(again.state.identity.uuid).toBe(uuid);
    expect((at('datastore-1').state as { readonly files?: { readonly bytes: number } }).files?.bytes).toBe(0);
    expect(faultOf(() => call(at('group-v3'), 'RegisterVM_Task', { path, asTemplate: false, pool })).type).toBe(
      'AlreadyExists',
    );
  });
});

describe('a template', () => {
  it('has a host and no pool, does not start, and becomes a machine again', () => {
    const { vm, call } = made();
    call(vm, 'MarkAsTemplate');
    expect([read(vm, 'config.template'), vm.get('resourcePool')]).toEqual([true, undefined]);
    expect(faultOf(() => call(vm, 'PowerOnVM_Task')).type).toBe('NotSupported');
    call(vm, 'MarkAsVirtualMachine', { pool });
    expect([read(vm, 'config.template'), vm.get('resourcePool')]).toEqual([false, pool]);
  });
});
