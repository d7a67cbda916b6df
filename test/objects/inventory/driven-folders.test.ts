import { describe, expect, it } from 'vitest';
import { Endpoint } from '../endpoint.ts';

describe('a folder', () => {
  it('takes clusters, pods and datacenters in, each under a name of its own', async () => {
    await using ep = await Endpoint.open();
    const [hosts, datastores] = [await ep.at('DC0/host'), await ep.at('DC0/datastore')];
    await ep.events();
    await ep.call(hosts, 'CreateCluster', { name: 'blue', spec: {} });
    await ep.call(hosts, 'CreateClusterEx', { name: 'red', spec: { drsConfig: { enabled: true } } });
    expect(await ep.read(await ep.at('DC0/host/red'), 'configuration.drsConfig.enabled')).toBe(true);
    await ep.call(datastores, 'CreateStoragePod', { name: 'pod' });
    const datacenter = await ep.call(ep.client.content.rootFolder, 'CreateDatacenter', { name: 'west' });
    expect(await ep.read(datacenter, 'name')).toBe('west');
    expect(await ep.exists('DC0/datastore/pod')).toBe(true);
    expect(await ep.events()).toEqual(expect.arrayContaining(['ClusterCreatedEvent', 'DatacenterCreatedEvent']));
    for (const [folder, method, args] of [
      [hosts, 'CreateCluster', { name: 'blue', spec: {} }],
      [hosts, 'CreateClusterEx', { name: 'red', spec: {} }],
      [datastores, 'CreateStoragePod', { name: 'pod' }],
      [ep.client.content.rootFolder, 'CreateDatacenter', { name: 'west' }],
    ] as const) {
      expect(await ep.fault(folder, method, args)).toMatchObject({ _typeName: 'DuplicateName', name: args.name });
    }
  });

  it('takes in what is moved into it, and itself never', async () => {
    await using ep = await Endpoint.open();
    const machines = await ep.at('DC0/vm');
    const folder = await ep.call(machines, 'CreateFolder', { name: 'lab' });
    const list = [await ep.at('DC0/vm/DC0_H0_VM0')];
    await ep.run(folder, 'MoveIntoFolder_Task', { list });
    expect(await ep.exists('DC0/vm/lab/DC0_H0_VM0')).toBe(true);
    const inner = await ep.call(folder, 'CreateFolder', { name: 'inner' });
    expect(await ep.fault(inner, 'MoveIntoFolder_Task', { list: [folder] })).toMatchObject({
      _typeName: 'InvalidFolder',
    });
  });

  it('is renamed, reloaded and destroyed', async () => {
    await using ep = await Endpoint.open();
    const folder = await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'lab' });
    await ep.run(folder, 'Rename_Task', { newName: 'test' });
    await ep.call(folder, 'Reload');
    expect(await ep.read(folder, 'name')).toBe('test');
    await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'lab' });
    expect(await ep.fault(folder, 'Rename_Task', { newName: 'lab' })).toMatchObject({ _typeName: 'DuplicateName' });
    await ep.run(folder, 'Destroy_Task');
    expect(await ep.exists('DC0/vm/test')).toBe(false);
  });
});

describe('a datacenter', () => {
  it('keeps the hardware versions it is told', async () => {
    await using ep = await Endpoint.open();
    const datacenter = await ep.at('DC0');
    const spec = { defaultHardwareVersionKey: 'vmx-15' };
    await ep.run(datacenter, 'ReconfigureDatacenter_Task', { spec, modify: true });
    expect(await ep.read(datacenter, 'configuration')).toMatchObject(spec);
  });

  it('powers on several machines at once', async () => {
    await using ep = await Endpoint.open();
    const vm = [await ep.at('DC0/vm/DC0_C0_RP0_VM0'), await ep.at('DC0/vm/DC0_C0_RP0_VM1')];
    for (const one of vm) await ep.run(one, 'PowerOffVM_Task');
    const result = await ep.run(await ep.at('DC0'), 'PowerOnMultiVM_Task', { vm });
    expect(result).toMatchObject({ attempted: vm.map((one) => ({ vm: one })) });
    for (const one of vm) expect(await ep.read(one, 'runtime.powerState')).toBe('poweredOn');
  });

  it('of machines goes and leaves their files behind, when none of them runs', async () => {
    await using ep = await Endpoint.open();
    const folder = await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'old' });
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.run(folder, 'MoveIntoFolder_Task', { list: [vm] });
    expect(await ep.fault(folder, 'UnregisterAndDestroy_Task')).toMatchObject({ _typeName: 'InvalidPowerState' });
    await ep.run(vm, 'PowerOffVM_Task');
    const path = await ep.read(vm, 'config.files.vmPathName');
    await ep.run(folder, 'UnregisterAndDestroy_Task');
    expect([await ep.exists('DC0/vm/old'), await ep.exists('DC0/vm/DC0_H0_VM0')]).toEqual([false, false]);
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const pool = await ep.at('DC0/host/DC0_H0/Resources');
    const again = { path, name: 'back', asTemplate: false, pool, host };
    await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', again);
    expect(await ep.exists('DC0/vm/back')).toBe(true);
    for (const fixture of ['DC0/vm', 'DC0/host']) {
      expect(await ep.fault(await ep.at(fixture), 'UnregisterAndDestroy_Task')).toMatchObject({
        _typeName: 'NotSupported',
      });
    }
  });
});
