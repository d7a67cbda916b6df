import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { withTools } from '../guest.ts';

/** A simulator and a running machine of its cluster, with events counted from here. */
async function running(options: StartOptions = {}) {
  const ep = await Endpoint.open({ inventory: { ds: 2 }, ...options });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  await ep.events();
  return { ep, vm, power: () => ep.read(vm, 'runtime.powerState') };
}

async function idle() {
  const made = await running();
  await made.ep.run(made.vm, 'PowerOffVM_Task');
  await made.ep.events();
  return made;
}

describe('a running machine', () => {
  it('is suspended, resumed and reset', async () => {
    const { ep, vm, power } = await running();
    await using _ = ep;
    await ep.run(vm, 'SuspendVM_Task');
    expect(await power()).toBe('suspended');
    expect(await ep.fault(vm, 'SuspendVM_Task')).toMatchObject({ _typeName: 'InvalidPowerState' });
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'ResetVM_Task');
    expect(await ep.events()).toEqual(
      expect.arrayContaining(['VmSuspendedEvent', 'DrsVmPoweredOnEvent', 'VmResettingEvent']),
    );
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await ep.fault(vm, 'ResetVM_Task')).toMatchObject({ existingState: 'poweredOff' });
  });

  it('is asked through its guest, which takes tools', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    for (const method of ['ShutdownGuest', 'RebootGuest', 'StandbyGuest']) {
      expect(await ep.fault(vm, method)).toMatchObject({ _typeName: 'ToolsUnavailable' });
    }
  });

  it.each([
    ['ShutdownGuest', 'poweredOff', 'VmGuestShutdownEvent'],
    ['RebootGuest', 'poweredOn', 'VmGuestRebootEvent'],
    ['StandbyGuest', 'suspended', 'VmGuestStandbyEvent'],
  ])('does through its guest what %s asks', async (method, state, event) => {
    const { ep, vm, power } = await running({ furnish: withTools });
    await using _ = ep;
    await ep.call(vm, method);
    expect(await power()).toBe(state);
    expect(await ep.events()).toContain(event);
  });

  it('moves to another host of its cluster while it runs', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    const host: Ref = await ep.read(vm, 'runtime.host');
    const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const other = hosts.find((h) => h.value !== host.value)!;
    await ep.run(vm, 'MigrateVM_Task', { host: other, priority: 'defaultPriority' });
    expect(await ep.read(vm, 'runtime.host')).toEqual(other);
    expect(await ep.events()).toEqual(expect.arrayContaining(['VmBeingHotMigratedEvent', 'VmMigratedEvent']));
    const asked = { host, priority: 'defaultPriority', state: 'poweredOff' };
    expect(await ep.fault(vm, 'MigrateVM_Task', asked)).toMatchObject({ _typeName: 'InvalidPowerState' });
  });

  it('moves to another datastore', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    const datastore = await ep.at('DC0/datastore/LocalDS_1');
    await ep.run(vm, 'RelocateVM_Task', { spec: { datastore } });
    expect(await ep.read(vm, 'datastore')).toEqual([datastore]);
    expect(await ep.events()).toContain('VmRelocatedEvent');
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    expect(await ep.fault(vm, 'RelocateVM_Task', { spec: { host } })).toMatchObject({ invalidProperty: 'spec.pool' });
  });
});

describe('a machine that is off', () => {
  it('is cloned into one of its own', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const folder = await ep.at('DC0/vm');
    const spec = { location: {}, powerOn: false, template: false };
    const clone: Ref = await ep.run(vm, 'CloneVM_Task', { folder, name: 'twin', spec });
    expect(await ep.read(clone, 'config.uuid')).not.toBe(await ep.read(vm, 'config.uuid'));
    expect(await ep.events()).toContain('VmClonedEvent');
    expect(await ep.fault(vm, 'CloneVM_Task', { folder, name: 'twin', spec })).toMatchObject({
      _typeName: 'DuplicateName',
      object: clone,
    });
  });

  it('is upgraded to newer hardware, once', async () => {
    const { ep } = await idle();
    await using _ = ep;
    const config = { name: 'old', version: 'vmx-15', files: { vmPathName: '[LocalDS_0]' } };
    const pool = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
    const vm: Ref = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, pool });
    await ep.run(vm, 'UpgradeVM_Task', { version: 'vmx-19' });
    expect(await ep.read(vm, 'config.version')).toBe('vmx-19');
    expect(await ep.fault(vm, 'UpgradeVM_Task', { version: 'vmx-19' })).toMatchObject({ _typeName: 'AlreadyUpgraded' });
  });

  it('becomes a template and a machine again', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const pool = await ep.read(vm, 'resourcePool');
    expect(await ep.fault(vm, 'MarkAsVirtualMachine', { pool })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(vm, 'MarkAsTemplate');
    expect(await ep.read(vm, 'config.template')).toBe(true);
    expect(await ep.fault(vm, 'MarkAsTemplate')).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(vm, 'MarkAsVirtualMachine', { pool });
    expect(await ep.read(vm, 'config.template')).toBe(false);
  });

  it('leaves the inventory with its files in place, and comes back from them', async () => {
    const { ep, vm } = await idle();
    await using _ = ep;
    const { uuid, files } = await ep.read(vm, 'config');
    const pool = await ep.read(vm, 'resourcePool');
    await ep.call(vm, 'UnregisterVM');
    expect(await ep.exists('DC0/vm/DC0_C0_RP0_VM0')).toBe(false);
    const asked = { path: files.vmPathName, asTemplate: false, pool };
    const again: Ref = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', asked);
    expect(await ep.read(again, 'config.uuid')).toBe(uuid);
    expect(await ep.fault(await ep.at('DC0/vm'), 'RegisterVM_Task', asked)).toMatchObject({
      _typeName: 'AlreadyExists',
    });
    await ep.run(again, 'PowerOnVM_Task');
    expect(await ep.fault(again, 'UnregisterVM')).toMatchObject({ _typeName: 'InvalidPowerState' });
  });
});

describe('snapshots', () => {
  async function kept() {
    const made = await idle();
    const { ep, vm } = made;
    const first: Ref = await ep.run(vm, 'CreateSnapshot_Task', { name: 'first', memory: false, quiesce: false });
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'later' } });
    return { ...made, first, note: async () => (await ep.read(vm, 'config.annotation')) ?? '' };
  }
  const list = async (ep: Endpoint, vm: Ref): Promise<string[]> => {
    const flat = (trees: Answer[] | undefined): string[] =>
      (trees ?? []).flatMap((t) => [t.name, ...flat(t.childSnapshotList)]);
    return flat((await ep.read(vm, 'snapshot'))?.rootSnapshotList);
  };

  it('are taken by either method, under a name', async () => {
    const { ep, vm } = await kept();
    await using _ = ep;
    await ep.run(vm, 'CreateSnapshotEx_Task', { name: 'second', memory: false });
    expect(await list(ep, vm)).toEqual(['first', 'second']);
    for (const [method, args] of [
      ['CreateSnapshot_Task', { name: '', memory: false, quiesce: false }],
      ['CreateSnapshotEx_Task', { name: '', memory: false }],
    ] as const) {
      expect(await ep.fault(vm, method, args)).toMatchObject({ _typeName: 'InvalidName' });
    }
  });

  it('are gone back to, the current one or any', async () => {
    const { ep, vm, first, note } = await kept();
    await using _ = ep;
    await ep.run(vm, 'RevertToCurrentSnapshot_Task');
    expect(await note()).toBe('');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'again' } });
    await ep.run(first, 'RevertToSnapshot_Task');
    expect(await note()).toBe('');
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    expect(await ep.fault(vm, 'RevertToCurrentSnapshot_Task')).toMatchObject({ _typeName: 'NotFound' });
  });

  it('are renamed and removed', async () => {
    const { ep, vm, first } = await kept();
    await using _ = ep;
    await ep.call(first, 'RenameSnapshot', { name: 'renamed' });
    expect(await list(ep, vm)).toEqual(['renamed']);
    expect(await ep.fault(first, 'RenameSnapshot', { name: '' })).toMatchObject({ _typeName: 'InvalidName' });
    await ep.run(first, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await list(ep, vm)).toEqual([]);
  });
});
