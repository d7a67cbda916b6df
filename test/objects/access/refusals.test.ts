/** What a request needs beside its method's own privilege, as somebody is told who may only read. */
import { describe, expect, it } from 'vitest';
import type { Client, Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { descriptor } from '../ovf/descriptor.ts';

const VM = 'DC0/vm/DC0_C0_RP0_VM0';
const CLUSTER = 'DC0/host/DC0_C0';
const HOST = `${CLUSTER}/DC0_C0_H0`;
const STORE = 'DC0/datastore/LocalDS_0';
const FOLDER = 'DC0/vm';
const POOL = `${CLUSTER}/Resources`;

type Scene = { readonly ep: Endpoint; readonly vm: Ref; readonly device: (type: string) => Promise<Answer> };
type Request = (scene: Scene) => Promise<readonly [self: Ref, method: string, args: object]>;

const spec =
  (said: (scene: Scene) => Promise<object>): Request =>
  async (scene) => [scene.vm, 'ReconfigVM_Task', { spec: await said(scene) }];
const edit = (type: string, change: (device: Answer, scene: Scene) => object | Promise<object>): Request =>
  spec(async (scene) => {
    const device = await scene.device(type);
    return { deviceChange: [{ operation: 'edit', device: { ...device, ...(await change(device, scene)) } }] };
  });
const on =
  (path: string, method: string, args: (scene: Scene) => object | Promise<object> = () => ({})): Request =>
  async (scene) => [await scene.ep.at(path), method, await args(scene)];
const part =
  (path: string, property: string, method: string, args: (scene: Scene) => object | Promise<object>): Request =>
  async (scene) => [await scene.ep.read(await scene.ep.at(path), property), method, await args(scene)];
const manager =
  (name: string, method: string, args: (scene: Scene) => object | Promise<object>): Request =>
  async (scene) => [scene.ep.manager(name), method, await args(scene)];

const REQUESTS: readonly (readonly [what: string, privilege: string, at: string, request: Request])[] = [
  [
    'growing a disk',
    'VirtualMachine.Config.DiskExtend',
    VM,
    edit('VirtualDisk', (d) => ({ capacityInKB: d.capacityInKB * 2 })),
  ],
  [
    'pulling a cable',
    'VirtualMachine.Interact.DeviceConnection',
    VM,
    edit('VirtualVmxnet3', (d) => ({ connectable: { ...d.connectable, connected: false } })),
  ],
  [
    'waking over the network',
    'VirtualMachine.Config.EditDevice',
    VM,
    edit('VirtualVmxnet3', () => ({ wakeOnLanEnabled: false })),
  ],
  [
    'removing a disk',
    'VirtualMachine.Config.RemoveDisk',
    VM,
    spec(async ({ device }) => ({ deviceChange: [{ operation: 'remove', device: await device('VirtualDisk') }] })),
  ],
  ['renaming', 'VirtualMachine.Config.Rename', VM, spec(async () => ({ name: 'other' }))],
  [
    'an option',
    'VirtualMachine.Config.AdvancedConfig',
    VM,
    spec(async () => ({ extraConfig: [{ key: 'a', value: 'b' }] })),
  ],
  ['another guest', 'VirtualMachine.Config.Settings', VM, spec(async () => ({ guestId: 'otherGuest64' }))],
  [
    'moving while it runs',
    'Resource.HotMigrate',
    VM,
    on(VM, 'RelocateVM_Task', async ({ ep }) => ({ spec: { host: await ep.at(HOST) } })),
  ],
  [
    'moving while it does not',
    'Resource.ColdMigrate',
    'DC0/vm/idle',
    on('DC0/vm/idle', 'RelocateVM_Task', async ({ ep }) => ({ spec: { host: await ep.at(HOST) } })),
  ],
  [
    'cloning',
    'VirtualMachine.Provisioning.Clone',
    VM,
    on(VM, 'CloneVM_Task', async ({ ep }) => ({
      folder: await ep.at(FOLDER),
      name: 'copy',
      spec: { location: {}, powerOn: false, template: false },
    })),
  ],
  [
    'cloning to a template',
    'VirtualMachine.Provisioning.CreateTemplateFromVM',
    VM,
    on(VM, 'CloneVM_Task', async ({ ep }) => ({
      folder: await ep.at(FOLDER),
      name: 'copy',
      spec: { location: {}, powerOn: false, template: true },
    })),
  ],
  [
    'moving to a folder',
    'VirtualMachine.Inventory.Move',
    VM,
    on(FOLDER, 'MoveIntoFolder_Task', ({ vm }) => ({ list: [vm] })),
  ],
  ['moving to a pool', 'Resource.AssignVMToPool', POOL, on(POOL, 'MoveIntoResourcePool', ({ vm }) => ({ list: [vm] }))],
  [
    'making a directory',
    'Datastore.FileManagement',
    STORE,
    manager('fileManager', 'MakeDirectory', async ({ ep }) => ({
      name: '[LocalDS_0] d',
      datacenter: await ep.at('DC0'),
    })),
  ],
  [
    'browsing',
    'Datastore.Browse',
    STORE,
    part(STORE, 'browser', 'SearchDatastore_Task', () => ({ datastorePath: '[LocalDS_0]' })),
  ],
  [
    'describing for export',
    'VApp.Export',
    VM,
    manager('ovfManager', 'CreateDescriptor', ({ vm }) => ({ obj: vm, cdp: {} })),
  ],
  [
    'planning an import',
    'VApp.Import',
    POOL,
    manager('ovfManager', 'CreateImportSpec', async ({ ep }) => ({
      ovfDescriptor: descriptor(),
      resourcePool: await ep.at(POOL),
      datastore: await ep.at(STORE),
      cisp: { locale: 'US', deploymentOption: '', entityName: '' },
    })),
  ],
  [
    'changing a cluster',
    'Host.Inventory.EditCluster',
    CLUSTER,
    on(CLUSTER, 'ReconfigureComputeResource_Task', () => ({
      spec: { _typeName: 'ClusterConfigSpecEx' },
      modify: true,
    })),
  ],
  ['resting a host', 'Host.Config.Maintenance', HOST, on(HOST, 'EnterMaintenanceMode_Task', () => ({ timeout: 0 }))],
  [
    'a switch of a host',
    'Host.Config.Network',
    HOST,
    part(HOST, 'configManager.networkSystem', 'AddVirtualSwitch', () => ({
      vswitchName: 'vSwitch7',
      spec: { numPorts: 8 },
    })),
  ],
  [
    'a snapshot of another',
    'VirtualMachine.State.CreateSnapshot',
    VM,
    on(VM, 'CreateSnapshot_Task', () => ({ name: 's', memory: false, quiesce: false })),
  ],
];

describe('who may only read', () => {
  it('is told of each request what it takes and of what, and changes nothing', async () => {
    await using ep = await Endpoint.open({ scenario: 'restricted-user' });
    const config = { name: 'idle', files: { vmPathName: '[LocalDS_0]' } };
    await ep.run(await ep.at(FOLDER), 'CreateVM_Task', { config, pool: await ep.at(POOL) });
    const vm = await ep.at(VM);
    const device = async (type: string) =>
      (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d._typeName === type);
    const operator: Client = await Endpoint.login(ep.sim, 'operator@vsphere.local', 'operator');
    const before = await ep.read(vm, 'config');
    const got: unknown[] = [];
    const expected: unknown[] = [];
    for (const [what, privilege, at, request] of REQUESTS) {
      const [self, method, args] = await request({ ep, vm, device });
      const told = await operator.call(self as never, method as never, args as never).then(
        () => 'done',
        ({ fault }) => [fault?._typeName, fault?.privilegeId, fault?.object?.value],
      );
      got.push([what, told]);
      expected.push([what, ['NoPermission', privilege, (await ep.at(at)).value]]);
    }
    expect(got).toEqual(expected);
    expect(await ep.read(vm, 'config')).toEqual(before);
    await operator.close();
  });
});
