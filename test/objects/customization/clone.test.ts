import { describe, expect, it } from 'vitest';
import type { Answer, Endpoint } from '../endpoint.ts';
import { customizationEvents, customize, DHCP, fixed, lab, linux, named, ONE, powerOn } from './lab.ts';

async function clone(ep: Endpoint, spec: Answer, name = 'copy') {
  const vm = await ep.at(ONE);
  return {
    vm,
    args: { folder: await ep.at('DC0/vm'), name, spec: { location: {}, powerOn: true, template: false, ...spec } },
  };
}

describe('a clone with a customization', () => {
  it('comes up under its own name and address, and the original is as it was', async () => {
    await using ep = await lab();
    const { vm, args } = await clone(ep, { customization: linux() });
    const made = await ep.run(vm, 'CloneVM_Task', args);
    expect(await ep.read(made, 'guest')).toMatchObject({ hostName: 'web.example.com', ipAddress: '10.0.0.5' });
    expect(await ep.read(vm, 'guest.customizationInfo')).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_IDLE' });
    expect((await customizationEvents(ep)).map((e) => [e._typeName, e.vm.name])).toEqual([
      ['CustomizationStartedEvent', 'copy'],
      ['CustomizationSucceeded', 'copy'],
    ]);
  });

  it('is named after itself where the specification says so', async () => {
    await using ep = await lab();
    const identity = { hostName: { _typeName: 'CustomizationVirtualMachineName' }, domain: '' };
    const { vm, args } = await clone(ep, { customization: linux({ identity }) }, 'web-7');
    expect(await ep.read(await ep.run(vm, 'CloneVM_Task', args), 'guest.hostName')).toBe('web-7');
  });

  it('waits for its first power-on when it is not switched on', async () => {
    await using ep = await lab();
    const { vm, args } = await clone(ep, { customization: linux(), powerOn: false });
    const made = await ep.run(vm, 'CloneVM_Task', args);
    expect(await ep.read(made, 'config.tools.pendingCustomization')).toMatch(/^imcf-/);
    await powerOn(ep, made);
    expect(await ep.read(made, 'guest.hostName')).toBe('web.example.com');
  });

  it('is not made when the customization cannot be', async () => {
    await using ep = await lab();
    const { vm, args } = await clone(ep, { customization: linux({ nicSettingMap: [DHCP, DHCP] }) });
    expect(await ep.fault(vm, 'CloneVM_Task', args)).toMatchObject({ _typeName: 'NicSettingMismatch' });
    expect(await ep.exists('DC0/vm/copy')).toBe(false);
  });

  it('fails in the guest when that was arranged for its name', async () => {
    await using ep = await lab();
    const world = { verb: 'customization.fail', name: 'copy', failure: 'networkSetup' };
    ep.sim.faults.add({ match: { method: 'CloneVM_Task' }, effect: { world } });
    const { vm, args } = await clone(ep, { customization: linux() });
    const made = await ep.run(vm, 'CloneVM_Task', args);
    expect((await customizationEvents(ep)).at(-1)._typeName).toBe('CustomizationNetworkSetupFailed');
    expect(await ep.read(made, 'guest.ipAddress')).not.toBe('10.0.0.5');
  });

  it('has what the original was customized with, until it is customized itself', async () => {
    await using ep = await lab();
    const original = await ep.at(ONE);
    await customize(ep, original, linux({ nicSettingMap: [DHCP] }));
    await powerOn(ep, original);
    await ep.run(original, 'PowerOffVM_Task');
    const plain = await clone(ep, {}, 'plain');
    const made = await ep.run(plain.vm, 'CloneVM_Task', plain.args);
    expect(await ep.read(made, 'guest.hostName')).toBe('web.example.com');
    const customization = linux({ identity: { hostName: named('own') }, nicSettingMap: [fixed('10.0.0.8')] });
    const own = await clone(ep, { customization }, 'own');
    expect(await ep.read(await ep.run(own.vm, 'CloneVM_Task', own.args), 'guest')).toMatchObject({
      hostName: 'own.example.com',
      ipAddress: '10.0.0.8',
    });
  });
});
