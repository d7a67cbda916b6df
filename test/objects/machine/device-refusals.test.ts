import { describe, expect, it } from 'vitest';
import { add, card, disk, edit, flat, remove, scene, scsi } from './device-scene.ts';
import { Updates } from './updates.ts';

const OF = 'virtualDeviceSpec.device';

describe('a device that cannot be', () => {
  it.each([
    ['a disk without a controller', disk({ controllerKey: undefined }), 'MissingController', `${OF}.controllerKey`],
    [
      'a disk on a controller that is not there',
      disk({ controllerKey: 1003 }),
      'InvalidController',
      `${OF}.controllerKey`,
    ],
    ['a disk on the PCI bus', disk({ controllerKey: 100 }), 'InvalidController', `${OF}.controllerKey`],
    ['a disk at the controller’s own unit', disk({ unitNumber: 7 }), 'InvalidDeviceSpec', `${OF}.unitNumber`],
    ['a disk beyond the bus', disk({ unitNumber: 16 }), 'InvalidDeviceSpec', `${OF}.unitNumber`],
    ['a disk of no size', disk({ capacityInKB: 0 }), 'InvalidDeviceSpec', `${OF}.capacityInKB`],
    ['a disk of more than 62 TB', disk({ capacityInKB: 63 * 2 ** 30 }), 'InvalidDeviceSpec', `${OF}.capacityInKB`],
    ['a disk without a backing', disk({ backing: undefined }), 'InvalidDeviceBacking', `${OF}.backing`],
    [
      'a disk’s mode of a hosted product',
      disk({ backing: flat({ diskMode: 'undoable' }) }),
      'InvalidDeviceBacking',
      `${OF}.backing.diskMode`,
    ],
    [
      'a disk shared by no known way',
      disk({ backing: flat({ sharing: 'all' }) }),
      'InvalidDeviceBacking',
      `${OF}.backing.sharing`,
    ],
    [
      'a disk both thin and eager',
      disk({ backing: flat({ thinProvisioned: true, eagerlyScrub: true }) }),
      'InvalidDeviceBacking',
      `${OF}.backing.eagerlyScrub`,
    ],
    [
      'an I/O limit below the least',
      disk({ storageIOAllocation: { limit: 3 } }),
      'InvalidDeviceSpec',
      `${OF}.storageIOAllocation.limit`,
    ],
    [
      'a drive with the backing of a floppy',
      add({
        _typeName: 'VirtualCdrom',
        key: -1,
        controllerKey: 200,
        backing: { _typeName: 'VirtualFloppyDeviceBackingInfo', deviceName: '' },
      }),
      'InvalidDeviceBacking',
      `${OF}.backing`,
    ],
    [
      'a port piped to neither end',
      add({
        _typeName: 'VirtualSerialPort',
        key: -1,
        yieldOnPoll: true,
        backing: { _typeName: 'VirtualSerialPortPipeBackingInfo', pipeName: 'p', endpoint: 'both' },
      }),
      'InvalidDeviceBacking',
      `${OF}.backing.endpoint`,
    ],
    [
      'a network that is not there',
      add(card({ backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'none' } })),
      'InvalidDeviceBacking',
      `${OF}.backing.deviceName`,
    ],
    [
      'a port group that is not there',
      add(
        card({
          backing: {
            _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
            port: { switchUuid: 'u', portgroupKey: 'dvportgroup-0' },
          },
        }),
      ),
      'InvalidDeviceBacking',
      `${OF}.backing.port.portgroupKey`,
    ],
    [
      'an opaque network that is not there',
      add(
        card({
          backing: {
            _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo',
            opaqueNetworkId: 'o',
            opaqueNetworkType: 'nsx.LogicalSwitch',
          },
        }),
      ),
      'InvalidDeviceBacking',
      `${OF}.backing.opaqueNetworkId`,
    ],
    ['an address of a group', add(card({ macAddress: '01:00:5e:00:00:01' })), 'InvalidDeviceSpec', `${OF}.macAddress`],
    ['no address though it is manual', add(card({ addressType: 'manual' })), 'InvalidDeviceSpec', `${OF}.macAddress`],
    ['an address of an unknown kind', add(card({ addressType: 'random' })), 'InvalidDeviceSpec', `${OF}.addressType`],
    ['a TPM beside a BIOS', add({ _typeName: 'VirtualTPM', key: -1 }), 'InvalidDeviceSpec', OF],
    ['a device of no kind', add({ _typeName: 'VirtualEthernetCard', key: -1 }), 'InvalidDeviceSpec', OF],
    [
      'one that is not there to be edited',
      edit({ _typeName: 'VirtualCdrom', key: 3000 }),
      'InvalidDeviceSpec',
      `${OF}.key`,
    ],
    ['the keyboard’s removal', remove({ _typeName: 'VirtualKeyboard', key: 600 }), 'InvalidDeviceOperation', undefined],
    [
      'a file made by an edit',
      { operation: 'edit', fileOperation: 'create', device: { _typeName: 'VirtualDisk', key: 2000, capacityInKB: 1 } },
      'InvalidDeviceOperation',
      'virtualDeviceSpec.fileOperation',
    ],
    [
      'more displays than there are',
      edit({ _typeName: 'VirtualMachineVideoCard', key: 500, numDisplays: 11 }),
      'InvalidDeviceSpec',
      `${OF}.numDisplays`,
    ],
  ])('%s: the fault names the spec and the property', async (_what, spec, type, property) => {
    await using s = await scene();
    const before = await s.ep.read(s.vm, 'config');
    const fault = await s.refused(add(card()), spec);
    expect(fault).toMatchObject({ _typeName: type, deviceIndex: 1, ...(property && { property }) });
    expect(await s.ep.read(s.vm, 'config')).toEqual(before);
  });

  it.each([
    ['VirtualHdAudioCard', 'vmx-07', 'vmx-08'],
    ['VirtualE1000e', 'vmx-07', 'vmx-08'],
    ['VirtualAHCIController', 'vmx-09', 'vmx-10'],
    ['VirtualNVMEController', 'vmx-11', 'vmx-13'],
    ['VirtualTPM', 'vmx-13', 'vmx-14'],
    ['VirtualWDT', 'vmx-15', 'vmx-17'],
  ])(
    'a %s in hardware %s says that %s is the first to have it, and is there after an upgrade',
    async (type, version, first) => {
      const firmware = type === 'VirtualTPM' ? 'efi' : 'bios';
      await using s = await scene(version, { firmware, deviceChange: [] });
      const own = type === 'VirtualE1000e' ? card({ _typeName: type }) : { _typeName: type, key: -1 };
      const more = {
        ...(type.endsWith('Controller') && { busNumber: 0 }),
        ...(type === 'VirtualWDT' && { runOnBoot: false, running: false }),
      };
      const spec = add({ ...own, ...more });
      expect(await s.refused(spec)).toMatchObject({
        _typeName: 'DeviceUnsupportedForVmVersion',
        currentVersion: version,
        expectedVersion: first,
        deviceIndex: 0,
      });
      await s.ep.run(s.vm, 'UpgradeVM_Task', { version: first });
      await s.devices(spec);
      expect(await s.of(type)).toHaveLength(1);
    },
  );

  it('is one more of its kind than the hardware has', async () => {
    await using s = await scene('vmx-10');
    const port = (key: number) =>
      add({
        _typeName: 'VirtualSerialPort',
        key,
        yieldOnPoll: true,
        backing: { _typeName: 'VirtualSerialPortDeviceBackingInfo', deviceName: 'com1' },
      });
    await s.devices(...[-1, -2, -3, -4].map(port));
    expect(await s.refused(port(-5))).toMatchObject({ _typeName: 'TooManyDevices' });
    await s.ep.run(s.vm, 'UpgradeVM_Task', { version: 'vmx-11' });
    await s.devices(port(-5));
    expect(await s.of('VirtualSerialPort')).toHaveLength(5);
  });
});

describe('a running machine', () => {
  it('takes disks, cards and controllers, gives them up again, and tells of each change', async () => {
    await using s = await scene();
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    await using updates = await Updates.of(s.ep, s.vm, ['config.hardware.device', 'summary.config.numVirtualDisks']);
    await s.devices(disk({ controllerKey: -9 }), add(scsi(-9, 'ParaVirtualSCSIController', 1)), add(card()));
    const told = await updates.next();
    expect(told['summary.config.numVirtualDisks']).toBe(1);
    const [drive] = await s.of('VirtualDisk');
    const [nic] = await s.of('VirtualVmxnet3');
    expect(drive.controllerKey).toBe(1001);
    expect(nic.connectable).toMatchObject({ connected: true, status: 'ok' });
    await s.devices(remove(drive, 'destroy'), remove(nic));
    expect((await updates.next())['summary.config.numVirtualDisks']).toBe(0);
  });

  it.each([
    ['a drive on an IDE bus', { _typeName: 'VirtualCdrom', key: -1, controllerKey: 200 }],
    ['a floppy drive', { _typeName: 'VirtualFloppy', key: -1 }],
    ['a watchdog', { _typeName: 'VirtualWDT', key: -1, runOnBoot: false, running: false }],
  ])('is not given %s', async (_what, device) => {
    await using s = await scene();
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    expect(await s.refused(add(device))).toMatchObject({ _typeName: 'DeviceHotPlugNotSupported', deviceIndex: 0 });
  });

  it('lets a disk grow and a card be plugged elsewhere, and lets no address or mode change', async () => {
    await using s = await scene();
    await s.devices(disk(), add(card()));
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    const [drive] = await s.of('VirtualDisk');
    const [nic] = await s.of('VirtualVmxnet3');
    await s.devices(edit({ ...drive, capacityInKB: 8192, capacityInBytes: 8192 * 1024 }));
    expect((await s.of('VirtualDisk'))[0].capacityInKB).toBe(8192);
    await s.devices(edit({ ...nic, connectable: { ...nic.connectable, connected: false } }));
    expect((await s.of('VirtualVmxnet3'))[0].connectable.connected).toBe(false);
    const mode = {
      ...drive,
      capacityInKB: 8192,
      capacityInBytes: 8192 * 1024,
      backing: { ...drive.backing, diskMode: 'independent_persistent' },
    };
    for (const spec of [{ ...nic, macAddress: '00:50:56:00:00:09', addressType: 'manual' }, mode]) {
      expect(await s.refused(edit(spec))).toMatchObject({ _typeName: 'InvalidPowerState', existingState: 'poweredOn' });
    }
  });

  it('that is suspended keeps the devices its memory knows', async () => {
    await using s = await scene();
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    await s.ep.run(s.vm, 'SuspendVM_Task');
    expect(await s.refused(disk())).toMatchObject({ _typeName: 'InvalidPowerState', existingState: 'suspended' });
  });
});

describe('addresses', () => {
  it('are told of when they are given, changed, or another machine’s as well', async () => {
    await using s = await scene();
    const other = await s.ep.at('DC0/vm/DC0_H0_VM0');
    const taken = (await s.ep.read(other, 'config.hardware.device')).find(
      (d: { macAddress?: string }) => d.macAddress,
    ).macAddress;
    await s.ep.events();
    await s.devices(add(card()));
    const [nic] = await s.of('VirtualVmxnet3');
    await s.devices(edit({ ...nic, addressType: 'manual', macAddress: taken }));
    expect((await s.ep.events()).filter((e) => e.startsWith('Vm'))).toEqual([
      'VmMacAssignedEvent',
      'VmReconfiguredEvent',
      'VmMacChangedEvent',
      'VmMacConflictEvent',
      'VmReconfiguredEvent',
    ]);
  });
});
