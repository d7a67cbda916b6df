import { describe, expect, it } from 'vitest';
import { Updates } from '../updates.ts';
import { DrsScene } from './drs-scene.ts';

const affine = (name: string, vm: readonly object[], more: object = {}) => ({
  _typeName: 'ClusterAffinityRuleSpec',
  name,
  vm,
  ...more,
});
const apart = (name: string, vm: readonly object[], more: object = {}) => ({
  _typeName: 'ClusterAntiAffinityRuleSpec',
  name,
  vm,
  ...more,
});
const vms = (name: string, ...vm: object[]) => ({ _typeName: 'ClusterVmGroup', name, vm });
const hosts = (name: string, ...host: object[]) => ({ _typeName: 'ClusterHostGroup', name, host });
const on = (name: string, vmGroupName: string, affineHostGroupName: string, mandatory: boolean) => ({
  _typeName: 'ClusterVmHostRuleInfo',
  name,
  mandatory,
  vmGroupName,
  affineHostGroupName,
});

describe('a rule', () => {
  it('is refused with what is wrong in it, and nothing of the spec is kept', async () => {
    await using scene = await DrsScene.open();
    const { ep, refusal } = {
      ep: scene.ep,
      refusal: (info: object) => scene.refusal({ rulesSpec: [{ operation: 'add', info }] }),
    };
    const [a, b] = [await scene.create('a'), await scene.create('b')];
    const stranger = { type: 'VirtualMachine', value: 'vm-4711' };
    const [pool, folder] = [await ep.read(await ep.at('DC0/host/DC0_H0'), 'resourcePool'), await ep.at('DC0/vm')];
    const config = { name: 'far', files: { vmPathName: '[LocalDS_0]' } };
    const far = await ep.run(folder, 'CreateVM_Task', { config, pool });
    expect(await refusal(apart('r', [a, stranger]))).toMatchObject({
      _typeName: 'ManagedObjectNotFound',
      obj: stranger,
    });
    const place = 'spec.rulesSpec[0].info';
    for (const [info, path] of [
      [apart('r', [a, far]), 'vm'],
      [affine('r', [a]), 'vm'],
      [apart('r', [a, a]), 'vm'],
      [apart('', [a, b]), 'name'],
      [on('r', 'nobody', 'nowhere', true), 'vmGroupName'],
    ] as const) {
      expect(await refusal(info)).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: `${place}.${path}` });
    }
    // The base of all rules is no rule.
    expect(await refusal({ _typeName: 'ClusterRuleInfo', name: 'r' })).toMatchObject({ invalidProperty: place });
    for (const [operation, rest] of [
      ['remove', { removeKey: 77 }],
      ['edit', { info: apart('r', [a, b], { key: 77 }) }],
    ] as const) {
      expect(await scene.refusal({ rulesSpec: [{ operation, ...rest }] })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: 'spec.rulesSpec[0]',
      });
    }
    expect(await ep.read(scene.cluster, 'configurationEx.rule')).toEqual([]);
  });

  it('has a key that none had before it', async () => {
    await using scene = await DrsScene.open();
    const vm = [await scene.create('a'), await scene.create('b')];
    const keys = async () =>
      (await scene.ep.read(scene.cluster, 'configurationEx.rule')).map((r: { key: number }) => r.key);
    await scene.rule(apart('r', vm));
    await scene.reconfigure({ rulesSpec: [{ operation: 'remove', removeKey: 1 }] });
    await scene.rule(apart('s', vm));
    expect(await keys()).toEqual([2]);
  });

  it('has a name of its own, and cannot contradict another', async () => {
    await using scene = await DrsScene.open();
    const [a, b, c] = [await scene.create('a'), await scene.create('b'), await scene.create('c')];
    await scene.rule(apart('r', [a, b]));
    const add = (info: object) => scene.refusal({ rulesSpec: [{ operation: 'add', info }] });
    expect(await add(affine('r', [a, c]))).toMatchObject({ _typeName: 'DuplicateName', name: 'r' });
    expect(await add(affine('s', [a, b, c]))).toMatchObject({
      _typeName: 'RuleViolation',
      rule: { name: 'r', key: 1 },
    });
    await scene.rule(affine('s', [a, b, c], { enabled: false }));
    expect(await scene.ep.read(scene.cluster, 'configurationEx.rule')).toMatchObject([
      { key: 1, name: 'r', enabled: true, inCompliance: true, status: 'green' },
      { key: 2, name: 's', enabled: false },
    ]);
    const edit = { rulesSpec: [{ operation: 'edit', info: affine('s', [a, b, c], { key: 2, enabled: true }) }] };
    expect(await scene.refusal(edit)).toMatchObject({ _typeName: 'RuleViolation' });
    await scene.reconfigure({ rulesSpec: [{ operation: 'remove', removeKey: 1 }] });
    await scene.reconfigure(edit);
    await scene.rule(apart('t', [b, c], { enabled: false }));
    expect((await scene.ep.read(scene.cluster, 'configurationEx.rule')).map((r: { key: number }) => r.key)).toEqual([
      2, 3,
    ]);
  });

  it('says whether it is kept, and DRS tells of it once when it is broken and once when it is kept again', async () => {
    await using scene = await DrsScene.open();
    await scene.level('manual');
    const [first, second] = scene.hosts;
    const [a, b] = [await scene.running('a', first!), await scene.running('b', first!)];
    const updates = await Updates.of(scene.ep, scene.cluster, 'configurationEx', 'recommendation');
    await scene.ep.events();
    await scene.rule(apart('r', [a, b]));
    expect(await scene.ep.read(scene.cluster, 'configurationEx.rule')).toMatchObject([
      { inCompliance: false, status: 'yellow' },
    ]);
    expect((await scene.ep.events()).filter((e) => e.startsWith('Drs'))).toEqual([
      'DrsRuleViolationEvent',
      'DrsRuleViolationEvent',
    ]);
    expect(await updates.next()).toEqual(['configurationEx', 'recommendation']);
    await scene.period();
    expect((await scene.ep.events()).filter((e) => e.startsWith('Drs'))).toEqual([]);
    await scene.ep.run(b, 'MigrateVM_Task', { host: second, priority: 'defaultPriority' });
    expect(await scene.ep.read(scene.cluster, 'configurationEx.rule')).toMatchObject([
      { inCompliance: true, status: 'green' },
    ]);
    expect(await updates.next()).toContain('configurationEx');
    await scene.period();
    expect((await scene.ep.events()).filter((e) => e.startsWith('DrsRule'))).toEqual([
      'DrsRuleComplianceEvent',
      'DrsRuleComplianceEvent',
    ]);
    expect(await scene.recommendations()).toEqual([]);
  });

  it('forgets machines that are gone, and goes with the last', async () => {
    await using scene = await DrsScene.open();
    const [a, b, c] = [await scene.create('a'), await scene.create('b'), await scene.create('c')];
    await scene.groups(vms('all', a, b, c), hosts('some', scene.hosts[0]!));
    await scene.rule(apart('r', [a, b]));
    const override = { operation: 'add', info: { key: a, behavior: 'manual' } };
    await scene.reconfigure({ drsVmConfigSpec: [override] });
    const updates = await Updates.of(scene.ep, scene.cluster, 'configurationEx');
    await scene.ep.run(a, 'Destroy_Task');
    expect(await updates.next()).toEqual(['configurationEx']);
    const config = await scene.ep.read(scene.cluster, 'configurationEx');
    expect(config.rule).toMatchObject([{ name: 'r', vm: [b] }]);
    expect(config.group[0].vm).toEqual([b, c]);
    expect(config.drsVmConfig).toBeUndefined();
    await scene.ep.call(b, 'UnregisterVM');
    expect(await scene.ep.read(scene.cluster, 'configurationEx.rule')).toEqual([]);
  });

  it('is found for a machine by its name and by its groups', async () => {
    await using scene = await DrsScene.open();
    const [a, b] = [await scene.create('a'), await scene.create('b')];
    await scene.groups(vms('mine', a), vms('theirs', b), hosts('some', scene.hosts[0]!));
    await scene.rule(apart('r', [a, b]));
    await scene.rule(on('s', 'mine', 'some', false));
    await scene.rule({
      _typeName: 'ClusterDependencyRuleInfo',
      name: 't',
      vmGroup: 'mine',
      dependsOnVmGroup: 'theirs',
    });
    const names = async (vm: object) =>
      (await scene.ep.call(scene.cluster, 'FindRulesForVm', { vm })).map((r: { name: string }) => r.name);
    expect(await names(a)).toEqual(['r', 's', 't']);
    expect(await names(b)).toEqual(['r', 't']);
  });
});

describe('a group', () => {
  it('has members of its cluster, a name of its own, and stays while a rule names it', async () => {
    await using scene = await DrsScene.open();
    const [a, h] = [await scene.create('a'), await scene.ep.at('DC0/host/DC0_H0/DC0_H0')];
    const add = (info: object) => scene.refusal({ groupSpec: [{ operation: 'add', info }] });
    expect(await add(hosts('g', h))).toMatchObject({ invalidProperty: 'spec.groupSpec[0].info' });
    await scene.groups(vms('mine', a), hosts('some', scene.hosts[0]!));
    expect(await add(vms('mine'))).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.groupSpec[0]',
    });
    await scene.rule(on('s', 'mine', 'some', true));
    const remove = { operation: 'remove', removeKey: 'mine' };
    expect(await scene.refusal({ groupSpec: [remove] })).toMatchObject({
      invalidProperty: 'spec.groupSpec[0].removeKey',
    });
    await scene.reconfigure({ groupSpec: [remove], rulesSpec: [{ operation: 'remove', removeKey: 1 }] });
    expect(await scene.ep.read(scene.cluster, 'configurationEx.group')).toMatchObject([{ name: 'some' }]);
  });
});

describe('DRS keeps rules', () => {
  it('moves machines that are to be apart, as soon as it knows', async () => {
    await using scene = await DrsScene.open();
    const first = scene.hosts[0]!;
    const [a, b] = [await scene.running('a', first), await scene.running('b', first)];
    await scene.ep.events();
    await scene.rule(apart('r', [a, b]));
    await scene.ep.sim.clock.advance(60_000);
    expect(await scene.at(a)).not.toBe(await scene.at(b));
    expect(await scene.ep.read(scene.cluster, 'configurationEx.rule')).toMatchObject([{ inCompliance: true }]);
    expect(await scene.ep.events()).toEqual(expect.arrayContaining(['DrsVmMigratedEvent']));
  });

  it('brings together what is to be together, where most of it is', async () => {
    await using scene = await DrsScene.open();
    const [first, second] = scene.hosts;
    const [a, b, c] = [
      await scene.running('a', first!),
      await scene.running('b', second!),
      await scene.running('c', second!),
    ];
    await scene.rule(affine('r', [a, b, c]));
    await scene.ep.sim.clock.advance(60_000);
    expect(await Promise.all([a, b, c].map((vm) => scene.at(vm)))).toEqual([1, 1, 1]);
  });

  it('starts a machine only where mandatory rules let it, and prefers where the others do', async () => {
    await using scene = await DrsScene.open();
    const [a, b] = [await scene.create('a'), await scene.create('b')];
    const [first, second, third] = scene.hosts;
    await scene.groups(vms('must', a), vms('should', b), hosts('third', third!), hosts('second', second!));
    await scene.rule(on('must', 'must', 'third', true));
    await scene.rule(on('should', 'should', 'second', false));
    for (const vm of [a, b]) await scene.ep.run(vm, 'PowerOnVM_Task');
    expect([await scene.at(a), await scene.at(b)]).toEqual([2, 1]);
    await scene.ep.run(a, 'PowerOffVM_Task');
    expect(await scene.ep.fault(a, 'PowerOnVM_Task', { host: first })).toMatchObject({
      _typeName: 'VmHostAffinityRuleViolation',
      vmName: 'a',
      hostName: 'DC0_C0_H0',
    });
    await scene.ep.run(third!, 'EnterMaintenanceMode_Task', { timeout: 0, evacuatePoweredOffVms: true });
    const { _typeName, error, host } = await scene.ep.fault(a, 'PowerOnVM_Task');
    expect({ _typeName, host }).toEqual({ _typeName: 'NoCompatibleHost', host: scene.hosts });
    expect((error as { fault: object }[]).map(({ fault }) => fault)).toMatchObject([
      { _typeName: 'VmHostAffinityRuleViolation' },
      { _typeName: 'VmHostAffinityRuleViolation' },
      { _typeName: 'InvalidHostState' },
    ]);
    expect(await scene.ep.read(a, 'runtime.powerState')).toBe('poweredOff');
  });

  it('says when it cannot', async () => {
    await using scene = await DrsScene.open({ inventory: { host: 2 } });
    const [first, second] = scene.hosts;
    const vm = [await scene.running('a', first!), await scene.running('b', second!), await scene.running('c', second!)];
    await scene.rule(apart('r', vm));
    await scene.period();
    expect(await scene.ep.read(scene.cluster, 'drsFault')).toMatchObject([
      { reason: 'antiAffin', faultsByVm: [{ vm: vm[2], fault: [{ fault: { _typeName: 'NoCompatibleHost' } }] }, {}] },
    ]);
    const late = await scene.create('d');
    await scene.reconfigure({ rulesSpec: [{ operation: 'edit', info: apart('r', [...vm, late], { key: 1 }) }] });
    const { error } = await scene.ep.fault(late, 'PowerOnVM_Task');
    expect((error as { fault: object }[]).map(({ fault }) => fault)).toMatchObject([
      { _typeName: 'RuleViolation', rule: { name: 'r' } },
      { _typeName: 'RuleViolation', rule: { name: 'r' } },
    ]);
  });
});
