import { describe, expect, it } from 'vitest';
import { runToIdle } from '../../../src/simulator/run-to-idle.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Inventory } from './harness.ts';

const running = (inv: Inventory) =>
  [...inv.world.ofType('VirtualMachine')].filter(
    (vm) => (vm.get('runtime') as { powerState: string }).powerState === 'poweredOn',
  );
const hostOf = (inv: Inventory, vm: Cell) => inv.world.find((vm.get('runtime') as { host: Ref }).host.value)!;
const manager = (inv: Inventory, host: Cell, name: string) =>
  inv.world.find((host.get('configManager') as Record<string, Ref>)[name]!.value)!;

describe('adding a host', () => {
  it('makes a compute resource of its name with a root pool', () => {
    const inv = new Inventory();
    const spec = { hostName: 'esx9.example.com', force: false };
    const ref = inv.done(inv.named('Folder', 'host'), 'AddStandaloneHost_Task', { spec, addConnected: true }) as Ref;
    const compute = inv.world.find(ref.value)!;
    expect(compute.type).toBe('ComputeResource');
    expect(compute.get('name')).toBe('esx9.example.com');
    const host = inv.named('HostSystem', 'esx9.example.com');
    expect(host.get('parent')).toEqual(compute.ref);
    expect(inv.names(host.get('network'))).toEqual(['VM Network']);
    expect(host.get('config')).toMatchObject({
      network: { dnsConfig: { hostName: 'esx9', domainName: 'example.com' } },
    });
    expect(inv.events()).toEqual(expect.arrayContaining(['HostAddedEvent', 'HostConnectedEvent']));
  });

  it('to a cluster gives it the storage all of the cluster shares', () => {
    const inv = new Inventory();
    const cluster = inv.named('ClusterComputeResource', 'DC0_C0');
    const ref = inv.done(cluster, 'AddHost_Task', { spec: { hostName: 'h9', force: false }, asConnected: true }) as Ref;
    expect(ref.type).toBe('HostSystem');
    expect(inv.names(inv.world.find(ref.value)!.get('datastore'))).toEqual(['LocalDS_0']);
    expect(cluster.get('summary')).toMatchObject({ numHosts: 4, numCpuCores: 64 });
  });

  it('that is not to be connected leaves it out of what is usable', () => {
    const inv = new Inventory();
    const cluster = inv.named('ClusterComputeResource', 'DC0_C0');
    inv.done(cluster, 'AddHost_Task', { spec: { hostName: 'h9', force: false }, asConnected: false });
    expect(cluster.get('summary')).toMatchObject({ numHosts: 4, numEffectiveHosts: 3 });
  });

  it('is refused without a name, and for a host that is there', () => {
    const inv = new Inventory();
    const folder = inv.named('Folder', 'host');
    expect(inv.fault(folder, 'AddStandaloneHost_Task', { spec: { force: false }, addConnected: true })._typeName).toBe(
      'NoHost',
    );
    const spec = { hostName: 'DC0_C0_H0', force: false };
    expect(inv.fault(folder, 'AddStandaloneHost_Task', { spec, addConnected: true })).toMatchObject({
      _typeName: 'AlreadyConnected',
      name: 'DC0_C0_H0',
    });
  });
});

describe('maintenance mode', () => {
  it('is entered once DRS has moved what runs to other hosts', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_C0_H0');
    const vms = running(inv).filter((vm) => hostOf(inv, vm) === host);
    expect(vms.length).toBeGreaterThan(0);
    inv.done(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(host.get('runtime')).toMatchObject({ inMaintenanceMode: true, connectionState: 'connected' });
    for (const vm of vms) expect(hostOf(inv, vm)).not.toBe(host);
    expect(inv.events()).toEqual(
      expect.arrayContaining(['EnteringMaintenanceModeEvent', 'DrsVmMigratedEvent', 'EnteredMaintenanceModeEvent']),
    );
    expect(inv.named('ClusterComputeResource', 'DC0_C0').get('summary')).toMatchObject({ numEffectiveHosts: 2 });
    inv.done(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
    expect(host.get('summary')).toMatchObject({ runtime: { inMaintenanceMode: false } });
  });

  it('waits for what runs where nothing can move it, until its time is over', async () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const task = inv.call<Ref>(host, 'EnterMaintenanceMode_Task', { timeout: 60 });
    await inv.sim.site.clock.advance(30_000);
    expect(inv.info(task).state).toBe('running');
    await inv.sim.site.clock.advance(31_000);
    expect(inv.info(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'Timedout' } } });
    expect(host.get('runtime')).toMatchObject({ inMaintenanceMode: false });
  });

  it('is reached as soon as the last machine is off', async () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const task = inv.call<Ref>(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    for (const vm of running(inv).filter((v) => hostOf(inv, v) === host)) inv.done(vm, 'PowerOffVM_Task');
    await inv.sim.site.clock.advance(10_000);
    expect(inv.info(task).state).toBe('success');
  });

  it('is no work to run to its end while it waits for somebody to switch machines off', async () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const task = inv.call<Ref>(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await runToIdle(inv.sim.site);
    expect(inv.info(task).state).toBe('running');
    for (const vm of running(inv).filter((v) => hostOf(inv, v) === host)) inv.done(vm, 'PowerOffVM_Task');
    await inv.sim.site.clock.advance(5_000);
    expect(inv.info(task).state).toBe('success');
  });

  it('leaves alone what somebody else works on', () => {
    const inv = new Inventory({ latency: 'realistic' });
    const host = inv.named('HostSystem', 'DC0_C0_H0');
    const [vm] = running(inv).filter((v) => hostOf(inv, v) === host);
    inv.call(vm!, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    const task = inv.call<Ref>(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    return inv.sim.site.clock.advance(1_200).then(async () => {
      expect(hostOf(inv, vm!)).toBe(host);
      await inv.sim.site.clock.advance(20_000);
      expect(hostOf(inv, vm!)).not.toBe(host);
      expect(inv.info(task).state).toBe('success');
    });
  });

  it('cannot be entered twice, nor left when not entered', () => {
    const inv = new Inventory({ inventory: { vm: 0 } });
    const host = inv.named('HostSystem', 'DC0_H0');
    expect(inv.fault(host, 'ExitMaintenanceMode_Task', { timeout: 0 })._typeName).toBe('InvalidState');
    inv.done(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(inv.fault(host, 'EnterMaintenanceMode_Task', { timeout: 0 })._typeName).toBe('InvalidState');
    expect(inv.events()).not.toContain('CanceledHostOperationEvent');
  });
});

describe('a host that is disconnected', () => {
  it('says so, and counts no more until it is back', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_C0_H0');
    inv.done(host, 'DisconnectHost_Task');
    expect(host.get('summary')).toMatchObject({
      runtime: { connectionState: 'disconnected' },
      quickStats: { overallCpuUsage: 0 },
    });
    expect(inv.fault(host, 'DisconnectHost_Task')._typeName).toBe('InvalidState');
    expect(inv.named('ClusterComputeResource', 'DC0_C0').get('summary')).toMatchObject({ numEffectiveHosts: 2 });
    inv.done(host, 'ReconnectHost_Task');
    expect(host.get('runtime')).toMatchObject({ connectionState: 'connected' });
    expect(inv.fault(host, 'ReconnectHost_Task')._typeName).toBe('InvalidState');
    expect(inv.events()).toEqual(expect.arrayContaining(['HostDisconnectedEvent', 'HostConnectedEvent']));
  });
});

describe('removing a host', () => {
  it('of a cluster needs maintenance mode or disconnection, and takes its VMs off the inventory', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_C0_H0');
    expect(inv.fault(host, 'Destroy_Task')._typeName).toBe('InvalidState');
    const vms = host.refsBack('vm');
    inv.done(host, 'DisconnectHost_Task');
    inv.done(host, 'Destroy_Task');
    expect(host.alive).toBe(false);
    for (const vm of vms) expect(inv.world.find(vm.value)).toBeUndefined();
    expect(
      inv.names(
        inv.named('Datastore', 'LocalDS_0').get('host') &&
          (inv.named('Datastore', 'LocalDS_0').get('host') as { key: Ref }[]).map((m) => m.key),
      ),
    ).not.toContain('DC0_C0_H0');
    expect(inv.named('VmwareDistributedVirtualSwitch', 'DVS0').get('summary')).toMatchObject({ numHosts: 3 });
  });

  it('that stands alone takes its compute resource with it', () => {
    const inv = new Inventory();
    inv.done(inv.named('HostSystem', 'DC0_H0'), 'Destroy_Task');
    expect(inv.has('ComputeResource', 'DC0_H0')).toBe(false);
  });
});

describe('moving hosts', () => {
  it('a standalone host joins a cluster with its VMs', () => {
    const inv = new Inventory();
    const cluster = inv.named('ClusterComputeResource', 'DC0_C0');
    const host = inv.named('HostSystem', 'DC0_H0');
    inv.done(cluster, 'MoveInto_Task', { host: [host.ref] });
    expect(host.get('parent')).toEqual(cluster.ref);
    expect(inv.has('ComputeResource', 'DC0_H0')).toBe(false);
    expect(inv.named('VirtualMachine', 'DC0_H0_VM0').get('resourcePool')).toEqual(cluster.get('resourcePool'));
  });

  it('is refused for a host that is there already, and for a pool of another cluster', () => {
    const inv = new Inventory({ inventory: { cluster: 2 } });
    const cluster = inv.named('ClusterComputeResource', 'DC0_C0');
    const inside = inv.named('HostSystem', 'DC0_C0_H0');
    inv.done(inside, 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(inv.fault(cluster, 'MoveInto_Task', { host: [inside.ref] })).toMatchObject({
      _typeName: 'DuplicateName',
      object: inside.ref,
    });
    const resourcePool = inv.named('ClusterComputeResource', 'DC0_C1').get('resourcePool');
    const host = inv.named('HostSystem', 'DC0_H0').ref;
    expect(inv.fault(cluster, 'MoveHostInto_Task', { host, resourcePool })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'resourcePool',
    });
  });

  it('leaves a cluster in maintenance mode only, and stands alone in a folder then', () => {
    const inv = new Inventory();
    const folder = inv.named('Folder', 'host');
    const host = inv.named('HostSystem', 'DC0_C0_H0');
    expect(inv.fault(folder, 'MoveIntoFolder_Task', { list: [host.ref] })._typeName).toBe('InvalidState');
    inv.done(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    inv.done(folder, 'MoveIntoFolder_Task', { list: [host.ref] });
    expect(inv.named('ComputeResource', 'DC0_C0_H0').get('host')).toEqual([host.ref]);
  });
});

describe("a host's managers", () => {
  it('start and stop services, and the host shows it', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const services = manager(inv, host, 'serviceSystem');
    const ssh = (info: unknown) =>
      (info as { service: { key: string; running: boolean; policy: string }[] }).service.find(
        (s) => s.key === 'TSM-SSH',
      )!;
    inv.call(services, 'StartService', { id: 'TSM-SSH' });
    inv.call(services, 'UpdateServicePolicy', { id: 'TSM-SSH', policy: 'on' });
    expect(ssh(services.get('serviceInfo'))).toMatchObject({ running: true, policy: 'on' });
    expect(ssh((host.get('config') as { service: unknown }).service)).toMatchObject({ running: true, policy: 'on' });
    expect(inv.fault(services, 'StartService', { id: 'TSM-SSH' })._typeName).toBe('InvalidState');
    expect(inv.fault(services, 'StopService', { id: 'nothing' })._typeName).toBe('NotFound');
  });

  it('add port groups, each of which is a network to VMs', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const system = manager(inv, host, 'networkSystem');
    const portgrp = { name: 'blue', vlanId: 7, vswitchName: 'vSwitch0', policy: {} };
    inv.call(system, 'AddPortGroup', { portgrp });
    expect(inv.names(host.get('network'))).toContain('blue');
    expect(inv.named('Network', 'blue').get('host')).toEqual([host.ref]);
    expect(inv.fault(system, 'AddPortGroup', { portgrp })._typeName).toBe('AlreadyExists');
    inv.call(manager(inv, inv.named('HostSystem', 'DC0_C0_H0'), 'networkSystem'), 'AddPortGroup', { portgrp });
    expect((inv.named('Network', 'blue').get('host') as Ref[]).length).toBe(2);
    inv.call(system, 'RemovePortGroup', { pgName: 'blue' });
    expect((inv.named('Network', 'blue').get('host') as Ref[]).length).toBe(1);
    expect(inv.fault(system, 'RemovePortGroup', { pgName: 'blue' })._typeName).toBe('NotFound');
    expect(inv.fault(system, 'RemoveVirtualSwitch', { vswitchName: 'vSwitch0' })._typeName).toBe('ResourceInUse');
  });

  it('give back what a switch and a port group were told', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const system = manager(inv, host, 'networkSystem');
    const bridge = { _typeName: 'HostVirtualSwitchBondBridge', nicDevice: ['vmnic2'] };
    const policy = { security: { allowPromiscuous: true }, shapingPolicy: { enabled: true, averageBandwidth: 1_000 } };
    inv.call(system, 'AddVirtualSwitch', {
      vswitchName: 'vSwitch1',
      spec: { numPorts: 64, mtu: 9000, bridge, policy },
    });
    const portgrp = { name: 'blue', vlanId: 7, vswitchName: 'vSwitch1', policy: { security: { macChanges: true } } };
    inv.call(system, 'AddPortGroup', { portgrp });
    const info = system.get('networkInfo') as {
      vswitch: { name: string }[];
      portgroup: { spec: { name: string } }[];
    };
    expect(info.vswitch.find((v) => v.name === 'vSwitch1')).toMatchObject({
      spec: { numPorts: 64, mtu: 9000, bridge, policy },
    });
    expect(info.portgroup.find((g) => g.spec.name === 'blue')).toMatchObject({
      spec: portgrp,
      computedPolicy: {
        security: { allowPromiscuous: true, macChanges: true, forgedTransmits: false },
        shapingPolicy: { averageBandwidth: 1_000 },
        nicTeaming: { nicOrder: { activeNic: ['vmnic2'] } },
      },
    });
  });

  it('give a physical card to one switch only, whatever the kind of switch', () => {
    const inv = new Inventory();
    const system = manager(inv, inv.named('HostSystem', 'DC0_H0'), 'networkSystem');
    const add = (nicDevice: string | string[]) => ({
      vswitchName: 'vSwitch1',
      spec: { numPorts: 64, bridge: { _typeName: 'HostVirtualSwitchSimpleBridge', nicDevice } },
    });
    for (const nic of ['vmnic0', 'vmnic1'])
      expect(inv.fault(system, 'AddVirtualSwitch', add(nic))._typeName).toBe('ResourceInUse');
    expect(inv.fault(system, 'AddVirtualSwitch', add('vmnic9'))._typeName).toBe('InvalidArgument');
    inv.call(system, 'AddVirtualSwitch', add('vmnic2'));
  });

  it('know a port group by the name its network has now', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const system = manager(inv, host, 'networkSystem');
    inv.call(system, 'AddPortGroup', { portgrp: { name: 'blue', vlanId: 0, vswitchName: 'vSwitch0', policy: {} } });
    inv.done(inv.named('Network', 'blue'), 'Rename_Task', { newName: 'green' });
    expect(inv.fault(system, 'RemovePortGroup', { pgName: 'blue' })._typeName).toBe('NotFound');
    inv.call(system, 'RemovePortGroup', { pgName: 'green' });
    expect(inv.has('Network', 'green')).toBe(false);
  });

  it('rename a port group under the cards of the VMkernel, and not under those of a machine', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const system = manager(inv, host, 'networkSystem');
    const rename = (pgName: string, name: string) =>
      [
        system,
        'UpdatePortGroup',
        { pgName, portgrp: { name, vlanId: 0, vswitchName: 'vSwitch0', policy: {} } },
      ] as const;
    inv.call(...rename('Management Network', 'mgmt'));
    expect(system.get('networkInfo')).toMatchObject({ vnic: [{ device: 'vmk0', portgroup: 'mgmt' }] });
    const [vm] = running(inv).filter((v) => hostOf(inv, v) === host);
    const nic = (vm!.get('config') as { hardware: { device: { key: number }[] } }).hardware.device.find(
      (d) => d.key === 4000,
    )!;
    const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' };
    inv.done(vm!, 'ReconfigVM_Task', {
      spec: { deviceChange: [{ operation: 'edit', device: { ...nic, backing } }] },
    });
    expect(inv.fault(...rename('VM Network', 'prod'))._typeName).toBe('ResourceInUse');
  });

  it('keep the address of a VMkernel card when another goes', () => {
    const inv = new Inventory();
    const system = manager(inv, inv.named('HostSystem', 'DC0_H0'), 'networkSystem');
    const add = (ipAddress: string) =>
      inv.call<string>(system, 'AddVirtualNic', {
        portgroup: 'Management Network',
        nic: { ip: { dhcp: false, ipAddress, subnetMask: '255.255.255.0' } },
      });
    expect([add('10.9.0.1'), add('10.9.0.2')]).toEqual(['vmk1', 'vmk2']);
    type Info = {
      vnic: { device: string; spec: { mac: string; ip: object } }[];
      portgroup: { spec: { name: string }; port: object[] }[];
    };
    const info = () => system.get('networkInfo') as Info;
    const mac = () => info().vnic.find((v) => v.device === 'vmk2')!.spec.mac;
    const before = mac();
    expect(info().vnic[2]!.spec.ip).toMatchObject({ ipAddress: '10.9.0.2', subnetMask: '255.255.255.0' });
    expect(info().portgroup.find((g) => g.spec.name === 'Management Network')!.port).toHaveLength(3);
    inv.call(system, 'RemoveVirtualNic', { device: 'vmk1' });
    expect(mac()).toBe(before);
  });

  it('mount an NFS export as one datastore for all hosts that do', () => {
    const inv = new Inventory();
    const spec = { remoteHost: 'nas', remotePath: '/vol', localPath: 'nfs1', accessMode: 'readWrite' };
    const mount = (name: string) =>
      inv.call<Ref>(manager(inv, inv.named('HostSystem', name), 'datastoreSystem'), 'CreateNasDatastore', { spec });
    expect(mount('DC0_H0')).toEqual(mount('DC0_C0_H0'));
    const datastore = inv.named('Datastore', 'nfs1');
    expect(datastore.get('summary')).toMatchObject({ type: 'NFS', multipleHostAccess: true, accessible: true });
    expect(datastore.get('info')).toMatchObject({
      _typeName: 'NasDatastoreInfo',
      nas: { remoteHost: 'nas', remotePath: '/vol' },
    });
    const again = inv.fault(manager(inv, inv.named('HostSystem', 'DC0_H0'), 'datastoreSystem'), 'CreateNasDatastore', {
      spec,
    });
    expect(again).toMatchObject({ _typeName: 'DuplicateName', object: datastore.ref });
    for (const name of ['DC0_H0', 'DC0_C0_H0'])
      inv.call(manager(inv, inv.named('HostSystem', name), 'datastoreSystem'), 'RemoveDatastore', {
        datastore: datastore.ref,
      });
    expect(datastore.alive).toBe(false);
    expect(inv.events().filter((type) => type === 'DatastoreRemovedOnHostEvent')).toHaveLength(2);
  });

  it('switch the iSCSI software adapter on and give it targets', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    const system = manager(inv, host, 'storageSystem');
    const targets = [{ address: '10.0.0.9' }];
    expect(inv.fault(system, 'AddInternetScsiSendTargets', { iScsiHbaDevice: 'vmhba64', targets })._typeName).toBe(
      'NotFound',
    );
    inv.call(system, 'UpdateSoftwareInternetScsiEnabled', { enabled: true });
    inv.call(system, 'AddInternetScsiSendTargets', { iScsiHbaDevice: 'vmhba64', targets });
    const { hostBusAdapter } = system.get('storageDeviceInfo') as { hostBusAdapter: { device: string }[] };
    expect(hostBusAdapter.find((a) => a.device === 'vmhba64')).toMatchObject({
      _typeName: 'HostInternetScsiHba',
      configuredSendTarget: [{ address: '10.0.0.9', port: 3260 }],
    });
  });
});

describe('a machine', () => {
  it('starts on no host that does not reach its datastore', () => {
    const inv = new Inventory({ inventory: { autostart: false } });
    const vm = inv.named('VirtualMachine', 'DC0_H0_VM0');
    const datastore = inv.named('Datastore', 'LocalDS_0');
    const mounts = (datastore.state as unknown as { mounts: object[] }).mounts;
    const reach = (accessible: boolean) =>
      inv.world.turn(() => inv.world.update(datastore, { mounts: mounts.map((m) => ({ ...m, accessible })) } as never));
    reach(false);
    expect(inv.fault(vm, 'PowerOnVM_Task')._typeName).toBe('CannotAccessVmDisk');
    reach(true);
    inv.done(vm, 'PowerOnVM_Task');
  });
});
