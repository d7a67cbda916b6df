/** Hosts that are to be emptied where DRS asks first, and what rules and HA have to say to it. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { DrsScene } from './drs-scene.ts';

const enter = (scene: DrsScene, host: Ref): Promise<Ref> =>
  scene.ep.call(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
const state = (scene: DrsScene, task: Ref): Promise<string> => scene.ep.read(task, 'info.state');
const reserved = (gib: number) => ({ memoryMB: gib * 1024, memoryAllocation: { reservation: gib * 1024 } });
const together = (vm: readonly Ref[], mandatory: boolean) => ({
  _typeName: 'ClusterAffinityRuleSpec',
  name: 'together',
  vm,
  mandatory,
});

async function applyAll(scene: DrsScene): Promise<void> {
  for (const { key } of await scene.recommendations())
    await scene.ep.call(scene.cluster, 'ApplyRecommendation', { key });
  await scene.ep.sim.clock.advance(30_000);
}

describe('where DRS asks first', () => {
  it.each(['manual', 'partiallyAutomated'])(
    '%s: what empties a host is recommended at once, and empties it',
    async (level) => {
      await using scene = await DrsScene.open();
      const [zero] = scene.hosts;
      await scene.level(level);
      const vms = [await scene.running('a', zero!), await scene.running('b', zero!)];
      const updates = await Updates.of(scene.ep, scene.cluster, 'recommendation');
      const task = await enter(scene, zero!);
      expect(await scene.recommendations()).toMatchObject(
        vms.map((target) => ({ reason: 'hostMaint', rating: 5, target, action: [{ drsMigration: { source: zero } }] })),
      );
      expect(await updates.next()).toEqual(['recommendation']);
      await scene.period();
      expect([await state(scene, task), await scene.at(vms[0]!)]).toEqual(['running', 0]);
      await applyAll(scene);
      expect(await state(scene, task)).toBe('success');
      expect(await scene.ep.read(zero!, 'runtime.inMaintenanceMode')).toBe(true);
      expect(await scene.recommendations()).toEqual([]);
    },
  );

  it('the same goes for a host that is to stand by', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    const vm = await scene.running('a', scene.hosts[0]!);
    const task: Ref = await scene.ep.call(scene.hosts[0]!, 'PowerDownHostToStandBy_Task', { timeoutSec: 0 });
    expect(await scene.recommendations()).toMatchObject([{ reason: 'hostMaint', target: vm }]);
    await applyAll(scene);
    expect(await state(scene, task)).toBe('success');
    expect(await scene.ep.read(scene.hosts[0]!, 'runtime.powerState')).toBe('standBy');
  });

  it('nothing of it is left when the host is to stay', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    await scene.running('a', scene.hosts[0]!);
    const task = await enter(scene, scene.hosts[0]!);
    expect(await scene.recommendations()).toHaveLength(1);
    await scene.ep.call(task, 'CancelTask');
    expect(await scene.recommendations()).toEqual([]);
  });

  it('what was recommended for balance stands meanwhile', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    const wants = [{ key: 'SET.summary.quickStats.overallCpuUsage', value: '6000' }];
    for (const name of ['a', 'b', 'c', 'd']) {
      await scene.running(name, scene.hosts[0]!, { numCPUs: 8, extraConfig: wants });
    }
    await scene.period();
    const before = await scene.recommendations();
    expect(before.map((r) => r.reason)).toContain('fairnessCpuAvg');
    await scene.reconfigure({ drsConfig: { enableVmBehaviorOverrides: true } });
    expect(await scene.recommendations()).toEqual(before);
    await scene.level('manual', 5);
    expect(await scene.recommendations()).toEqual([]);
  });
});

describe('machines that are to be together', () => {
  it.each([true, false])('leave their host together: mandatory %s', async (mandatory) => {
    await using scene = await DrsScene.open();
    const [zero, one] = scene.hosts;
    // On the second host there is room for one of them only.
    await scene.running('rival', one!, reserved(70));
    const vms = [await scene.running('a', zero!, reserved(40)), await scene.running('b', zero!, reserved(40))];
    await scene.rule(together(vms, mandatory));
    const task = await enter(scene, zero!);
    await scene.ep.sim.clock.advance(60_000);
    expect(await state(scene, task)).toBe('success');
    expect(await Promise.all(vms.map((vm) => scene.at(vm)))).toEqual([2, 2]);
    expect(await scene.ep.read(scene.cluster, 'configurationEx.rule')).toMatchObject([{ inCompliance: true }]);
  });

  it('are recommended to where there is room for all', async () => {
    await using scene = await DrsScene.open();
    const [zero, one, two] = scene.hosts;
    await scene.level('manual');
    await scene.running('rival', one!, reserved(70));
    const vms = [await scene.running('a', zero!, reserved(40)), await scene.running('b', zero!, reserved(40))];
    await scene.rule(together(vms, true));
    const task = await enter(scene, zero!);
    const told = (await scene.recommendations()).map((r: Answer) => r.action[0].drsMigration.destination);
    expect(told).toEqual([two, two]);
    await applyAll(scene);
    expect(await state(scene, task)).toBe('success');
  });

  it('stay where no host has room for all of them', async () => {
    await using scene = await DrsScene.open();
    const [zero, one, two] = scene.hosts;
    for (const [name, host] of [
      ['r1', one!],
      ['r2', two!],
    ] as const)
      await scene.running(name, host, reserved(70));
    const vms = [await scene.running('a', zero!, reserved(40)), await scene.running('b', zero!, reserved(40))];
    await scene.rule(together(vms, true));
    const task = await enter(scene, zero!);
    await scene.period();
    expect(await state(scene, task)).toBe('running');
    expect(await Promise.all(vms.map((vm) => scene.at(vm)))).toEqual([0, 0]);
    expect(await scene.ep.read(scene.cluster, 'drsFault')).toMatchObject([{ reason: 'hostMaint' }]);
  });
});

it('a host is left although its machines should rather stay on it', async () => {
  await using scene = await DrsScene.open();
  await scene.level('manual');
  const [zero] = scene.hosts;
  const vm = await scene.running('a', zero!);
  await scene.groups(
    { _typeName: 'ClusterVmGroup', name: 'v', vm: [vm] },
    { _typeName: 'ClusterHostGroup', name: 'h', host: [zero] },
  );
  const rule = { vmGroupName: 'v', affineHostGroupName: 'h', mandatory: false };
  await scene.rule({ _typeName: 'ClusterVmHostRuleInfo', name: 'should', ...rule });
  const task = await enter(scene, zero!);
  await applyAll(scene);
  expect(await state(scene, task)).toBe('success');
  expect(await scene.at(vm)).not.toBe(0);
});

it('a host that HA counts on is not emptied, by recommendations neither', async () => {
  await using scene = await DrsScene.open({ inventory: { host: 2 } });
  const admissionControlPolicy = { _typeName: 'ClusterFailoverLevelAdmissionControlPolicy', failoverLevel: 1 };
  await scene.reconfigure({ dasConfig: { enabled: true, admissionControlEnabled: true, admissionControlPolicy } });
  const vm = await scene.running('a', scene.hosts[0]!);
  const task = await enter(scene, scene.hosts[0]!);
  await scene.period();
  await scene.period();
  expect([await state(scene, task), await scene.at(vm)]).toEqual(['running', 0]);
  expect(await scene.ep.read(scene.cluster, 'drsFault')).toMatchObject([
    {
      reason: 'hostMaint',
      faultsByVm: [{ vm, fault: [{ fault: { _typeName: 'InsufficientFailoverResourcesFault' } }] }],
    },
  ]);
});
