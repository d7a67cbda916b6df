import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import type { Answer } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { configSpec, PodScene } from './pod-scene.ts';

const SIZES = { LocalDS_0: 100, LocalDS_1: 100, LocalDS_2: 100 };

/** A pod whose first datastore is full to 92 %: machines of 58, 20 and 14 GiB. */
async function crowded(podConfig: object, options: StartOptions = {}) {
  const scene = await PodScene.open(3, { inventory: { vm: 0 }, ...options }, SIZES);
  const { ep } = scene;
  const pool: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
  const folder = await ep.at('DC0/vm');
  const make = (name: string, disks: number[], store = 'LocalDS_0'): Promise<Ref> =>
    scene.done(
      ep.run(folder, 'CreateVM_Task', {
        pool,
        config: { ...configSpec(name, disks), files: { vmPathName: `[${store}]` } },
      }),
    );
  const machines = {
    big: await make('big', [58]),
    middle: await make('middle', [20]),
    small: await make('small', [14]),
  };
  await scene.configure({ enabled: true, ...podConfig });
  await ep.events();
  return { scene, ep, make, ...machines };
}

const minute = 60_000;

/** What was told of the pod, by what comes after `com.vmware.vc.sdrs.`. */
async function ids({ ep, pod }: PodScene): Promise<string[]> {
  const all: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
  const own = all.filter((e) => e.objectId === pod.value);
  return own.flatMap((e) => (e.eventTypeId ?? '').split('com.vmware.vc.sdrs.').slice(1));
}

describe('a pod whose datastore is too full', () => {
  it('proposes what makes it fit with the least to copy, on the clock, and waits to be asked', async () => {
    const { scene, ep, small } = await crowded({ defaultVmBehavior: 'manual' });
    await using _ = scene;
    const updates = await Updates.of(ep, scene.pod, 'podStorageDrsEntry');
    await ep.sim.clock.advance(minute);
    expect(await updates.next()).toEqual(['podStorageDrsEntry']);
    const { recommendation } = await scene.entry();
    expect(recommendation).toMatchObject([
      {
        reason: 'balanceDatastoreSpaceUsage',
        action: [
          {
            _typeName: 'StorageMigrationAction',
            source: scene.stores[0],
            spaceUtilSrcBefore: expect.closeTo(92, 0),
            spaceUtilDstBefore: 0,
          },
        ],
      },
    ]);
    const [{ key, action }] = recommendation;
    await scene.advance(20);
    expect((await scene.entry()).recommendation[0].key).toBe(key);
    expect(action[0].spaceUtilSrcAfter).toBeLessThanOrEqual(80);
    expect(await ep.events()).toContain('EventEx');
    await scene.apply(key);
    expect(await ep.read(action[0].vm, 'datastore')).toEqual([action[0].destination]);
    expect(await ep.events()).toEqual(expect.arrayContaining(['VmBeingRelocatedEvent', 'VmRelocatedEvent']));
    expect(await ids(scene)).toEqual([
      'ConfiguredStorageDrsOnPodEvent',
      'StorageDrsEnabledEvent',
      'StorageDrsNewRecommendationPendingEvent',
      'StorageDrsStorageMigrationEvent',
      'StorageDrsRecommendationApplied',
    ]);
    const entry = await scene.entry();
    expect(entry.actionHistory).toMatchObject([{ action: { vm: action[0].vm } }]);
    expect(entry.recommendation).toBeUndefined();
    expect(action[0].vm).toEqual(small);
  });

  it('is levelled by itself where it is automated, and then left alone', async () => {
    const { scene, ep, big } = await crowded({ defaultVmBehavior: 'automated' });
    await using _ = scene;
    await ep.sim.clock.advance(minute);
    await ep.sim.clock.advance(minute);
    const summary = await ep.read(scene.stores[0]!, 'summary');
    expect(1 - summary.freeSpace / summary.capacity).toBeLessThanOrEqual(0.8);
    expect(await scene.storesOf(big)).toEqual(['LocalDS_0']);
    const { actionHistory } = await scene.entry();
    expect(actionHistory).toHaveLength(1);
    await scene.advance(600);
    expect((await scene.entry()).actionHistory).toHaveLength(1);
    const tasks: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', {
      filter: { eventTypeId: ['TaskEvent'] },
    });
    expect(tasks.map((t) => t.info.descriptionId)).toContain('StorageResourceManager.applyRecommendation');
  });

  it('leaves a machine alone that Storage DRS may not touch, and says why', async () => {
    const { scene, ep, big, middle, small } = await crowded({ defaultVmBehavior: 'automated' });
    await using _ = scene;
    const vmConfigSpec = [big, middle, small].map((vm) => ({ operation: 'add', info: { vm, enabled: false } }));
    await scene.configure({}, { vmConfigSpec });
    await ep.sim.clock.advance(minute);
    const { drsFault, recommendation, storageDrsConfig } = await scene.entry();
    expect(recommendation).toBeUndefined();
    expect(drsFault[0].faultsByVm[0].fault[0].fault).toMatchObject({ _typeName: 'StorageDrsDisabledOnVm' });
    expect(storageDrsConfig.vmConfig).toHaveLength(3);
    expect(await scene.storesOf(small)).toEqual(['LocalDS_0']);
  });

  it('proposes where one machine has another level than the pod', async () => {
    const { scene, ep, big, middle, small } = await crowded({ defaultVmBehavior: 'automated' });
    await using _ = scene;
    const vmConfigSpec = [big, middle, small].map((vm) => ({ operation: 'add', info: { vm, behavior: 'manual' } }));
    await scene.configure({}, { vmConfigSpec });
    await ep.sim.clock.advance(minute);
    expect((await scene.entry()).recommendation).toHaveLength(1);
    await ep.call(scene.manager, 'CancelStorageDrsRecommendation', {
      key: [(await scene.entry()).recommendation[0].key],
    });
    expect((await scene.entry()).recommendation).toBeUndefined();
    await ep.call(scene.manager, 'RefreshStorageDrsRecommendation', { pod: scene.pod });
    expect((await scene.entry()).recommendation).toHaveLength(1);
    const told = (await scene.entry()).recommendation[0];
    await ep.call(scene.manager, 'CancelStorageDrsRecommendation', { key: [told.key] });
    await ep.run(scene.manager, 'RefreshStorageDrsRecommendationsForPod_Task', { pod: scene.pod });
    const { key } = (await scene.entry()).recommendation[0];
    const elsewhere = { pod: await ep.call(await ep.at('DC0/datastore'), 'CreateStoragePod', { name: 'other' }), key };
    expect(await scene.refuses('ApplyStorageDrsRecommendationToPod_Task', elsewhere)).toMatchObject({
      _typeName: 'InvalidArgument',
    });
    await ep.run(scene.manager, 'ApplyStorageDrsRecommendationToPod_Task', { pod: scene.pod, key });
    expect((await scene.entry()).recommendation).toBeUndefined();
  });

  it('keeps machines of a rule on datastores of their own', async () => {
    const { scene, ep, middle, small } = await crowded({
      defaultVmBehavior: 'automated',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 95 },
    });
    await using _ = scene;
    const info = { _typeName: 'ClusterAntiAffinityRuleSpec', name: 'apart', enabled: true, vm: [middle, small] };
    await scene.configure({ rule: [{ operation: 'add', info }] });
    await ep.sim.clock.advance(minute);
    await ep.sim.clock.advance(minute);
    expect(await scene.storesOf(small)).not.toEqual(await scene.storesOf(middle));
    expect((await scene.entry()).actionHistory).toHaveLength(1);
  });

  it('keeps three machines of a rule apart, and forgets those that are gone', async () => {
    const { scene, ep, big, middle, small } = await crowded({
      defaultVmBehavior: 'manual',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 100 },
    });
    await using _ = scene;
    const vm = [big, middle, small];
    const info = { _typeName: 'ClusterAntiAffinityRuleSpec', name: 'apart', enabled: true, vm };
    const vmConfigSpec = [{ operation: 'add', info: { vm: small, behavior: 'manual' } }];
    await scene.configure({ rule: [{ operation: 'add', info }] }, { vmConfigSpec });
    await ep.sim.clock.advance(minute);
    const { recommendation } = await scene.entry();
    expect(recommendation.map((r: Answer) => r.reason)).toEqual(['antiAffin', 'antiAffin']);
    await scene.apply(...recommendation.map((r: Answer) => r.key));
    const stores = await Promise.all(vm.map((m) => scene.storesOf(m)));
    expect(new Set(stores.flat()).size).toBe(3);
    const updates = await Updates.of(ep, scene.pod, 'podStorageDrsEntry');
    await ep.run(small, 'Destroy_Task');
    expect(await updates.next()).toEqual(['podStorageDrsEntry']);
    const { storageDrsConfig } = await scene.entry();
    expect(storageDrsConfig.podConfig.rule[0].vm).toEqual([big, middle]);
    expect(storageDrsConfig.vmConfig ?? []).toEqual([]);
  });

  it('does nothing where Storage DRS is off', async () => {
    const { scene, ep } = await crowded({ enabled: false, defaultVmBehavior: 'automated' });
    await using _ = scene;
    await scene.advance(600);
    const entry = await scene.entry();
    expect([entry.recommendation, entry.actionHistory]).toEqual([undefined, undefined]);
    expect(await ep.events()).not.toContain('EventEx');
  });
});

describe('the settings of Storage DRS', () => {
  it.each([
    [{ defaultVmBehavior: 'lazy' }, 'spec.podConfigSpec.defaultVmBehavior'],
    [{ loadBalanceInterval: 1 }, 'spec.podConfigSpec.loadBalanceInterval'],
    [
      { spaceLoadBalanceConfig: { spaceUtilizationThreshold: 20 } },
      'spec.podConfigSpec.spaceLoadBalanceConfig.spaceUtilizationThreshold',
    ],
    [{ rule: [{ operation: 'remove', removeKey: 9 }] }, 'spec.podConfigSpec.rule[0].removeKey'],
    [
      { rule: [{ operation: 'add', info: { _typeName: 'ClusterRuleInfo', name: 'x' } }] },
      'spec.podConfigSpec.rule[0].info',
    ],
  ])('refuse %j, and stay as they were', async (podConfigSpec, invalidProperty) => {
    await using scene = await PodScene.open(1);
    const before = await scene.entry();
    const args = { pod: scene.pod, spec: { podConfigSpec }, modify: true };
    const fault = { _typeName: 'InvalidArgument', invalidProperty };
    expect(await scene.refuses('ConfigureStorageDrsForPod_Task', args)).toMatchObject(fault);
    const { modify: _, ...asked } = args;
    expect(await scene.ep.call(scene.manager, 'ValidateStoragePodConfig', asked)).toMatchObject({ fault });
    expect(await scene.entry()).toEqual(before);
  });

  it('change in parts, come back to the defaults, and tell of it', async () => {
    await using scene = await PodScene.open(1);
    const { ep } = scene;
    const updates = await Updates.of(ep, scene.pod, 'podStorageDrsEntry');
    await scene.configure({ enabled: true, spaceLoadBalanceConfig: { spaceUtilizationThreshold: 70 } });
    expect(await updates.next()).toEqual(['podStorageDrsEntry']);
    expect(await ep.events()).toEqual(['TaskEvent', 'EventEx', 'EventEx']);
    expect(await ids(scene)).toEqual(['ConfiguredStorageDrsOnPodEvent', 'StorageDrsEnabledEvent']);
    await scene.configure({
      defaultVmBehavior: 'automated',
      spaceLoadBalanceConfig: { minSpaceUtilizationDifference: 10 },
    });
    expect((await scene.entry()).storageDrsConfig.podConfig).toMatchObject({
      enabled: true,
      defaultVmBehavior: 'automated',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 70, minSpaceUtilizationDifference: 10 },
    });
    const spec = { podConfigSpec: { enabled: true } };
    await ep.run(scene.manager, 'ConfigureStorageDrsForPod_Task', { pod: scene.pod, spec, modify: false });
    expect((await scene.entry()).storageDrsConfig.podConfig).toMatchObject({
      defaultVmBehavior: 'manual',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 80 },
    });
  });
});

describe('a datastore that is to be empty', () => {
  it('is emptied by Storage DRS where it is automated', async () => {
    const { scene, ep, small } = await crowded({
      defaultVmBehavior: 'automated',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 95 },
    });
    await using _ = scene;
    const updates = await Updates.of(ep, scene.stores[0]!, 'summary.maintenanceMode', 'vm');
    const { task, recommendations } = await ep.call(scene.stores[0]!, 'DatastoreEnterMaintenanceMode');
    expect(recommendations.map((r: Answer) => r.reason)).toEqual(Array(3).fill('datastoreMaint'));
    await ep.sim.clock.advance(minute);
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(await ep.read(scene.stores[0]!, 'summary.maintenanceMode')).toBe('inMaintenance');
    expect(await updates.next()).toEqual(['summary.maintenanceMode', 'vm']);
    expect(await scene.storesOf(small)).not.toContain('LocalDS_0');
    expect(await ep.fault(scene.stores[0]!, 'DatastoreEnterMaintenanceMode')).toMatchObject({
      _typeName: 'InvalidState',
    });
    await ep.run(scene.stores[0]!, 'DatastoreExitMaintenanceMode_Task');
    expect(await ep.read(scene.stores[0]!, 'summary.maintenanceMode')).toBe('normal');
  });

  it('waits for somebody to empty it where it is not, and can be called off', async () => {
    const { scene, ep, small } = await crowded({
      defaultVmBehavior: 'manual',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 95 },
    });
    await using _ = scene;
    const { task, recommendations } = await ep.call(scene.stores[0]!, 'DatastoreEnterMaintenanceMode');
    expect(recommendations).toHaveLength(3);
    await ep.sim.clock.advance(minute);
    expect(await ep.read(task, 'info.state')).toBe('running');
    expect(await ep.read(scene.stores[0]!, 'summary.maintenanceMode')).toBe('enteringMaintenance');
    await ep.call(task, 'CancelTask');
    expect(await ep.read(task, 'info.error.fault')).toMatchObject({ _typeName: 'RequestCanceled' });
    expect(await ep.read(scene.stores[0]!, 'summary.maintenanceMode')).toBe('normal');
    expect(await scene.storesOf(small)).toEqual(['LocalDS_0']);
    expect((await scene.entry()).recommendation).toBeUndefined();
  });

  it('is reached once its recommendations are applied', async () => {
    const { scene, ep } = await crowded({
      defaultVmBehavior: 'manual',
      spaceLoadBalanceConfig: { spaceUtilizationThreshold: 95 },
    });
    await using _ = scene;
    const { task, recommendations } = await ep.call(scene.stores[0]!, 'DatastoreEnterMaintenanceMode');
    await scene.apply(...recommendations.map((r: Answer) => r.key));
    await ep.sim.clock.advance(minute);
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(await ep.read(scene.stores[0]!, 'vm')).toEqual([]);
  });

  it('says which machines have nowhere to go', async () => {
    const { scene, ep } = await crowded({ defaultVmBehavior: 'automated' }, {});
    await using _ = scene;
    for (const store of scene.stores.slice(1)) await ep.call(store, 'DatastoreEnterMaintenanceMode');
    const { recommendations, drsFault } = await ep.call(scene.stores[0]!, 'DatastoreEnterMaintenanceMode');
    expect(recommendations).toBeUndefined();
    expect(drsFault.faultsByVm).toHaveLength(3);
  });
});

describe('storage I/O control', () => {
  it('is set for a datastore within what its hosts offer', async () => {
    await using scene = await PodScene.open(1);
    const { ep } = scene;
    const [datastore] = scene.stores;
    const [host] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const { congestionThresholdOption } = await ep.call(scene.manager, 'QueryIORMConfigOption', { host });
    const updates = await Updates.of(ep, datastore!, 'iormConfiguration');
    const spec = {
      enabled: true,
      congestionThresholdMode: 'manual',
      congestionThreshold: congestionThresholdOption.max,
    };
    await ep.run(scene.manager, 'ConfigureDatastoreIORM_Task', { datastore, spec });
    expect(await updates.next()).toEqual(['iormConfiguration']);
    expect(await ep.read(datastore!, 'iormConfiguration')).toMatchObject(spec);
    const wrong = { congestionThreshold: congestionThresholdOption.max + 1 };
    expect(await scene.refuses('ConfigureDatastoreIORM_Task', { datastore, spec: wrong })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.congestionThreshold',
    });
    expect(await ep.read(datastore!, 'iormConfiguration')).toMatchObject(spec);
  });
});

describe('where files take their time to move', () => {
  it('a pod is levelled, and a datastore emptied, once they are there', async () => {
    const { scene, ep } = await crowded({ defaultVmBehavior: 'automated' }, { latency: 'realistic' });
    await using _ = scene;
    await ep.sim.clock.advance(minute);
    const [task]: Ref[] = (await ep.read(ep.manager('taskManager'), 'recentTask')).slice(-1);
    expect(await ep.read(task!, 'info')).toMatchObject({ state: 'running', progress: expect.any(Number) });
    await scene.advance(10);
    expect((await scene.entry()).actionHistory).toHaveLength(1);
    const entering = await ep.call(scene.stores[0]!, 'DatastoreEnterMaintenanceMode');
    await scene.advance(1);
    expect(await ep.read(scene.stores[0]!, 'summary.maintenanceMode')).toBe('enteringMaintenance');
    await scene.advance(60);
    expect(await ep.read(entering.task, 'info.state')).toBe('success');
    expect(await ep.read(scene.stores[0]!, 'summary.maintenanceMode')).toBe('inMaintenance');
  });
});

it('a datastore tells how it did over the last day, where that is collected', async () => {
  await using scene = await PodScene.open(1, { inventory: { autostart: true } });
  const { ep } = scene;
  const [datastore] = scene.stores;
  const summary = (): Promise<Answer> => ep.call(scene.manager, 'QueryDatastorePerformanceSummary', { datastore });
  await scene.advance(60);
  expect(await summary()).toEqual([]);
  const spec = { statsCollectionEnabled: true };
  await ep.run(scene.manager, 'ConfigureDatastoreIORM_Task', { datastore, spec });
  const [{ percentile, datastoreReadIops, datastoreReadLatency, interval }] = await summary();
  expect(interval).toBe(86_400);
  expect([datastoreReadIops.length, datastoreReadLatency.length]).toEqual([percentile.length, percentile.length]);
  expect(datastoreReadIops).toEqual([...datastoreReadIops].sort((a, b) => a - b));
  expect(datastoreReadIops.at(-1)).toBeGreaterThan(0);
});
