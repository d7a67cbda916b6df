import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import { Inventory } from './harness.ts';

const dvs0 = (inv: Inventory) => inv.named('VmwareDistributedVirtualSwitch', 'DVS0');

describe('a distributed switch', () => {
  it('is made with a group of uplink ports', () => {
    const inv = new Inventory();
    const configSpec = {
      _typeName: 'VMwareDVSConfigSpec',
      name: 'edge',
      uplinkPortPolicy: { _typeName: 'DVSNameArrayUplinkPortPolicy', uplinkPortName: ['up1', 'up2'] },
    };
    const ref = inv.done(inv.named('Folder', 'network'), 'CreateDVS_Task', { spec: { configSpec } }) as Ref;
    const dvs = inv.world.find(ref.value)!;
    const number = ref.value.replace('dvs-', '');
    expect(inv.names(dvs.get('portgroup'))).toEqual([`edge-DVUplinks-${number}`]);
    expect(dvs.get('config')).toMatchObject({
      name: 'edge',
      uplinkPortPolicy: { uplinkPortName: ['up1', 'up2'] },
      numPorts: 0,
    });
    expect(inv.events()).toContain('DvsCreatedEvent');
    expect(inv.fault(inv.named('Folder', 'network'), 'CreateDVS_Task', { spec: { configSpec } })).toMatchObject({
      _typeName: 'DuplicateName',
      object: ref,
    });
  });

  it('takes hosts in and lets them go, and their networks follow', () => {
    const inv = new Inventory();
    const configSpec = { name: 'edge' };
    const dvs = inv.world.find(
      (inv.done(inv.named('Folder', 'network'), 'CreateDVS_Task', { spec: { configSpec } }) as Ref).value,
    )!;
    inv.done(dvs, 'AddDVPortgroup_Task', { spec: [{ name: 'web', type: 'earlyBinding', numPorts: 4 }] });
    const host = inv.named('HostSystem', 'DC0_H0');
    expect(inv.names(host.get('network'))).not.toContain('web');
    inv.done(dvs, 'ReconfigureDvs_Task', { spec: { host: [{ operation: 'add', host: host.ref }] } });
    expect(inv.names(host.get('network'))).toContain('web');
    expect(inv.named('DistributedVirtualPortgroup', 'web').get('host')).toEqual([host.ref]);
    expect(host.get('config')).toMatchObject({
      network: { proxySwitch: expect.arrayContaining([expect.objectContaining({ dvsName: 'edge' })]) },
    });
    expect(dvs.get('config')).toMatchObject({ numPorts: 8, configVersion: '2' });
    inv.done(dvs, 'ReconfigureDvs_Task', { spec: { host: [{ operation: 'remove', host: host.ref }] } });
    expect(inv.names(host.get('network'))).not.toContain('web');
    expect(inv.events()).toEqual(
      expect.arrayContaining(['DvsHostJoinedEvent', 'DvsHostLeftEvent', 'DvsReconfiguredEvent']),
    );
  });

  it('keeps a host whose VMs are plugged in', () => {
    const inv = new Inventory();
    const host = inv.named('HostSystem', 'DC0_H0');
    expect(
      inv.fault(dvs0(inv), 'ReconfigureDvs_Task', { spec: { host: [{ operation: 'remove', host: host.ref }] } })
        ._typeName,
    ).toBe('ResourceInUse');
  });

  it('refuses a change made on an old version of its configuration', () => {
    const inv = new Inventory();
    expect(
      inv.fault(dvs0(inv), 'ReconfigureDvs_Task', { spec: { configVersion: '77', description: 'x' } })._typeName,
    ).toBe('ConcurrentAccess');
  });

  it('lists its ports and who is plugged in', () => {
    const inv = new Inventory();
    const group = inv.named('DistributedVirtualPortgroup', 'DC0_DVPG0');
    const ports = inv.call<{ key: string; connectee?: { connectedEntity: Ref } }[]>(dvs0(inv), 'FetchDVPorts', {
      criteria: { portgroupKey: [group.id], inside: true, connected: true },
    });
    expect(ports.map((p) => p.connectee!.connectedEntity)).toEqual(group.get('vm'));
    const uplinks = inv.call<unknown[]>(dvs0(inv), 'FetchDVPorts', { criteria: { uplinkPort: true } });
    expect(uplinks.length).toBe(16);
    const { host } = dvs0(inv).get('config') as { host: { uplinkPortKey: string[] }[] };
    const keys = host.flatMap((member) => member.uplinkPortKey);
    expect(keys).toEqual((uplinks as { key: string }[]).map((port) => port.key));
    expect(inv.call(dvs0(inv), 'FetchDVPortKeys', { criteria: { portgroupKey: [group.id] } })).toEqual(
      group.get('portKeys'),
    );
  });
});

describe('a host of another datacenter', () => {
  it('takes part in no switch of this one', () => {
    const inv = new Inventory({ inventory: { dc: 2 } });
    const host = inv.named('HostSystem', 'DC1_H0').ref;
    const folder = inv.world.find((inv.named('Datacenter', 'DC0').get('networkFolder') as Ref).value)!;
    const configSpec = { name: 'edge', host: [{ operation: 'add', host }] };
    expect(inv.fault(folder, 'CreateDVS_Task', { spec: { configSpec } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.configSpec.host[0].host',
    });
  });
});

describe('DestroyNetwork', () => {
  it('takes what is unused, of whatever kind, and tells of it', () => {
    const inv = new Inventory({ inventory: { vm: 0, pg: 2, nsx: 1 } });
    const [uplinks] = [...inv.world.ofType('DistributedVirtualPortgroup')];
    expect(inv.fault(uplinks!, 'DestroyNetwork')._typeName).toBe('ResourceInUse');
    expect(inv.fault(inv.named('OpaqueNetwork', 'DC0_NSX0'), 'DestroyNetwork')._typeName).toBe('ResourceInUse');
    expect(inv.fault(inv.named('Network', 'VM Network'), 'DestroyNetwork')._typeName).toBe('ResourceInUse');
    inv.call(inv.named('DistributedVirtualPortgroup', 'DC0_DVPG1'), 'DestroyNetwork');
    expect(inv.has('DistributedVirtualPortgroup', 'DC0_DVPG1')).toBe(false);
    expect(inv.events()).toContain('DVPortgroupDestroyedEvent');
  });
});

describe('a distributed port group', () => {
  it('is made by its switch and found by its key', () => {
    const inv = new Inventory();
    const ref = inv.done(dvs0(inv), 'CreateDVPortgroup_Task', { spec: { name: 'db', type: 'ephemeral' } }) as Ref;
    const group = inv.world.find(ref.value)!;
    expect(group.get('config')).toMatchObject({
      name: 'db',
      type: 'ephemeral',
      numPorts: 0,
      distributedVirtualSwitch: dvs0(inv).ref,
    });
    expect(inv.call(dvs0(inv), 'LookupDvPortGroup', { portgroupKey: group.get('key') })).toEqual(ref);
    expect(inv.fault(dvs0(inv), 'LookupDvPortGroup', { portgroupKey: 'none' })._typeName).toBe('NotFound');
    expect(inv.fault(dvs0(inv), 'CreateDVPortgroup_Task', { spec: { name: 'db' } })).toMatchObject({
      _typeName: 'DuplicateName',
      object: ref,
    });
  });

  it('is reconfigured, and its setting keeps what is not said', () => {
    const inv = new Inventory();
    const group = inv.named('DistributedVirtualPortgroup', 'DC0_DVPG0');
    const vlan = { _typeName: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: 12 };
    inv.done(group, 'ReconfigureDVPortgroup_Task', {
      spec: { name: 'pg', configVersion: '0', defaultPortConfig: { _typeName: 'VMwareDVSPortSetting', vlan } },
    });
    expect(group.get('config')).toMatchObject({
      name: 'pg',
      configVersion: '1',
      defaultPortConfig: { vlan: { vlanId: 12 }, blocked: { value: false } },
    });
    expect(inv.fault(group, 'ReconfigureDVPortgroup_Task', { spec: { configVersion: '0' } })._typeName).toBe(
      'ConcurrentAccess',
    );
  });
});

describe('a datastore', () => {
  it('goes in and out of maintenance mode', () => {
    const inv = new Inventory({ inventory: { ds: 2 } });
    const [used, empty] = [...inv.world.ofType('Datastore')] as [never, never];
    const mode = (cell: { get(p: string): unknown }) =>
      (cell.get('summary') as { maintenanceMode: string }).maintenanceMode;
    inv.call(empty, 'DatastoreEnterMaintenanceMode');
    expect(mode(empty)).toBe('inMaintenance');
    inv.call(used, 'DatastoreEnterMaintenanceMode');
    expect(mode(used)).toBe('enteringMaintenance');
    expect(inv.fault(empty, 'DatastoreEnterMaintenanceMode')._typeName).toBe('InvalidState');
    inv.done(empty, 'DatastoreExitMaintenanceMode_Task');
    expect(mode(empty)).toBe('normal');
    expect(inv.fault(empty, 'DatastoreExitMaintenanceMode_Task')._typeName).toBe('InvalidState');
  });

  it('has room for what its VMs leave free', () => {
    const inv = new Inventory();
    const datastore = inv.named('Datastore', 'LocalDS_0');
    const free = () => (datastore.get('summary') as { freeSpace: number }).freeSpace;
    const before = free();
    inv.done(inv.named('VirtualMachine', 'DC0_H0_VM0'), 'PowerOffVM_Task');
    expect(free()).toBeGreaterThan(before);
    expect((datastore.get('info') as { freeSpace: number }).freeSpace).toBe(free());
  });
});
