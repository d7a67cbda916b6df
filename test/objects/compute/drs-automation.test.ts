import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { DrsScene } from './drs-scene.ts';

const reserved = (gib: number) => ({ memoryMB: gib * 1024, memoryAllocation: { reservation: gib * 1024 } });
const powerOf = (scene: DrsScene, vm: object) => scene.ep.read(vm as never, 'runtime.powerState');

describe('a power-on of many', () => {
  it('starts each where DRS puts it, by a task of its own', async () => {
    await using scene = await DrsScene.open();
    const vm = [await scene.create('a'), await scene.create('b'), await scene.create('c')];
    await scene.ep.events();
    const { attempted, notAttempted, recommendations } = await scene.powerOn(vm);
    expect(attempted.map((a: Answer) => a.vm)).toEqual(vm);
    expect([notAttempted ?? [], recommendations ?? []]).toEqual([[], []]);
    expect(await scene.ep.read(attempted[0].task, 'info')).toMatchObject({ name: 'PowerOnVM_Task', state: 'success' });
    expect(new Set(await Promise.all(vm.map((m) => scene.at(m))))).toEqual(new Set([0, 1, 2]));
    expect((await scene.ep.events()).filter((e) => e === 'DrsVmPoweredOnEvent')).toHaveLength(3);
    expect(await scene.ep.read(scene.cluster, 'actionHistory')).toMatchObject(
      vm.map((target) => ({ action: { _typeName: 'ClusterInitialPlacementAction', type: 'VmPowerV1', target } })),
    );
  });

  it('keeps rules among those it places', async () => {
    await using scene = await DrsScene.open();
    const vm = [await scene.create('a', {}, scene.hosts[0]), await scene.create('b', {}, scene.hosts[0])];
    await scene.rule({ _typeName: 'ClusterAffinityRuleSpec', name: 'r', vm });
    await scene.powerOn(vm);
    expect(await scene.at(vm[0]!)).toBe(await scene.at(vm[1]!));
  });

  it('says why it did not try, and starts the others', async () => {
    await using scene = await DrsScene.open();
    const [a, big] = [await scene.create('a'), await scene.create('big', reserved(500))];
    const template = await scene.create('t');
    await scene.ep.call(template, 'MarkAsTemplate');
    const gone = { type: 'VirtualMachine', value: 'vm-4711' } as const;
    await scene.ep.run(a, 'PowerOnVM_Task');
    const b = await scene.create('b');
    const { attempted, notAttempted } = await scene.powerOn([a, big, template, b]);
    expect(attempted).toMatchObject([{ vm: b }]);
    expect(notAttempted.map((n: Answer) => [n.vm, n.fault.fault._typeName])).toEqual([
      [a, 'InvalidPowerState'],
      [big, 'InsufficientMemoryResourcesFault'],
      [template, 'NotSupported'],
    ]);
    const refused = await scene.ep.fault(await scene.ep.at('DC0'), 'PowerOnMultiVM_Task', { vm: [gone] });
    expect(refused).toMatchObject({ _typeName: 'ManagedObjectNotFound' });
  });

  it('names each host where the pool has room enough and no host has', async () => {
    await using scene = await DrsScene.open();
    const vm = await scene.create('big', reserved(200));
    const { notAttempted } = await scene.powerOn([vm]);
    const { fault } = notAttempted[0].fault;
    expect(fault).toMatchObject({ _typeName: 'NoCompatibleHost', host: scene.hosts });
    expect(fault.error.map((e: Answer) => e.fault._typeName)).toEqual(
      Array(3).fill('InsufficientMemoryResourcesFault'),
    );
    const direct = await scene.ep.fault(vm, 'PowerOnVM_Task');
    expect(direct).toMatchObject({ _typeName: 'NoCompatibleHost', host: scene.hosts });
  });

  it('counts what those before reserve: what has no room beside them is not tried', async () => {
    await using scene = await DrsScene.open();
    const vm = [];
    for (const name of ['a', 'b', 'c', 'd']) vm.push(await scene.create(name, reserved(70)));
    const { attempted, notAttempted } = await scene.powerOn(vm);
    expect(attempted.map((a: Answer) => a.vm)).toEqual(vm.slice(0, 3));
    expect(notAttempted).toMatchObject([{ vm: vm[3], fault: { fault: { _typeName: 'NoCompatibleHost' } } }]);
    const [{ fault }] = notAttempted[0].fault.fault.error;
    expect(fault).toMatchObject({ _typeName: 'InsufficientMemoryResourcesFault' });
    expect(fault.requested).toBeGreaterThan(fault.unreserved);
    for (const { task } of attempted) expect(await scene.ep.read(task, 'info.state')).toBe('success');
  });

  it('asks first where it may not choose by itself, unless told otherwise', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    const [a, b] = [await scene.create('a'), await scene.create('b')];
    const updates = await Updates.of(scene.ep, scene.cluster, 'recommendation', 'actionHistory');
    const { attempted, recommendations } = await scene.powerOn([a]);
    expect(attempted ?? []).toEqual([]);
    expect(recommendations).toMatchObject([
      { reason: 'powerOnVm', type: 'V1', rating: 5, target: a, action: [{ type: 'VmPowerV1', target: a }] },
    ]);
    expect(await powerOf(scene, a)).toBe('poweredOff');
    expect(await updates.next()).toEqual(['recommendation']);
    const [{ key, action }] = recommendations;
    await scene.ep.call(scene.cluster, 'ApplyRecommendation', { key });
    await scene.ep.sim.clock.advance(10_000);
    expect([await powerOf(scene, a), await scene.hostOf(a)]).toEqual(['poweredOn', action[0].targetHost]);
    expect(await updates.next()).toEqual(['actionHistory', 'recommendation']);
    expect(await scene.ep.fault(scene.cluster, 'ApplyRecommendation', { key })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'key',
    });
    const option = [{ key: 'OverrideAutomationLevel', value: 'fullyAutomated' }];
    expect((await scene.powerOn([b], option)).attempted).toMatchObject([{ vm: b }]);
    expect(await powerOf(scene, b)).toBe('poweredOn');
  });

  it('may be declined, and is not asked for ever', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    const [a, b] = [await scene.create('a'), await scene.create('b')];
    const { recommendations } = await scene.powerOn([a, b]);
    await scene.ep.call(scene.cluster, 'CancelRecommendation', { key: recommendations[0].key });
    expect(await scene.recommendations()).toMatchObject([{ target: b }]);
    await scene.period();
    await scene.period();
    expect(await scene.recommendations()).toEqual([]);
    expect(await powerOf(scene, b)).toBe('poweredOff');
  });

  it('refuses options nobody knows', async () => {
    await using scene = await DrsScene.open();
    const vm = [await scene.create('a')];
    const dc = await scene.ep.at('DC0');
    for (const option of [
      { key: 'Hurry', value: true },
      { key: 'OverrideAutomationLevel', value: 'eager' },
    ]) {
      expect(await scene.ep.fault(dc, 'PowerOnMultiVM_Task', { vm, option: [option] })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: 'option[0]',
      });
    }
  });

  it('leaves machines where they are that DRS leaves alone', async () => {
    await using scene = await DrsScene.open();
    const [first, second] = scene.hosts;
    for (const name of ['x', 'y']) await scene.running(name, first!, { numCPUs: 8 });
    const alone = await scene.create('alone', {}, first);
    const off = { operation: 'add', info: { key: alone, enabled: false } };
    await scene.reconfigure({ drsVmConfigSpec: [off] });
    await scene.powerOn([alone]);
    expect(await scene.at(alone)).toBe(0);
    await scene.ep.run(alone, 'PowerOffVM_Task');
    await scene.reconfigure({ drsConfig: { enableVmBehaviorOverrides: false } });
    await scene.powerOn([alone]);
    expect(await scene.at(alone)).not.toBe(0);
    await scene.reconfigure({ drsConfig: { enabled: false } });
    const b = await scene.create('b', {}, second);
    await scene.powerOn([b]);
    expect(await scene.at(b)).toBe(1);
  });
});

describe('DRS', () => {
  it('is switched on and off with its events and figures', async () => {
    await using scene = await DrsScene.open();
    await scene.ep.events();
    const updates = await Updates.of(scene.ep, scene.cluster, 'summary', 'configurationEx');
    await scene.reconfigure({ drsConfig: { enabled: false } });
    expect((await scene.ep.events()).filter((e) => !e.startsWith('Task'))).toEqual([
      'ClusterReconfiguredEvent',
      'DrsDisabledEvent',
    ]);
    expect(await updates.next()).toEqual(['configurationEx', 'summary']);
    expect(await scene.ep.read(scene.cluster, 'summary')).toMatchObject({
      currentBalance: -1000,
      targetBalance: -1000,
    });
    await scene.level('partiallyAutomated', 2);
    expect((await scene.ep.events()).filter((e) => !e.startsWith('Task'))).toEqual([
      'ClusterReconfiguredEvent',
      'DrsEnabledEvent',
    ]);
    expect(await scene.ep.read(scene.cluster, 'summary')).toMatchObject({
      currentBalance: 0,
      // 0.1 / sqrt(3)
      targetBalance: 58,
      drsScore: 100,
    });
  });

  it('says what was changed in its configuration', async () => {
    await using scene = await DrsScene.open();
    await scene.reconfigure({ drsConfig: { vmotionRate: 4 } });
    const all: Answer[] = await scene.ep.call(scene.ep.manager('eventManager'), 'QueryEvents', {
      filter: { eventTypeId: ['ClusterReconfiguredEvent'] },
    });
    expect(all.at(-1).configChanges.modified).toContain('drsConfig.vmotionRate: 3 -> 4');
  });

  it('stays on as long as there are vApps, and takes no threshold there is not', async () => {
    await using scene = await DrsScene.open({ inventory: { app: 1 } });
    expect(await scene.refusal({ drsConfig: { enabled: false } })).toMatchObject({
      _typeName: 'CannotDisableDrsOnClustersWithVApps',
    });
    expect(await scene.refusal({ drsConfig: { vmotionRate: 9 } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.drsConfig.vmotionRate',
    });
  });

  it('tells when no host answers, and when one does again', async () => {
    await using scene = await DrsScene.open({ inventory: { host: 1 } });
    const [only] = scene.hosts;
    await scene.ep.run(only!, 'DisconnectHost_Task');
    await scene.ep.events();
    await scene.period();
    expect(await scene.ep.events()).toContain('DrsInvocationFailedEvent');
    await scene.ep.run(only!, 'ReconnectHost_Task');
    await scene.period();
    expect(await scene.ep.events()).toContain('DrsRecoveredFromFailureEvent');
  });
});
