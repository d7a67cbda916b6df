import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { add, card, disk, remove, scene } from './device-scene.ts';
import { Updates } from './updates.ts';

describe('a reconfiguration', () => {
  it('tells each property that it changed, and no other', async () => {
    await using s = await scene();
    const paths = [
      'config.hardware.numCPU',
      'config.hardware.memoryMB',
      'config.annotation',
      'summary.config.numCpu',
      'name',
    ];
    await using updates = await Updates.of(s.ep, s.vm, paths);
    await s.change({ numCPUs: 2, annotation: 'two' });
    expect(await updates.next()).toEqual({
      'config.hardware.numCPU': 2,
      'config.annotation': 'two',
      'summary.config.numCpu': 2,
    });
    await s.change({ memoryMB: 64, name: 'other' });
    expect(await updates.next()).toEqual({ 'config.hardware.memoryMB': 64, name: 'other' });
  });

  it('says in its event what was modified, added and deleted', async () => {
    await using s = await scene();
    await s.change({ numCPUs: 2, extraConfig: [{ key: 'a', value: '1' }], deviceChange: [add(card())] });
    const [nic] = await s.of('VirtualVmxnet3');
    await s.change({ extraConfig: [{ key: 'a', value: '' }], deviceChange: [remove(nic)] });
    const events: Answer[] = await s.ep.call(s.ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    const [first, second] = events.filter((e) => e._typeName === 'VmReconfiguredEvent').map((e) => e.configChanges);
    expect(first.modified).toContain('config.hardware.numCPU: 1 -> 2; \n\n');
    expect(first.added).toContain('config.extraConfig("a"): (key = "a", value = "1"); \n\n');
    expect(first.added).toContain('config.hardware.device(4000): (');
    expect(second.deleted).toContain('config.hardware.device(4000): (');
    expect(second.modified).toContain('config.hardware.device(100).device:');
  });

  it('of a version that is not the machine’s any more is a ConcurrentAccess', async () => {
    await using s = await scene();
    const changeVersion = await s.ep.read(s.vm, 'config.changeVersion');
    await s.change({ changeVersion, annotation: 'first' });
    const fault = await s.ep.fault(s.vm, 'ReconfigVM_Task', { spec: { changeVersion, annotation: 'second' } });
    expect(fault._typeName).toBe('ConcurrentAccess');
    expect(await s.ep.read(s.vm, 'config.annotation')).toBe('first');
  });

  it('leaves the hardware version alone: that is for UpgradeVM_Task', async () => {
    await using s = await scene('vmx-13');
    await s.change({ version: 'vmx-19', annotation: 'a' });
    expect(await s.ep.read(s.vm, 'config.version')).toBe('vmx-13');
    await s.ep.run(s.vm, 'UpgradeVM_Task', { version: 'vmx-19' });
    expect(await s.ep.read(s.vm, 'config.version')).toBe('vmx-19');
  });

  it.each([
    ['vmx-08', { numCPUs: 33 }, 'numCPUs'],
    ['vmx-10', { memoryMB: 1_035_268 }, 'memoryMB'],
    ['vmx-21', { numCPUs: 4, numCoresPerSocket: 3 }, 'numCoresPerSocket'],
    ['vmx-21', { memoryMB: 6 }, 'memoryMB'],
    ['vmx-21', { firmware: 'coreboot' }, 'firmware'],
    ['vmx-07', { firmware: 'efi' }, 'firmware'],
    ['vmx-08', { nestedHVEnabled: true }, 'nestedHVEnabled'],
    ['vmx-11', { firmware: 'efi', bootOptions: { efiSecureBootEnabled: true } }, 'bootOptions.efiSecureBootEnabled'],
    ['vmx-21', { bootOptions: { efiSecureBootEnabled: true } }, 'bootOptions.efiSecureBootEnabled'],
    ['vmx-13', { flags: { vbsEnabled: true } }, 'flags.vbsEnabled'],
    ['vmx-21', { bootOptions: { bootDelay: -1 } }, 'bootOptions.bootDelay'],
    ['vmx-21', { bootOptions: { networkBootProtocol: 'ipx' } }, 'bootOptions.networkBootProtocol'],
    [
      'vmx-21',
      { bootOptions: { bootOrder: [{ _typeName: 'VirtualMachineBootOptionsBootableDiskDevice', deviceKey: 2000 }] } },
      'bootOptions.bootOrder',
    ],
    ['vmx-21', { swapPlacement: 'elsewhere' }, 'swapPlacement'],
    ['vmx-21', { tools: { toolsUpgradePolicy: 'never' } }, 'tools.toolsUpgradePolicy'],
    ['vmx-21', { powerOpInfo: { powerOffType: 'gentle' } }, 'powerOpInfo.powerOffType'],
    ['vmx-21', { memoryAllocation: { reservation: 64 } }, 'memoryAllocation.reservation'],
    ['vmx-21', { cpuAllocation: { reservation: 200, limit: 100 } }, 'cpuAllocation.limit'],
    ['vmx-21', { uuid: 'none' }, 'uuid'],
    ['vmx-21', { guestId: 'amigaGuest' }, 'guestId'],
    [
      'vmx-21',
      { scheduledHardwareUpgradeInfo: { upgradePolicy: 'soon' } },
      'scheduledHardwareUpgradeInfo.upgradePolicy',
    ],
  ])('of %s hardware with %o is refused by its path', async (version, spec, path) => {
    await using s = await scene(version);
    const before = await s.ep.read(s.vm, 'config');
    expect(await s.ep.fault(s.vm, 'ReconfigVM_Task', { spec })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: `configSpec.${path}`,
    });
    expect(await s.ep.read(s.vm, 'config')).toEqual(before);
  });

  it.each([
    [{ nestedHVEnabled: true }],
    [{ firmware: 'efi' }],
    [{ cpuHotAddEnabled: true }],
    [{ guestId: 'debian11_64Guest' }],
    [{ numCoresPerSocket: 2, numCPUs: 2 }],
    [{ flags: { vvtdEnabled: true } }],
  ])('with %o waits until the machine is off', async (spec) => {
    await using s = await scene('vmx-21', { numCPUs: 2 });
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    expect(await s.ep.fault(s.vm, 'ReconfigVM_Task', { spec })).toMatchObject({
      _typeName: 'InvalidPowerState',
      requestedState: 'poweredOff',
      existingState: 'poweredOn',
    });
    await s.ep.run(s.vm, 'PowerOffVM_Task');
    await s.change(spec);
  });

  it('of a running machine adds whole sockets, no more than its host has threads', async () => {
    await using s = await scene('vmx-21', {
      guestId: 'windows2019srv_64Guest',
      memoryMB: 256,
      numCPUs: 2,
      numCoresPerSocket: 2,
      cpuHotAddEnabled: true,
      memoryHotAddEnabled: true,
    });
    await s.ep.run(s.vm, 'PowerOnVM_Task');
    const fault = (spec: object) => s.ep.fault(s.vm, 'ReconfigVM_Task', { spec });
    expect(await fault({ numCPUs: 3 })).toMatchObject({ invalidProperty: 'configSpec.numCPUs' });
    expect(await fault({ numCPUs: 64 })).toMatchObject({ _typeName: 'NotEnoughLogicalCpus' });
    expect(await fault({ memoryMB: 16 })).toMatchObject({ _typeName: 'MemoryHotPlugNotSupported' });
    await s.change({ numCPUs: 4, memoryMB: 1024, annotation: 'grown', bootOptions: { enterBIOSSetup: true } });
    expect(await s.ep.read(s.vm, 'config')).toMatchObject({
      hardware: { numCPU: 4, memoryMB: 1024 },
      bootOptions: { enterBIOSSetup: true },
    });
  });
});

describe('what a configuration says', () => {
  it('is taken part by part, and what was not said stays', async () => {
    await using s = await scene();
    await s.change({ flags: { htSharing: 'none' }, tools: { afterPowerOn: false }, bootOptions: { bootDelay: 5000 } });
    await s.change({
      flags: { diskUuidEnabled: true },
      tools: { syncTimeWithHost: true },
      latencySensitivity: { level: 'high' },
    });
    await s.change({ managedBy: { extensionKey: 'org.example', type: 'x' }, memoryReservationLockedToMax: true });
    expect(await s.ep.read(s.vm, 'config')).toMatchObject({
      flags: { htSharing: 'none', diskUuidEnabled: true },
      tools: { afterPowerOn: false, syncTimeWithHost: true },
      bootOptions: { bootDelay: 5000 },
      latencySensitivity: { level: 'high' },
      managedBy: { extensionKey: 'org.example', type: 'x' },
      memoryAllocation: { reservation: 32 },
    });
    await s.change({ managedBy: { extensionKey: '', type: '' } });
    expect(await s.ep.read(s.vm, 'config.managedBy')).toBeUndefined();
  });

  it('orders the devices to boot from, forgets those that go, and takes the order back', async () => {
    await using s = await scene();
    await s.devices(disk(), add(card()));
    const entry = (type: string, deviceKey?: number) => ({
      _typeName: `VirtualMachineBootOptionsBootable${type}Device`,
      ...(deviceKey && { deviceKey }),
    });
    await s.change({ bootOptions: { bootOrder: [entry('Ethernet', 4000), entry('Disk', 2000), entry('Cdrom')] } });
    const order = async () => (await s.ep.read(s.vm, 'config.bootOptions.bootOrder')) ?? [];
    expect((await order()).map((e: Answer) => e._typeName)).toEqual([
      entry('Ethernet')._typeName,
      entry('Disk')._typeName,
      entry('Cdrom')._typeName,
    ]);
    await s.devices(remove((await s.of('VirtualVmxnet3'))[0]));
    expect(await order()).toEqual([entry('Disk', 2000), entry('Cdrom')]);
    await s.change({ bootOptions: { bootOrder: [entry('')] } });
    expect(await order()).toEqual([]);
  });

  it('has extra options as text, by keys of any case, and none that says what a property says', async () => {
    await using s = await scene();
    const set = (...extraConfig: object[]) => s.change({ extraConfig });
    await set({ key: 'Disk.EnableUUID', value: true }, { key: 'n', value: 5 }, { key: 'memsize', value: '8192' });
    await set({ key: 'disk.enableuuid', value: 'TRUE' }, { key: 'n', value: '' });
    expect(await s.ep.read(s.vm, 'config.extraConfig')).toEqual([
      { _typeName: 'OptionValue', key: 'Disk.EnableUUID', value: 'TRUE' },
    ]);
    expect(await s.ep.read(s.vm, 'config.extraConfig["Disk.EnableUUID"].value')).toBe('TRUE');
    expect(await s.ep.read(s.vm, 'config.flags.diskUuidEnabled')).toBe(true);
    expect(await s.ep.read(s.vm, 'config.hardware.memoryMB')).toBe(32);
  });

  it('gets another uuid for an empty one, and tells so', async () => {
    await using s = await scene();
    const before = await s.ep.read(s.vm, 'config.instanceUuid');
    await s.ep.events();
    await s.change({ instanceUuid: '' });
    const after = await s.ep.read(s.vm, 'config.instanceUuid');
    expect(after).toMatch(/^50/);
    expect(after).not.toBe(before);
    expect(await s.ep.events()).toEqual(expect.arrayContaining(['VmInstanceUuidChangedEvent', 'VmReconfiguredEvent']));
  });

  it('never has another machine’s instance uuid', async () => {
    await using s = await scene();
    const instanceUuid = await s.ep.read(await s.ep.at('DC0/vm/DC0_H0_VM0'), 'config.instanceUuid');
    expect(await s.ep.fault(s.vm, 'ReconfigVM_Task', { spec: { instanceUuid } })).toMatchObject({
      invalidProperty: 'configSpec.instanceUuid',
    });
    await s.ep.events();
    const pool = await s.ep.read(s.vm, 'resourcePool');
    const config = { name: 'twin', instanceUuid, files: { vmPathName: '[LocalDS_0]' } };
    const twin = await s.ep.run(await s.ep.at('DC0/vm'), 'CreateVM_Task', { config, pool });
    expect(await s.ep.read(twin, 'config.instanceUuid')).not.toBe(instanceUuid);
    expect(await s.ep.events()).toContain('VmInstanceUuidConflictEvent');
  });
});

describe('a machine of an old hardware version', () => {
  it('is not made of one that is only run', async () => {
    await using s = await scene();
    const pool = await s.ep.read(s.vm, 'resourcePool');
    const config = { name: 'old', version: 'vmx-04', files: { vmPathName: '[LocalDS_0]' } };
    expect(await s.ep.fault(await s.ep.at('DC0/vm'), 'CreateVM_Task', { config, pool })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'configSpec.version',
    });
  });
});
