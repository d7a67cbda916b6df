/** What rules ask of calls and of the world, and what is odd about some. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuleInput } from '../../src/faults/rule.ts';
import { startSimulator } from '../../src/server/start.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { Wire } from '../server/wire.ts';

const BUSY = { soap: { fault: 'HostCommunication' } } as const;
const OFF = { transport: { status: 503 } } as const;

describe('a rule', () => {
  let ep: Endpoint;
  let wire: Wire;
  const said: string[] = [];
  const logger = { debug() {}, info() {}, error() {}, warn: (message: string) => said.push(message) };
  beforeEach(async () => {
    said.length = 0;
    ep = await Endpoint.open({ clock: { kind: 'manual' }, logger });
    wire = await new Wire(ep.sim).login();
  });
  afterEach(async () => ep[Symbol.asyncDispose]());

  const vm = (n = 0) => ep.at(`DC0/vm/DC0_H0_VM${n}`);
  const rename = async (n: number) =>
    ep.run(await vm(n), 'Rename_Task', { newName: `DC0_H0_VM${n}` }).then(
      () => 'done',
      () => 'refused',
    );

  it('asks for properties of the object that is called on', async () => {
    await ep.run(await vm(1), 'PowerOffVM_Task');
    ep.sim.faults.add({
      match: {
        type: 'VirtualMachine',
        property: {
          'runtime.powerState': 'powered?ff',
          'runtime.host': 'DC0_H0',
          'config.hardware.memoryMB': { below: 64 },
        },
      },
      effect: BUSY,
    });
    expect([await rename(0), await rename(1)]).toEqual(['done', 'refused']);
  });

  it('takes calls only while something holds', async () => {
    ep.sim.faults.add({
      match: { method: 'Rename_Task' },
      when: { holds: { path: '/DC0/vm/DC0_H0_VM1', property: 'runtime.powerState', equals: 'poweredOff' } },
      effect: BUSY,
    });
    expect(await rename(0)).toBe('done');
    await ep.run(await vm(1), 'PowerOffVM_Task');
    expect(await rename(0)).toBe('refused');
    await ep.run(await vm(1), 'PowerOnVM_Task');
    expect(await rename(0)).toBe('done');
    expect(ep.sim.faults.list()[0]).toMatchObject({ seen: 1, hits: 1 });
  });

  it('changes the world once something has come to be', async () => {
    const crash = { world: { verb: 'host.disconnect', name: 'DC0_H0' } };
    ep.sim.faults.add({
      when: { after: '10s', holds: { path: '/DC0/vm', property: 'childEntity', above: 8 } },
      effect: crash,
    });
    const state = async () => ep.read(await ep.at('DC0/host/DC0_H0/DC0_H0'), 'runtime.connectionState');
    const folder = await ep.at('DC0/vm');
    for (let n = (await ep.read(folder, 'childEntity')).length; n < 8; n++)
      await ep.call(folder, 'CreateFolder', { name: `f${n}` });
    await ep.sim.clock.advance(10_000);
    expect(await state()).toBe('connected');
    await ep.call(folder, 'CreateFolder', { name: 'one-more' });
    await ep.sim.clock.advance(0);
    expect(await state()).toBe('disconnected');
    expect(ep.sim.faults.list()[0]).toMatchObject({ hits: 1, spent: true });
  });

  it.each([
    [
      { match: { property: { 'runtime.pwrState': 'x' } } },
      /^match.property.runtime.pwrState: nothing has a property 'runtime.pwrState'/,
    ],
    [
      { match: { type: 'HostSystem', property: { gest: 1 } } },
      /^match.property.gest: HostSystem has no property 'gest'/,
    ],
    [{ match: { type: 'VirtualMachine', property: { rumtime: 1 } } }, /did you mean 'runtime'\?/],
    [{ match: { property: { 'a..b': 1 } } }, /'a..b' is no property path/],
    [
      { when: { holds: { path: '/DC0', property: 'nme', equals: 'x' } } },
      /^when.holds.property: .*did you mean 'name'\?/,
    ],
  ])('%j is refused: there is no such property', (rule, message) => {
    expect(() => ep.sim.faults.add({ ...rule, effect: BUSY })).toThrow(
      expect.objectContaining({ code: 'ERR_RULE', message: expect.stringMatching(message) }),
    );
    expect(ep.sim.faults.list()).toEqual([]);
  });

  it.each<[RuleInput['effect'], RegExp]>([
    [
      { soap: { fault: 'VmConfigFault', properties: { faultMessage: [{ message: 'x' }] } } },
      /^effect.soap.properties.faultMessage\[0\]: LocalizableMessage needs 'key'/,
    ],
    [
      { soap: { fault: 'InvalidDeviceSpec', properties: { deviceIndex: 0, fault: { fault: {} } } } },
      /has no property 'fault'/,
    ],
    [
      { soap: { fault: 'SnapshotIncompatibleDeviceInVm', properties: { fault: { fault: { _typeName: 'Folder' } } } } },
      /fault.fault: 'Folder' is not a MethodFault/,
    ],
    [
      {
        soap: {
          fault: 'VmConfigFault',
          properties: { faultMessage: [{ key: 'k', arg: [{ key: 'a', value: { x: 1 } }] }] },
        },
      },
      /faultMessage\[0\].arg\[0\].value: needs '_typeName'/,
    ],
  ])('%j is refused: the detail is checked all the way down', (effect, message) => {
    expect(() => ep.sim.faults.add({ effect })).toThrow(message);
  });

  const odd: readonly (readonly [RuleInput, RegExp])[] = [
    [{ when: { nth: 3 }, limits: { times: 2 }, effect: BUSY }, /^limits.times: never reached: `nth` hits once$/],
    [{ when: { nth: 3, every: 2 }, effect: BUSY }, /^when.nth: never matches: 3 does not divide by 2$/],
    [{ when: { probability: 0 }, effect: BUSY }, /^when.probability: never matches/],
    [{ when: { after: '2m' }, limits: { until: '1m' }, effect: BUSY }, /^limits.until: never matches/],
    [{ match: { method: 'PowerOnVm' }, effect: BUSY }, /^match.method: .*did you mean 'PowerOnVM_Task'\?$/],
    [{ match: { method: 'PUT /folders' }, effect: OFF }, /^match.method: .*did you mean 'PUT \/folder'\?$/],
    [
      { match: { method: 'PowerOnVM_Task', type: 'HostSystem' }, effect: BUSY },
      /^match.type: never matches: a HostSystem has no method that fits 'PowerOnVM_Task'$/,
    ],
    [{ match: { method: 'Login' }, effect: { task: { stall: true } } }, /^effect.task: never happens: 'Login' starts/],
    [{ match: { method: 'PUT /folder' }, effect: { task: { stall: true } } }, /^effect.task: never happens/],
    [
      { match: { method: 'PowerOnVM_Task' }, effect: { task: { stall: true, at: 'finsh' } } },
      /^effect.task.at: never reached: .*did you mean 'finish'\?$/,
    ],
    [{ effect: { world: { verb: 'host.crash', name: 'DCO_H0' } } }, /^effect.world.name: no HostSystem .*'DC0_H0'\?$/],
    [{ effect: { world: { verb: 'host.crash' } } }, /^effect.world.name: nothing happens/],
  ];
  it.each(odd)('%j is armed, and warned of', async (rule, warning) => {
    const { warnings } = ep.sim.faults.check(rule);
    expect(warnings).toEqual([expect.stringMatching(warning)]);
    const answer = await wire.control('POST', '/faults?dryRun', rule);
    expect(answer).toEqual({ status: 200, json: { ok: true, warnings: [`rule-1: ${warnings[0]}`] } });
    expect(said).toEqual([]);
    expect((await wire.control('POST', '/faults', rule)).json).toEqual({
      id: 'rule-1',
      warnings: [`rule-1: ${warnings[0]}`],
    });
    expect(said).toEqual([`fault rule 'rule-1': ${warnings[0]}`]);
    expect(ep.sim.faults.list()).toMatchObject([{ id: 'rule-1', warnings }]);
  });

  it('is warned of when one before it leaves it nothing', () => {
    ep.sim.faults.add({ id: 'all', match: { method: 'Login' }, effect: BUSY });
    const warned = (rule: RuleInput) => ep.sim.faults.check(rule).warnings;
    expect(warned({ match: { method: 'Login', user: 'bob' }, effect: OFF })).toEqual([
      "match: never reached: rule 'all' takes every such call before it",
    ]);
    expect(warned({ match: { method: 'Log*' }, effect: OFF })).toEqual([]);
    ep.sim.faults.clear();
    ep.sim.faults.add({ match: { method: 'Login' }, limits: { times: 1 }, effect: BUSY });
    expect(warned({ match: { method: 'Login' }, effect: OFF })).toEqual([]);
  });

  it.each<RuleInput>([
    { effect: BUSY },
    { match: { method: '*' }, effect: { task: { slow: '1s' } } },
    { match: { method: 'Pbm*' }, effect: BUSY },
    { match: { method: '* /folder' }, effect: OFF },
    { match: { method: 'retrieve*', type: 'PropertyCollector' }, effect: OFF },
    { match: { method: 'Destroy_Task', type: 'VirtualMachine' }, effect: { task: { slow: '1s' } } },
    { match: { method: 'PowerOnVM_Task' }, effect: { world: { verb: 'vm.crash', phase: 'after' } } },
    { effect: { world: { verb: 'session.expireAll' } } },
  ])('%j has nothing odd about it', (rule) => {
    expect(ep.sim.faults.check(rule).warnings).toEqual([]);
  });

  it('that stands in the options is in force before the first call, and refused before the doors open', async () => {
    const rule = { match: { method: 'RetrieveServiceContent' }, effect: OFF };
    await using sim = await startSimulator({ http: true, faults: [rule] });
    const reply = await new Wire(sim).soap('RetrieveServiceContent', 'ServiceInstance', 'ServiceInstance');
    expect(reply.status).toBe(503);
    await expect(startSimulator({ faults: [rule, { effect: {} }] })).rejects.toMatchObject({
      code: 'ERR_RULE',
      path: ['faults', 1, 'effect'],
    });
  });
});
