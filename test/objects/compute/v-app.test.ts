import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { FREE, Shop } from './v-app-shop.ts';

const orders = async (shop: Shop) =>
  (await shop.ep.read(shop.vApp, 'vAppConfig.entityConfig'))?.map((e: Answer) => [e.key.value, e.startOrder]) ?? [];

const pool = (shop: Shop, name = 'gold'): Promise<Ref> =>
  shop.ep.call(shop.root, 'CreateResourcePool', { name, spec: FREE });

describe('the configuration of a vApp', () => {
  it('is given when it is made, and changed part by part', async () => {
    const product = [{ operation: 'add', info: { key: 0, name: 'shop', version: '1' } }];
    const property = [{ operation: 'add', info: { key: 3, id: 'city', type: 'string', userConfigurable: true } }];
    await using shop = await Shop.open(['db'], { product, property, annotation: 'sells', installBootRequired: true });
    const { ep, vApp } = shop;
    expect(await ep.read(vApp, 'vAppConfig')).toMatchObject({
      product: [{ key: 0, name: 'shop', version: '1' }],
      property: [{ key: 3, id: 'city', value: '' }],
      annotation: 'sells',
      installBootRequired: false,
    });
    await using updates = await Updates.of(ep, vApp, ['vAppConfig.property', 'summary.product']);
    const edits = { property: [{ operation: 'edit', info: { key: 3, value: 'Rome' } }] };
    await ep.call(vApp, 'UpdateVAppConfig', { spec: edits });
    expect(await updates.next()).toMatchObject({ 'vAppConfig.property': [{ id: 'city', value: 'Rome' }] });
    const version = { product: [{ operation: 'edit', info: { key: 0, version: '2' } }] };
    await ep.call(vApp, 'UpdateVAppConfig', { spec: version });
    expect(await updates.next()).toMatchObject({ 'summary.product': { name: 'shop', version: '2' } });
    expect(await ep.events()).toContain('ResourcePoolReconfiguredEvent');
  });

  it('takes an instance uuid, and shows the one it got', async () => {
    const instanceUuid = '501a2b3c-0000-1111-2222-333344445555';
    await using shop = await Shop.open([], { instanceUuid });
    const { ep, vApp } = shop;
    expect(await ep.read(vApp, 'summary.instanceUuid')).toBe(instanceUuid);
    expect(await ep.fault(vApp, 'UpdateVAppConfig', { spec: { instanceUuid: 'mine' } })).toMatchObject({
      invalidProperty: 'spec.instanceUuid',
    });
  });

  it('says of each child how it starts and stops', async () => {
    await using shop = await Shop.open(['db']);
    const [entity] = await shop.ep.read(shop.vApp, 'vAppConfig.entityConfig');
    expect(entity).toMatchObject({
      key: shop.machines[0],
      startOrder: 1,
      startDelay: 120,
      waitingForGuest: false,
      startAction: 'powerOn',
      stopDelay: 120,
      stopAction: 'powerOff',
    });
    await using updates = await Updates.of(shop.ep, shop.vApp, ['vAppConfig.entityConfig']);
    await shop.say({ of: 0, startDelay: 7, stopAction: 'guestShutdown' });
    expect((await updates.next())['vAppConfig.entityConfig']).toMatchObject([
      { startDelay: 7, stopAction: 'guestShutdown', stopDelay: 120 },
    ]);
  });

  it('refuses what makes no sense of a child, by the entry', async () => {
    await using shop = await Shop.open(['db']);
    const { ep, vApp, root, machines } = shop;
    const key = machines[0]!;
    const refused = (...entityConfig: object[]) => ep.fault(vApp, 'UpdateVAppConfig', { spec: { entityConfig } });
    expect(await refused({ key: root })).toMatchObject({ invalidProperty: 'spec.entityConfig[0].key' });
    expect(await refused({ key }, { key })).toMatchObject({
      _typeName: 'InvalidIndexArgument',
      invalidProperty: 'spec.entityConfig[1].key',
    });
    expect(await refused({ key, startOrder: -1 })).toMatchObject({
      invalidProperty: 'spec.entityConfig[0].startOrder',
    });
    expect(await refused({ key, startAction: 'suspend' })).toMatchObject({
      invalidProperty: 'spec.entityConfig[0].startAction',
    });
    const inner: Ref = await ep.call(vApp, 'CreateVApp', { name: 'inner', resSpec: FREE, configSpec: {} });
    expect(await refused({ key: inner, stopAction: 'suspend' })).toMatchObject({
      invalidProperty: 'spec.entityConfig[0].stopAction',
    });
  });

  it('is changed as that of any pool is', async () => {
    await using shop = await Shop.open([]);
    const { ep, vApp } = shop;
    await using updates = await Updates.of(ep, vApp, ['name', 'config.cpuAllocation.limit']);
    const cpuAllocation = { ...FREE.cpuAllocation, limit: 4_000 };
    await ep.call(vApp, 'UpdateConfig', { name: 'store', config: { ...FREE, cpuAllocation } });
    expect(await updates.next()).toEqual({ name: 'store', 'config.cpuAllocation.limit': 4_000 });
    expect(await ep.exists('DC0/vm/store')).toBe(true);
  });
});

describe('children of a vApp', () => {
  it('come in after the others and go without a trace', async () => {
    await using shop = await Shop.open(['db', 'app']);
    const { ep, vApp, root, machines } = shop;
    const [db, app] = machines as [Ref, Ref];
    expect(await orders(shop)).toEqual([
      [db.value, 1],
      [app.value, 2],
    ]);
    await shop.say({ of: 0, startOrder: 9 });
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    await using updates = await Updates.of(ep, vApp, ['vm', 'vAppConfig.entityConfig']);
    await ep.call(vApp, 'MoveIntoResourcePool', { list: [vm] });
    expect(await updates.next()).toMatchObject({ vm: [db, app, vm] });
    expect(await orders(shop)).toEqual([
      [db.value, 9],
      [app.value, 10],
      [vm.value, 11],
    ]);
    expect(await ep.read(vm, 'parent')).toBeUndefined();
    await ep.call(root, 'MoveIntoResourcePool', { list: [db, vm] });
    expect(await orders(shop)).toEqual([[app.value, 1]]);
    expect(await ep.read(db, 'parent')).toEqual(shop.folder);
    await ep.call(vApp, 'MoveIntoResourcePool', { list: [db] });
    expect(await orders(shop)).toEqual([
      [app.value, 1],
      [db.value, 2],
    ]);
    await ep.run(app, 'Destroy_Task');
    expect(await orders(shop)).toEqual([[db.value, 1]]);
    expect(await ep.events()).toContain('VmResourcePoolMovedEvent');
  });

  it('are vApps too, which come out into the folder', async () => {
    await using shop = await Shop.open([]);
    const { ep, vApp, root } = shop;
    const inner: Ref = await ep.call(vApp, 'CreateVApp', { name: 'inner', resSpec: FREE, configSpec: {} });
    expect(await orders(shop)).toEqual([[inner.value, 1]]);
    expect(await ep.read(inner, 'parentFolder')).toBeUndefined();
    await ep.call(root, 'MoveIntoResourcePool', { list: [inner] });
    expect(await ep.read(inner, 'parentFolder')).toEqual(shop.folder);
    expect(await ep.read(inner, 'parentVApp')).toBeUndefined();
    await ep.call(vApp, 'MoveIntoResourcePool', { list: [inner] });
    expect(await ep.read(inner, 'parentVApp')).toEqual(vApp);
  });

  it('have names of their own', async () => {
    await using shop = await Shop.open(['db', 'DC0_C0_RP0_VM0']);
    const { ep, vApp, root, machines, folder } = shop;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const twin = { _typeName: 'DuplicateName', name: 'DC0_C0_RP0_VM0', object: machines[1] };
    expect(await ep.fault(vApp, 'MoveIntoResourcePool', { list: [vm] })).toMatchObject(twin);
    expect(await ep.fault(vApp, 'UpdateLinkedChildren', { addChangeSet: [{ key: vm }] })).toMatchObject(twin);
    const out = { ...twin, object: vm };
    expect(await ep.fault(root, 'MoveIntoResourcePool', { list: [machines[1]] })).toMatchObject(out);
    const inner: Ref = await ep.call(vApp, 'CreateVApp', { name: 'box', resSpec: FREE, configSpec: {} });
    const box: Ref = await ep.call(folder, 'CreateFolder', { name: 'box' });
    expect(await ep.fault(root, 'MoveIntoResourcePool', { list: [inner] })).toMatchObject({ object: box });
  });

  it('have their resources set by it, machines as well as vApps', async () => {
    await using shop = await Shop.open(['db']);
    const { ep, vApp, machines } = shop;
    const inner: Ref = await ep.call(vApp, 'CreateVApp', { name: 'inner', resSpec: FREE, configSpec: {} });
    const cpu = (reservation: number, limit: number) => ({ ...FREE.cpuAllocation, reservation, limit });
    await using updates = await Updates.of(ep, machines[0]!, ['resourceConfig.cpuAllocation.limit']);
    const spec = [
      { entity: machines[0], cpuAllocation: cpu(100, 900), memoryAllocation: FREE.memoryAllocation },
      { entity: inner, cpuAllocation: cpu(200, 800), memoryAllocation: FREE.memoryAllocation },
    ];
    await ep.call(vApp, 'UpdateChildResourceConfiguration', { spec });
    expect(await updates.next()).toEqual({ 'resourceConfig.cpuAllocation.limit': 900 });
    expect(await ep.read(machines[0]!, 'config.cpuAllocation.reservation')).toBe(100);
    expect(await ep.read(inner, 'config.cpuAllocation')).toMatchObject({ reservation: 200, limit: 800 });
    expect(await ep.events()).toContain('VmResourceReallocatedEvent');
    const wrong = [{ entity: machines[0], cpuAllocation: cpu(100, 50), memoryAllocation: FREE.memoryAllocation }];
    expect(await ep.fault(vApp, 'UpdateChildResourceConfiguration', { spec: wrong })).toMatchObject({
      invalidProperty: 'spec[0].cpuAllocation.limit',
    });
    await ep.run(machines[0]!, 'PowerOnVM_Task');
    const greedy = [{ entity: machines[0], cpuAllocation: cpu(1e9, -1), memoryAllocation: FREE.memoryAllocation }];
    expect(await ep.fault(vApp, 'UpdateChildResourceConfiguration', { spec: greedy })).toMatchObject({
      _typeName: 'InsufficientCpuResourcesFault',
    });
  });

  it('may be linked: they belong to it and take their resources elsewhere', async () => {
    await using shop = await Shop.open(['db']);
    const { ep, vApp, machines, folder } = shop;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const home: Ref = await ep.read(vm, 'resourcePool');
    await using updates = await Updates.of(ep, vApp, ['childLink', 'summary.vAppState']);
    await ep.call(vApp, 'UpdateLinkedChildren', { addChangeSet: [{ key: vm, destroyWithParent: true }] });
    expect(await updates.next()).toMatchObject({
      childLink: [{ key: vm, destroyWithParent: true }],
      'summary.vAppState': 'started',
    });
    expect([await ep.read(vm, 'parentVApp'), await ep.read(vm, 'resourcePool')]).toEqual([vApp, home]);
    expect((await orders(shop)).map(([id]: string[]) => id)).toContain(vm.value);
    expect(
      await ep.fault(vApp, 'UpdateLinkedChildren', { addChangeSet: [{ key: machines[0], destroyWithParent: false }] }),
    ).toMatchObject({ invalidProperty: 'addChangeSet[0].key' });
    expect(await ep.fault(vApp, 'UpdateLinkedChildren', { addChangeSet: [{ key: vApp }] })).toMatchObject({
      invalidProperty: 'addChangeSet[0].key',
    });
    expect(await ep.fault(vApp, 'UpdateLinkedChildren', { removeSet: [machines[0]] })).toMatchObject({
      invalidProperty: 'removeSet[0]',
    });
    await ep.call(await pool(shop), 'MoveIntoResourcePool', { list: [vm] });
    expect(await ep.read(vm, 'parentVApp')).toEqual(vApp);
    await ep.call(vApp, 'UpdateLinkedChildren', { removeSet: [vm] });
    expect(await updates.next()).toEqual({ childLink: [], 'summary.vAppState': 'stopped' });
    expect(await ep.read(vm, 'parent')).toEqual(folder);
  });

  it('go with it when it is destroyed, linked ones as was said', async () => {
    await using shop = await Shop.open(['db']);
    const { ep, vApp, machines } = shop;
    const [stays, goes] = [await ep.at('DC0/vm/DC0_C0_RP0_VM0'), await ep.at('DC0/vm/DC0_C0_RP0_VM1')];
    for (const vm of [stays, goes]) await ep.run(vm, 'PowerOffVM_Task');
    const addChangeSet = [
      { key: stays, destroyWithParent: false },
      { key: goes, destroyWithParent: true },
    ];
    await ep.call(vApp, 'UpdateLinkedChildren', { addChangeSet });
    await ep.run(machines[0]!, 'PowerOnVM_Task');
    expect(await ep.fault(vApp, 'Destroy_Task')).toMatchObject({ _typeName: 'InvalidPowerState' });
    await ep.run(machines[0]!, 'PowerOffVM_Task');
    await ep.run(vApp, 'Destroy_Task');
    expect(await ep.exists('DC0/vm/DC0_C0_RP0_VM0')).toBe(true);
    expect(await ep.exists('DC0/vm/DC0_C0_RP0_VM1')).toBe(false);
    expect(await ep.fault(machines[0]!, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'ManagedObjectNotFound' });
  });
});

describe('what one may do with a vApp', () => {
  it('depends on the part: who deploys gives values, and who wrote the product says what it is', async () => {
    await using ep = await Endpoint.open({ scenario: 'test/contract/reader.yaml' });
    const root: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
    const property = [{ operation: 'add', info: { key: 1, id: 'city', userConfigurable: true } }];
    const args = { name: 'shop', resSpec: FREE, configSpec: { property }, vmFolder: await ep.at('DC0/vm') };
    const vApp: Ref = await ep.call(root, 'CreateVApp', args);
    const role = { name: 'deployer', privIds: ['VApp.InstanceConfig', 'System.Read'] };
    const roleId = await ep.call(ep.manager('authorizationManager'), 'AddAuthorizationRole', role);
    const permission = [{ principal: 'VSPHERE.LOCAL\\reader', group: false, roleId, propagate: true }];
    await ep.call(ep.manager('authorizationManager'), 'SetEntityPermissions', { entity: vApp, permission });
    const reader = new Endpoint(ep.sim, await Endpoint.login(ep.sim, 'reader@vsphere.local', 'reading'));
    const edit = (info: object) => ({ spec: { property: [{ operation: 'edit', info: { key: 1, ...info } }] } });
    await reader.call(vApp, 'UpdateVAppConfig', edit({ value: 'Rome' }));
    expect(await ep.read(vApp, 'vAppConfig.property')).toMatchObject([{ value: 'Rome' }]);
    for (const [privilegeId, given] of [
      ['VApp.ApplicationConfig', edit({ label: 'City' })],
      ['VApp.ApplicationConfig', { spec: { eula: ['mine'] } }],
      ['VApp.Rename', { spec: { annotation: 'mine' } }],
    ] as const) {
      expect(await reader.fault(vApp, 'UpdateVAppConfig', given)).toMatchObject({ object: vApp, privilegeId });
    }
    const location = await ep.at('DC0/datastore/LocalDS_0');
    const clone = { name: 'copy', target: root, spec: { location } };
    expect(await reader.fault(vApp, 'CloneVApp_Task', clone)).toMatchObject({ privilegeId: 'VApp.Clone' });
    await reader.client.close();
  });
});

describe('a vApp that is taken off the inventory', () => {
  it('leaves the files of its machines, which can be registered again', async () => {
    await using shop = await Shop.open(['db']);
    const { ep, vApp, root, folder, machines } = shop;
    const path = await ep.read(machines[0]!, 'config.files.vmPathName');
    await ep.run(machines[0]!, 'PowerOnVM_Task');
    expect(await ep.fault(vApp, 'unregisterVApp_Task')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
    });
    await ep.run(machines[0]!, 'PowerOffVM_Task');
    await ep.run(vApp, 'unregisterVApp_Task');
    expect(await ep.exists('DC0/vm/shop')).toBe(false);
    const again: Ref = await ep.run(folder, 'RegisterVM_Task', { path, asTemplate: false, pool: root });
    expect(await ep.read(again, 'name')).toBe('db');
  });
});

describe('a copy of a vApp', () => {
  const spec = async (shop: Shop, more: object = {}) => ({
    location: await shop.ep.at('DC0/datastore/LocalDS_0'),
    ...more,
  });

  it('has copies of all that is in it, and says the same of them', async () => {
    const property = [{ operation: 'add', info: { key: 3, id: 'city', type: 'string', userConfigurable: true } }];
    await using shop = await Shop.open(['db', 'app'], { property, annotation: 'sells' });
    const { ep, vApp, root } = shop;
    await shop.say({ of: 0, startOrder: 5, startDelay: 3 }, { of: 1, stopAction: 'suspend' });
    const inner: Ref = await ep.call(vApp, 'CreateVApp', { name: 'inner', resSpec: FREE, configSpec: {} });
    await ep.run(inner, 'CreateChildVM_Task', { config: { name: 'deep', files: { vmPathName: '[LocalDS_0]' } } });
    const values = { property: [{ key: 'city', value: 'Rome' }] };
    const args = { name: 'copy', target: root, spec: await spec(shop, values) };
    const copy: Ref = await ep.run(vApp, 'CloneVApp_Task', args);
    expect(await ep.exists('DC0/vm/copy')).toBe(true);
    const config = await ep.read(copy, 'vAppConfig');
    expect(config).toMatchObject({ annotation: 'sells', property: [{ id: 'city', value: 'Rome' }] });
    expect(config.instanceUuid).not.toBe(await ep.read(vApp, 'vAppConfig.instanceUuid'));
    const keys: Ref[] = config.entityConfig.map((e: Answer) => e.key);
    expect(await ep.names(keys)).toEqual(['db', 'app', 'inner']);
    expect(config.entityConfig).toMatchObject([{ startOrder: 5, startDelay: 3 }, { stopAction: 'suspend' }, {}]);
    expect(await ep.names(await ep.read(keys[2]!, 'vm'))).toEqual(['deep']);
    expect(await ep.read(keys[0]!, 'parentVApp')).toEqual(copy);
    expect(keys[0]).not.toEqual(shop.machines[0]);
    expect(await ep.events()).toEqual(expect.arrayContaining(['ResourcePoolCreatedEvent', 'VmClonedEvent']));
  });

  it('has the plain pools in it too, with copies of their machines', async () => {
    await using shop = await Shop.open([]);
    const { ep, vApp, root, folder } = shop;
    const inner: Ref = await ep.call(vApp, 'CreateResourcePool', { name: 'back', spec: FREE });
    const config = { name: 'pooled', files: { vmPathName: '[LocalDS_0]' } };
    const vm: Ref = await ep.run(folder, 'CreateVM_Task', { config, pool: inner });
    const copy: Ref = await ep.run(vApp, 'CloneVApp_Task', { name: 'copy', target: root, spec: await spec(shop) });
    const [back] = await ep.read(copy, 'resourcePool');
    expect(await ep.names([back])).toEqual(['back']);
    const [twin] = await ep.read(back, 'vm');
    expect(twin).not.toEqual(vm);
    expect(await ep.read(copy, 'vAppConfig.entityConfig')).toMatchObject([{ key: twin }]);
    expect(await ep.read(copy, 'childLink')).toEqual([]);
    expect(await ep.read(twin, 'parent')).toEqual(folder);
  });

  it('is plugged into the networks, and stands on the datastores and in the pools, that are asked for', async () => {
    await using shop = await Shop.open([]);
    const { ep, vApp, root } = shop;
    const vms = [await ep.at('DC0/vm/DC0_C0_RP0_VM0'), await ep.at('DC0/vm/DC0_C0_RP0_VM1')];
    for (const vm of vms) await ep.run(vm, 'PowerOffVM_Task');
    await ep.call(vApp, 'MoveIntoResourcePool', { list: vms });
    const elsewhere = await pool(shop);
    const [source, destination] = [await ep.at('DC0/network/DC0_DVPG0'), await ep.at('DC0/network/VM Network')];
    const asked = await spec(shop, {
      networkMapping: [{ source, destination }],
      resourceMapping: [{ source: vms[1], parent: elsewhere }],
    });
    const copy: Ref = await ep.run(vApp, 'CloneVApp_Task', { name: 'copy', target: root, spec: asked });
    expect(await ep.read(copy, 'network')).toEqual([destination]);
    expect(await ep.names(await ep.read(copy, 'vm'))).toEqual(['DC0_C0_RP0_VM0']);
    const [link] = await ep.read(copy, 'childLink');
    expect(await ep.names([link.key])).toEqual(['DC0_C0_RP0_VM1']);
    expect(await ep.read(link.key, 'resourcePool')).toEqual(elsewhere);
    expect(await ep.read(link.key, 'parentVApp')).toEqual(copy);
  });

  it('is refused by what is wrong with the request', async () => {
    const property = [{ operation: 'add', info: { key: 3, id: 'port', type: 'int', userConfigurable: true } }];
    await using shop = await Shop.open(['db'], { property });
    const { ep, vApp, root, machines } = shop;
    const plain = await spec(shop);
    const refused = (args: object) =>
      ep.fault(vApp, 'CloneVApp_Task', { name: 'copy', target: root, spec: plain, ...args });
    expect(await refused({ name: 'shop' })).toMatchObject({ _typeName: 'DuplicateName', name: 'shop' });
    expect(await refused({ spec: { ...plain, property: [{ key: 'port', value: 'x' }] } })).toMatchObject({
      _typeName: 'InvalidPropertyValue',
      id: 'port',
    });
    expect(await refused({ spec: { ...plain, property: [{ key: 'ports', value: '1' }] } })).toMatchObject({
      invalidProperty: 'spec.property',
    });
    await ep.run(machines[0]!, 'PowerOnVM_Task');
    expect(await refused({})).toMatchObject({ _typeName: 'InvalidPowerState' });
    expect(await ep.exists('DC0/vm/copy')).toBe(false);
  });

  it('leaves nothing behind when a machine of it cannot be copied', async () => {
    await using shop = await Shop.open(['db', 'app']);
    const { ep, root } = shop;
    const match = { method: 'CloneVM_Task', name: 'app' };
    ep.sim.faults.add({
      match,
      effect: { task: { fail: { fault: 'FileFault', properties: { file: 'app' } } } },
    } as never);
    const before = await ep.read(shop.folder, 'childEntity');
    const task = await shop.task('CloneVApp_Task', { name: 'copy', target: root, spec: await spec(shop) });
    await shop.seconds(1);
    expect(await shop.info(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'FileFault' } } });
    expect(await ep.read(shop.folder, 'childEntity')).toEqual(before);
    expect(await ep.names(await ep.read(root, 'resourcePool'))).not.toContain('copy');
  });
});
