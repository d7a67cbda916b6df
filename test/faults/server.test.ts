/** What rules do to the server itself, as clients meet it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldInput } from '../../src/faults/rule.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { Wire } from '../server/wire.ts';

const VM = 'DC0/vm/DC0_H0_VM0';
const HOST = 'DC0/host/DC0_H0/DC0_H0';

describe('trouble of the server by a rule', () => {
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

  it('lets licences run out: nothing is started, and a new one changes that', async () => {
    await ep.run(await vm(), 'PowerOffVM_Task');
    await ep.events();
    await befall('license.expire');
    const events = await ep.events();
    expect(events).toContain('LicenseExpiredEvent');
    expect(events).toContain('HostLicenseExpiredEvent');
    expect((await ep.fault(await vm(), 'PowerOnVM_Task'))._typeName).toBe('LicenseExpired');
    const [left] = (await ep.read(ep.manager('licenseManager'), 'evaluation')).properties;
    expect(left).toMatchObject({ key: 'expirationHours', value: 0 });
    await befall('license.renew');
    await ep.run(await vm(), 'PowerOnVM_Task');
  });

  it('sets watches wrong and right again', async () => {
    const said = () => ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
    const ahead = async () => Date.parse(await said()) - clock().now();
    await befall('clock.skew', { ahead: '10m' });
    expect(Math.round(await ahead())).toBe(600_000);
    expect(await ep.read({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'serverClock')).toBe(await said());
    await befall('clock.skew', { host: 'DC0_H0', behind: '5m' });
    const { dateTimeSystem } = await ep.read(await ep.at(HOST), 'configManager');
    const onHost = Date.parse(await ep.call(dateTimeSystem, 'QueryDateTime'));
    expect(Math.round(onHost - clock().now())).toBe(-300_000);
    await befall('clock.sync');
    expect(await ahead()).toBeCloseTo(0, 0);
  });

  describe('of what clients are told', () => {
    const collector = () => ep.client.content.propertyCollector;
    const watch = async () => {
      const spec = {
        propSet: [{ type: 'VirtualMachine', pathSet: ['name'] }],
        objectSet: [{ obj: await vm() }],
      };
      await ep.call(collector(), 'CreateFilter', { spec, partialUpdates: false });
    };
    const updates = (version: string, maxWaitSeconds = 0) =>
      ep.call(collector(), 'WaitForUpdatesEx', { version, options: { maxWaitSeconds } });

    it('tells changes late, and at once when that is over', async () => {
      await watch();
      await befall('updates.delay', { by: '1m' });
      expect((await updates('')).version).toBe('1');
      await ep.run(await vm(), 'Rename_Task', { newName: 'later' });
      expect(await updates('1')).toBeUndefined();
      await clock().advance(59_000);
      expect(await updates('1')).toBeUndefined();
      const told = updates('1', 120);
      await clock().advance(1_000);
      expect((await told).filterSet[0].objectSet[0].changeSet[0].val).toBe('later');
      await befall('updates.delay');
      await ep.run(await ep.at('DC0/vm/later'), 'Rename_Task', { newName: 'DC0_H0_VM0' });
      await clock().advance(1_200_000);
      expect(await updates('2')).toBeUndefined();
      await befall('updates.resume');
      expect((await updates('2')).filterSet[0].objectSet[0].changeSet[0].val).toBe('DC0_H0_VM0');
    });
  });

  describe('of vCenter as a whole', () => {
    it('restarts it: connections reset, then 503, then the same world without sessions, and work went on', async () => {
      ep.sim.faults.add({ match: { method: 'PowerOffVM_Task' }, effect: { task: { slow: '30s' } } });
      const before = ep.client.content.about;
      const { value } = await vm();
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      const waiting = wire.soap('WaitForUpdatesEx', 'PropertyCollector', 'propertyCollector', '<version/>');
      const cut = expect(waiting).rejects.toThrow(/ECONNRESET|hang up/);
      const answer = await wire.control('POST', '/faults', {
        effect: { world: { verb: 'vcenter.restart', refuse: '20s', down: '1m' } },
      });
      expect(answer.status).toBe(201);
      await clock().advance(0);
      await cut;
      const ask = () => wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
      await expect(ask()).rejects.toThrow(/ECONNRESET|hang up/);
      await expect(wire.file('GET', 'x')).rejects.toThrow(/ECONNRESET|hang up/);
      expect((await wire.control('GET', '/clock')).status).toBe(200);
      await clock().advance(20_000);
      expect([(await ask()).status, (await wire.file('GET', 'x')).status]).toEqual([503, 503]);
      await clock().advance(40_000);
      expect((await ask()).text).toContain('NotAuthenticated');
      const client = await Endpoint.login(ep.sim);
      expect(client.content.about).toEqual(before);
      expect(wire.task(task).state).toBe('success');
      expect(await client.get({ type: 'VirtualMachine', value }, 'runtime.powerState')).toBe('poweredOff');
      await client.close();
    });
  });
});
