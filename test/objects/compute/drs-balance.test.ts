import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { DrsScene } from './drs-scene.ts';

/** A machine of 8 CPUs that wants so many MHz; a host of the cluster has some 35,000. */
const busy = (mhz: number) => ({
  numCPUs: 8,
  extraConfig: [{ key: 'SET.summary.quickStats.overallCpuUsage', value: String(mhz) }],
});

async function crowd(scene: DrsScene, host: Ref, count = 4, mhz = 6_000): Promise<Ref[]> {
  const made: Ref[] = [];
  for (let i = 0; i < count; i++) made.push(await scene.running(`busy${i}`, host, busy(mhz)));
  return made;
}

const spread = async (scene: DrsScene, vms: readonly Ref[]) =>
  (await Promise.all(vms.map((vm) => scene.at(vm)))).sort();

describe('a cluster out of balance', () => {
  it('is balanced on the clock, within five minutes', async () => {
    await using scene = await DrsScene.open();
    const vms = await crowd(scene, scene.hosts[0]!);
    const updates = await Updates.of(scene.ep, scene.cluster, 'migrationHistory', 'actionHistory', 'summary');
    await scene.ep.events();
    expect(await spread(scene, vms)).toEqual([0, 0, 0, 0]);
    await scene.period();
    await scene.ep.sim.clock.advance(60_000);
    expect(await spread(scene, vms)).not.toEqual([0, 0, 0, 0]);
    expect(await scene.ep.events()).toEqual(expect.arrayContaining(['VmBeingHotMigratedEvent', 'DrsVmMigratedEvent']));
    expect(await updates.next()).toEqual(['actionHistory', 'migrationHistory', 'summary']);
    const [migration] = await scene.ep.read(scene.cluster, 'migrationHistory');
    expect(migration).toMatchObject({ source: scene.hosts[0] });
    expect(migration.cpuLoad).toBeGreaterThan(5_000);
    const before = (await scene.ep.read(scene.cluster, 'summary')).currentBalance;
    await scene.period();
    const { currentBalance, targetBalance, numVmotions, numVmsPerDrsScoreBucket } = await scene.ep.read(
      scene.cluster,
      'summary',
    );
    expect(currentBalance).toBeLessThanOrEqual(targetBalance);
    expect(before).toBeGreaterThan(targetBalance);
    expect(numVmotions).toBe((await scene.ep.read(scene.cluster, 'migrationHistory')).length);
    expect(numVmsPerDrsScoreBucket).toEqual([0, 0, 0, 0, 4]);
  });

  it('comes to rest: what was moved stays', async () => {
    await using scene = await DrsScene.open();
    const vms = await crowd(scene, scene.hosts[0]!, 5);
    await scene.period();
    await scene.period();
    const [places, { numVmotions }] = [await spread(scene, vms), await scene.ep.read(scene.cluster, 'summary')];
    for (let i = 0; i < 12; i++) {
      await scene.period();
      expect(await spread(scene, vms)).toEqual(places);
    }
    expect((await scene.ep.read(scene.cluster, 'summary')).numVmotions).toBe(numVmotions);
  });

  it('is left as it is where its threshold lets it be, or DRS is off', async () => {
    await using scene = await DrsScene.open();
    await scene.level('fullyAutomated', 5);
    const vms = await crowd(scene, scene.hosts[0]!);
    await scene.period();
    expect(await spread(scene, vms)).toEqual([0, 0, 0, 0]);
    expect(await scene.ep.read(scene.cluster, 'summary')).toMatchObject({ targetBalance: -1000 });
    await scene.reconfigure({ drsConfig: { enabled: false } });
    await scene.period();
    expect(await spread(scene, vms)).toEqual([0, 0, 0, 0]);
    await scene.level('fullyAutomated', 3);
    await scene.period();
    expect(await spread(scene, vms)).not.toEqual([0, 0, 0, 0]);
  });

  it.each(['manual', 'partiallyAutomated'])('is only told of when the level is %s', async (level) => {
    await using scene = await DrsScene.open();
    await scene.level(level);
    const vms = await crowd(scene, scene.hosts[0]!);
    const updates = await Updates.of(scene.ep, scene.cluster, 'recommendation', 'drsRecommendation');
    await scene.ep.call(scene.cluster, 'RefreshRecommendation');
    expect(await updates.next()).toEqual(['drsRecommendation', 'recommendation']);
    expect(await spread(scene, vms)).toEqual([0, 0, 0, 0]);
    const [first, ...others] = await scene.recommendations();
    expect(first).toMatchObject({
      type: 'V1',
      reason: 'fairnessCpuAvg',
      action: [{ _typeName: 'ClusterMigrationAction', type: 'MigrationV1', drsMigration: { source: scene.hosts[0] } }],
    });
    expect(first.rating).toBeGreaterThanOrEqual(3);
    const [old] = await scene.ep.read(scene.cluster, 'drsRecommendation');
    expect(old).toMatchObject({ key: first.key, migrationList: [{ vm: first.target }] });
    const { destination } = first.action[0].drsMigration;
    await scene.ep.events();
    await scene.ep.call(scene.cluster, 'ApplyRecommendation', { key: first.key });
    await scene.ep.sim.clock.advance(30_000);
    expect(await scene.hostOf(first.target)).toEqual(destination);
    expect(await scene.ep.events()).toContain('DrsVmMigratedEvent');
    expect((await scene.recommendations()).map((r) => r.key)).toEqual(others.map((r) => r.key));
    const key = others[0]?.key ?? first.key;
    expect(await scene.ep.fault(scene.cluster, 'CancelRecommendation', { key })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });

  it('keeps its advice under its keys while it stays the same', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    await crowd(scene, scene.hosts[0]!);
    await scene.period();
    const before = await scene.recommendations();
    const updates = await Updates.of(scene.ep, scene.cluster, 'recommendation');
    await scene.period();
    expect(await scene.recommendations()).toEqual(before);
    expect(await updates.next()).toEqual([]);
  });

  it('moves only what may be moved: single machines have a level of their own', async () => {
    await using scene = await DrsScene.open();
    const vms = await crowd(scene, scene.hosts[0]!);
    const [a, b, c, d] = vms;
    const say = (key: Ref, info: object) => ({ operation: 'add', info: { key, ...info } });
    await scene.reconfigure({
      drsVmConfigSpec: [
        say(a!, { enabled: false }),
        say(b!, { behavior: 'manual' }),
        say(c!, { behavior: 'partiallyAutomated' }),
        say(d!, { enabled: false }),
      ],
    });
    await scene.period();
    expect(await spread(scene, vms)).toEqual([0, 0, 0, 0]);
    const advised = (await scene.recommendations()).map((r) => r.target.value).sort();
    expect(advised).toEqual([b!.value, c!.value].sort());
  });

  it('breaks no rule for the sake of balance', async () => {
    await using scene = await DrsScene.open();
    const vm = await crowd(scene, scene.hosts[0]!);
    await scene.rule({ _typeName: 'ClusterAffinityRuleSpec', name: 'r', vm });
    await scene.period();
    expect(await spread(scene, vm)).toEqual([0, 0, 0, 0]);
  });

  it('advises what a host that goes into maintenance waits for, and sends nothing there', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    const [leaving, other] = scene.hosts;
    const vm = await scene.running('a', leaving!);
    await crowd(scene, other!);
    const enter = { timeout: 0, evacuatePoweredOffVms: false };
    const task = await scene.ep.call(leaving!, 'EnterMaintenanceMode_Task', enter);
    await scene.ep.call(scene.cluster, 'RefreshRecommendation');
    const advice = await scene.recommendations();
    expect(advice).toEqual(
      expect.arrayContaining([expect.objectContaining({ reason: 'hostMaint', rating: 5, target: vm })]),
    );
    for (const { action } of advice) expect(action[0].drsMigration.destination).not.toEqual(leaving);
    await scene.ep.call(scene.cluster, 'ApplyRecommendation', {
      key: advice.find((r) => r.reason === 'hostMaint')!.key,
    });
    await scene.ep.sim.clock.advance(60_000);
    expect(await scene.ep.read(task, 'info.state')).toBe('success');
    expect(await scene.ep.read(leaving!, 'runtime.inMaintenanceMode')).toBe(true);
  });

  it('says once of a machine that no other host takes why its host waits', async () => {
    await using scene = await DrsScene.open({ inventory: { host: 2 } });
    const [leaving, other] = scene.hosts;
    const reserved = { memoryMB: 70 * 1024, memoryAllocation: { reservation: 70 * 1024 } };
    const vm = await scene.running('big', leaving!, reserved);
    await scene.running('rival', other!, reserved);
    await scene.ep.events();
    const enter = { timeout: 0, evacuatePoweredOffVms: false };
    await scene.ep.call(leaving!, 'EnterMaintenanceMode_Task', enter);
    await scene.period();
    await scene.period();
    const stuck = (await scene.ep.events()).filter((e) => e === 'NoMaintenanceModeDrsRecommendationForVM');
    expect(stuck).toHaveLength(1);
    expect(await scene.ep.read(scene.cluster, 'drsFault')).toMatchObject([
      {
        reason: 'hostMaint',
        faultsByVm: [
          {
            vm,
            fault: [
              {
                fault: {
                  _typeName: 'NoCompatibleHost',
                  host: [other],
                  error: [{ fault: { _typeName: 'InsufficientMemoryResourcesFault' } }],
                },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('looks at the cluster again after a reset', async () => {
    await using scene = await DrsScene.open();
    await crowd(scene, scene.hosts[0]!);
    await scene.period();
    scene.ep.sim.reset();
    await using again = await DrsScene.of(new Endpoint(scene.ep.sim, await Endpoint.login(scene.ep.sim)));
    expect(await again.ep.read(again.cluster, 'migrationHistory')).toEqual([]);
    const vms = await crowd(again, again.hosts[0]!);
    await again.period();
    expect(await spread(again, vms)).not.toEqual([0, 0, 0, 0]);
  });
});
