/** Consoles: by VNC at the port that a machine's options say, and over a web socket to whoever has a ticket. */
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Ref } from '../../src/client/index.ts';
import type { StartOptions } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { withTools } from '../objects/guest.ts';
import { VncClient } from './console-client.ts';

const VM = '/DC0/vm/DC0_H0_VM0';
const HOST = '/DC0/host/DC0_H0/DC0_H0';

async function scene(options: StartOptions = {}): Promise<Endpoint> {
  return Endpoint.open({ ...options, inventory: { cluster: 0, standaloneHost: 1, vm: 2 } });
}

async function letVncIn(ep: Endpoint): Promise<Ref> {
  const host = await ep.at(HOST);
  const { firewallSystem } = (await ep.read(host, 'configManager')) as { firewallSystem: Ref };
  await ep.call(firewallSystem, 'EnableRuleset', { id: 'gdbserver' });
  return firewallSystem;
}

async function show(ep: Endpoint, vm: Ref, options: Record<string, string>): Promise<void> {
  const extraConfig = Object.entries(options).map(([key, value]) => ({
    _typeName: 'OptionValue',
    key: `RemoteDisplay.vnc.${key}`,
    value,
  }));
  await ep.run(vm, 'ReconfigVM_Task', { spec: { extraConfig } });
}

describe('a console by VNC', () => {
  it('is to be seen where the options say and the firewall allows, by its password', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await show(ep, vm, { enabled: 'TRUE', port: '5951', password: 'secret' });
    expect(await ep.sim.consoles()).toEqual([]);
    await letVncIn(ep);
    const [shown] = await ep.sim.consoles();
    expect(shown).toMatchObject({ vm: vm.value, name: 'DC0_H0_VM0', address: '127.0.0.1', wanted: 5951 });

    const client = await (await VncClient.at(shown!.port)).enter({ password: 'secret' });
    expect([client.name, client.width, client.height]).toEqual(['DC0_H0_VM0', 720, 400]);
    client.ask(false);
    const [picture] = await client.update();
    expect(picture).toMatchObject({ top: 0, width: 720, rows: 400 });
    expect(new Set(picture!.pixels)).toContain(0xaa);
  });

  it('is refused to who has another password, and to who speaks something else', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await letVncIn(ep);
    await show(ep, vm, { enabled: 'true', port: '5952', password: 'secret' });
    const [shown] = await ep.sim.consoles();
    const wrong = await VncClient.at(shown!.port);
    await expect(wrong.enter({ password: 'guess' })).rejects.toThrow('password check failed');
    await wrong.ended();
    const stranger = await VncClient.at(shown!.port);
    stranger.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await stranger.ended();
    expect(await ep.read(vm, 'runtime.numMksConnections')).toBe(0);
    expect(ep.sim.unforeseen).toEqual([]);
  });

  it('speaks the older versions of the protocol, and smaller pixels', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await letVncIn(ep);
    await show(ep, vm, { enabled: 'true', port: '5953' });
    const [shown] = await ep.sim.consoles();
    for (const version of ['003.003', '003.007']) {
      expect((await (await VncClient.at(shown!.port)).enter({ version })).width).toBe(720);
    }
    const client = await (await VncClient.at(shown!.port)).enter();
    // 16 bits, red uppermost; then an update of all.
    client.write([0, 0, 0, 0, 16, 16, 1, 1, 0, 31, 0, 63, 0, 31, 11, 5, 0, 0, 0, 0]);
    client.ask(false);
    const [picture] = await client.update(2);
    const grey = (21 << 11) | (42 << 5) | 21;
    const seen = new Set(Array.from({ length: 720 * 400 }, (_, i) => picture!.pixels.readUInt16BE(2 * i)));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, grey]);
  });

  it('shows changes to who waits for them, and ends with the machine', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await letVncIn(ep);
    await show(ep, vm, { enabled: 'true', port: '5954' });
    const [shown] = await ep.sim.consoles();
    const client = await (await VncClient.at(shown!.port)).enter();
    client.ask(false);
    await client.update();
    client.ask(true);
    await ep.run(vm, 'Rename_Task', { newName: 'renamed' });
    const [changed] = await client.update();
    expect(changed!.rows).toBeLessThan(400);
    expect(await ep.read(vm, 'runtime.numMksConnections')).toBe(1);
    await ep.run(vm, 'PowerOffVM_Task');
    await client.ended();
    expect(await ep.sim.consoles()).toEqual([]);
  });

  it('is told of another size of the screen, where the client understands that', async () => {
    await using ep = await scene({ furnish: withTools });
    const vm = await ep.at(VM);
    await letVncIn(ep);
    await show(ep, vm, { enabled: 'true', port: '5955' });
    const [shown] = await ep.sim.consoles();
    const able = await (await VncClient.at(shown!.port)).enter();
    const unable = await (await VncClient.at(shown!.port)).enter();
    able.write([2, 0, 0, 2, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x21]);
    for (const client of [able, unable]) {
      client.ask(false);
      await client.update();
      client.ask(true);
    }
    await ep.call(vm, 'SetScreenResolution', { width: 800, height: 600 });
    const [size, picture] = await able.update();
    expect(size).toMatchObject({ encoding: -223, width: 800, rows: 600 });
    expect(picture).toMatchObject({ encoding: 0, width: 800, rows: 600 });
    await unable.ended();
  });

  it('has its port to itself: the second machine at it waits until it is free', async () => {
    await using ep = await scene();
    await letVncIn(ep);
    const [first, second] = [await ep.at(VM), await ep.at('/DC0/vm/DC0_H0_VM1')];
    await show(ep, first, { enabled: 'true', port: '5956' });
    await show(ep, second, { enabled: 'true', port: '5956' });
    expect((await ep.sim.consoles()).map(({ vm }) => vm)).toEqual([first.value]);
    await ep.run(first, 'PowerOffVM_Task');
    expect((await ep.sim.consoles()).map(({ vm }) => vm)).toEqual([second.value]);
  });

  it('is closed when the firewall is', async () => {
    await using ep = await scene();
    const firewall = await letVncIn(ep);
    await show(ep, await ep.at(VM), { enabled: 'true', port: '5957' });
    const [shown] = await ep.sim.consoles();
    const client = await (await VncClient.at(shown!.port)).enter();
    await ep.call(firewall, 'DisableRuleset', { id: 'gdbserver' });
    await client.ended();
    expect(await ep.sim.consoles()).toEqual([]);
  });

  it('is moved where another program has the port', async () => {
    await using one = await scene();
    await using two = await scene();
    for (const ep of [one, two]) {
      await letVncIn(ep);
      await show(ep, await ep.at(VM), { enabled: 'true', port: '5958' });
    }
    const [[mine], [other]] = [await one.sim.consoles(), await two.sim.consoles()];
    expect(other!.wanted).toBe(mine!.wanted);
    expect(other!.port).not.toBe(mine!.port);
    expect((await (await VncClient.at(other!.port)).enter()).name).toBe('DC0_H0_VM0');
  });

  it('is cut by a fault rule', async () => {
    await using ep = await scene();
    await letVncIn(ep);
    await show(ep, await ep.at(VM), { enabled: 'true', port: '5959' });
    const [shown] = await ep.sim.consoles();
    ep.sim.faults.add({ match: { method: 'CONNECT /vnc' }, effect: { transport: { reset: true } } });
    await (await VncClient.at(shown!.port)).ended();
    expect(ep.sim.journal.calls({ method: 'CONNECT /vnc' })).toMatchObject([{ outcome: 'cut' }]);
  });
});

async function overTicket(url: string): Promise<VncClient> {
  const socket = new WebSocket(url, ['binary', 'vmware-vvc']);
  const arrived: Buffer[] = [];
  let take = (bytes: Buffer): void => void arrived.push(bytes);
  socket.on('message', (data) => take(data as Buffer));
  await once(socket, 'open');
  expect(socket.protocol).toBe('binary');
  return new VncClient({
    write: (bytes) => socket.send(bytes),
    listen(then, over) {
      for (const bytes of arrived) then(bytes);
      take = then;
      socket.on('close', over);
    },
  });
}

describe('a console by ticket', () => {
  it('opens once over a web socket, and the machine knows who looks', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await ep.events();
    const ticket = await ep.call(vm, 'AcquireTicket', { ticketType: 'webmks' });
    expect(ticket).toMatchObject({ cfgFile: '/vmfs/volumes/LocalDS_0/DC0_H0_VM0/DC0_H0_VM0.vmx', host: '127.0.0.1' });
    const client = await (await overTicket(ticket.url)).enter();
    expect(client.name).toBe('DC0_H0_VM0');
    client.ask(false);
    expect(await client.update()).toMatchObject([{ rows: 400 }]);

    const [connection] = await ep.call(vm, 'QueryConnections');
    expect(connection).toMatchObject({ client: '127.0.0.1', userName: 'VSPHERE.LOCAL\\Administrator' });
    expect(await ep.read(vm, 'runtime.numMksConnections')).toBe(1);
    await expect(once(new WebSocket(ticket.url), 'open')).rejects.toThrow('404');
    expect(await ep.call(vm, 'DropConnections', { listOfConnections: [connection] })).toBe(true);
    await client.ended();
    expect(await ep.call(vm, 'QueryConnections')).toEqual([]);
    expect(await ep.call(vm, 'DropConnections', { listOfConnections: [connection] })).toBe(false);
    expect(await ep.events()).toEqual([
      'VmAcquiredTicketEvent',
      'VmRemoteConsoleConnectedEvent',
      'VmRemoteConsoleDisconnectedEvent',
    ]);
  });

  it('is given as an MKS ticket too', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await ep.events();
    const old = await ep.call(vm, 'AcquireMksTicket');
    const ticket = await ep.call(vm, 'AcquireTicket', { ticketType: 'mks' });
    expect(await ep.events()).toEqual(['VmAcquiredMksTicketEvent', 'VmAcquiredMksTicketEvent']);
    expect(ticket.ticket).not.toBe(old.ticket);
    for (const { host, port, ticket: secret } of [old, ticket]) {
      expect((await (await overTicket(`ws://${host}:${port}/ticket/${secret}`)).enter()).width).toBe(720);
    }
  });

  it('is for machines that run, and for what there is to see', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    const ticketOf = (ticketType: string) => ep.fault(vm, 'AcquireTicket', { ticketType });
    expect(await ticketOf('film')).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'ticketType' });
    expect(await ticketOf('guestControl')).toMatchObject({ _typeName: 'NotSupported' });
    const { url } = await ep.call(vm, 'AcquireTicket', { ticketType: 'webmks' });
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await ticketOf('mks')).toMatchObject({ _typeName: 'InvalidPowerState' });
    await expect(once(new WebSocket(url), 'open')).rejects.toThrow('503');
  });

  it('is refused to a plain request, and to one more than the machine allows', async () => {
    await using ep = await scene();
    const vm = await ep.at(VM);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { maxMksConnections: 1 } });
    await ep.run(vm, 'PowerOnVM_Task');
    const ticket = async () => (await ep.call(vm, 'AcquireTicket', { ticketType: 'webmks' })).url as string;
    const url = await ticket();
    expect((await fetch(url.replace('ws:', 'http:'))).status).toBe(426);
    await (await overTicket(url)).enter();
    await expect(once(new WebSocket(await ticket()), 'open')).rejects.toThrow('503');
  });
});
