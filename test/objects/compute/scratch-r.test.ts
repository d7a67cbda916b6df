import { expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { DrsScene } from './drs-scene.ts';
const reserved = (gib: number) => ({ memoryMB: gib * 1024, memoryAllocation: { reservation: gib * 1024 } });
const log = (...x: unknown[]) => console.log(...x.map((y) => (typeof y === 'string' ? y : JSON.stringify(y))));
const short = (r: Answer[]) => r.map((x) => [x.key, x.reason, x.rating, x.target?.value, x.action?.[0]?.drsMigration?.destination?.value]);

for (const latency of ['instant', 'realistic'] as const)
it(`1 maintenance manual ${latency}`, async () => {
  await using s = await DrsScene.open({ latency } as never);
  const adv = (ms: number) => s.ep.sim.clock.advance(ms);
  void adv;
});

it('1 maintenance manual', async () => {
  await using s = await DrsScene.open();
  await s.level('manual');
  const a = await s.running('a', s.hosts[0]!);
  const b = await s.running('b', s.hosts[0]!);
  const task = await s.ep.call(s.hosts[0]!, 'EnterMaintenanceMode_Task', { timeout: 0 });
  log('1 right away', short(await s.recommendations()));
  await s.ep.sim.clock.advance(30_000);
  log('1 after 30', short(await s.recommendations()));
  await s.ep.call(s.cluster, 'RefreshRecommendation');
  log('1 refreshed', short(await s.recommendations()));
  await s.ep.call(task, 'CancelTask');
  log('1 cancelled', short(await s.recommendations()), (await s.ep.read(task, 'info')).state);
  await s.ep.sim.clock.advance(10_000);
  log('1 cancelled+10', short(await s.recommendations()), (await s.ep.read(task, 'info')).state);
  await s.ep.call(s.cluster, 'RefreshRecommendation');
  const standby = await s.ep.call(s.hosts[0]!, 'PowerDownHostToStandBy_Task', { timeoutSec: 0 });
  await s.ep.call(s.cluster, 'RefreshRecommendation');
  log('1 standby', short(await s.recommendations()), (await s.ep.read(standby, 'info')).state);
  void a; void b;
});

it('4 mandatory together', async () => {
  await using s = await DrsScene.open();
  const vm = [await s.running('a', s.hosts[0]!), await s.running('b', s.hosts[0]!)];
  await s.rule({ _typeName: 'ClusterAffinityRuleSpec', name: 'r', vm, mandatory: true, enabled: true });
  const task = await s.ep.call(s.hosts[0]!, 'EnterMaintenanceMode_Task', { timeout: 0 });
  await s.period();
  log('4', (await s.ep.read(task, 'info')).state, await s.at(vm[0]!), await s.at(vm[1]!), await s.ep.read(s.cluster, 'drsFault'));
});
it('4b mandatory together split', async () => {
  await using s = await DrsScene.open();
  const vm = [await s.running('a', s.hosts[0]!), await s.running('b', s.hosts[1]!)];
  await s.rule({ _typeName: 'ClusterAffinityRuleSpec', name: 'r', vm, mandatory: true, enabled: true });
  await s.ep.sim.clock.advance(60_000);
  log('4b', await s.at(vm[0]!), await s.at(vm[1]!), await s.ep.read(s.cluster, 'drsFault'));
});
it('4c soft together', async () => {
  await using s = await DrsScene.open();
  const vm = [await s.running('a', s.hosts[0]!), await s.running('b', s.hosts[0]!)];
  await s.rule({ _typeName: 'ClusterAffinityRuleSpec', name: 'r', vm, enabled: true });
  const task = await s.ep.call(s.hosts[0]!, 'EnterMaintenanceMode_Task', { timeout: 0 });
  await s.period();
  log('4c', (await s.ep.read(task, 'info')).state, await s.at(vm[0]!), await s.at(vm[1]!), await s.ep.read(s.cluster, 'drsFault'));
});

it('5 many reserved', async () => {
  await using s = await DrsScene.open();
  const vms = [];
  for (let i = 0; i < 5; i++) vms.push(await s.create(`v${i}`, { memoryMB: 70 * 1024, memoryAllocation: { reservation: 70 * 1024 } }));
  const r = await s.powerOn(vms);
  log('5', r.attempted?.length, r.notAttempted?.map((n: Answer) => n.fault.fault._typeName));
  for (const a of r.attempted) log('5', (await s.ep.read(a.task, 'info')).state, (await s.ep.read(a.task, 'info')).error?.fault?._typeName);
});

it('6 bad input', async () => {
  await using s = await DrsScene.open();
  const a = await s.running('a', s.hosts[0]!);
  const b = await s.create('b', {}, s.hosts[0]);
  const goneHost = { type: 'HostSystem', value: 'host-4711' };
  const gonePool = { type: 'ResourcePool', value: 'resgroup-4711' };
  const alone = await s.ep.at('DC0/host/DC0_H0/DC0_H0');
  const alonePool = await s.ep.read(await s.ep.at('DC0/host/DC0_H0'), 'resourcePool');
  const folder = await s.ep.at('DC0/vm');
  const dc = await s.ep.at('DC0');
  const pool = await s.ep.read(s.cluster, 'resourcePool');
  const try1 = async (name: string, self: object, m: string, args: object) => {
    try { const f = await s.ep.fault(self as never, m, args); log('6', name, f._typeName, f['invalidProperty'] ?? '', f['obj'] ?? ''); }
    catch (e) { log('6', name, 'ERR ' + String(e).slice(0, 200)); }
  };
  const spec = { name: 'n', files: { vmPathName: '[LocalDS_0]' } };
  await try1('create gone host', folder, 'CreateVM_Task', { config: spec, pool, host: goneHost });
  await try1('create gone pool', folder, 'CreateVM_Task', { config: spec, pool: gonePool });
  await try1('create alien host', folder, 'CreateVM_Task', { config: spec, pool, host: alone });
  await try1('on gone host', b, 'PowerOnVM_Task', { host: goneHost });
  await try1('on alien host', b, 'PowerOnVM_Task', { host: alone });
  await try1('migrate gone host', a, 'MigrateVM_Task', { host: goneHost, priority: 'defaultPriority' });
  await try1('migrate gone pool', a, 'MigrateVM_Task', { pool: gonePool, priority: 'defaultPriority' });
  await try1('migrate alien host', a, 'MigrateVM_Task', { host: alone, priority: 'defaultPriority' });
  await try1('migrate nothing', a, 'MigrateVM_Task', { priority: 'defaultPriority' });
  await try1('migrate bad priority', a, 'MigrateVM_Task', { host: s.hosts[1], priority: 'zzz' });
  await try1('migrate bad state', a, 'MigrateVM_Task', { host: s.hosts[1], priority: 'defaultPriority', state: 'poweredOff' });
  await try1('migrate host/pool mismatch', a, 'MigrateVM_Task', { host: s.hosts[1], pool: alonePool, priority: 'defaultPriority' });
  await try1('relocate gone host', a, 'RelocateVM_Task', { spec: { host: goneHost } });
  await try1('relocate gone ds', a, 'RelocateVM_Task', { spec: { datastore: { type: 'Datastore', value: 'datastore-999' } } });
  await try1('relocate gone pool', a, 'RelocateVM_Task', { spec: { pool: gonePool } });
  await try1('recommend gone pool', s.cluster, 'RecommendHostsForVm', { vm: a, pool: gonePool });
  await try1('recommend gone vm', s.cluster, 'RecommendHostsForVm', { vm: { type: 'VirtualMachine', value: 'vm-999' } });
  await try1('apply unknown', s.cluster, 'ApplyRecommendation', { key: 'nope' });
  await try1('cancel unknown', s.cluster, 'CancelRecommendation', { key: 'nope' });
  await try1('remove rule unknown', s.cluster, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', rulesSpec: [{ operation: 'remove', removeKey: 77 }] }, modify: true });
  await try1('edit rule unknown', s.cluster, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', rulesSpec: [{ operation: 'edit', info: { _typeName: 'ClusterAntiAffinityRuleSpec', key: 77, name: 'x', vm: [a, b] } }] }, modify: true });
  await try1('add base rule', s.cluster, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', rulesSpec: [{ operation: 'add', info: { _typeName: 'ClusterRuleInfo', name: 'x' } }] }, modify: true });
  await try1('override unknown vm', s.cluster, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', drsVmConfigSpec: [{ operation: 'add', info: { key: { type: 'VirtualMachine', value: 'vm-999' }, enabled: true } }] }, modify: true });
  await try1('override remove', s.cluster, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', drsVmConfigSpec: [{ operation: 'remove', removeKey: a }] }, modify: true });
  await try1('bad behavior', s.cluster, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', drsConfig: { defaultVmBehavior: 'zz' } }, modify: true });
  await try1('findrules gone', s.cluster, 'FindRulesForVm', { vm: { type: 'VirtualMachine', value: 'vm-999' } });
  await try1('multi empty', dc, 'PowerOnMultiVM_Task', { vm: [] });
  await try1('clone gone host', b, 'CloneVM_Task', { folder, name: 'c', spec: { location: { host: goneHost }, template: false, powerOn: false } });
  await try1('clone gone pool', b, 'CloneVM_Task', { folder, name: 'c', spec: { location: { pool: gonePool }, template: false, powerOn: false } });
  await try1('clone alien host', b, 'CloneVM_Task', { folder, name: 'c', spec: { location: { host: alone }, template: false, powerOn: false } });
  await try1('check gone', s.ep.manager('vmProvisioningChecker'), 'CheckMigrate_Task', { vm: a, host: goneHost });
  await try1('qvmc empty', s.ep.manager('vmProvisioningChecker'), 'QueryVMotionCompatibilityEx_Task', { vm: [a], host: [goneHost] });
  await s.ep.run(s.hosts[2]!, 'EnterMaintenanceMode_Task', { timeout: 0 });
  await try1('migrate maint', a, 'MigrateVM_Task', { host: s.hosts[2], priority: 'defaultPriority' });
  await try1('on maint', b, 'PowerOnVM_Task', { host: s.hosts[2] });
  await s.ep.run(s.hosts[1]!, 'DisconnectHost_Task');
  await try1('migrate disc', a, 'MigrateVM_Task', { host: s.hosts[1], priority: 'defaultPriority' });
  await try1('on disc', b, 'PowerOnVM_Task', { host: s.hosts[1] });
  log('6 hosts', await s.at(a), await s.at(b));
});

it('7 other cluster', async () => {
  await using s = await DrsScene.open({ inventory: { cluster: 2 } as never });
  const c1 = await s.ep.at('DC0/host/DC0_C1');
  const pool = await s.ep.read(c1, 'resourcePool');
  const hosts = await s.ep.read(c1, 'host');
  const a = await s.running('a', s.hosts[0]!);
  const b = await s.create('b', reserved(2), s.hosts[0]);
  await s.ep.events();
  await s.ep.run(a, 'RelocateVM_Task', { spec: { pool } });
  await s.ep.run(b, 'MigrateVM_Task', { pool, priority: 'defaultPriority' });
  log('7', await s.hostOf(a), await s.hostOf(b), hosts, await s.ep.events());
  const huge = await s.running('huge', s.hosts[0]!, reserved(100));
  for (const [i, h] of hosts.entries()) {
    const p = await s.ep.run(await s.ep.at('DC0/vm'), 'CreateVM_Task', { config: { name: `f${i}`, files: { vmPathName: '[LocalDS_0]' }, ...reserved(100) }, pool, host: h });
    await s.ep.run(p, 'PowerOnVM_Task', { host: h });
  }
  log('7 full', await s.ep.fault(huge, 'RelocateVM_Task', { spec: { pool } }));
  await s.ep.run(c1, 'ReconfigureComputeResource_Task', { spec: { _typeName: 'ClusterConfigSpecEx', drsConfig: { enabled: false } }, modify: true });
  log('7 nodrs', await s.ep.fault(huge, 'RelocateVM_Task', { spec: { pool } }));
});
