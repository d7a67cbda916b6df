import { describe, expect, it } from 'vitest';
import type { Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { customize, fixed, guests, lab, linux, named, ONE, powerOn, status, toldUntil } from './lab.ts';

const INFO = 'guest.customizationInfo';
const AUTH = { _typeName: 'NamePasswordAuthentication', username: 'root', password: 'x', interactiveSession: false };
const NEW = linux({ nicSettingMap: [fixed('10.0.0.77')], identity: { hostName: named('live') } });

async function live(ep: Endpoint, vm: Answer, method: string, args: object = {}) {
  return ep.call(ep.manager('guestCustomizationManager'), method, { vm, auth: AUTH, ...args });
}

describe('a guest that runs', () => {
  it('is given another name and address as it runs', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await powerOn(ep, vm);
    await using updates = await Updates.of(ep, vm, ['guest.hostName', 'guest.ipAddress', INFO]);
    const manager = ep.manager('guestCustomizationManager');
    await ep.run(manager, 'CustomizeGuest_Task', { vm, auth: AUTH, spec: NEW });
    const told = await toldUntil(updates, status('SUCCEEDED'));
    expect(told).toMatchObject({ 'guest.hostName': 'live.example.com', 'guest.ipAddress': '10.0.0.77' });
  });

  it('takes none while it is off, or of somebody it does not know, or that does not fit', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    const manager = ep.manager('guestCustomizationManager');
    const refused = (args: object) => ep.fault(manager, 'CustomizeGuest_Task', { vm, auth: AUTH, spec: NEW, ...args });
    expect(await refused({})).toMatchObject({ _typeName: 'InvalidPowerState' });
    await powerOn(ep, vm);
    expect(await refused({ auth: { ...AUTH, password: '' } })).toMatchObject({ _typeName: 'InvalidGuestLogin' });
    expect(await refused({ spec: linux({ nicSettingMap: [] }) })).toMatchObject({ _typeName: 'NicSettingMismatch' });
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_IDLE' });
  });

  it('can be rid of one that is under way, and is as it was', async () => {
    await using ep = await lab('ubuntu64Guest', {
      latency: 'realistic',
      clock: { kind: 'manual' },
      furnish: guests('ubuntu64Guest'),
    });
    const vm = await ep.at(ONE);
    await ep.call(vm, 'PowerOnVM_Task');
    await ep.sim.clock.advance(600_000);
    const before = await ep.read(vm, 'guest.ipAddress');
    await using updates = await Updates.of(ep, vm, [INFO]);
    const task = await live(ep, vm, 'CustomizeGuest_Task', { spec: NEW });
    await ep.sim.clock.advance(1);
    expect(await toldUntil(updates, status('RUNNING'))).toBeDefined();
    const abort = await live(ep, vm, 'AbortCustomization_Task');
    await ep.sim.clock.advance(600_000);
    expect(await ep.read(abort, 'info.state')).toBe('success');
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'CustomizationFault' } },
    });
    expect(await toldUntil(updates, status('FAILED'))).toMatchObject({
      [INFO]: { errorMsg: 'the customization was aborted' },
    });
    expect(await ep.read(vm, 'guest.ipAddress')).toBe(before);
  });

  it('has nothing to be rid of when none is under way', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, linux());
    await powerOn(ep, vm);
    await ep.run(ep.manager('guestCustomizationManager'), 'AbortCustomization_Task', { vm, auth: AUTH });
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_SUCCEEDED' });
  });
});
