import { describe, expect, it } from 'vitest';
import { faultOf, workshop } from './workshop.ts';

type Any = { readonly [property: string]: never };

function machine(poweredOn = true) {
  const shop = workshop();
  const vm = shop.seed({ name: 'vm', poweredOn });
  const set = (path: string, value?: unknown) =>
    shop.call(vm, 'ReconfigVM_Task', { spec: { extraConfig: [{ key: `SET.${path}`, value }] } });
  const at = (path: string): unknown => {
    const [top, ...steps] = path.split('.');
    return steps.reduce<unknown>((v, step) => (v as Any | undefined)?.[step], vm.get(top!));
  };
  return { ...shop, vm, set, at };
}

describe('an option SET.<property path>', () => {
  it('gives the guest an address: in its summary, on its first card, and to be found by', () => {
    const { set, at, vm, world } = machine();
    set('guest.ipAddress', '10.0.0.1');
    expect([at('guest.ipAddress'), at('summary.guest.ipAddress')]).toEqual(['10.0.0.1', '10.0.0.1']);
    expect(at('guest.net')).toMatchObject([
      {
        network: 'VM Network',
        macAddress: vm.state.devices.at(-1)!.macAddress,
        deviceConfigId: 4000,
        ipAddress: ['10.0.0.1'],
        ipConfig: { ipAddress: [{ ipAddress: '10.0.0.1', prefixLength: 24, state: 'preferred' }] },
      },
    ]);
    expect([...world.lookup.get('ipAddress', '10.0.0.1')]).toEqual([vm]);
    set('guest.hostName', 'Web1');
    expect([...world.lookup.get('dnsName', 'web1')]).toEqual([vm]);
  });

  it('is no option afterwards, and stands beside others', () => {
    const { vm, call, at } = machine();
    const extraConfig = [
      { key: 'a', value: '1' },
      { key: 'SET.guest.hostName', value: 'h' },
    ];
    call(vm, 'ReconfigVM_Task', { spec: { extraConfig } });
    expect(at('config.extraConfig')).toMatchObject([{ key: 'a', value: '1' }]);
    expect(at('summary.guest.hostName')).toBe('h');
  });

  it.each([
    ['config.hardware.memoryMB', '77', 77, 'summary.config.memorySizeMB'],
    ['config.annotation', 'from outside', 'from outside', 'summary.config.annotation'],
    ['runtime.consolidationNeeded', 'true', true, 'summary.runtime.consolidationNeeded'],
    ['runtime.bootTime', '2020-01-01T01:00:00+01:00', '2020-01-01T00:00:00Z', 'summary.runtime.bootTime'],
    ['guest.toolsStatus', 'toolsOk', 'toolsOk', 'summary.guest.toolsStatus'],
    ['summary.quickStats.overallCpuUsage', 12, 12, 'summary.quickStats.overallCpuUsage'],
    ['guestHeartbeatStatus', 'green', 'green', 'guestHeartbeatStatus'],
    ['overallStatus', 'red', 'red', 'summary.overallStatus'],
    ['name', 'zork', 'zork', 'config.name'],
  ])('%s = %s is a value of its type, and its summary follows', (path, given, value, follower) => {
    const { set, at } = machine();
    set(path, given);
    expect([at(path), at(follower)]).toEqual([value, value]);
  });

  it('changes what the machine is, not only what it shows, where that is a fact', () => {
    const { set, at, vm, call } = machine();
    set('runtime.powerState', 'poweredOff');
    expect(at('summary.runtime.powerState')).toBe('poweredOff');
    call(vm, 'PowerOnVM_Task');
    expect(at('runtime.powerState')).toBe('poweredOn');
  });

  it('stays over later changes until it is set to nothing', () => {
    const { set, at, vm, call } = machine();
    set('guest.ipAddress', '10.0.0.1');
    call(vm, 'PowerOffVM_Task');
    expect(at('guest.ipAddress')).toBe('10.0.0.1');
    set('guest.ipAddress', '');
    expect([at('guest.ipAddress'), at('guest.net'), vm.state.outside]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['guest.nope', '1'],
    ['guest', 'x'],
    ['guest.net', '10.0.0.1'],
    ['environmentBrowser', 'x'],
    ['config.hardware.memoryMB', 'much'],
    ['config.hardware.numCPU', '1.5'],
    ['guest.toolsStatus', 'splendid'],
    ['runtime.consolidationNeeded', 'perhaps'],
    ['runtime.bootTime', 'yesterday'],
  ])('%s = %s is refused by its name', (path, value) => {
    const { set, vm } = machine();
    const before = vm.state;
    const fault = faultOf(() => set(path, value));
    expect([fault.type, fault.detail]).toMatchObject([
      'InvalidArgument',
      { invalidProperty: `configSpec.extraConfig["SET.${path}"]` },
    ]);
    expect(vm.state).toBe(before);
  });

  it('works on a machine as it is made or cloned, and its clone has values of its own', () => {
    const { vm, set, call, find } = machine(false);
    set('guest.ipAddress', '10.0.0.1');
    const folder = { type: 'Folder', value: 'group-v3' };
    const clone = (name: string, config?: object) =>
      find(call(vm, 'CloneVM_Task', { folder, name, spec: { location: {}, config, powerOn: false, template: false } }));
    const copy = clone('b', { extraConfig: [{ key: 'SET.guest.ipAddress', value: '10.0.0.2' }] });
    expect(copy.get('guest')).toMatchObject({ ipAddress: '10.0.0.2' });
    expect(clone('c').state.outside).toBeUndefined();
  });
});
