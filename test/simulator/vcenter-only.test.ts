import { expect, it } from 'vitest';
import { Endpoint } from '../objects/endpoint.ts';

it('an ESXi copies and moves no machine, makes no template, and starts no several at once', async () => {
  await using ep = await Endpoint.open({ esx: true });
  const vm = await ep.at('ha-datacenter/vm/ha-host_VM0');
  const datacenter = await ep.at('ha-datacenter');
  const folder = await ep.read(datacenter, 'vmFolder');
  const host = await ep.read(vm, 'runtime.host');
  const clone = { folder, name: 'copy', spec: { location: {}, powerOn: false, template: false } };
  const refused = { _typeName: 'NotSupported' };
  expect(await ep.fault(vm, 'CloneVM_Task', clone)).toMatchObject(refused);
  expect(await ep.fault(vm, 'RelocateVM_Task', { spec: { host } })).toMatchObject(refused);
  expect(await ep.fault(vm, 'MigrateVM_Task', { host, priority: 'defaultPriority' })).toMatchObject(refused);
  expect(await ep.fault(vm, 'MarkAsTemplate')).toMatchObject(refused);
  expect(await ep.fault(vm, 'PromoteDisks_Task', { unlink: true })).toMatchObject(refused);
  expect(await ep.fault(datacenter, 'PowerOnMultiVM_Task', { vm: [vm] })).toMatchObject(refused);
  expect(await ep.fault(host, 'DisconnectHost_Task')).toMatchObject(refused);
  expect(await ep.names(await ep.read(folder, 'childEntity'))).not.toContain('copy');
});
