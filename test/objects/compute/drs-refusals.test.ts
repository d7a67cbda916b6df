/** Whoever names a host, a pool or a datastore that is not there, not of the cluster or not fit, is told so, and nothing moves. */
import { expect, it } from 'vitest';
import { Updates } from '../updates.ts';
import { DrsScene } from './drs-scene.ts';

const priority = 'defaultPriority';
const host = { type: 'HostSystem', value: 'host-4711' };
const pool = { type: 'ResourcePool', value: 'resgroup-4711' };
const datastore = { type: 'Datastore', value: 'datastore-4711' };
const files = { vmPathName: '[LocalDS_0]' };

async function stand() {
  const scene = await DrsScene.open();
  const { ep, cluster } = scene;
  const [on, off] = [await scene.running('on', scene.hosts[0]!), await scene.create('off', {}, scene.hosts[0])];
  const own = await ep.read(cluster, 'resourcePool');
  return { scene, ep, cluster, on, off, own, folder: await ep.at('DC0/vm') };
}

it('what is not there', async () => {
  const { scene, ep, cluster, on, off, own, folder } = await stand();
  await using _ = scene;
  const updates = [await Updates.of(ep, on, 'runtime', 'resourcePool'), await Updates.of(ep, off, 'runtime')];
  const clone = (location: object) => ({ folder, name: 'c', spec: { location, template: false, powerOn: false } });
  const config = { name: 'n', files };
  const checker = ep.manager('vmProvisioningChecker');
  for (const [self, method, args, obj] of [
    [folder, 'CreateVM_Task', { config, pool: own, host }, host],
    [folder, 'CreateVM_Task', { config, pool }, pool],
    [off, 'CloneVM_Task', clone({ host }), host],
    [off, 'CloneVM_Task', clone({ pool }), pool],
    [off, 'CloneVM_Task', clone({ datastore }), datastore],
    [off, 'PowerOnVM_Task', { host }, host],
    [on, 'MigrateVM_Task', { host, priority }, host],
    [on, 'MigrateVM_Task', { pool, priority }, pool],
    [on, 'RelocateVM_Task', { spec: { host } }, host],
    [on, 'RelocateVM_Task', { spec: { pool } }, pool],
    [on, 'RelocateVM_Task', { spec: { datastore } }, datastore],
    [cluster, 'RecommendHostsForVm', { vm: off, pool }, pool],
    [cluster, 'PlaceVm', { placementSpec: { vm: off, placementType: 'relocate', hosts: [host] } }, host],
    [checker, 'CheckMigrate_Task', { vm: on, host }, host],
  ] as const) {
    const refused = await ep.fault(self, method, args).catch((error) => ({ method, error }));
    expect({ method, ...refused }).toMatchObject({ method, _typeName: 'ManagedObjectNotFound', obj });
  }
  expect(await ep.exists('DC0/vm/c')).toBe(false);
  for (const seen of updates) expect(await seen.next()).toEqual([]);
});

it('what is of another cluster, or unfit', async () => {
  const { scene, ep, cluster, on, off, own, folder } = await stand();
  await using _ = scene;
  const [alone, compute] = [await ep.at('DC0/host/DC0_H0/DC0_H0'), await ep.at('DC0/host/DC0_H0')];
  const far = await ep.read(compute, 'resourcePool');
  const [, away, resting] = scene.hosts;
  await ep.run(resting!, 'EnterMaintenanceMode_Task', { timeout: 0 });
  await ep.run(away!, 'DisconnectHost_Task');
  const updates = [await Updates.of(ep, on, 'runtime', 'resourcePool'), await Updates.of(ep, off, 'runtime')];
  for (const [self, method, args, fault] of [
    [folder, 'CreateVM_Task', { config: { name: 'n', files }, pool: own, host: alone }, { invalidProperty: 'host' }],
    [off, 'PowerOnVM_Task', { host: alone }, { invalidProperty: 'host' }],
    [on, 'MigrateVM_Task', { host: alone, priority }, { invalidProperty: 'spec.pool' }],
    [on, 'MigrateVM_Task', { host: away, pool: far, priority }, { invalidProperty: 'spec.host' }],
    [on, 'MigrateVM_Task', { priority }, { invalidProperty: 'host' }],
    [on, 'MigrateVM_Task', { host: resting, priority }, { _typeName: 'InvalidHostState', host: resting }],
    [on, 'MigrateVM_Task', { host: away, priority }, { _typeName: 'HostNotConnected' }],
    [off, 'PowerOnVM_Task', { host: resting }, { _typeName: 'InvalidHostState', host: resting }],
    [off, 'PowerOnVM_Task', { host: away }, { _typeName: 'InvalidHostConnectionState', host: away }],
    [cluster, 'ApplyRecommendation', { key: '4711' }, { invalidProperty: 'key' }],
    [cluster, 'CancelRecommendation', { key: '4711' }, { invalidProperty: 'key' }],
  ] as const) {
    const refused = await ep.fault(self, method, args).catch((error) => ({ method, error }));
    expect({ method, ...refused }).toMatchObject({ method, ...fault });
  }
  for (const seen of updates) expect(await seen.next()).toEqual([]);
});
