import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { add, card, disk, edit, flat, remove, scene, scsi } from './device-scene.ts';

const iso = { _typeName: 'VirtualCdromIsoBackingInfo', fileName: '[LocalDS_0] iso/a.iso' };
const cdrom = (backing: object, more: object = {}) => ({
  _typeName: 'VirtualCdrom',
  key: -5,
  controllerKey: 200,
  backing,
  ...more,
});

describe('a controller', () => {
  it.each([
    ['VirtualLsiLogicController', 1001, 4, 'SCSI controller 1', 'LSI Logic'],
    ['VirtualLsiLogicSASController', 1001, 4, 'SCSI controller 1', 'LSI Logic SAS'],
    ['VirtualBusLogicController', 1001, 4, 'SCSI controller 1', 'BusLogic'],
    ['ParaVirtualSCSIController', 1001, 4, 'SCSI controller 1', 'VMware paravirtual SCSI'],
    ['VirtualAHCIController', 15000, 24, 'SATA controller 0', 'AHCI'],
    ['VirtualNVMEController', 31000, 30, 'NVME controller 0', 'NVME controller 0'],
    ['VirtualUSBController', 7000, 22, 'USB controller', 'Auto connect Disabled'],
    ['VirtualUSBXHCIController', 14000, 23, 'USB xHCI controller ', 'USB xHCI controller'],
  ])('%s has key %i at unit %i of the PCI bus', async (type, key, unitNumber, label, summary) => {
    await using s = await scene();
    const sharing = /SCSI|Logic/.test(type) ? { sharedBus: 'noSharing' } : {};
    await s.devices(add({ _typeName: type, key: -9, busNumber: 0, ...sharing }));
    const device = (await s.of(type)).at(-1);
    expect(device).toMatchObject({ key, unitNumber, controllerKey: 100, deviceInfo: { label, summary } });
    expect((await s.of('VirtualPCIController'))[0].device).toContain(key);
  });

  it('there are four of a kind, and no fifth', async () => {
    await using s = await scene();
    const three = [-2, -3, -4].map((key, i) => add(scsi(key, 'ParaVirtualSCSIController', i + 1)));
    await s.devices(...three);
    expect(await s.refused(add(scsi(-5)))).toMatchObject({ _typeName: 'TooManyDevices' });
  });

  it('is exchanged for another under its disks, which name it by its temporary key', async () => {
    await using s = await scene();
    await s.devices(disk());
    const [old] = await s.of('VirtualLsiLogicController');
    const [drive] = await s.of('VirtualDisk');
    await s.devices(edit({ ...drive, controllerKey: -7 }), remove(old), add(scsi(-7, 'ParaVirtualSCSIController')));
    expect(await s.of('VirtualLsiLogicController')).toEqual([]);
    expect((await s.of('ParaVirtualSCSIController'))[0]).toMatchObject({ key: 1000, device: [2000] });
    expect((await s.of('VirtualDisk'))[0]).toMatchObject({ ...drive, controllerKey: 1000 });
  });
});

describe('a disk', () => {
  it.each([
    ['VirtualIDEController', 200, 3000, 1],
    ['VirtualAHCIController', 15000, 16000, 0],
    ['VirtualNVMEController', 31000, 32000, 0],
  ])('on a %s has the keys of that bus', async (type, controllerKey, first, unit) => {
    await using s = await scene();
    const own = type === 'VirtualIDEController';
    const bus = own ? [] : [add({ _typeName: type, key: controllerKey, busNumber: 0 })];
    await s.devices(...bus, disk({ controllerKey, unitNumber: unit }));
    expect((await s.of('VirtualDisk'))[0]).toMatchObject({
      key: first + unit,
      diskObjectId: `1-${first + unit}`,
      controllerKey,
      unitNumber: unit,
    });
  });

  it('goes beyond the sixteenth unit of a paravirtual bus from hardware version 14 on', async () => {
    await using s = await scene('vmx-14', { deviceChange: [add(scsi(-1, 'ParaVirtualSCSIController'))] });
    await s.devices(disk({ unitNumber: 64 }));
    expect((await s.of('VirtualDisk'))[0].unitNumber).toBe(64);
    await using old = await scene('vmx-13', { deviceChange: [add(scsi(-1, 'ParaVirtualSCSIController'))] });
    expect(await old.refused(disk({ unitNumber: 16 }))).toMatchObject({
      _typeName: 'InvalidDeviceSpec',
      property: 'virtualDeviceSpec.device.unitNumber',
    });
  });

  it('changes places with another in one spec', async () => {
    await using s = await scene();
    await s.devices(disk({ unitNumber: 0 }), disk({ unitNumber: 1, key: -4 }));
    const [first, second] = await s.of('VirtualDisk');
    await s.devices(edit({ ...first, unitNumber: 1 }), edit({ ...second, unitNumber: 0 }));
    const files = (await s.of('VirtualDisk')).map((d) => [d.key, d.backing.fileName]);
    expect(files).toEqual([
      [2000, second.backing.fileName],
      [2001, first.backing.fileName],
    ]);
  });

  it('has shares by their level, in the older property and the newer alike', async () => {
    await using s = await scene();
    await s.devices(disk({ storageIOAllocation: { limit: 500, shares: { level: 'high', shares: 0 } } }));
    expect((await s.of('VirtualDisk'))[0]).toMatchObject({
      shares: { level: 'high', shares: 2000 },
      storageIOAllocation: { limit: 500, shares: { level: 'high', shares: 2000 }, reservation: 0 },
    });
  });

  it('may stand for one of the host’s own', async () => {
    await using s = await scene();
    const browser = await s.ep.read(await s.ep.at('DC0/host/DC0_C0'), 'environmentBrowser');
    const { scsiDisk } = await s.ep.call(browser, 'QueryConfigTarget', {});
    const raw = {
      _typeName: 'VirtualDiskRawDiskMappingVer1BackingInfo',
      fileName: '',
      deviceName: scsiDisk[0].disk.deviceName,
      compatibilityMode: 'physicalMode',
    };
    await s.devices(disk({ capacityInKB: 0, backing: raw }));
    expect((await s.of('VirtualDisk'))[0]).toMatchObject({
      capacityInBytes: scsiDisk[0].capacity,
      backing: { _typeName: raw._typeName, lunUuid: scsiDisk[0].disk.uuid, fileName: '[LocalDS_0] scene/scene.vmdk' },
    });
    const stranger = disk({ capacityInKB: 0, backing: { ...raw, deviceName: 'vml.0' } });
    expect(await s.refused(stranger)).toMatchObject({
      _typeName: 'InvalidDeviceBacking',
      property: 'virtualDeviceSpec.device.backing.deviceName',
    });
  });
});

describe('a drive or port', () => {
  it.each([
    ['VirtualCdrom', iso, 3000, 'CD/DVD drive 1', 'ISO [LocalDS_0] iso/a.iso'],
    [
      'VirtualCdrom',
      { _typeName: 'VirtualCdromAtapiBackingInfo', deviceName: '/dev/cd' },
      3000,
      'CD/DVD drive 1',
      'ATAPI /dev/cd',
    ],
    [
      'VirtualCdrom',
      { _typeName: 'VirtualCdromPassthroughBackingInfo', deviceName: '', exclusive: false },
      3000,
      'CD/DVD drive 1',
      'Passthrough',
    ],
    [
      'VirtualCdrom',
      { _typeName: 'VirtualCdromRemoteAtapiBackingInfo', deviceName: 'cd0' },
      3000,
      'CD/DVD drive 1',
      'Remote cd0',
    ],
    [
      'VirtualCdrom',
      { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false },
      3000,
      'CD/DVD drive 1',
      'Remote device',
    ],
    [
      'VirtualFloppy',
      { _typeName: 'VirtualFloppyImageBackingInfo', fileName: '[LocalDS_0] a.flp' },
      8000,
      'Floppy drive 1',
      'Image [LocalDS_0] a.flp',
    ],
    [
      'VirtualFloppy',
      { _typeName: 'VirtualFloppyDeviceBackingInfo', deviceName: '/dev/fd0' },
      8000,
      'Floppy drive 1',
      '/dev/fd0',
    ],
    [
      'VirtualFloppy',
      { _typeName: 'VirtualFloppyRemoteDeviceBackingInfo', deviceName: '' },
      8000,
      'Floppy drive 1',
      'Remote',
    ],
    [
      'VirtualSerialPort',
      { _typeName: 'VirtualSerialPortFileBackingInfo', fileName: '[LocalDS_0] com1.log' },
      9000,
      'Serial port 1',
      'File [LocalDS_0] com1.log',
    ],
    [
      'VirtualSerialPort',
      { _typeName: 'VirtualSerialPortURIBackingInfo', serviceURI: 'telnet://:7000', direction: 'server' },
      9000,
      'Serial port 1',
      'Remote telnet://:7000',
    ],
    [
      'VirtualSerialPort',
      { _typeName: 'VirtualSerialPortPipeBackingInfo', pipeName: 'p', endpoint: 'server' },
      9000,
      'Serial port 1',
      'Pipe p',
    ],
    [
      'VirtualSerialPort',
      { _typeName: 'VirtualSerialPortDeviceBackingInfo', deviceName: '/dev/char/com1' },
      9000,
      'Serial port 1',
      '/dev/char/com1',
    ],
    [
      'VirtualParallelPort',
      { _typeName: 'VirtualParallelPortFileBackingInfo', fileName: '[LocalDS_0] lpt' },
      10000,
      'Parallel port 1',
      'File [LocalDS_0] lpt',
    ],
    [
      'VirtualParallelPort',
      { _typeName: 'VirtualParallelPortDeviceBackingInfo', deviceName: 'lpt1' },
      10000,
      'Parallel port 1',
      'lpt1',
    ],
    [
      'VirtualHdAudioCard',
      { _typeName: 'VirtualSoundCardDeviceBackingInfo', deviceName: '', useAutoDetect: true },
      5000,
      'Sound card 1',
      'Sound card 1',
    ],
  ])('%s backed by %o reads back as it was asked for', async (type, backing, key, label, summary) => {
    await using s = await scene();
    const on = type === 'VirtualCdrom' ? { controllerKey: 200 } : {};
    const own = type === 'VirtualSerialPort' ? { yieldOnPoll: true } : {};
    await s.devices(add({ _typeName: type, key: -1, ...on, ...own, backing }));
    const [device] = await s.of(type);
    expect(device).toMatchObject({ key, deviceInfo: { label, summary }, backing });
    expect(device.connectable).toMatchObject({ startConnected: true, connected: false, status: 'untried' });
  });

  it('is connected as it is asked to be once the machine runs', async () => {
    await using s = await scene();
    await s.devices(
      add(cdrom(iso, { connectable: { startConnected: false, allowGuestControl: true, connected: false } })),
    );
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    const [drive] = await s.of('VirtualCdrom');
    expect(drive.connectable).toMatchObject({ connected: false, status: 'ok' });
    await s.devices(edit({ ...drive, connectable: { ...drive.connectable, connected: true } }));
    expect((await s.of('VirtualCdrom'))[0].connectable).toMatchObject({ connected: true, startConnected: false });
  });
});

describe('a device of its own kind', () => {
  const passthrough = (backing: object) => ({ _typeName: 'VirtualPCIPassthrough', key: -1, backing });

  it.each([
    [{ _typeName: 'VirtualWDT', key: -1, runOnBoot: true, running: false }, 18000, 'Virtual watchdog timer'],
    [{ _typeName: 'VirtualTPM', key: -1 }, 11000, 'Virtual TPM'],
    [
      {
        _typeName: 'VirtualPrecisionClock',
        key: -1,
        backing: { _typeName: 'VirtualPrecisionClockSystemClockBackingInfo', protocol: 'ptp' },
      },
      19000,
      'Precision clock 1',
    ],
    [
      passthrough({
        _typeName: 'VirtualPCIPassthroughDeviceBackingInfo',
        id: '0000:3b:00.0',
        deviceId: '1db4',
        systemId: 's',
        vendorId: 4318,
        deviceName: 'GPU',
      }),
      13000,
      'PCI device 1',
    ],
    [passthrough({ _typeName: 'VirtualPCIPassthroughVmiopBackingInfo', vgpu: 'grid_p40-2q' }), 13000, 'PCI device 1'],
  ])('%o gets its key and label', async (device, key, label) => {
    await using s = await scene('vmx-21', { firmware: 'efi' });
    await s.devices(add(device));
    expect((await s.of(device._typeName))[0]).toMatchObject({ key, deviceInfo: { label } });
  });

  it('hangs on a USB controller when it is a USB device', async () => {
    await using s = await scene();
    const backing = { _typeName: 'VirtualUSBUSBBackingInfo', deviceName: 'path:0/1/4' };
    const usb = { _typeName: 'VirtualUSB', key: -2, controllerKey: -1, connected: false, backing };
    await s.devices(add(usb), add({ _typeName: 'VirtualUSBXHCIController', key: -1, busNumber: 0 }));
    const [device] = await s.of('VirtualUSB');
    expect(device).toMatchObject({ controllerKey: 14000, unitNumber: 0, deviceInfo: { label: 'USB 1' } });
    expect((await s.of('VirtualUSBXHCIController'))[0].device).toEqual([device.key]);
  });
});

describe('a network card', () => {
  it.each([
    'VirtualVmxnet3',
    'VirtualVmxnet2',
    'VirtualE1000',
    'VirtualE1000e',
    'VirtualPCNet32',
    'VirtualVmxnet3Vrdma',
    'VirtualSriovEthernetCard',
  ])('may be a %s', async (type) => {
    await using s = await scene();
    await s.devices(add(card({ _typeName: type })));
    expect((await s.of(type))[0]).toMatchObject({
      key: 4000,
      unitNumber: 7,
      addressType: 'assigned',
      wakeOnLanEnabled: true,
      resourceAllocation: { share: { level: 'normal', shares: 50 }, limit: -1 },
      deviceInfo: { label: 'Network adapter 1', summary: 'VM Network' },
    });
  });

  it('stands at the unit it asks for, and its key and label follow', async () => {
    await using s = await scene();
    await s.devices(add(card({ unitNumber: 9 })), add(card({ key: -4 })));
    expect((await s.of('VirtualVmxnet3')).map((d) => [d.key, d.unitNumber, d.deviceInfo.label])).toEqual([
      [4000, 7, 'Network adapter 1'],
      [4002, 9, 'Network adapter 3'],
    ]);
  });

  it('has a port of its own on a group with static binding, and keeps it when it is edited', async () => {
    await using s = await scene();
    const group = await s.ep.at('DC0/network/DC0_DVPG0');
    const { distributedVirtualSwitch } = await s.ep.read(group, 'config');
    const port = {
      portgroupKey: await s.ep.read(group, 'key'),
      switchUuid: await s.ep.read(distributedVirtualSwitch, 'uuid'),
    };
    const backing = { _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo', port };
    await s.devices(add(card({ backing })), add(card({ key: -4, backing })));
    const [first, second] = await s.of('VirtualVmxnet3');
    expect(first.backing.port).toMatchObject({
      ...port,
      portKey: expect.any(String),
      connectionCookie: expect.any(Number),
    });
    expect(first.backing.port.portKey).not.toBe(second.backing.port.portKey);
    expect(first.deviceInfo.summary).toBe(`DVSwitch: ${port.switchUuid}`);
    await s.devices(edit({ ...first, backing, wakeOnLanEnabled: false }));
    expect((await s.of('VirtualVmxnet3'))[0].backing).toEqual(first.backing);
    const taken = { ...backing, port: { ...port, portKey: second.backing.port.portKey } };
    expect(await s.refused(edit({ ...first, backing: taken }))).toMatchObject({
      _typeName: 'InvalidDeviceBacking',
      property: 'virtualDeviceSpec.device.backing.port.portKey',
    });
  });

  it('keeps an assigned address that lies in vCenter’s range and is free, and gets another for one that is not', async () => {
    await using s = await scene();
    const [macAddress, foreign] = ['00:50:56:a1:b2:c3', '00:11:22:33:44:55'];
    await s.devices(
      add(card({ addressType: 'assigned', macAddress })),
      add(card({ addressType: 'assigned', macAddress, key: -4 })),
    );
    const [first, second] = await s.of('VirtualVmxnet3');
    expect([first.macAddress, second.addressType]).toEqual([macAddress, 'assigned']);
    expect(second.macAddress).not.toBe(macAddress);
    await s.devices(edit({ ...second, addressType: 'manual', macAddress: foreign }));
    await s.devices(edit({ ...second, addressType: 'generated', macAddress: foreign }));
    expect((await s.of('VirtualVmxnet3'))[1]).toMatchObject({
      addressType: 'assigned',
      macAddress: expect.stringMatching(/^00:50:56:[89ab]/),
    });
  });
});

describe('a disk’s thin and thick', () => {
  it('read back as they were asked for', async () => {
    await using s = await scene();
    await s.devices(
      disk({ backing: flat({ thinProvisioned: true }) }),
      disk({ key: -4, backing: flat({ eagerlyScrub: true }) }),
    );
    const [thin, thick] = await s.of('VirtualDisk');
    expect(thin.backing).toMatchObject({ thinProvisioned: true, uuid: expect.stringMatching(/^6000C29/) });
    expect(thick.backing).toMatchObject({ thinProvisioned: false, eagerlyScrub: true });
  });
});

describe('an ESXi host by itself', () => {
  it('generates addresses from its own range', async () => {
    await using ep = await Endpoint.open({ esx: true });
    const pool = await ep.at('ha-datacenter/host/localhost.localdomain/Resources');
    const config = { name: 'alone', files: { vmPathName: '[LocalDS_0]' }, deviceChange: [add(card())] };
    const vm = await ep.run(await ep.at('ha-datacenter/vm'), 'CreateVM_Task', { config, pool });
    const nic = (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d._typeName === 'VirtualVmxnet3');
    expect(nic).toMatchObject({ addressType: 'generated', macAddress: expect.stringMatching(/^00:0c:29/) });
  });
});

describe('a card on an opaque network', () => {
  it('names it by its id, and the machine is on that network', async () => {
    await using ep = await Endpoint.open({ inventory: { nsx: 1 } });
    const pool = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
    const network = await ep.at('DC0/network/DC0_NSX0');
    const { opaqueNetworkId, opaqueNetworkType } = await ep.read(network, 'summary');
    const backing = {
      _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo',
      opaqueNetworkId,
      opaqueNetworkType,
    };
    const config = { name: 'opaque', files: { vmPathName: '[LocalDS_0]' }, deviceChange: [add(card({ backing }))] };
    const vm = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, pool });
    const nic = (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d._typeName === 'VirtualVmxnet3');
    expect(nic).toMatchObject({ backing, deviceInfo: { summary: `${opaqueNetworkType}: ${opaqueNetworkId}` } });
    expect(await ep.read(vm, 'network')).toEqual([network]);
  });
});
