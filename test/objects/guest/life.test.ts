import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { GuestScene } from './guest-scene.ts';

const GUEST = ['guest.toolsRunningStatus', 'guest.hostName', 'guest.ipAddress', 'guestHeartbeatStatus'];

describe('a guest with VMware Tools', () => {
  it('tells of itself, its cards, its routes and its disks', async () => {
    await using scene = await GuestScene.open();
    const guest = await scene.read('guest');
    const [card, disk] = [4000, 2000];
    const devices: Answer[] = await scene.read('config.hardware.device');
    const mac = devices.find((d) => d.key === card).macAddress;
    expect(guest).toMatchObject({
      toolsStatus: 'toolsOk',
      toolsVersionStatus2: 'guestToolsUnmanaged',
      toolsRunningStatus: 'guestToolsRunning',
      guestState: 'running',
      guestOperationsReady: true,
      guestStateChangeSupported: true,
      guestFamily: 'linuxGuest',
      hostName: 'dc0-h0-vm0',
      net: [{ network: 'DC0_DVPG0', macAddress: mac, connected: true, deviceConfigId: card }],
      disk: [{ diskPath: '/', filesystemType: 'ext4', mappings: [{ key: disk }] }],
    });
    const [nic] = guest.net;
    expect(nic.ipConfig.ipAddress).toMatchObject([
      { ipAddress: guest.ipAddress, prefixLength: 16, state: 'preferred' },
      { ipAddress: expect.stringMatching(/^fe80::/), prefixLength: 64 },
    ]);
    const [stack] = guest.ipStack;
    const subnet = guest.ipAddress.split('.').slice(0, 2).join('.');
    expect(stack.dnsConfig).toMatchObject({ dhcp: true, hostName: 'dc0-h0-vm0', ipAddress: [`${subnet}.0.1`] });
    expect(stack.ipRouteConfig.ipRoute).toMatchObject([
      { network: '0.0.0.0', prefixLength: 0, gateway: { ipAddress: `${subnet}.0.1`, device: '0' } },
      { network: `${subnet}.0.0`, prefixLength: 16 },
      { network: 'fe80::', prefixLength: 64 },
    ]);
    expect(guest.disk[0].freeSpace).toBeLessThan(guest.disk[0].capacity);
    expect(await scene.read('summary.guest')).toMatchObject({ hostName: 'dc0-h0-vm0', ipAddress: guest.ipAddress });
  });

  it('is found by its address and its name, each address being one guest’s only', async () => {
    await using scene = await GuestScene.open({ inventory: { vm: 20, host: 2 } });
    const { ep, vm } = scene;
    const index = ep.manager('searchIndex');
    const ip = await scene.read('guest.ipAddress');
    expect(await ep.call(index, 'FindByIp', { ip, vmSearch: true })).toEqual(vm);
    expect(await ep.call(index, 'FindByDnsName', { dnsName: 'DC0-H0-VM0', vmSearch: true })).toEqual(vm);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await ep.call(index, 'FindByIp', { ip, vmSearch: true })).toBeUndefined();
  });

  it('goes at power-off and is there again, at the same address, once it was switched on', async () => {
    await using scene = await GuestScene.open();
    const { ep, vm } = scene;
    const before = await scene.read('guest.ipAddress');
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await scene.read('guest')).toMatchObject({ toolsStatus: 'toolsNotRunning', guestState: 'notRunning' });
    expect(await scene.read('guest')).not.toHaveProperty('hostName');
    expect(await scene.read('guest')).not.toHaveProperty('net');
    expect(await scene.read('guestHeartbeatStatus')).toBe('gray');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await scene.read('guest.ipAddress')).toBe(before);
    expect(await scene.read('guestHeartbeatStatus')).toBe('green');
  });

  it('keeps what is known of it while it is suspended, and answers at once when it is resumed', async () => {
    await using scene = await GuestScene.open({ latency: 'realistic', clock: { kind: 'manual' } });
    const { ep, vm } = scene;
    const ip = await scene.read('guest.ipAddress');
    await ep.call(vm, 'SuspendVM_Task');
    await ep.sim.clock.advance(20_000);
    expect(await scene.read('guest')).toMatchObject({ toolsRunningStatus: 'guestToolsNotRunning', ipAddress: ip });
    await ep.call(vm, 'PowerOnVM_Task');
    await ep.sim.clock.advance(5_000);
    expect(await scene.read('guest')).toMatchObject({ toolsRunningStatus: 'guestToolsRunning', ipAddress: ip });
  });

  it('comes up on the clock: its tools first, its address later', async () => {
    await using scene = await GuestScene.open({ latency: 'realistic', clock: { kind: 'manual' } });
    const { ep, vm } = scene;
    const { clock } = ep.sim;
    await ep.call(vm, 'PowerOffVM_Task');
    await clock.advance(5_000);
    await using told = await Updates.of(ep, vm, GUEST);
    await ep.call(vm, 'PowerOnVM_Task');
    await clock.advance(5_000);
    expect(await scene.read('runtime.powerState')).toBe('poweredOn');
    expect(await scene.read('guest.toolsRunningStatus')).toBe('guestToolsNotRunning');
    await clock.step();
    expect(await told.next()).toEqual({
      'guest.toolsRunningStatus': 'guestToolsRunning',
      'guest.hostName': 'dc0-h0-vm0',
      guestHeartbeatStatus: 'green',
    });
    expect(await scene.read('guest')).not.toHaveProperty('ipAddress');
    await clock.step();
    const ip = await scene.read('guest.ipAddress');
    expect(await told.next()).toEqual({ 'guest.ipAddress': ip });
  });

  it('follows its cards: a new one gets an address, one unplugged has none', async () => {
    await using scene = await GuestScene.open();
    const { ep, vm } = scene;
    const network = await ep.at('DC0/network/VM Network');
    const device = {
      _typeName: 'VirtualVmxnet3',
      key: -1,
      backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network', network },
    };
    const reconfigure = (operation: string, changed: object) =>
      ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation, device: changed }] } });
    await reconfigure('add', device);
    const [first, second] = await scene.read('guest.net');
    expect(second.ipAddress[0]).not.toBe(first.ipAddress[0]);
    const devices: Answer[] = await scene.read('config.hardware.device');
    const card = devices.find((d) => d.key === 4001);
    await reconfigure('edit', { ...card, connectable: { ...card.connectable, connected: false } });
    expect(await scene.read('guest.net')).toMatchObject([{ connected: true }, { connected: false }]);
    expect((await scene.read('guest.net'))[1]).not.toHaveProperty('ipAddress');
  });

  it('has a desktop of the size it was given', async () => {
    await using scene = await GuestScene.open();
    expect(await scene.read('guest.screen')).toMatchObject({ width: 720, height: 400 });
    await using told = await Updates.of(scene.ep, scene.vm, ['guest.screen']);
    await scene.ep.call(scene.vm, 'SetScreenResolution', { width: 1280, height: 800 });
    expect(await told.next()).toMatchObject({ 'guest.screen': { width: 1280, height: 800 } });
  });

  it('has another address behind another MAC, and its clients hear of both', async () => {
    await using scene = await GuestScene.open();
    const { ep, vm } = scene;
    await ep.run(vm, 'PowerOffVM_Task');
    const devices: Answer[] = await scene.read('config.hardware.device');
    const card = { ...devices.find((d) => d.key === 4000), addressType: 'manual', macAddress: '00:50:56:00:00:07' };
    await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'edit', device: card }] } });
    await using told = await Updates.of(ep, vm, ['guest.net', 'guest.ipAddress']);
    await ep.run(vm, 'PowerOnVM_Task');
    const { 'guest.net': net, 'guest.ipAddress': ip } = await told.next();
    expect(net).toMatchObject([{ macAddress: '00:50:56:00:00:07', ipAddress: [ip, 'fe80::250:56ff:fe00:7'] }]);
    expect(ep.sim.simulation.site.world.lookup.get('guestAddress', ip).size).toBe(1);
  });

  it('has the addresses, the name and the name servers that a customization gave it', async () => {
    await using scene = await GuestScene.open();
    const { world } = scene.ep.sim.simulation.site;
    world.turn(() =>
      world.update(
        world.find(scene.vm.value)! as never,
        {
          customized: {
            hostName: 'web1',
            domain: 'example.com',
            dnsServers: ['192.0.2.53'],
            dnsSuffixes: ['example.com'],
            nics: [{ addresses: [{ ip: '192.0.2.7', prefixLength: 25 }], gateways: ['192.0.2.1'], dhcp: false }],
          },
        } as never,
      ),
    );
    const guest = await scene.read('guest');
    expect(guest).toMatchObject({ hostName: 'web1.example.com', ipAddress: '192.0.2.7' });
    expect(guest.ipStack[0].dnsConfig).toMatchObject({
      dhcp: false,
      domainName: 'example.com',
      ipAddress: ['192.0.2.53'],
    });
    expect(guest.ipStack[0].ipRouteConfig.ipRoute[1]).toMatchObject({ network: '192.0.2.0', prefixLength: 25 });
  });
});

describe('a world that is put back', () => {
  it('has the guests and their files it had, and nothing comes up twice', async () => {
    await using scene = await GuestScene.open({ latency: 'realistic', clock: { kind: 'manual' } });
    const { ep, vm } = scene;
    const { sim } = ep;
    const ip = await scene.read('guest.ipAddress');
    const args = { guestFilePath: '/tmp/a', fileAttributes: {}, fileSize: 1, overwrite: false };
    await fetch(await scene.call('file', 'InitiateFileTransferToGuest', args), { method: 'PUT', body: 'x' });
    await ep.call(vm, 'ResetVM_Task');
    await sim.clock.advance(5_000);
    expect(await scene.read('guest.guestState')).toBe('notRunning');
    sim.reset();
    const again = new GuestScene(new Endpoint(sim, await Endpoint.login(sim)), vm);
    expect(await again.read('guest')).toMatchObject({ guestState: 'running', ipAddress: ip });
    expect([sim.clock.idle, sim.simulation.spool.count]).toEqual([true, 0]);
    const { files } = await again.call('file', 'ListFilesInGuest', { filePath: '/tmp' });
    expect(files).toHaveLength(2);
  });
});

describe('a guest without VMware Tools', () => {
  it('says nothing, whatever its machine does', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.run(vm, 'ResetVM_Task');
    expect(await ep.read(vm, 'guest')).toMatchObject({
      toolsStatus: 'toolsNotInstalled',
      guestOperationsReady: false,
      guestState: 'notRunning',
    });
  });
});
