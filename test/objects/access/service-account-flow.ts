/** What OpenStack's service account does, one call after the other: each needs a privilege that none before it needed. */
import { type Client, connect, type Ref } from '../../../src/client/index.ts';
import { pbm } from '../../../src/vim25/pbm.ts';
import { Wire } from '../../server/wire.ts';
import type { Answer, Endpoint } from '../endpoint.ts';
import { descriptor } from '../ovf/descriptor.ts';
import { ServiceClient } from '../policy/service-client.ts';

export const USER = 'openstack@vsphere.local';
export const PASSWORD = 'openstack';

export class Scene {
  readonly ep: Endpoint;
  readonly client: Client;

  constructor(ep: Endpoint, client: Client) {
    this.ep = ep;
    this.client = client;
  }

  static async open(ep: Endpoint): Promise<Scene> {
    const { url } = ep.sim;
    return new Scene(ep, await connect({ url, username: USER, password: PASSWORD, relogin: false }));
  }

  manager(name: string): Ref {
    return this.ep.manager(name);
  }

  async at(path: string): Promise<Ref> {
    return (await this.client.findByInventoryPath(path))!;
  }

  call(self: Ref, method: string, args: object = {}): Promise<Answer> {
    const run = method.endsWith('_Task') ? this.client.run : this.client.call;
    return run.call(this.client, self as never, method as never, args as never) as Promise<Answer>;
  }

  read(self: Ref, path: string): Promise<Answer> {
    return this.client.get(self as never, path as never) as Promise<Answer>;
  }

  vm(n: number): Promise<Ref> {
    return this.at(`DC0/vm/DC0_C0_RP1_VM${n}`);
  }

  async device(vm: Ref, type: string): Promise<Answer> {
    return (await this.read(vm, 'config.hardware.device')).find((d: Answer) => d._typeName === type);
  }

  reconfigure(vm: Ref, spec: object): Promise<Answer> {
    return this.call(vm, 'ReconfigVM_Task', { spec });
  }

  async change(vm: Ref, operation: string, device: object, fileOperation?: string): Promise<Answer> {
    return this.reconfigure(vm, { deviceChange: [{ operation, device, ...(fileOperation && { fileOperation }) }] });
  }
}

export interface Step {
  /** Those the call is the first to need, in the order in which they are asked for. */
  readonly privileges: readonly string[];
  readonly run: (scene: Scene) => Promise<unknown>;
}

const step = (privileges: string, run: Step['run']): Step => ({ privileges: privileges.split(' '), run });
const part = (privilege: string, spec: object): Step =>
  step(`VirtualMachine.Config.${privilege}`, async (s) => s.reconfigure(await s.vm(0), spec));
const power = (word: string, method: string): Step =>
  step(`VirtualMachine.Interact.${word}`, async (s) => s.call(await s.vm(1), method));

const DISK = { _typeName: 'VirtualDisk', key: -1, controllerKey: 1000, unitNumber: 5, capacityInKB: 1024 };
const FLAT = { _typeName: 'VirtualDiskFlatVer2BackingInfo', diskMode: 'persistent' };
const NO_MEDIUM = { _typeName: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false };
const HOST = 'DC0/host/DC0_C0/DC0_C0_H1';

/** A host the VM is not on. */
async function elsewhere(s: Scene, vm: Ref): Promise<Ref> {
  const here = await s.read(vm, 'runtime.host');
  const hosts: Ref[] = await s.read(await s.at('DC0/host/DC0_C0'), 'host');
  return hosts.find((host) => host.value !== here.value)!;
}

export const FLOW: readonly Step[] = [
  step('Sessions.ValidateSession', (s) =>
    s.call(s.manager('sessionManager'), 'SessionIsActive', { sessionID: 'none', userName: USER }),
  ),
  step('Sessions.TerminateSession', async (s) => {
    const other = await connect({ url: s.ep.sim.url, username: USER, password: PASSWORD, relogin: false });
    const { key } = (await other.get(s.manager('sessionManager') as never, 'currentSession' as never)) as Answer;
    await s.call(s.manager('sessionManager'), 'TerminateSession', { sessionId: [key] });
  }),
  step('Extension.Register', (s) => {
    const word = { label: 'OpenStack', summary: 'OpenStack' };
    const extension = {
      key: 'org.openstack.compute',
      version: '1',
      description: word,
      lastHeartbeatTime: '2026-01-01T00:00:00Z',
    };
    return s.call(s.manager('extensionManager'), 'RegisterExtension', { extension });
  }),
  step('StorageProfile.View', async (s) => {
    const wire = await new Wire(s.ep.sim).login(USER, PASSWORD);
    const secret = wire.cookie.replace(/^[^=]*="?|"$/g, '');
    const policies = new ServiceClient(s.ep, pbm, '/pbm', 'cookie', secret);
    const manager = { type: 'PbmProfileProfileManager', value: 'ProfileManager' };
    await policies.call(manager, 'PbmQueryProfile', { resourceType: { resourceType: 'STORAGE' } });
  }),
  step('Folder.Create', async (s) => s.call(await s.at('DC0/vm'), 'CreateFolder', { name: 'OpenStack' })),
  step('Host.Config.Maintenance', async (s) => {
    const host = await s.at('DC0/host/DC0_C0/DC0_C0_H0');
    await s.call(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await s.call(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
  }),
  step('Host.Config.Network', async (s) => {
    const network = await s.read(await s.at(HOST), 'configManager.networkSystem');
    await s.call(network, 'AddVirtualSwitch', { vswitchName: 'vSwitch7', spec: { numPorts: 64 } });
  }),
  step('Host.Config.Storage', async (s) => {
    await s.call(await s.read(await s.at(HOST), 'configManager.storageSystem'), 'RefreshStorageSystem');
  }),
  step('Datastore.FileManagement', async (s) => {
    const datacenter = await s.at('DC0');
    await s.call(s.manager('fileManager'), 'MakeDirectory', { name: '[LocalDS_0] cache', datacenter });
  }),
  step('Datastore.Browse', async (s) => {
    const browser = await s.read(await s.at('DC0/datastore/LocalDS_0'), 'browser');
    await s.call(browser, 'SearchDatastore_Task', { datastorePath: '[LocalDS_0]' });
  }),
  step('Datastore.DeleteFile', async (s) => {
    const browser = await s.read(await s.at('DC0/datastore/LocalDS_0'), 'browser');
    await s.call(browser, 'DeleteFile', { datastorePath: '[LocalDS_0] cache' });
  }),
  step('Resource.AssignVMToPool', async (s) => {
    const list = [await s.vm(0)];
    await s.call(await s.at('DC0/host/DC0_C0/Resources'), 'MoveIntoResourcePool', { list });
  }),
  step('Resource.ColdMigrate', async (s) => {
    const vm = await s.vm(0);
    await s.call(vm, 'RelocateVM_Task', { spec: { host: await elsewhere(s, vm) } });
  }),
  step('Datastore.AllocateSpace', async (s) => {
    const spec = { datastore: await s.at('DC0/datastore/LocalDS_1') };
    await s.call(await s.vm(0), 'RelocateVM_Task', { spec });
  }),
  step('VirtualMachine.Inventory.Create', async (s) => {
    const config = { name: 'made', guestId: 'otherGuest', files: { vmPathName: '[LocalDS_0]' } };
    const pool = await s.at('DC0/host/DC0_C0/Resources');
    await s.call(await s.at('DC0/vm'), 'CreateVM_Task', { config, pool });
  }),
  power('PowerOn', 'PowerOnVM_Task'),
  step('Resource.HotMigrate', async (s) => {
    const vm = await s.vm(1);
    await s.call(vm, 'RelocateVM_Task', { spec: { host: await elsewhere(s, vm) } });
  }),
  power('Reset', 'ResetVM_Task'),
  power('Suspend', 'SuspendVM_Task'),
  step('VirtualMachine.Interact.PowerOff', async (s) => {
    await s.call(await s.vm(1), 'PowerOnVM_Task');
    await s.call(await s.vm(1), 'PowerOffVM_Task');
  }),
  part('CPUCount', { numCPUs: 2 }),
  part('Memory', { memoryMB: 64 }),
  part('Resource', { cpuAllocation: { limit: 1000 } }),
  part('AdvancedConfig', { extraConfig: [{ key: 'nvp.vm-uuid', value: 'x' }] }),
  part('ChangeTracking', { changeTrackingEnabled: true }),
  part('SwapPlacement', { swapPlacement: 'vmDirectory' }),
  part('Annotation', { annotation: 'of OpenStack' }),
  part('Rename', { name: 'DC0_C0_RP1_VM0' }),
  step('VirtualMachine.Config.AddRemoveDevice', async (s) => {
    const vm = await s.vm(1);
    await s.change(vm, 'remove', await s.device(vm, 'VirtualVmxnet3'));
    await s.change(vm, 'add', { _typeName: 'VirtualUSBController', key: -7, busNumber: 0 });
    const cdrom = { _typeName: 'VirtualCdrom', key: -8, controllerKey: 201, backing: NO_MEDIUM };
    if (!(await s.device(vm, 'VirtualCdrom'))) await s.change(vm, 'add', cdrom);
  }),
  step('Network.Assign', async (s) => {
    const network = await s.at('DC0/network/VM Network');
    const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', network, deviceName: 'VM Network' };
    await s.change(await s.vm(1), 'add', { _typeName: 'VirtualE1000', key: -1, backing });
  }),
  step('VirtualMachine.Config.EditDevice', async (s) => {
    const vm = await s.vm(1);
    await s.change(vm, 'edit', { ...(await s.device(vm, 'VirtualE1000')), wakeOnLanEnabled: false });
  }),
  step('VirtualMachine.Interact.SetCDMedia', async (s) => {
    const vm = await s.vm(1);
    const { key, controllerKey, unitNumber, backing } = await s.device(vm, 'VirtualCdrom');
    const other =
      backing._typeName === NO_MEDIUM._typeName
        ? { _typeName: 'VirtualCdromAtapiBackingInfo', deviceName: '' }
        : NO_MEDIUM;
    await s.change(vm, 'edit', { _typeName: 'VirtualCdrom', key, controllerKey, unitNumber, backing: other });
  }),
  step('VirtualMachine.Config.HostUSBDevice', async (s) => {
    const backing = { _typeName: 'VirtualUSBRemoteClientBackingInfo', deviceName: 'path:1/1', hostname: 'desk' };
    await s.change(await s.vm(1), 'add', {
      _typeName: 'VirtualUSB',
      key: -2,
      controllerKey: 7000,
      connected: false,
      backing,
    });
  }),
  step('VirtualMachine.Config.AddNewDisk', async (s) => {
    const backing = { ...FLAT, fileName: '', datastore: await s.at('DC0/datastore/LocalDS_0') };
    await s.change(await s.vm(1), 'add', { ...DISK, backing }, 'create');
  }),
  step('VirtualMachine.Config.RemoveDisk', async (s) => {
    const vm = await s.vm(1);
    const devices: Answer[] = await s.read(vm, 'config.hardware.device');
    await s.change(
      vm,
      'remove',
      devices.find((d) => d._typeName === 'VirtualDisk' && d.unitNumber === 5),
    );
  }),
  step('VirtualMachine.Config.AddExistingDisk', async (s) => {
    const vm = await s.vm(1);
    const own: string = (await s.device(vm, 'VirtualDisk')).backing.fileName;
    const backing = { ...FLAT, fileName: own.replace(/[^/]*$/, (name) => name.replace('.vmdk', '_1.vmdk')) };
    await s.change(vm, 'add', { ...DISK, backing });
  }),
  step('VirtualMachine.Config.RawDevice', async (s) => {
    const [lun] = await s
      .read(await s.at(HOST), 'config.storageDevice.scsiLun')
      .then((l: Answer[]) => l.filter((x) => x.lunType === 'disk'));
    const backing = {
      _typeName: 'VirtualDiskRawDiskMappingVer1BackingInfo',
      fileName: '',
      deviceName: lun?.deviceName ?? 'vml.none',
      compatibilityMode: 'physicalMode',
      diskMode: 'independent_persistent',
    };
    await s.change(await s.vm(1), 'add', { ...DISK, unitNumber: 9, backing }, 'create');
  }),
  step('VirtualMachine.State.CreateSnapshot', async (s) =>
    s.call(await s.vm(2), 'CreateSnapshot_Task', { name: 'one', memory: false, quiesce: false }),
  ),
  step('VirtualMachine.State.RemoveSnapshot', async (s) => {
    const snapshot = await s.read(await s.vm(2), 'snapshot.currentSnapshot');
    await s.call(snapshot, 'RemoveSnapshot_Task', { removeChildren: false });
  }),
  step('VirtualMachine.Inventory.Move', async (s) =>
    s.call(await s.at('DC0/vm/OpenStack'), 'MoveIntoFolder_Task', { list: [await s.at('DC0/vm/made')] }),
  ),
  step('VirtualMachine.Provisioning.Clone VirtualMachine.Inventory.CreateFromExisting', async (s) => {
    const spec = { location: {}, powerOn: false, template: false };
    await s.call(await s.vm(2), 'CloneVM_Task', { folder: await s.at('DC0/vm'), name: 'copy', spec });
  }),
  step('VirtualMachine.Provisioning.CreateTemplateFromVM', async (s) => {
    const spec = { location: {}, powerOn: false, template: true };
    await s.call(await s.vm(2), 'CloneVM_Task', { folder: await s.at('DC0/vm'), name: 'template', spec });
  }),
  step('VirtualMachine.Provisioning.Customize', async (s) => {
    const identity = {
      _typeName: 'CustomizationLinuxPrep',
      hostName: { _typeName: 'CustomizationFixedName', name: 'guest' },
      domain: 'local',
    };
    const nicSettingMap = [{ adapter: { ip: { _typeName: 'CustomizationDhcpIpGenerator' } } }];
    const spec = { identity, globalIPSettings: {}, nicSettingMap };
    await s.call(await s.vm(2), 'CheckCustomizationSpec', { spec });
  }),
  step('VApp.Export', async (s) => {
    const obj = await s.vm(2);
    await s.call(s.manager('ovfManager'), 'CreateDescriptor', { obj, cdp: {} });
  }),
  step('VApp.Import', async (s) => {
    const resourcePool = await s.at('DC0/host/DC0_C0/Resources');
    const datastore = await s.at('DC0/datastore/LocalDS_0');
    const cisp = { locale: 'US', deploymentOption: '', entityName: '' };
    const args = { ovfDescriptor: descriptor(), resourcePool, datastore, cisp };
    await s.call(s.manager('ovfManager'), 'CreateImportSpec', args);
  }),
  step('VirtualMachine.Inventory.Unregister', async (s) => s.call(await s.vm(3), 'UnregisterVM')),
  step('VirtualMachine.Inventory.Delete', async (s) => s.call(await s.vm(2), 'Destroy_Task')),
];
