import { describe, expect, it } from 'vitest';
import { Updates } from '../machine/updates.ts';
import { GuestScene } from './guest-scene.ts';

const CDROM = { _typeName: 'VirtualCdrom', key: -1, controllerKey: 200, unitNumber: 0 };

async function withDrive(options: object): Promise<GuestScene> {
  const scene = await GuestScene.open(options);
  const { ep, vm } = scene;
  await ep.run(vm, 'PowerOffVM_Task');
  const backing = { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false };
  const deviceChange = [{ operation: 'add', device: { ...CDROM, backing } }];
  await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange } });
  await ep.run(vm, 'PowerOnVM_Task');
  return scene;
}

describe('the installer of VMware Tools', () => {
  it('stands in the drive until it is unmounted, and installs them where there are none', async () => {
    await using scene = await withDrive({ tools: false });
    const { ep, vm } = scene;
    await using told = await Updates.of(ep, vm, ['runtime.toolsInstallerMounted', 'guest.toolsStatus']);
    await ep.call(vm, 'MountToolsInstaller');
    expect(await told.next()).toEqual({ 'runtime.toolsInstallerMounted': true, 'guest.toolsStatus': 'toolsOk' });
    const drive = async () =>
      (await scene.read('config.hardware.device')).find((d: { _typeName: string }) => d._typeName === 'VirtualCdrom');
    expect((await drive()).backing).toMatchObject({ fileName: '[] /usr/lib/vmware/isoimages/linux.iso' });
    expect(await scene.read('guest')).toMatchObject({
      toolsVersion: '12416',
      toolsInstallType: 'guestToolsTypeTar',
      toolsVersionStatus2: 'guestToolsCurrent',
      ipAddress: expect.stringMatching(/^10\./),
    });
    expect(await ep.fault(vm, 'MountToolsInstaller')).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(vm, 'UnmountToolsInstaller');
    expect((await drive()).backing._typeName).toBe('VirtualCdromRemotePassthroughBackingInfo');
    expect(await scene.read('runtime.toolsInstallerMounted')).toBe(false);
    expect(await ep.fault(vm, 'UnmountToolsInstaller')).toMatchObject({ _typeName: 'InvalidState' });
  });

  it('goes with the power', async () => {
    await using scene = await withDrive({});
    await scene.ep.call(scene.vm, 'MountToolsInstaller');
    await scene.ep.run(scene.vm, 'PowerOffVM_Task');
    expect(await scene.read('runtime.toolsInstallerMounted')).toBe(false);
    expect(await scene.ep.fault(scene.vm, 'MountToolsInstaller')).toMatchObject({ _typeName: 'InvalidPowerState' });
  });

  it('takes a drive', async () => {
    await using scene = await GuestScene.open();
    expect(await scene.ep.fault(scene.vm, 'MountToolsInstaller')).toMatchObject({ _typeName: 'VmConfigFault' });
  });
});

describe.each(['MountToolsInstaller', 'UnmountToolsInstaller', 'UpgradeTools_Task'])('%s', (method) => {
  it('is refused of a machine that does not run, and of a template', async () => {
    await using scene = await withDrive({});
    const { ep, vm } = scene;
    for (const [stop, existingState] of [
      ['SuspendVM_Task', 'suspended'],
      ['PowerOffVM_Task', 'poweredOff'],
    ] as const) {
      await ep.run(vm, stop);
      expect(await ep.fault(vm, method)).toMatchObject({ _typeName: 'InvalidPowerState', existingState });
    }
    await ep.call(vm, 'MarkAsTemplate');
    expect(await ep.fault(vm, method)).toMatchObject({ _typeName: 'NotSupported' });
  });
});

describe('VMware Tools', () => {
  it('that the installer brought are upgraded', async () => {
    const guest = { toolsVersion: '11333', toolsType: 'guestToolsTypeMSI' as const };
    await using scene = await GuestScene.open({ guestId: 'windows2019srv_64Guest', guest });
    expect(await scene.read('guest')).toMatchObject({
      toolsStatus: 'toolsOld',
      toolsVersionStatus: 'guestToolsNeedUpgrade',
    });
    await scene.ep.run(scene.vm, 'UpgradeTools_Task');
    expect(await scene.read('guest')).toMatchObject({ toolsStatus: 'toolsOk', toolsVersion: '12416' });
  });

  it('of a distribution are not, nor those that do not run', async () => {
    await using scene = await GuestScene.open();
    expect(await scene.ep.fault(scene.vm, 'UpgradeTools_Task')).toMatchObject({ _typeName: 'VmToolsUpgradeFault' });
    await scene.ep.run(scene.vm, 'PowerOffVM_Task');
    expect(await scene.ep.fault(scene.vm, 'UpgradeTools_Task')).toMatchObject({ _typeName: 'InvalidPowerState' });
  });
});
