import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import {
  customizationEvents,
  customize,
  DHCP,
  fixed,
  guests,
  lab,
  linux,
  named,
  ONE,
  OTHER,
  powerOn,
  refusal,
  status,
  toldUntil,
  windows,
} from './lab.ts';

const INFO = 'guest.customizationInfo';
const PENDING = 'config.tools.pendingCustomization';

describe('a machine that is off', () => {
  it('takes a customization that waits for its next power-on', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_IDLE' });
    await using updates = await Updates.of(ep, vm, [PENDING, INFO, 'config.changeVersion']);
    await customize(ep, vm, linux());
    const told = await updates.next();
    expect(told).toMatchObject({
      [PENDING]: expect.stringMatching(/^imcf-/),
      'config.changeVersion': expect.anything(),
    });
    expect(told[INFO]).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_PENDING' });
    expect(told[INFO].startTime).toBeUndefined();
    expect(await ep.read(vm, 'config.extraConfig["tools.deployPkg.fileName"].value')).toBe(told[PENDING]);
    expect(await customizationEvents(ep)).toEqual([]);
  });

  it('has its guest named and addressed once VMware Tools run, with the events of it', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, linux());
    await using updates = await Updates.of(ep, vm, ['guest', 'summary.guest', PENDING]);
    await powerOn(ep, vm);
    const told = await toldUntil(updates, status('SUCCEEDED'));
    expect(told.guest).toMatchObject({ hostName: 'web.example.com', ipAddress: '10.0.0.5' });
    expect(told['summary.guest']).toMatchObject({ hostName: 'web.example.com', ipAddress: '10.0.0.5' });
    const address = expect.objectContaining({ ipAddress: '10.0.0.5', prefixLength: 24 });
    expect(told.guest.net[0].ipConfig.ipAddress).toEqual(expect.arrayContaining([address]));
    expect(told.guest.ipStack[0].dnsConfig).toMatchObject({ ipAddress: ['10.0.0.2'], searchDomain: ['example.com'] });
    expect([PENDING in told, told[PENDING]]).toEqual([true, undefined]);
    expect(told.guest.customizationInfo).toMatchObject({ startTime: expect.any(String), endTime: expect.any(String) });
    const log = '/var/log/vmware-imc/toolsDeployPkg.log';
    expect((await customizationEvents(ep)).map((e) => [e._typeName, e.vm.vm.value, e.logLocation])).toEqual([
      ['CustomizationStartedEvent', vm.value, log],
      ['CustomizationSucceeded', vm.value, log],
    ]);
  });

  it('keeps what it was given over the next power-ons', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, linux());
    await powerOn(ep, vm);
    await ep.run(vm, 'PowerOffVM_Task');
    await powerOn(ep, vm);
    expect(await ep.read(vm, 'guest.ipAddress')).toBe('10.0.0.5');
    expect(await customizationEvents(ep)).toHaveLength(2);
  });

  it('takes no second one while the first waits, and another once it is done', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, linux());
    expect(await refusal(ep, vm, linux())).toMatchObject({ _typeName: 'CustomizationPending' });
    await powerOn(ep, vm);
    await ep.run(vm, 'PowerOffVM_Task');
    await customize(ep, vm, linux({ identity: { hostName: named('again') } }));
    await powerOn(ep, vm);
    expect(await ep.read(vm, 'guest.hostName')).toBe('again.example.com');
  });

  it('is addressed by DHCP where the specification leaves it to that', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, linux({ nicSettingMap: [DHCP], globalIPSettings: {} }));
    await powerOn(ep, vm);
    const { net, hostName } = await ep.read(vm, 'guest');
    expect(hostName).toBe('web.example.com');
    expect(net[0].ipConfig.ipAddress[0]).toMatchObject({ origin: 'dhcp' });
  });

  it('has each setting go to the card of its MAC, and those without one to the cards in their order', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    const device = {
      _typeName: 'VirtualVmxnet3',
      key: -1,
      backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
    };
    await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    const [first, second] = devices.filter((d) => d.macAddress).map((d) => d.macAddress);
    const swapped = [
      { ...fixed('10.0.0.7'), macAddress: second.toUpperCase() },
      { ...fixed('10.0.0.6'), macAddress: first },
    ];
    await customize(ep, vm, linux({ nicSettingMap: swapped }));
    await powerOn(ep, vm);
    const addresses = async () =>
      (await ep.read(vm, 'guest.net')).map((n: Answer) => [n.macAddress, n.ipConfig.ipAddress[0].ipAddress]);
    expect(await addresses()).toEqual([
      [first, '10.0.0.6'],
      [second, '10.0.0.7'],
    ]);
    await ep.run(vm, 'PowerOffVM_Task');
    await customize(ep, vm, linux({ nicSettingMap: [fixed('10.0.0.8'), fixed('10.0.0.9')] }));
    await powerOn(ep, vm);
    expect(await addresses()).toEqual([
      [first, '10.0.0.8'],
      [second, '10.0.0.9'],
    ]);
  });

  it('has addresses of both families', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    const { adapter } = fixed('10.0.0.5');
    const ip = [{ _typeName: 'CustomizationFixedIpV6', ipAddress: 'fd00::5', subnetMask: 64 }];
    const ipV6Spec = { ip, gateway: ['fd00::1'] };
    await customize(ep, vm, linux({ nicSettingMap: [{ adapter: { ...adapter, ipV6Spec } }] }));
    await powerOn(ep, vm);
    const [card] = await ep.read(vm, 'guest.net');
    expect(card.ipAddress).toEqual(expect.arrayContaining(['10.0.0.5', 'fd00::5']));
  });
});

describe('the computer is called', () => {
  const called = async (generator: object, guestId = 'ubuntu64Guest') => {
    await using ep = await lab(guestId);
    const vm = await ep.at(ONE);
    const isWindows = guestId.startsWith('win');
    const userData = { fullName: 'me', orgName: 'us', productId: '', computerName: generator };
    const spec = isWindows
      ? windows({ identity: { userData } })
      : linux({ identity: { hostName: generator, domain: '' } });
    await customize(ep, vm, spec);
    await powerOn(ep, vm);
    return await ep.read(vm, 'guest.hostName');
  };

  it('as was said', async () => {
    expect(await called(named('db-1'))).toBe('db-1');
    expect(await called(named('DB-1'), 'windows2019srv_64Guest')).toBe('DB-1');
  });

  it('as the machine is, as far as a computer may be', async () => {
    expect(await called({ _typeName: 'CustomizationVirtualMachineName' })).toBe('DC0-H0-VM0');
  });

  it('by a prefix and a number, cut to what is allowed', async () => {
    const prefix = (base: string) => ({ _typeName: 'CustomizationPrefixName', base });
    expect(await called(prefix('node'))).toMatch(/^node-\d+$/);
    expect(await called(prefix('a-long-name-for-windows'), 'windows9_64Guest')).toMatch(/^a-long-name-f-\d$/);
  });
});

describe('Windows', () => {
  it('is named, joins its domain and has the DNS servers of its cards', async () => {
    await using ep = await lab('windows2019srvNext_64Guest');
    const vm = await ep.at(ONE);
    const joins = {
      joinDomain: 'corp.example',
      domainAdmin: 'admin',
      domainAdminPassword: { value: 'secret', plainText: true },
    };
    const card = fixed('10.0.0.5');
    const nicSettingMap = [{ adapter: { ...card.adapter, dnsServerList: ['10.0.0.3'] } }];
    await customize(ep, vm, windows({ identity: { identification: joins }, nicSettingMap }));
    await powerOn(ep, vm);
    const guest = await ep.read(vm, 'guest');
    expect(guest).toMatchObject({ hostName: 'WIN1.corp.example', ipAddress: '10.0.0.5' });
    expect(guest.ipStack[0].dnsConfig.ipAddress).toEqual(['10.0.0.3']);
    expect((await customizationEvents(ep)).at(-1).logLocation).toBe('C:/Windows/TEMP/vmware-imc/guestcust.log');
    const everything: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    expect(JSON.stringify(everything)).not.toContain('secret');
  });
});

describe('cloud-init', () => {
  const cloud = (metadata: string) => ({
    identity: { _typeName: 'CustomizationCloudinitPrep', metadata },
    globalIPSettings: {},
  });

  it('names the guest by its metadata, written as YAML or JSON', async () => {
    await using ep = await lab();
    const [one, other] = [await ep.at(ONE), await ep.at(OTHER)];
    await customize(ep, one, cloud('# made here\ninstance-id: one\nlocal-hostname: "one.example.com"\n'));
    const ethernets = { eth0: { addresses: ['10.0.0.9/16'], gateway4: '10.0.0.1' } };
    const metadata = { 'local-hostname': 'other', network: { version: 2, ethernets } };
    await customize(ep, other, cloud(JSON.stringify(metadata)));
    await Promise.all([powerOn(ep, one), powerOn(ep, other)]);
    expect(await ep.read(one, 'guest.hostName')).toBe('one.example.com');
    expect(await ep.read(other, 'guest')).toMatchObject({ hostName: 'other', ipAddress: '10.0.0.9' });
  });

  it('fails in the guest over metadata it cannot read', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, cloud('{ "local-hostname": '));
    await powerOn(ep, vm);
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_FAILED' });
    expect((await customizationEvents(ep)).at(-1)).toMatchObject({
      _typeName: 'CustomizationFailed',
      reason: 'wrongMetadataFormat',
    });
  });
});

describe('on the clock', () => {
  const realistic = { latency: 'realistic', clock: { kind: 'manual' } } as const;

  const finished = async (ep: Awaited<ReturnType<typeof lab>>, method: string, vm: Answer, args: object = {}) => {
    const task = await ep.call(vm, method, args);
    await ep.sim.clock.advance(10_000);
    expect(await ep.read(task, 'info.state')).toBe('success');
  };

  /** Moves the clock to where the customization runs in the guest. */
  const running = async (ep: Awaited<ReturnType<typeof lab>>, vm: Answer) => {
    for (let n = 0; n < 600 && !status('RUNNING')({ [INFO]: await ep.read(vm, INFO) }); n++) {
      await ep.sim.clock.advance(1_000);
    }
  };

  it('it waits for the guest to come up, runs for a while, and ends', async () => {
    await using ep = await lab('ubuntu64Guest', realistic);
    const vm = await ep.at(ONE);
    await finished(ep, 'CustomizeVM_Task', vm, { spec: linux() });
    await using updates = await Updates.of(ep, vm, [INFO]);
    const task = await ep.call(vm, 'PowerOnVM_Task');
    await ep.sim.clock.advance(1_000);
    expect(await ep.read(task, 'info.state')).toBe('running');
    await running(ep, vm);
    expect((await toldUntil(updates, status('RUNNING')))[INFO].endTime).toBeUndefined();
    expect(await ep.read(vm, 'guest.hostName')).not.toBe('web.example.com');
    await ep.sim.clock.advance(60_000);
    const { startTime, endTime } = (await toldUntil(updates, status('SUCCEEDED')))[INFO];
    expect(Date.parse(endTime) - Date.parse(startTime)).toBeGreaterThan(10_000);
    expect(await ep.read(vm, 'guest.hostName')).toBe('web.example.com');
  });

  it('it is lost when the machine goes off in the middle', async () => {
    await using ep = await lab('ubuntu64Guest', realistic);
    const vm = await ep.at(ONE);
    await finished(ep, 'CustomizeVM_Task', vm, { spec: linux() });
    await ep.call(vm, 'PowerOnVM_Task');
    await running(ep, vm);
    await finished(ep, 'PowerOffVM_Task', vm);
    expect(await ep.read(vm, INFO)).toMatchObject({
      customizationStatus: 'TOOLSDEPLOYPKG_FAILED',
      errorMsg: expect.stringContaining('went off'),
    });
    expect((await customizationEvents(ep)).map((e) => e._typeName)).toEqual([
      'CustomizationStartedEvent',
      'CustomizationUnknownFailure',
    ]);
  });

  it('it waits in vain for tools that are not there, and fails', async () => {
    await using ep = await lab('ubuntu64Guest', { ...realistic, furnish: guests('ubuntu64Guest', ['DC0_H0_VM0']) });
    const vm = await ep.at(ONE);
    await finished(ep, 'CustomizeVM_Task', vm, { spec: linux() });
    await ep.call(vm, 'PowerOnVM_Task');
    await ep.sim.clock.advance(60_000);
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_PENDING' });
    await ep.sim.clock.advance(600_000);
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_FAILED' });
    expect((await customizationEvents(ep)).map((e) => e._typeName)).toEqual(['CustomizationUnknownFailure']);
  });
});

describe('a failure that was arranged', () => {
  const CASES = [
    ['linuxIdentity', 'CustomizationLinuxIdentityFailed'],
    ['networkSetup', 'CustomizationNetworkSetupFailed'],
    ['sysprep', 'CustomizationSysprepFailed'],
    ['unknown', 'CustomizationUnknownFailure'],
    ['failed', 'CustomizationFailed'],
  ] as const;

  it.each(CASES)('%s ends in %s, and the guest is as it was', async (failure, event) => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    const world = { verb: 'customization.fail', name: 'DC0_H0_*', failure, reason: 'arranged' };
    ep.sim.faults.add({ match: { method: 'CustomizeVM_Task' }, effect: { world } });
    await customize(ep, vm, linux());
    await powerOn(ep, vm);
    expect((await customizationEvents(ep)).map((e) => [e._typeName, e.reason])).toEqual([
      ['CustomizationStartedEvent', undefined],
      [event, 'arranged'],
    ]);
    expect(await ep.read(vm, INFO)).toMatchObject({
      customizationStatus: 'TOOLSDEPLOYPKG_FAILED',
      errorMsg: 'arranged',
    });
    expect(await ep.read(vm, 'guest.ipAddress')).not.toBe('10.0.0.5');
    expect(await ep.read(vm, 'guest.hostName')).not.toBe('web.example.com');
  });

  it('is taken back', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    const on = (method: string, verb: string) => ({ match: { method }, effect: { world: { verb } } });
    ep.sim.faults.add(on('CustomizeVM_Task', 'customization.fail'));
    ep.sim.faults.add(on('PowerOnVM_Task', 'customization.succeed'));
    await customize(ep, vm, linux());
    await powerOn(ep, vm);
    expect(await ep.read(vm, INFO)).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_SUCCEEDED' });
  });

  it('comes by itself when the MAC of a setting is on no card', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await customize(ep, vm, linux({ nicSettingMap: [{ ...fixed('10.0.0.5'), macAddress: '00:50:56:00:00:99' }] }));
    await powerOn(ep, vm);
    expect((await customizationEvents(ep)).at(-1)._typeName).toBe('CustomizationNetworkSetupFailed');
  });
});
