import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { folderOf } from './folder.ts';

async function idle() {
  const ep = await Endpoint.open();
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  const pool: Ref = await ep.read(vm, 'resourcePool');
  return { ep, vm, pool };
}

describe('a template', () => {
  it('is a machine that left its pool, and comes back into one', async () => {
    const { ep, vm, pool } = await idle();
    await using _ = ep;
    const seen = await Updates.of(ep, vm, 'config.template', 'resourcePool', 'summary.config.template');
    await ep.call(vm, 'MarkAsTemplate');
    const paths = ['config.template', 'resourcePool', 'summary.config.template'];
    expect(await seen.next()).toEqual(paths);
    expect(await ep.read(vm, 'config.template')).toBe(true);
    expect(await ep.read(vm, 'resourcePool')).toBe(undefined);
    await ep.call(vm, 'MarkAsVirtualMachine', { pool });
    expect(await seen.next()).toEqual(paths);
    expect(await ep.read(vm, 'resourcePool')).toEqual(pool);
    await ep.run(vm, 'PowerOnVM_Task');
  });

  it('is made only of a machine that is off, and but once', async () => {
    const { ep, vm, pool } = await idle();
    await using _ = ep;
    expect(await ep.fault(vm, 'MarkAsVirtualMachine', { pool })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await ep.fault(vm, 'MarkAsTemplate')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
      requestedState: 'poweredOff',
    });
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.call(vm, 'MarkAsTemplate');
    expect(await ep.fault(vm, 'MarkAsTemplate')).toMatchObject({ _typeName: 'InvalidState' });
  });

  it('does not run and takes no snapshot; it is changed, renamed, copied and destroyed', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    await ep.call(vm, 'MarkAsTemplate');
    for (const [method, args] of [
      ['PowerOnVM_Task', {}],
      ['PowerOffVM_Task', {}],
      ['SuspendVM_Task', {}],
      ['ResetVM_Task', {}],
      ['CreateSnapshot_Task', { name: 's', memory: false, quiesce: false }],
    ] as const) {
      expect([method, await ep.fault(vm, method, args)]).toMatchObject([method, { _typeName: 'NotSupported' }]);
    }
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'base' } });
    await ep.run(vm, 'Rename_Task', { newName: 'base' });
    await ep.run(vm, 'Destroy_Task');
    expect(await ep.exists('DC0/vm/base')).toBe(false);
  });

  it('is deployed, not cloned, when a machine is made of it', async () => {
    const { ep, vm, pool } = await idle();
    await using _ = ep;
    await ep.call(vm, 'MarkAsTemplate');
    const folder = await ep.at('DC0/vm');
    await ep.events();
    const make = (name: string, template: boolean): Promise<Ref> =>
      ep.run(vm, 'CloneVM_Task', { folder, name, spec: { location: { pool }, powerOn: false, template } });
    const made = await make('made', false);
    const told = (await ep.events()).filter((type) => /Clone|Deploy/.test(type));
    expect(told).toEqual(['VmBeingDeployedEvent', 'VmDeployedEvent']);
    expect(await ep.read(made, 'config.template')).toBe(false);
    const copy = await make('copy', true);
    expect((await ep.events()).filter((type) => /Clone|Deploy/.test(type))).toEqual([
      'VmBeingClonedEvent',
      'VmClonedEvent',
    ]);
    expect(await ep.read(copy, 'config.template')).toBe(true);
    expect(await ep.read(copy, 'resourcePool')).toBe(undefined);
  });
});

describe('the configuration file of a template', () => {
  it('is called .vmtx, and .vmx again once it is a machine', async () => {
    const { ep, vm, pool } = await idle();
    await using _ = ep;
    const path = async () => (await ep.read(vm, 'config.files.vmPathName')).replace(/^.*\//, '');
    const seen = await Updates.of(ep, vm, 'config.files', 'summary.config.vmPathName', 'layout', 'layoutEx.disk');
    await ep.call(vm, 'MarkAsTemplate');
    expect(await seen.next()).toEqual(['config.files', 'layout', 'summary.config.vmPathName']);
    expect(await path()).toBe('DC0_H0_VM0.vmtx');
    expect((await ep.read(vm, 'layout')).configFile).toEqual([
      'DC0_H0_VM0.vmtx',
      'DC0_H0_VM0.nvram',
      'DC0_H0_VM0.vmsd',
    ]);
    const folder = folderOf(ep);
    const bytes = await folder.get('DC0_H0_VM0/DC0_H0_VM0.vmtx');
    expect(Buffer.from(bytes).toString()).toContain('displayName = "DC0_H0_VM0"');
    expect(await folder.status('GET', 'DC0_H0_VM0/DC0_H0_VM0.vmx')).toBe(404);
    expect(await folder.status('GET', 'DC0_H0_VM0/DC0_H0_VM0.nvram')).toBe(200);
    await ep.call(vm, 'MarkAsVirtualMachine', { pool });
    expect(await path()).toBe('DC0_H0_VM0.vmx');
    expect(await folder.status('GET', 'DC0_H0_VM0/DC0_H0_VM0.vmtx')).toBe(404);
  });

  it('registers it as a template, or as a machine whose file is called .vmx from then on', async () => {
    const { ep, vm, pool } = await idle();
    await using _ = ep;
    const host = await ep.read(vm, 'runtime.host');
    const folder = await ep.at('DC0/vm');
    await ep.call(vm, 'MarkAsTemplate');
    await ep.call(vm, 'UnregisterVM');
    const path = '[LocalDS_0] DC0_H0_VM0/DC0_H0_VM0.vmtx';
    const template: Ref = await ep.run(folder, 'RegisterVM_Task', { path, asTemplate: true, host });
    expect(await ep.read(template, 'config.template')).toBe(true);
    expect(await ep.read(template, 'config.files.vmPathName')).toBe(path);
    await ep.call(template, 'UnregisterVM');
    const machine: Ref = await ep.run(folder, 'RegisterVM_Task', { path, asTemplate: false, pool });
    expect(await ep.read(machine, 'config.files.vmPathName')).toBe(path.replace('vmtx', 'vmx'));
    await ep.call(machine, 'UnregisterVM');
    const args = { path: path.replace('vmtx', 'vmx'), asTemplate: true, host };
    const again: Ref = await ep.run(folder, 'RegisterVM_Task', args);
    expect(await ep.read(again, 'config.files.vmPathName')).toBe(path);
  });

  it('is its own from the moment it is cloned, and nobody else gets its directory', async () => {
    const { ep, vm, pool } = await idle();
    await using _ = ep;
    const folder = await ep.at('DC0/vm');
    const clone = (name: string, template: boolean, to: Ref): Promise<Ref> =>
      ep.run(vm, 'CloneVM_Task', { folder: to, name, spec: { location: { pool }, powerOn: false, template } });
    const copy = await clone('copy', true, folder);
    expect(await ep.read(copy, 'config.files.vmPathName')).toBe('[LocalDS_0] copy/copy.vmtx');
    const other = await clone('copy', false, await ep.call(folder, 'CreateFolder', { name: 'other' }));
    expect(await ep.read(other, 'config.files.vmPathName')).toBe('[LocalDS_0] copy_1/copy.vmx');
  });
});
