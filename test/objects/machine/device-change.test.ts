import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VirtualDevice } from '../../../src/vim25/generated/index.ts';
import { VimFault } from '../../../src/world/fault.ts';
import { faultOf, workshop } from './workshop.ts';

type Shown = VirtualDevice & { readonly [property: string]: unknown };

function machine() {
  const shop = workshop();
  const vm = shop.seed({ name: 'vm' });
  const change = (...deviceChange: object[]) => shop.call(vm, 'ReconfigVM_Task', { spec: { deviceChange } });
  const all = () => (vm.get('config') as { hardware: { device: Shown[] } }).hardware.device;
  const of = (type: string) => all().filter((d) => d._typeName === type);
  return { ...shop, vm, change, all, of, refused: (...specs: object[]) => faultOf(() => change(...specs)) };
}

const flat = (fileName = '', more = {}) => ({
  _typeName: 'VirtualDiskFlatVer2BackingInfo',
  fileName,
  diskMode: 'persistent',
  ...more,
});
const add = (device: object, fileOperation?: string) => ({ operation: 'add', fileOperation, device });
const remove = (device: object, fileOperation?: string) => ({ operation: 'remove', fileOperation, device });
const edit = (device: object) => ({ operation: 'edit', device });
const disk = (over: object = {}) =>
  add(
    { _typeName: 'VirtualDisk', key: -1, controllerKey: 1000, capacityInKB: 4096, backing: flat(), ...over },
    'create',
  );

describe('disks', () => {
  it('get the next key, unit, label and file', () => {
    const { change, of } = machine();
    change(disk());
    expect(of('VirtualDisk')[1]).toMatchObject({
      key: 2001,
      unitNumber: 1,
      deviceInfo: { label: 'Hard disk 2' },
      backing: { fileName: '[LocalDS_0] vm/vm_1.vmdk' },
    });
  });

  it('may come before the controller they hang on', () => {
    const { change, of } = machine();
    const controller = { _typeName: 'ParaVirtualSCSIController', key: -7, busNumber: 0, sharedBus: 'noSharing' };
    change(disk({ controllerKey: -7 }), add(controller));
    expect(of('ParaVirtualSCSIController').map((c) => [c.key, c['device']])).toEqual([
      [1000, [2000]],
      [1001, [2016]],
    ]);
  });

  it('skip the unit that is the controller’s own', () => {
    const { change, of } = machine();
    for (let i = 0; i < 7; i++) change(disk());
    expect(of('VirtualDisk').map((d) => d.unitNumber)).toEqual([0, 1, 2, 3, 4, 5, 6, 8]);
  });

  it('grow by either measure and never shrink', () => {
    const { change, of, refused } = machine();
    const [before] = of('VirtualDisk') as [Shown];
    change(edit({ ...before, capacityInKB: 20 * 2 ** 20 }));
    expect(of('VirtualDisk')[0]).toMatchObject({ capacityInBytes: 20 * 2 ** 30, backing: before.backing });
    expect(refused(edit({ ...before, capacityInKB: 1024, capacityInBytes: 2 ** 20 })).type).toBe(
      'InvalidDeviceOperation',
    );
  });

  it('leave their file unless it is destroyed, and a file that was left can be attached again as it was', () => {
    const { change, of, refused } = machine();
    const [drive] = of('VirtualDisk') as [Shown];
    const fileName = (drive.backing as unknown as { fileName: string }).fileName;
    const attach = add({
      _typeName: 'VirtualDisk',
      key: -1,
      controllerKey: 1000,
      capacityInKB: 0,
      backing: flat(fileName),
    });
    change(remove(drive));
    change(attach);
    expect(of('VirtualDisk')[0]).toEqual(drive);
    change(remove(drive, 'destroy'));
    expect(refused(attach).type).toBe('FileNotFound');
  });

  it('over a parent begin empty, with the parent’s size', () => {
    const { change, of } = machine();
    change(disk({ capacityInKB: 0, backing: flat('', { parent: flat('[LocalDS_0] vm/vm.vmdk') }) }));
    expect(of('VirtualDisk')[1]).toMatchObject({
      capacityInBytes: 10 * 2 ** 30,
      backing: { parent: { fileName: '[LocalDS_0] vm/vm.vmdk' } },
    });
  });
});

describe('network cards', () => {
  const card = (over: object = {}) => ({
    _typeName: 'VirtualE1000e',
    key: -1,
    backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'Back Net' },
    ...over,
  });

  it('have an address of their own or the one they were given, case and all', () => {
    const { change, of, vm } = machine();
    change(add(card()), add(card({ key: -2, addressType: 'manual', macAddress: '00:50:56:AA:34:56' })));
    const [own, given] = of('VirtualE1000e');
    expect(own).toMatchObject({ key: 4001, addressType: 'assigned', deviceInfo: { label: 'Network adapter 2' } });
    expect(given).toMatchObject({ key: 4002, addressType: 'manual', macAddress: '00:50:56:AA:34:56' });
    expect(vm.get('network')).toHaveLength(2);
  });

  it('move to another network when edited, and keep their address', () => {
    const { change, of, vm } = machine();
    const [before] = of('VirtualVmxnet3') as [Shown];
    change(edit({ ...before, backing: card().backing }));
    expect(of('VirtualVmxnet3')[0]).toMatchObject({
      macAddress: before['macAddress'],
      deviceInfo: { summary: 'Back Net' },
    });
    expect(vm.get('network')).toEqual([{ type: 'Network', value: 'network-2' }]);
  });

  it('are refused an address that is none', () => {
    expect(machine().refused(add(card({ macAddress: 'here' }))).detail).toMatchObject({
      _typeName: 'InvalidDeviceSpec',
      deviceIndex: 0,
      property: 'virtualDeviceSpec.device.macAddress',
    });
  });
});

describe('other devices', () => {
  it('are drives on a bus, with keys and labels of their own', () => {
    const { change, of } = machine();
    const backing = { _typeName: 'VirtualCdromIsoBackingInfo', fileName: '[LocalDS_1] iso/a.iso' };
    change(add({ _typeName: 'VirtualCdrom', key: -1, controllerKey: 201, backing }));
    expect(of('VirtualCdrom')[0]).toMatchObject({
      key: 3002,
      unitNumber: 0,
      deviceInfo: { label: 'CD/DVD drive 1', summary: 'ISO [LocalDS_1] iso/a.iso' },
      backing: { datastore: { value: 'datastore-2' } },
    });
  });

  it('that every machine has are not added twice', () => {
    const { change, all } = machine();
    const before = all().length;
    change(
      add({ _typeName: 'VirtualIDEController', key: -1, busNumber: 1 }),
      add({ _typeName: 'VirtualMachineVideoCard', key: -2, videoRamSizeInKB: 16384 }),
    );
    expect(all()).toHaveLength(before);
    expect(all().find((d) => d.key === 500)).toMatchObject({ videoRamSizeInKB: 16384 });
  });

  it('stay when they carry others or belong to every machine', () => {
    const { refused, of, all } = machine();
    for (const device of [of('ParaVirtualSCSIController')[0]!, all()[0]!]) {
      expect(refused(remove(device)).type).toBe('InvalidDeviceOperation');
    }
  });
});

describe('a change of several devices', () => {
  it('is made whole or not at all', () => {
    const { refused, all } = machine();
    const before = all();
    refused(disk(), remove({ _typeName: 'VirtualCdrom', key: 3999 }));
    expect(all()).toEqual(before);
  });

  it('leaves keys unique and units legal, whatever is added and removed in whatever order', () => {
    const controllers = [
      'ParaVirtualSCSIController',
      'VirtualLsiLogicController',
      'VirtualAHCIController',
      'VirtualNVMEController',
    ];
    const step = fc.oneof(
      fc.record({ add: fc.constantFrom(...controllers), bus: fc.nat(4) }),
      fc.record({
        disk: fc.nat(9),
        unit: fc.option(fc.integer({ min: -1, max: 31 }), { nil: undefined }),
        drive: fc.boolean(),
      }),
      fc.record({ card: fc.boolean() }),
      fc.record({ remove: fc.nat(40) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (rounds) => {
        const { change, all } = machine();
        for (const round of rounds) {
          try {
            change(...round.map((s, i) => specOf(s, -10 - i, all())));
          } catch (error) {
            if (!(error instanceof VimFault)) throw error;
          }
          expectLegal(all());
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Wish = {
  add?: string;
  bus?: number;
  disk?: number;
  unit?: number | undefined;
  drive?: boolean;
  card?: boolean;
  remove?: number;
};

function specOf(wish: Wish, key: number, devices: readonly Shown[]): object {
  const buses = devices.filter((d) => d['busNumber'] !== undefined);
  if (wish.add)
    return add({
      _typeName: wish.add,
      key,
      busNumber: wish.bus,
      ...(/SCSI|Lsi/.test(wish.add) && { sharedBus: 'noSharing' }),
    });
  if (wish.remove !== undefined) return remove(devices[wish.remove % devices.length]!);
  if (wish.disk === undefined) {
    const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' };
    return add({ _typeName: 'VirtualVmxnet3', key, backing });
  }
  const controllerKey = buses[wish.disk % buses.length]!.key;
  const place = { key, controllerKey, unitNumber: wish.unit };
  return wish.drive ? add({ _typeName: 'VirtualCdrom', ...place }) : disk(place);
}

const UNITS: { readonly [type: string]: number } = {
  VirtualIDEController: 2,
  VirtualAHCIController: 30,
  VirtualNVMEController: 64,
  ParaVirtualSCSIController: 65,
};

function expectLegal(devices: readonly Shown[]): void {
  const keys = devices.map((d) => d.key);
  expect(new Set(keys).size).toBe(keys.length);
  const slots = devices.filter((d) => d.controllerKey !== undefined).map((d) => `${d.controllerKey}:${d.unitNumber}`);
  expect(new Set(slots).size).toBe(slots.length);
  for (const d of devices.filter((x) => x._typeName === 'VirtualDisk' || x._typeName === 'VirtualCdrom')) {
    const controller = devices.find((c) => c.key === d.controllerKey)!;
    expect(controller['device']).toContain(d.key);
    expect(d.unitNumber).toBeLessThan(UNITS[controller._typeName!] ?? 16);
    if (controller['scsiCtlrUnitNumber'] !== undefined) expect(d.unitNumber).not.toBe(controller['scsiCtlrUnitNumber']);
  }
}
