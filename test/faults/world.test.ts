/** What rules do to the world, as clients meet it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldInput } from '../../src/faults/rule.ts';
import { serverTrouble } from '../../src/objects/service/server-trouble.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';
import { Wire } from '../server/wire.ts';

const VM = 'DC0/vm/DC0_H0_VM0';
const HOST = 'DC0/host/DC0_H0/DC0_H0';

describe('a change of the world by a rule', () => {
  let ep: Endpoint;
  let wire: Wire;
  beforeEach(async () => {
    ep = await Endpoint.open({ clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) });
    wire = await new Wire(ep.sim).login();
  });
  afterEach(async () => ep[Symbol.asyncDispose]());

  const befall = async (verb: string, args: Omit<WorldInput, 'verb'> = {}) => {
    ep.sim.faults.add({ effect: { world: { verb, ...args } } });
    await ep.sim.clock.advance(0);
  };
  const vm = () => ep.at(VM);
  const clock = () => ep.sim.clock;
  const datastore = async () => (await ep.read(await vm(), 'datastore'))[0];

  describe('of a datastore', () => {
    it('fills it up but for what is said, and gives the room back', async () => {
      const store = await datastore();
      const free = () => ep.read(store, 'summary.freeSpace');
      const before = await free();
      await befall('datastore.fill', { name: 'LocalDS_0', free: '1MiB' });
      expect(await free()).toBe(2 ** 20);
      expect((await wire.file('PUT', 'big.bin', { body: Buffer.alloc(2 ** 20 + 1) })).status).toBe(507);
      expect((await wire.file('PUT', 'small.bin', { body: Buffer.alloc(2 ** 20) })).status).toBe(201);
      const fault = await ep.fault(ep.manager('fileManager'), 'CopyDatastoreFile_Task', {
        sourceName: '[LocalDS_0] small.bin',
        sourceDatacenter: await ep.at('DC0'),
        destinationName: '[LocalDS_0] again.bin',
        destinationDatacenter: await ep.at('DC0'),
      });
      expect(fault._typeName).toBe('NoDiskSpace');
      await befall('datastore.free', { name: 'LocalDS_*' });
      expect(await free()).toBe(before - 2 ** 20);
    });

    it('makes work on it slow, and says so', async () => {
      await ep.events();
      await befall('datastore.slow', { name: 'LocalDS_0', delay: '45s' });
      const slow = await wire.vmTask('PowerOffVM_Task', VM);
      await clock().advance(44_000);
      expect(wire.task(slow).state).toBe('running');
      await clock().advance(1_000);
      expect(wire.task(slow).state).toBe('success');
      await befall('datastore.fast', { name: 'LocalDS_0' });
      expect(wire.task(await wire.vmTask('PowerOnVM_Task', VM)).state).toBe('success');
      const ids = (await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} })).flatMap(
        (event: Answer) => event.eventTypeId ?? [],
      );
      expect(ids).toContain('esx.problem.scsi.device.io.latency.high');
      expect(ids).toContain('esx.clear.scsi.device.io.latency.improved');
    });
  });

  describe('of files', () => {
    const lockedBy = async (method: string, args: object = {}) => (await ep.fault(await vm(), method, args))._typeName;

    it('holds a file open: nobody reads, replaces or deletes it until it is released', async () => {
      await wire.file('PUT', 'iso/a.iso', { body: 'x' });
      await befall('file.lock', { path: '[LocalDS_0] iso/*', owner: '10.0.0.9' });
      const del = () =>
        ep.fault(ep.manager('fileManager'), 'DeleteDatastoreFile_Task', {
          name: '[LocalDS_0] iso/a.iso',
          datacenter: { type: 'Datacenter', value: 'datacenter-2' },
        });
      expect(await del()).toMatchObject({ _typeName: 'FileLocked', file: '[LocalDS_0] iso/a.iso' });
      expect((await wire.file('PUT', 'iso/a.iso', { body: 'y' })).status).toBe(409);
      expect((await wire.file('GET', 'iso/a.iso')).status).toBe(409);
      await befall('file.unlock');
      expect((await wire.file('GET', 'iso/a.iso')).text).toBe('x');
    });

    it('keeps a VM whose disks are held from starting', async () => {
      await ep.run(await vm(), 'PowerOffVM_Task');
      await befall('file.lock', { name: 'DC0_H0_VM0' });
      expect(await lockedBy('PowerOnVM_Task')).toBe('FileLocked');
      await befall('file.unlock', { name: 'DC0_H0_VM0' });
      await ep.run(await vm(), 'PowerOnVM_Task');
    });

    it('keeps one from starting whose configuration is held', async () => {
      await ep.run(await vm(), 'PowerOffVM_Task');
      await befall('file.lock', { path: '*DC0_H0_VM0.vmx' });
      expect(await ep.fault(await vm(), 'PowerOnVM_Task')).toMatchObject({
        _typeName: 'FileLocked',
        file: '[LocalDS_0] DC0_H0_VM0/DC0_H0_VM0.vmx',
      });
    });

    it('leaves a removed snapshot’s files where they are until the lock is gone', async () => {
      const snapshot = await ep.run(await vm(), 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
      await befall('file.lock', { name: 'DC0_H0_VM0' });
      expect(await lockedBy('CreateSnapshot_Task', { name: 't', memory: false, quiesce: false })).toBe('FileLocked');
      expect((await ep.fault(snapshot, 'RemoveSnapshot_Task', { removeChildren: false }))._typeName).toBe('FileLocked');
      expect(await ep.read(await vm(), 'snapshot')).toBeUndefined();
      expect(await ep.read(await vm(), 'runtime.consolidationNeeded')).toBe(true);
      expect(await lockedBy('ConsolidateVMDisks_Task')).toBe('FileLocked');
      await befall('file.unlock');
      await ep.run(await vm(), 'ConsolidateVMDisks_Task');
      expect(await ep.read(await vm(), 'runtime.consolidationNeeded')).toBe(false);
    });
  });

  it('stands in an image and in a dump', async () => {
    await wire.file('PUT', 'iso/a.iso', { body: 'x' });
    await befall('file.lock', { path: '[LocalDS_0] iso/*' });
    await befall('updates.delay');
    ep.sim.save('troubled');
    const parts: Uint8Array[] = [];
    for await (const part of ep.sim.dump()) parts.push(part);
    const locked = async () => (await wire.file('GET', 'iso/a.iso')).status === 409;
    const late = () => serverTrouble(ep.sim.simulation.site.world).late;
    for (const bring of [() => ep.sim.restore('troubled'), () => ep.sim.load(Buffer.concat(parts))]) {
      await befall('file.unlock');
      await befall('updates.resume');
      expect([await locked(), late()]).toEqual([false, undefined]);
      await bring();
      wire = await new Wire(ep.sim).login();
      expect([await locked(), late()]).toEqual([true, { by: Number.POSITIVE_INFINITY }]);
    }
    ep = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
  });

  it('is taken back by a reset, whatever it was', async () => {
    const shown = async (client = ep.client) => {
      const [si, licenses] = [{ type: 'ServiceInstance', value: 'ServiceInstance' }, ep.manager('licenseManager')];
      const offset = Date.parse((await client.get(si as never, 'serverClock' as never)) as string) - clock().now();
      return [
        await client.get(await datastore(), 'summary.freeSpace' as never),
        (await client.get((await ep.at(HOST)) as never, 'config.network.pnic' as never)) as unknown,
        ((await client.get(licenses as never, 'evaluation' as never)) as Answer).properties[0].value,
        Math.abs(offset) < 1_000,
      ];
    };
    const before = await shown();
    for (const [verb, args] of [
      ['datastore.fill', { name: '*' }],
      ['host.loseUplinks', { name: 'DC0_H0', card: 'vmnic1' }],
      ['file.lock', { path: '*' }],
      ['license.expire', {}],
      ['clock.skew', { ahead: '1h' }],
      ['updates.delay', {}],
    ] as const)
      await befall(verb, args);
    expect(await shown()).not.toEqual(before);
    ep.sim.reset();
    const again = await Endpoint.login(ep.sim);
    ep = new Endpoint(ep.sim, again);
    wire = await new Wire(ep.sim).login();
    expect(await shown()).toEqual(before);
    expect((await wire.file('PUT', 'a.txt', { body: 'x' })).status).toBe(201);
  });

  it.each([
    ['datastore.fill', { free: 'lots' }, /^effect.world.free: expected a size such as/],
    ['datastore.slow', { delay: 'long' }, /^effect.world.delay: expected a duration/],
    ['vm.load', { cpu: 101 }, /^effect.world.cpu: expected a number from 0 to 100/],
    ['vm.unplug', { card: 0 }, /^effect.world.card: expected a whole number of at least 1/],
    ['vm.ask', { choices: [1] }, /^effect.world.choices/],
    ['file.lock', { pth: 'x' }, /^effect.world.pth: file.lock takes no 'pth'; did you mean 'path'\?/],
    ['session.expire', { session: 'x' }, /^effect.world.session: expected a whole number/],
    ['vcenter.restart', { down: true }, /^effect.world.down: expected a duration/],
  ])('%s with %j is refused', (verb, args, message) => {
    expect(() => ep.sim.faults.add({ effect: { world: { verb, ...args } } })).toThrow(message);
    expect(ep.sim.faults.list()).toEqual([]);
  });

  describe('of sessions', () => {
    it('ends the session of the call and no other', async () => {
      ep.sim.faults.add({ match: { method: 'PowerOffVM_Task' }, effect: { world: { verb: 'session.expire' } } });
      const { value } = await vm();
      expect((await wire.soap('PowerOffVM_Task', 'VirtualMachine', value)).text).toContain('NotAuthenticated');
      expect((await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance')).text).toContain('NotAuthenticated');
      expect(await ep.exists(VM)).toBe(true);
    });

    it('ends one by its number', async () => {
      await befall('session.expire', { session: 2 });
      expect((await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance')).text).toContain('NotAuthenticated');
      expect(await ep.exists(VM)).toBe(true);
    });
  });

  describe('of the network', () => {
    it('takes a card’s link, and with the last one of its switch the host itself', async () => {
      const host = await ep.at(HOST);
      const linked = async () =>
        (await ep.read(host, 'config.network.pnic')).map((nic: Answer) => nic.linkSpeed !== undefined);
      const connection = () => ep.read(host, 'runtime.connectionState');
      expect(await linked()).not.toContain(false);
      await befall('host.loseUplinks', { name: 'DC0_H0', card: 'vmnic1' });
      expect([(await linked())[1], await connection()]).toEqual([false, 'connected']);
      await befall('host.loseUplinks', { name: 'DC0_H0' });
      expect([(await linked())[0], await connection()]).toEqual([false, 'notResponding']);
      await befall('host.regainUplinks', { name: 'DC0_H0' });
      expect(await linked()).not.toContain(false);
      expect(await connection()).toBe('connected');
    });

    it('cuts a guest off at its cards, and plugs it in again', async () => {
      const cards = async () =>
        (await ep.read(await vm(), 'config.hardware.device'))
          .filter((device: Answer) => device.macAddress)
          .map((device: Answer) => device.connectable.connected);
      expect(await cards()).toEqual([true]);
      await befall('vm.unplug', { name: 'DC0_H0_VM0' });
      expect(await cards()).toEqual([false]);
      await befall('vm.plug', { name: 'DC0_H0_VM0', card: 1 });
      expect(await cards()).toEqual([true]);
    });
  });

  it('puts a question to a VM and answers it', async () => {
    await ep.run(await vm(), 'PowerOffVM_Task');
    await befall('vm.ask', { name: 'DC0_H0_VM0', text: 'Go on?', choices: ['Yes', 'No'], giveUp: 'No' });
    const task = await wire.vmTask('PowerOnVM_Task', VM);
    expect(await ep.read(await vm(), 'runtime.question.text')).toBe('Go on?');
    expect(wire.task(task).state).toBe('running');
    await befall('vm.answer', { name: 'DC0_H0_VM0', choice: 'Yes' });
    expect(wire.task(task).state).toBe('success');
    expect(await ep.read(await vm(), 'runtime.question')).toBeUndefined();
  });
});
