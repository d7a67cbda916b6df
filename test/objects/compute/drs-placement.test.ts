import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import { DrsScene } from './drs-scene.ts';

const types = (error: unknown) => (error as { fault: { _typeName: string } }[]).map(({ fault }) => fault._typeName);
const reserved = (gib: number) => ({ memoryMB: gib * 1024, memoryAllocation: { reservation: gib * 1024 } });

/** A datastore that only the first host mounts. */
async function local(scene: DrsScene): Promise<Ref> {
  const system = (await scene.ep.read(scene.hosts[0]!, 'configManager')).datastoreSystem;
  return scene.ep.call(system, 'CreateLocalDatastore', { name: 'private', path: '/vmfs/private' });
}

describe('a machine without a host of its own', () => {
  it('is made where hosts are there to take it, and else on none, each with its reason', async () => {
    await using scene = await DrsScene.open();
    const [zero, one, two] = scene.hosts;
    await scene.ep.run(zero!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await scene.ep.run(one!, 'DisconnectHost_Task');
    expect(await scene.at(await scene.create('a'))).toBe(2);
    await scene.ep.run(two!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    const [pool, folder] = [await scene.ep.read(scene.cluster, 'resourcePool'), await scene.ep.at('DC0/vm')];
    const config = { name: 'b', files: { vmPathName: '[LocalDS_0]' } };
    const { _typeName, host, error } = await scene.ep.fault(folder, 'CreateVM_Task', { config, pool });
    expect([_typeName, host]).toEqual(['NoCompatibleHost', scene.hosts]);
    expect(types(error)).toEqual(['InvalidHostState', 'InvalidHostConnectionState', 'InvalidHostState']);
    expect(await scene.ep.exists('DC0/vm/b')).toBe(false);
  });

  it('goes where its datastore can be reached, and is asked for nothing more when it is made', async () => {
    await using scene = await DrsScene.open();
    await local(scene);
    const files = { vmPathName: '[private]' };
    for (const name of ['a', 'b'])
      expect(await scene.at(await scene.create(name, { files, ...reserved(900) }))).toBe(0);
    const third = scene.create('c', { files }, scene.hosts[1]);
    await expect(third).rejects.toMatchObject({ fault: { _typeName: 'CannotAccessVmDisk' } });
  });

  it('must say one where DRS does not choose', async () => {
    await using scene = await DrsScene.open();
    await scene.reconfigure({ drsConfig: { enabled: false } });
    await expect(scene.create('a')).rejects.toMatchObject({
      fault: { _typeName: 'InvalidArgument', invalidProperty: 'host' },
    });
    const vm = await scene.create('a', reserved(200), scene.hosts[1]);
    expect(await scene.ep.fault(vm, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'InsufficientMemoryResourcesFault' });
    expect(await scene.at(vm)).toBe(1);
  });

  it('is registered and cloned where it fits', async () => {
    await using scene = await DrsScene.open();
    const files = { vmPathName: '[private]' };
    await local(scene);
    const vm = await scene.create('a', { files });
    const [pool, folder] = [await scene.ep.read(scene.cluster, 'resourcePool'), await scene.ep.at('DC0/vm')];
    const location = { pool };
    const clone = await scene.ep.run(vm, 'CloneVM_Task', {
      folder,
      name: 'b',
      spec: { location, template: false, powerOn: false },
    });
    expect(await scene.at(clone)).toBe(0);
    await scene.ep.call(vm, 'UnregisterVM');
    const path = '[private] a/a.vmx';
    const again = await scene.ep.run(folder, 'RegisterVM_Task', { path, asTemplate: false, pool });
    expect(await scene.at(again)).toBe(0);
    await scene.ep.call(again, 'UnregisterVM');
    await scene.ep.run(scene.hosts[0]!, 'EnterMaintenanceMode_Task', { timeout: 0, evacuatePoweredOffVms: false });
    const { error } = await scene.ep.fault(folder, 'RegisterVM_Task', { path, asTemplate: false, pool });
    expect(types(error)).toEqual(['InvalidHostState', 'CannotAccessVmDisk', 'CannotAccessVmDisk']);
  });

  it('moves into another cluster where it fits, running or not, and stays where none does', async () => {
    await using scene = await DrsScene.open({ inventory: { cluster: 2 } });
    const { ep } = scene;
    const other = await ep.at('DC0/host/DC0_C1');
    const [pool, hosts] = [await ep.read(other, 'resourcePool'), await ep.read(other, 'host')];
    await ep.run(hosts[0], 'EnterMaintenanceMode_Task', { timeout: 0 });
    const [on, off] = [await scene.running('on', scene.hosts[0]!, reserved(100)), await scene.create('off')];
    await ep.run(on, 'RelocateVM_Task', { spec: { pool } });
    await ep.run(off, 'MigrateVM_Task', { pool, priority: 'defaultPriority' });
    expect([await scene.hostOf(on), await scene.hostOf(off)]).toEqual([hosts[1], hosts[2]]);
    const big = await scene.running('big', scene.hosts[0]!, reserved(100));
    await ep.run(hosts[2], 'DisconnectHost_Task');
    const { _typeName, error } = await ep.fault(big, 'RelocateVM_Task', { spec: { pool } });
    expect([_typeName, ...types(error)]).toEqual([
      'NoCompatibleHost',
      'InvalidHostState',
      'InsufficientMemoryResourcesFault',
      'InvalidHostConnectionState',
    ]);
    expect(await scene.at(big)).toBe(0);
  });

  it('has the processors it asks for, or is told by how many not', async () => {
    await using scene = await DrsScene.open();
    const vm = await scene.create('wide', { numCPUs: 64 });
    const { error } = await scene.ep.fault(vm, 'PowerOnVM_Task');
    expect((error as { fault: object }[])[0]).toMatchObject({
      fault: { _typeName: 'NotEnoughLogicalCpus', numCpuDest: 32, numCpuVm: 64, host: scene.hosts[0] },
    });
  });
});

describe('RecommendHostsForVm', () => {
  it('names the hosts that fit, best first', async () => {
    await using scene = await DrsScene.open();
    await scene.running('x', scene.hosts[0]!, { numCPUs: 16 });
    await scene.ep.run(scene.hosts[1]!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    const vm = await scene.create('a');
    const told: Answer[] = await scene.ep.call(scene.cluster, 'RecommendHostsForVm', { vm });
    expect(told.map(({ host }) => host)).toEqual([scene.hosts[2], scene.hosts[0]]);
    expect(told.map(({ rating }) => rating)).toEqual([5, 1]);
    const big = await scene.create('big', { numCPUs: 64 });
    expect(await scene.ep.call(scene.cluster, 'RecommendHostsForVm', { vm: big })).toEqual([]);
  });

  it('is for machines of the cluster, or into it', async () => {
    await using scene = await DrsScene.open();
    const { ep, cluster } = scene;
    const vm = await scene.running('a', scene.hosts[0]!);
    const [pool, alone] = [await ep.read(cluster, 'resourcePool'), await ep.at('DC0/host/DC0_H0')];
    const other = await ep.read(alone, 'resourcePool');
    for (const into of [undefined, pool, other]) {
      expect(await ep.fault(cluster, 'RecommendHostsForVm', { vm, pool: into })).toMatchObject({
        invalidProperty: 'pool',
      });
    }
    const config = { name: 'far', files: { vmPathName: '[LocalDS_0]' } };
    const far = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, pool: other });
    expect(await ep.fault(cluster, 'RecommendHostsForVm', { vm: far })).toMatchObject({ invalidProperty: 'vm' });
    await ep.run(far, 'PowerOnVM_Task');
    expect(await ep.call(cluster, 'RecommendHostsForVm', { vm: far, pool })).toHaveLength(3);
    await scene.reconfigure({ drsConfig: { enabled: false } });
    expect(await ep.fault(cluster, 'RecommendHostsForVm', { vm })).toMatchObject({ _typeName: 'NotSupported' });
  });
});

describe('PlaceVm', () => {
  const place = (scene: DrsScene, placementSpec: object): Promise<Answer> =>
    scene.ep.call(scene.cluster, 'PlaceVm', { placementSpec });
  const config = { name: 'new', numCPUs: 2, memoryMB: 2048 };

  it('finds a host, a pool and a datastore for a new machine', async () => {
    await using scene = await DrsScene.open({ inventory: { ds: 2 } });
    await scene.running('x', scene.hosts[0]!, { numCPUs: 16 });
    const second = await scene.ep.at('DC0/datastore/LocalDS_1');
    const spec = { placementType: 'create', configSpec: config, datastores: [second] };
    const { recommendations } = await place(scene, spec);
    const [{ reason, rating, action }] = recommendations;
    expect([reason, rating, action.length]).toEqual(['xvmotionPlacement', 5, 1]);
    expect(action[0]).toMatchObject({
      _typeName: 'PlacementAction',
      type: 'PlacementV1',
      targetHost: scene.hosts[1],
      relocateSpec: {
        host: scene.hosts[1],
        datastore: second,
        pool: await scene.ep.read(scene.cluster, 'resourcePool'),
      },
    });
    expect(await scene.ep.exists('DC0/vm/new')).toBe(false);
  });

  it('keeps to the hosts, pods and rules that are given', async () => {
    await using scene = await DrsScene.open({ inventory: { pod: 1, ds: 2 } });
    const pod = await scene.ep.at('DC0/datastore/DC0_POD0');
    const store = await scene.ep.at('DC0/datastore/LocalDS_1');
    await scene.ep.run(pod, 'MoveIntoFolder_Task', { list: [store] });
    const x = await scene.running('x', scene.hosts[1]!);
    const rule = { _typeName: 'ClusterAffinityRuleSpec', name: 'r', vm: [x] };
    const spec = { placementType: 'create', configSpec: config, storagePods: [pod], rules: [rule] };
    const { recommendations } = await place(scene, spec);
    expect(recommendations).toHaveLength(1);
    expect(recommendations[0].action[0].relocateSpec).toMatchObject({ host: scene.hosts[1], datastore: store });
    const { drsFault, recommendations: none } = await place(scene, { ...spec, hosts: [scene.hosts[2]] });
    expect(none).toBeUndefined();
    expect(drsFault).toMatchObject({ reason: 'xvmotionPlacement' });
  });

  it('finds where a machine may move, be copied or grow', async () => {
    await using scene = await DrsScene.open();
    const vm = await scene.running('a', scene.hosts[0]!);
    const [relocate] = (await place(scene, { placementType: 'relocate', vm, relocateSpec: {} })).recommendations;
    expect(relocate.action[0]).toMatchObject({ vm, relocateSpec: { host: relocate.action[0].targetHost } });
    await scene.ep.run(vm, 'RelocateVM_Task', { spec: relocate.action[0].relocateSpec });
    const cloneSpec = { location: {}, template: false, powerOn: true };
    const clone = await place(scene, { placementType: 'clone', vm, cloneSpec, cloneName: 'b' });
    const { relocateSpec } = clone.recommendations[0].action[0];
    expect(relocateSpec.datastore).toBeDefined();
    const made = await scene.ep.run(vm, 'CloneVM_Task', {
      folder: await scene.ep.at('DC0/vm'),
      name: 'b',
      spec: { ...cloneSpec, location: relocateSpec },
    });
    expect(await scene.hostOf(made)).toEqual(relocateSpec.host);
    const grow = { placementType: 'reconfigure', vm, configSpec: { numCPUs: 64 } };
    const { drsFault } = await place(scene, grow);
    expect(types(drsFault.faultsByVm[0].fault[0].fault.error)).toEqual(Array(3).fill('NotEnoughLogicalCpus'));
  });

  it('refuses what is not a request, naming the part', async () => {
    await using scene = await DrsScene.open();
    const alone = await scene.ep.at('DC0/host/DC0_H0/DC0_H0');
    const vm = await scene.create('a');
    for (const [spec, path] of [
      [{ placementType: 'create' }, 'configSpec'],
      [{ placementType: 'relocate' }, 'vm'],
      [{ placementType: 'clone', vm }, 'cloneSpec'],
      [{ placementType: 'wish', vm }, 'placementType'],
      [{ placementType: 'create', configSpec: config, hosts: [alone] }, 'hosts'],
    ] as const) {
      expect(await scene.ep.fault(scene.cluster, 'PlaceVm', { placementSpec: spec })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: `placementSpec.${path}`,
      });
    }
    const gone = { type: 'VirtualMachine', value: 'vm-4711' };
    expect(
      await scene.ep.fault(scene.cluster, 'PlaceVm', { placementSpec: { placementType: 'relocate', vm: gone } }),
    ).toMatchObject({ _typeName: 'ManagedObjectNotFound' });
  });
});

describe('hosts that are to go into maintenance together', () => {
  const plan = (scene: DrsScene, host: readonly Ref[]): Promise<Answer> =>
    scene.ep.call(scene.cluster, 'ClusterEnterMaintenanceMode', { host });

  it('are told where their machines could go, and none goes', async () => {
    await using scene = await DrsScene.open();
    const [zero, one, two] = scene.hosts;
    const vms = [await scene.running('a', zero!), await scene.running('b', one!)];
    const { recommendations, fault } = await plan(scene, [zero!, one!]);
    expect(fault).toBeUndefined();
    expect(recommendations.map((r: Answer) => [r.target, r.action.map((a: Answer) => a.type)])).toEqual([
      [zero, ['HostMaintenanceV1', 'MigrationV1']],
      [one, ['HostMaintenanceV1', 'MigrationV1']],
    ]);
    for (const { action } of recommendations) expect(action[1].drsMigration.destination).toEqual(two);
    expect([await scene.at(vms[0]!), await scene.at(vms[1]!)]).toEqual([0, 1]);
    expect(await scene.recommendations()).toEqual([]);
  });

  it('are told why not', async () => {
    await using scene = await DrsScene.open();
    await scene.running('a', scene.hosts[0]!);
    const { recommendations, fault } = await plan(scene, scene.hosts);
    expect(recommendations.map((r: Answer) => r.target)).toEqual(scene.hosts.slice(1));
    expect(fault).toMatchObject({
      reason: 'hostMaint',
      faultsByVm: [{ fault: [{ fault: { _typeName: 'NoCompatibleHost' } }] }],
    });
    const alone = await scene.ep.at('DC0/host/DC0_H0/DC0_H0');
    expect(await scene.ep.fault(scene.cluster, 'ClusterEnterMaintenanceMode', { host: [alone] })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'host',
    });
  });
});

describe('a copy', () => {
  it('that starts at once goes where there is room for it', async () => {
    await using scene = await DrsScene.open();
    const vm = await scene.create('a', reserved(40));
    const full = [];
    for (const host of scene.hosts.slice(0, 2))
      full.push(await scene.running(`full${host.value}`, host, reserved(100)));
    const spec = { location: {}, template: false, powerOn: true };
    const folder = await scene.ep.at('DC0/vm');
    const b = await scene.ep.run(vm, 'CloneVM_Task', { folder, name: 'b', spec });
    expect(await scene.at(b)).toBe(2);
    for (const name of ['c', 'd'])
      await scene.ep.run(vm, 'CloneVM_Task', { folder, name, spec }).catch(() => undefined);
    expect(await scene.ep.fault(vm, 'CloneVM_Task', { folder, name: 'e', spec })).toMatchObject({
      _typeName: 'NoCompatibleHost',
    });
    expect(await scene.ep.exists('DC0/vm/e')).toBe(false);
  });

  it('stays with its source where nobody chooses', async () => {
    await using scene = await DrsScene.open();
    await scene.reconfigure({ drsConfig: { enabled: false } });
    const vm = await scene.create('a', {}, scene.hosts[2]);
    const folder = await scene.ep.at('DC0/vm');
    const spec = { location: {}, template: false, powerOn: false };
    expect(await scene.at(await scene.ep.run(vm, 'CloneVM_Task', { folder, name: 'b', spec }))).toBe(2);
    const pool = await scene.ep.read(scene.cluster, 'resourcePool');
    const elsewhere = { ...spec, location: { pool } };
    expect(await scene.ep.fault(vm, 'CloneVM_Task', { folder, name: 'c', spec: elsewhere })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.location.host',
    });
  });
});
