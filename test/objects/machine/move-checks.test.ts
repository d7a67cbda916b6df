import { describe, expect, it } from 'vitest';
import type { Client, Ref } from '../../../src/client/index.ts';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { MoveScene } from './move-scene.ts';

const priority = 'defaultPriority';
const READER = 'VSPHERE.LOCAL\\reader';

/** A user who may look at everything, and has some privileges more. */
async function limited(ep: Endpoint, ...privIds: string[]): Promise<Client> {
  const manager = ep.manager('authorizationManager');
  const roleId = await ep.call(manager, 'AddAuthorizationRole', {
    name: privIds.join(),
    privIds: ['System.Read', 'System.View', ...privIds],
  });
  const permission = [{ principal: READER, group: false, roleId, propagate: true }];
  await ep.call(manager, 'SetEntityPermissions', { entity: ep.client.content.rootFolder, permission });
  return Endpoint.login(ep.sim, 'reader@vsphere.local', 'reading');
}

describe('who may move a machine', () => {
  it.each([
    ['Resource.HotMigrate', true, 'Resource.ColdMigrate'],
    ['Resource.ColdMigrate', false, 'Resource.HotMigrate'],
  ])('%s is for one that runs: %s', async (privilege, runs, other) => {
    await using ep = await Endpoint.open({ scenario: 'test/contract/reader.yaml', inventory: { ds: 2 } });
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const datastore = await ep.at('DC0/datastore/LocalDS_1');
    const from: Ref = await ep.read(vm, 'runtime.host');
    const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const host = hosts.find((h) => h.value !== from.value)!;
    const refusal = async (user: Client, method: string, args: object): Promise<Answer> =>
      user.run(vm, method, args as never).then(
        () => undefined,
        (error) => error.fault,
      );
    const user = await limited(ep, privilege);
    await (runs ? undefined : ep.run(vm, 'PowerOffVM_Task'));
    expect(await refusal(user, 'MigrateVM_Task', { host, priority })).toBeUndefined();
    expect(await refusal(user, 'RelocateVM_Task', { spec: { datastore } })).toMatchObject({
      _typeName: 'NoPermission',
      object: datastore,
      privilegeId: 'Datastore.AllocateSpace',
    });
    const disk = [{ diskId: 204, datastore }];
    expect(await refusal(user, 'RelocateVM_Task', { spec: { disk } })).toMatchObject({ object: datastore });
    await (runs ? ep.run(vm, 'PowerOffVM_Task') : ep.run(vm, 'PowerOnVM_Task'));
    expect(await refusal(user, 'MigrateVM_Task', { host: from, priority })).toMatchObject({
      _typeName: 'NoPermission',
      object: vm,
      privilegeId: other,
    });
    await user.close();
  });
});

describe('processors', () => {
  /** A cluster of two hosts, the second of older processors. */
  async function mixed() {
    const ep = await Endpoint.open({ inventory: { host: 2, standaloneHost: 0, autostart: false } });
    const { world } = ep.sim.simulation.site;
    const [newer, older] = [...world.every(hostKind)];
    world.turn(() => world.update(older!, { profile: { ...older!.state.profile, evcMode: 'intel-haswell' } }));
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const boot = async (host: Ref) => {
      await ep.run(vm, 'MigrateVM_Task', { host, priority });
      await ep.run(vm, 'PowerOnVM_Task', { host });
    };
    return { ep, vm, newer: newer!.ref as Ref, older: older!.ref as Ref, boot };
  }

  it('that are older keep out what was started on newer ones', async () => {
    const { ep, vm, newer, older, boot } = await mixed();
    await using _ = ep;
    await boot(newer);
    const fault = { _typeName: 'FeatureRequirementsNotMet', host: older };
    expect(await ep.fault(vm, 'MigrateVM_Task', { host: older, priority })).toMatchObject(fault);
    const checker = ep.manager('vmProvisioningChecker');
    expect(await ep.run(checker, 'CheckMigrate_Task', { vm, host: older })).toMatchObject([
      { vm, host: older, error: [{ fault }] },
    ]);
    expect(await ep.run(checker, 'QueryVMotionCompatibilityEx_Task', { vm: [vm], host: [older, newer] })).toMatchObject(
      [{ error: [{ fault }] }, { host: newer }],
    );
    expect(await ep.read(vm, 'runtime.host')).toEqual(newer);
  });

  it('that are newer take what was started on older ones, and let it go back', async () => {
    const { ep, vm, newer, older, boot } = await mixed();
    await using _ = ep;
    await boot(older);
    await ep.run(vm, 'MigrateVM_Task', { host: newer, priority });
    expect(await ep.read(vm, 'runtime.minRequiredEVCModeKey')).toBe('intel-haswell');
    await ep.run(vm, 'MigrateVM_Task', { host: older, priority });
    expect(await ep.read(vm, 'runtime.host')).toEqual(older);
  });
});

describe('a running machine goes to another datacenter', () => {
  it('with its pool, folder, datastore and network there, and not without', async () => {
    await using ep = await Endpoint.open({ inventory: { dc: 2 } });
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const cluster = await ep.at('DC1/host/DC1_C0');
    const [host]: Ref[] = await ep.read(cluster, 'host');
    const pool: Ref = await ep.read(cluster, 'resourcePool');
    const datastore = await ep.at('DC1/datastore/LocalDS_0');
    const folder = await ep.at('DC1/vm');
    const from: Ref = await ep.read(vm, 'runtime.host');
    const spec = { host, pool, folder };
    expect((await ep.fault(vm, 'RelocateVM_Task', { spec }))._typeName).toBe('CannotAccessVmConfig');
    expect((await ep.fault(vm, 'RelocateVM_Task', { spec: { ...spec, datastore } }))._typeName).toBe(
      'CannotAccessNetwork',
    );
    expect(await ep.read(vm, 'runtime.host')).toEqual(from);
    const device = (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d.macAddress !== undefined);
    const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' };
    const deviceChange = [{ operation: 'edit', device: { ...device, backing } }];
    await ep.events();
    await ep.run(vm, 'RelocateVM_Task', { spec: { ...spec, datastore, deviceChange } });
    expect(await ep.read(vm, 'runtime')).toMatchObject({ host, powerState: 'poweredOn' });
    expect(await ep.at('DC1/vm/DC0_C0_RP0_VM0')).toEqual(vm);
    expect([await ep.read(vm, 'resourcePool'), await ep.read(vm, 'datastore')]).toEqual([pool, [datastore]]);
    const told = (await ep.events()).filter((e) => e !== 'TaskEvent');
    expect(told).toEqual([
      'VmBeingRelocatedEvent',
      'VmEmigratingEvent',
      'VmRelocatedEvent',
      'VmResourcePoolMovedEvent',
    ]);
  });
});

describe('a rule of a cluster', () => {
  it('that is mandatory keeps a machine where it may be', async () => {
    await using scene = await MoveScene.open(1, { latency: 'instant' });
    const { ep } = scene;
    const vm = scene.vms[0]!;
    const [from, to] = [await scene.hostOf(vm), await scene.otherHost(vm)];
    const spec = {
      groupSpec: [
        { operation: 'add', info: { _typeName: 'ClusterVmGroup', name: 'machines', vm: [vm] } },
        { operation: 'add', info: { _typeName: 'ClusterHostGroup', name: 'hosts', host: [from] } },
      ],
      rulesSpec: [
        {
          operation: 'add',
          info: {
            _typeName: 'ClusterVmHostRuleInfo',
            name: 'stay',
            enabled: true,
            mandatory: true,
            vmGroupName: 'machines',
            affineHostGroupName: 'hosts',
          },
        },
      ],
    };
    await ep.run(await ep.at('DC0/host/DC0_C0'), 'ReconfigureComputeResource_Task', {
      spec: { _typeName: 'ClusterConfigSpecEx', ...spec },
      modify: true,
    });
    expect((await ep.fault(vm, 'MigrateVM_Task', { host: to, priority }))._typeName).toBe(
      'VmHostAffinityRuleViolation',
    );
    expect(await scene.hostOf(vm)).toEqual(from);
  });
});
