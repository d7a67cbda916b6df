import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

async function idle() {
  const ep = await Endpoint.open();
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  const folder = await ep.at('DC0/vm');
  await ep.events();
  const spec = (more: object) => ({ location: {}, powerOn: false, template: false, ...more });
  return {
    ep,
    vm,
    folder,
    clone: (name: string, more: object = {}, of: Ref = vm): Promise<Ref> =>
      ep.run(of, 'CloneVM_Task', { folder, name, spec: spec(more) }),
    refused: (name: string, more: object = {}, of: Ref = vm) =>
      ep.fault(of, 'CloneVM_Task', { folder, name, spec: spec(more) }),
    vmEvents: async () => (await ep.events()).filter((type) => type.startsWith('Vm')),
  };
}

const devices = async (ep: Endpoint, vm: Ref): Promise<Answer[]> => ep.read(vm, 'config.hardware.device');
const disk = async (ep: Endpoint, vm: Ref) => (await devices(ep, vm)).find((d) => d._typeName === 'VirtualDisk');

describe('a clone', () => {
  it('has files, uuids and addresses of its own, and is told of in order', async () => {
    const { ep, vm, folder, clone, vmEvents } = await idle();
    await using _ = ep;
    const seen = await Updates.of(ep, folder, 'childEntity');
    const twin = await clone('twin');
    expect(await seen.next()).toEqual(['childEntity']);
    expect(await vmEvents()).toEqual([
      'VmBeingClonedEvent',
      'VmInstanceUuidAssignedEvent',
      'VmUuidAssignedEvent',
      'VmMacAssignedEvent',
      'VmClonedEvent',
    ]);
    const [mine, its] = await Promise.all([vm, twin].map((v) => ep.read(v, 'config')));
    expect(its.files.vmPathName).toBe('[LocalDS_0] twin/twin.vmx');
    for (const key of ['uuid', 'instanceUuid'] as const) expect(its[key]).not.toBe(mine[key]);
    expect((await disk(ep, twin)).backing).toMatchObject({ fileName: '[LocalDS_0] twin/twin.vmdk' });
    expect((await disk(ep, twin)).backing.uuid).not.toBe((await disk(ep, vm)).backing.uuid);
    const address = async (v: Ref) => (await devices(ep, v)).find((d) => d.key === 4000).macAddress;
    expect(await address(twin)).not.toBe(await address(vm));
  });

  it('takes a configuration of its own, and runs when asked', async () => {
    const { ep, clone, vmEvents } = await idle();
    await using _ = ep;
    const config = {
      numCPUs: 2,
      memoryMB: 64,
      annotation: 'other',
      extraConfig: [{ _typeName: 'OptionValue', key: 'guestinfo.who', value: 'twin' }],
      deviceChange: [{ operation: 'remove', device: { _typeName: 'VirtualVmxnet3', key: 4000 } }],
    };
    const twin = await clone('twin', { config, powerOn: true });
    const read = await ep.read(twin, 'config');
    expect(read).toMatchObject({ annotation: 'other', hardware: { numCPU: 2, memoryMB: 64 } });
    expect(read.extraConfig).toMatchObject([{ key: 'guestinfo.who', value: 'twin' }]);
    expect(await ep.read(twin, 'network')).toEqual([]);
    expect(await ep.read(twin, 'runtime.powerState')).toBe('poweredOn');
    expect((await vmEvents()).slice(-3)).toEqual(['VmClonedEvent', 'VmStartingEvent', 'VmPoweredOnEvent']);
  });

  it('puts each disk where and how its locator says', async () => {
    const ep = await Endpoint.open({ inventory: { ds: 2 } });
    await using _ = ep;
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const folder = await ep.at('DC0/vm');
    const [first, second] = await Promise.all([0, 1].map((n) => ep.at(`DC0/datastore/LocalDS_${n}`)));
    const diskBackingInfo = {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: '',
      diskMode: 'independent_persistent',
      thinProvisioned: false,
    };
    const location = { datastore: first, disk: [{ diskId: 2000, datastore: second, diskBackingInfo }] };
    const twin: Ref = await ep.run(vm, 'CloneVM_Task', {
      folder,
      name: 'twin',
      spec: { location, powerOn: false, template: false },
    });
    expect((await disk(ep, twin)).backing).toMatchObject({
      datastore: second,
      fileName: '[LocalDS_1] twin/twin.vmdk',
      diskMode: 'independent_persistent',
      thinProvisioned: false,
    });
    expect(await ep.read(twin, 'config.files.vmPathName')).toBe('[LocalDS_0] twin/twin.vmx');
    expect(await ep.read(twin, 'datastore')).toEqual([first, second]);
  });

  it.each([
    ['thin', { thinProvisioned: true }, { thinProvisioned: true, eagerlyScrub: undefined }],
    ['thick', {}, { thinProvisioned: false, eagerlyScrub: false }],
    ['eager', { eagerlyScrub: true }, { thinProvisioned: false, eagerlyScrub: true }],
  ])('makes a disk %s whatever it was, and one that can be edited', async (_, flags, shown) => {
    const { ep, vm, clone } = await idle();
    await using _ep = ep;
    const datastore = await ep.at('DC0/datastore/LocalDS_0');
    const flat = { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: '', diskMode: 'persistent' };
    const as = (backing: object) => ({
      location: { disk: [{ diskId: 2000, datastore, diskBackingInfo: { ...flat, ...backing } }] },
    });
    for (const [n, before] of [{ thinProvisioned: true }, { eagerlyScrub: true }, {}].entries()) {
      const source = await clone(`source${n}`, as(before), vm);
      const twin = await clone(`twin${n}`, as(flags), source);
      const device = await disk(ep, twin);
      expect(device.backing.thinProvisioned).toBe(shown.thinProvisioned);
      expect(device.backing.eagerlyScrub).toBe(shown.eagerlyScrub);
      await ep.run(twin, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'edit', device }] } });
    }
  });

  it('is linked to a snapshot on its disks, and takes hardly any room', async () => {
    const { ep, vm, clone, refused } = await idle();
    await using _ = ep;
    const diskMoveType = 'createNewChildDiskBacking';
    expect(await refused('twin', { location: { diskMoveType } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.location.diskMoveType',
    });
    const base = (await disk(ep, vm)).backing.fileName;
    const snapshot = await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    const twin = await clone('twin', { location: { diskMoveType }, snapshot });
    expect((await disk(ep, twin)).backing).toMatchObject({
      fileName: '[LocalDS_0] twin/twin.vmdk',
      parent: { fileName: base },
    });
    // Of what a snapshot kept, not of what came after it.
    await ep.run(vm, 'ReconfigVM_Task', { spec: { memoryMB: 128 } });
    expect(await ep.read(await clone('third', { snapshot }), 'config.hardware.memoryMB')).toBe(32);
  });

  it('hands a customization over, and refuses one its guest cannot take', async () => {
    const { ep, vm, clone, refused } = await idle();
    await using _ = ep;
    const customization = {
      identity: {
        _typeName: 'CustomizationLinuxPrep',
        hostName: { _typeName: 'CustomizationFixedName', name: 'web' },
        domain: 'example.com',
      },
      globalIPSettings: {},
      nicSettingMap: [{ adapter: { ip: { _typeName: 'CustomizationDhcpIpGenerator' } } }],
    };
    const linux = { config: { guestId: 'debian11_64Guest' } };
    const twin = await clone('twin', { ...linux, customization });
    expect(await ep.read(twin, 'config.tools.pendingCustomization')).toMatch(/^imcf-/);
    expect(await ep.read(vm, 'config.tools.pendingCustomization')).toBe(undefined);
    const none = { ...customization, nicSettingMap: [] };
    expect(await refused('third', { ...linux, customization: none })).toMatchObject({
      _typeName: 'NicSettingMismatch',
    });
    expect(await ep.exists('DC0/vm/third')).toBe(false);
  });

  it('is refused for a taken name, an unknown disk, no pool, no room or no place', async () => {
    const { ep, vm, folder, refused, clone } = await idle();
    await using _ = ep;
    expect(await refused('DC0_H0_VM1')).toMatchObject({ _typeName: 'DuplicateName', name: 'DC0_H0_VM1' });
    const datastore = await ep.at('DC0/datastore/LocalDS_0');
    expect(await refused('twin', { location: { disk: [{ diskId: 9, datastore }] } })).toMatchObject({
      invalidProperty: 'spec.location.disk.diskId',
    });
    expect(await refused('twin', { template: true, powerOn: true })).toMatchObject({ _typeName: 'InvalidArgument' });
    const template = await clone('template', { template: true });
    expect(await refused('twin', {}, template)).toMatchObject({ invalidProperty: 'spec.location.pool' });
    expect(
      await ep.fault(vm, 'CloneVM_Task', {
        folder: await ep.at('DC0/host'),
        name: 'twin',
        spec: { location: {}, powerOn: false, template: false },
      }),
    ).toMatchObject({ _typeName: 'InvalidFolder' });
    const large = {
      key: -1,
      _typeName: 'VirtualDisk',
      controllerKey: 1000,
      unitNumber: 1,
      capacityInKB: Math.floor((await ep.read(datastore, 'summary.freeSpace')) / 1024) - 2 ** 20,
      backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: '', diskMode: 'persistent' },
    };
    await ep.run(vm, 'ReconfigVM_Task', {
      spec: { deviceChange: [{ operation: 'add', fileOperation: 'create', device: large }] },
    });
    expect(await refused('twin')).toMatchObject({ _typeName: 'NoDiskSpace', datastore: 'LocalDS_0' });
    expect(await ep.events()).toContain('VmCloneFailedEvent');
    expect((await ep.names(await ep.read(folder, 'childEntity'))).includes('twin')).toBe(false);
  });
});
