import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { configSpec, PodScene } from './pod-scene.ts';

/** Three datastores: the second is the emptiest by share, the third too small for much. */
const SIZES = { LocalDS_0: 400, LocalDS_1: 1000, LocalDS_2: 20 };

async function creation(scene: PodScene, spec: object) {
  const { ep } = scene;
  const resourcePool: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
  return { type: 'create', resourcePool, folder: await ep.at('DC0/vm'), configSpec: spec };
}

const destinations = async (scene: PodScene, { recommendations }: Answer): Promise<string[]> =>
  scene.ep.names(recommendations.map((r: Answer) => r.action[0].destination));

describe('a pod recommends datastores', () => {
  it('for a new machine, by what share of each is asked for afterwards, and leaves out those without room', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    const result = await scene.recommend(await creation(scene, configSpec('fresh', [100])));
    expect(await destinations(scene, result)).toEqual(['LocalDS_1', 'LocalDS_0']);
    expect(result.recommendations[0]).toMatchObject({
      type: 'V1',
      rating: 5,
      reason: 'storagePlacement',
      target: scene.pod,
      action: [
        { _typeName: 'StoragePlacementAction', destination: scene.stores[1], spaceUtilAfter: expect.closeTo(10, 0) },
      ],
    });
  });

  it('and makes the machine there when the recommendation is applied', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    const { ep } = scene;
    const result = await scene.recommend(await creation(scene, configSpec('fresh', [100])));
    const updates = await Updates.of(ep, scene.pod, 'summary', 'podStorageDrsEntry');
    await ep.events();
    const { vm } = await scene.apply(result.recommendations[0].key);
    expect(await ep.read(vm, 'name')).toBe('fresh');
    expect(await scene.storesOf(vm)).toEqual(['LocalDS_1']);
    expect(await ep.read(vm, 'summary.config.vmPathName')).toMatch(/^\[LocalDS_1\] fresh\//);
    expect(await updates.next()).toEqual(['podStorageDrsEntry', 'summary']);
    expect(await ep.events()).toEqual(expect.arrayContaining(['VmBeingCreatedEvent', 'VmCreatedEvent', 'EventEx']));
    const { actionHistory } = await scene.entry();
    expect(actionHistory).toMatchObject([{ action: { destination: scene.stores[1] } }]);
  });

  it('for a clone, a machine that moves and a new disk, and applies each', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    const { ep } = scene;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const folder = await ep.at('DC0/vm');
    const clone = await scene.recommend({
      type: 'clone',
      vm,
      folder,
      cloneName: 'copy',
      cloneSpec: { location: {}, powerOn: false, template: false },
    });
    const made = await scene.apply(clone.recommendations[1].key);
    expect(await ep.read(made.vm, 'name')).toBe('copy');
    expect(await scene.storesOf(made.vm)).toEqual(await ep.names([clone.recommendations[1].action[0].destination]));
    const move = await scene.recommend({ type: 'relocate', vm, relocateSpec: {} });
    const moved = await scene.apply(move.recommendations[0].key);
    expect(moved.vm).toEqual(vm);
    expect(await scene.storesOf(vm)).toEqual(await destinations(scene, move).then((all) => all.slice(0, 1)));
    const controllers: Answer[] = await ep.read(vm, 'config.hardware.device');
    const scsi = controllers.find((d) => 'scsiCtlrUnitNumber' in d)!.key;
    const { deviceChange } = configSpec('', [300]) as Answer;
    const [, add] = deviceChange;
    const change = { ...add, device: { ...add.device, controllerKey: scsi, unitNumber: 9 } };
    const disk = await scene.recommend({ type: 'reconfigure', vm, configSpec: { deviceChange: [change] } });
    await scene.apply(disk.recommendations[0].key);
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    expect(devices.find((d) => d.capacityInKB === 300 * 2 ** 20)?.backing.datastore).toEqual(scene.stores[1]);
  });

  it('keeps the disks of a machine together, or apart where that is asked for', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    const spec = configSpec('wide', [100, 100]);
    const together = await scene.recommend(await creation(scene, spec));
    expect(together.recommendations[0].action).toHaveLength(1);
    const rule = { name: 'apart', enabled: true, diskId: [-10, -11] };
    const initialVmConfig = [
      { storagePod: scene.pod, vmConfig: { intraVmAffinity: false, intraVmAntiAffinity: rule } },
    ];
    const apart = await scene.recommend({
      ...(await creation(scene, spec)),
      podSelectionSpec: { storagePod: scene.pod, initialVmConfig },
    });
    const [first] = apart.recommendations;
    expect(first.action.map((a: Answer) => a.destination.value).sort()).toEqual(
      [scene.stores[0]!.value, scene.stores[1]!.value].sort(),
    );
    const { vm } = await scene.apply(first.key);
    expect((await scene.storesOf(vm)).sort()).toEqual(['LocalDS_0', 'LocalDS_1']);
  });

  it('says with a fault that nothing has room, and makes nothing', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    const result = await scene.recommend(await creation(scene, configSpec('huge', [5000])));
    expect(result.recommendations).toBeUndefined();
    expect(result.drsFault).toMatchObject({
      reason: 'storagePlacement',
      faultsByVm: [{ fault: [{ fault: { _typeName: 'InsufficientStorageSpace' } }] }],
    });
  });

  it('never recommends a datastore in maintenance, nor one that no host reaches', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    await scene.ep.run(await scene.ep.at('DC0/vm/DC0_C0_RP0_VM0'), 'PowerOnVM_Task');
    const spec = await creation(scene, configSpec('fresh', [1]));
    await scene.ep.call(scene.stores[1]!, 'DatastoreEnterMaintenanceMode');
    expect(await destinations(scene, await scene.recommend(spec))).not.toContain('LocalDS_1');
  });

  it.each([
    ['a request of no known type', { type: 'adopt' }, 'storageSpec.type'],
    ['a creation without a configuration', { configSpec: undefined }, 'storageSpec.configSpec'],
    ['a creation without a pool', { resourcePool: undefined }, 'storageSpec.resourcePool'],
    ['a clone without a machine', { type: 'clone' }, 'storageSpec.vm'],
    ['a request without a pod', { podSelectionSpec: {} }, 'storageSpec.podSelectionSpec.storagePod'],
  ])('refuses %s', async (_, change, invalidProperty) => {
    await using scene = await PodScene.open(2);
    const storageSpec = {
      podSelectionSpec: { storagePod: scene.pod },
      ...(await creation(scene, configSpec('fresh', [1]))),
      ...change,
    };
    const fault = await scene.refuses('RecommendDatastores', { storageSpec });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty });
  });

  it('applies no recommendation that it does not know, twice, or that was given up', async () => {
    await using scene = await PodScene.open(3, {}, SIZES);
    const unknown = { _typeName: 'InvalidArgument', invalidProperty: 'key' };
    expect(await scene.refuses('ApplyStorageDrsRecommendation_Task', { key: ['4711'] })).toMatchObject(unknown);
    const spec = await creation(scene, configSpec('fresh', [1]));
    const [first, second] = (await scene.recommend(spec)).recommendations;
    await scene.apply(first.key);
    expect(await scene.refuses('ApplyStorageDrsRecommendation_Task', { key: [second.key] })).toMatchObject(unknown);
    const [third] = (await scene.recommend(spec)).recommendations;
    await scene.ep.call(scene.manager, 'CancelStorageDrsRecommendation', { key: [third.key] });
    expect(await scene.refuses('ApplyStorageDrsRecommendation_Task', { key: [third.key] })).toMatchObject(unknown);
    const [late] = (await scene.recommend({ ...spec, resourceLeaseDurationSec: 60 })).recommendations;
    await scene.advance(2);
    expect(await scene.refuses('ApplyStorageDrsRecommendation_Task', { key: [late.key] })).toMatchObject(unknown);
  });
});

it('a recommendation is applied by who may do the work that it stands for', async () => {
  const options = { scenario: 'test/contract/reader.yaml' };
  await using scene = await PodScene.open(3, options, SIZES);
  const { ep } = scene;
  const spec = await creation(scene, configSpec('fresh', [1]));
  const [{ key }] = (await scene.recommend(spec)).recommendations;
  const reader = await Endpoint.login(ep.sim, 'reader@vsphere.local', 'reading');
  const refused = await reader.run(scene.manager, 'ApplyStorageDrsRecommendation_Task', { key: [key] } as never).then(
    () => undefined,
    (error) => error.fault,
  );
  expect(refused).toMatchObject({ _typeName: 'NoPermission', privilegeId: 'VirtualMachine.Inventory.Create' });
  expect(await ep.exists('DC0/vm/fresh')).toBe(false);
  await reader.close();
});
