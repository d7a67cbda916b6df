import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

async function fields() {
  const ep = await Endpoint.open();
  const manager = ep.manager('customFieldsManager');
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
  await ep.events();
  const add = (name: string, moType?: string, more: object = {}): Promise<Answer> =>
    ep.call(manager, 'AddCustomFieldDef', { name, moType, ...more });
  const available = async (of: Ref) => ((await ep.read(of, 'availableField')) ?? []).map((f: Answer) => f.name);
  return { ep, manager, vm, host, add, available };
}

describe('a field that is defined', () => {
  it('is there for the objects of its type, sorted by name, and told to those who watch', async () => {
    const { ep, manager, vm, host, add, available } = await fields();
    await using _ = ep;
    const everywhere = await add('tenant');
    const def = await add('owner', 'VirtualMachine');
    expect(def).toMatchObject({
      name: 'owner',
      type: 'string',
      managedObjectType: 'VirtualMachine',
      fieldDefPrivileges: { createPrivilege: 'Global.ManageCustomFields', readPrivilege: 'System.View' },
      fieldInstancePrivileges: { updatePrivilege: 'Global.SetCustomField' },
    });
    expect(await ep.read(manager, 'field')).toMatchObject([{ key: everywhere.key }, { key: def.key }]);
    expect([await available(vm), await available(host)]).toEqual([['owner', 'tenant'], ['tenant']]);
    const [ofVm, ofHost] = [
      await Updates.of(ep, vm, 'availableField', 'customValue'),
      await Updates.of(ep, host, 'availableField'),
    ];
    await ep.call(manager, 'RenameCustomFieldDef', { key: def.key, name: 'zone' });
    expect([await ofVm.next(), await ofHost.next()]).toEqual([['availableField'], []]);
    expect(await available(vm)).toEqual(['tenant', 'zone']);
    await ep.call(manager, 'RemoveCustomFieldDef', { key: everywhere.key });
    expect([await ofVm.next(), await ofHost.next()]).toEqual([['availableField'], ['availableField']]);
    expect(await ep.events()).toEqual([
      'CustomFieldDefAddedEvent',
      'CustomFieldDefAddedEvent',
      'CustomFieldDefRenamedEvent',
      'CustomFieldDefRemovedEvent',
    ]);
  });

  it('is refused without a name, for no such type, twice, or under no such privilege', async () => {
    const { ep, manager, add } = await fields();
    await using _ = ep;
    await add('owner', 'VirtualMachine');
    await add('owner', 'HostSystem');
    const refused = (args: object) => ep.fault(manager, 'AddCustomFieldDef', args);
    expect(await refused({ name: 'owner' })).toMatchObject({ _typeName: 'DuplicateName', name: 'owner' });
    expect(await refused({ name: ' ' })).toMatchObject({ invalidProperty: 'name' });
    expect(await refused({ name: 'x', moType: 'SessionManager' })).toMatchObject({ invalidProperty: 'moType' });
    const fieldPolicy = {
      createPrivilege: 'No.Such',
      readPrivilege: 'System.View',
      updatePrivilege: 'System.View',
      deletePrivilege: 'System.View',
    };
    expect(await refused({ name: 'x', fieldPolicy })).toMatchObject({
      _typeName: 'InvalidPrivilege',
      privilege: 'No.Such',
    });
  });
});

describe('a value', () => {
  it('shows on the object, in its summary, and to those who watch', async () => {
    const { ep, manager, vm, add } = await fields();
    await using _ = ep;
    const { key } = await add('owner', 'VirtualMachine');
    await ep.events();
    const updates = await Updates.of(ep, vm, 'customValue', 'value', 'summary.customValue', 'availableField', 'name');
    const set = (value: string) => ep.call(manager, 'SetField', { entity: vm, key, value });
    await set('ops');
    expect(await updates.next()).toEqual(['customValue', 'summary.customValue', 'value']);
    for (const path of ['customValue', 'value', 'summary.customValue']) {
      expect(await ep.read(vm, path)).toMatchObject([{ _typeName: 'CustomFieldStringValue', key, value: 'ops' }]);
    }
    await set('dev');
    const [event] = (
      await ep.call(ep.manager('eventManager'), 'QueryEvents', {
        filter: { eventTypeId: ['CustomFieldValueChangedEvent'] },
      })
    ).slice(-1);
    expect(event).toMatchObject({
      fieldKey: key,
      name: 'owner',
      value: 'dev',
      prevState: 'ops',
      entity: { entity: vm },
    });
    await set('');
    expect(await ep.read(vm, 'customValue')).toEqual([]);
  });

  it('is set by the name of its field too', async () => {
    const { ep, vm, host, add } = await fields();
    await using _ = ep;
    const ofHosts = await add('owner', 'HostSystem');
    const ofMachines = await add('owner', 'VirtualMachine');
    await ep.call(host, 'setCustomValue', { key: 'owner', value: 'a' });
    await ep.call(vm, 'setCustomValue', { key: 'owner', value: 'b' });
    expect(await ep.read(host, 'summary.customValue')).toMatchObject([{ key: ofHosts.key, value: 'a' }]);
    expect(await ep.read(vm, 'customValue')).toMatchObject([{ key: ofMachines.key, value: 'b' }]);
    expect(await ep.fault(vm, 'setCustomValue', { key: 'other', value: 'b' })).toMatchObject({
      invalidProperty: 'key',
    });
  });

  it('stands on a snapshot as well', async () => {
    const { ep, vm, add, available } = await fields();
    await using _ = ep;
    const snapshot: Ref = await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    const { key } = await add('kept until');
    expect(await available(snapshot)).toEqual(['kept until']);
    await ep.call(snapshot, 'setCustomValue', { key: 'kept until', value: 'friday' });
    expect(await ep.read(snapshot, 'value')).toMatchObject([{ key, value: 'friday' }]);
  });

  it('is refused on an object of another type, and of a field that is not there', async () => {
    const { ep, manager, vm, host, add } = await fields();
    await using _ = ep;
    const { key } = await add('owner', 'VirtualMachine');
    const refused = (entity: Ref, k: number) => ep.fault(manager, 'SetField', { entity, key: k, value: 'x' });
    expect(await refused(host, key)).toMatchObject({ invalidProperty: 'entity' });
    expect(await refused(vm, 7)).toMatchObject({ invalidProperty: 'key' });
  });

  it('goes with its field', async () => {
    const { ep, manager, vm, add } = await fields();
    await using _ = ep;
    const { key } = await add('owner');
    await ep.call(manager, 'SetField', { entity: vm, key, value: 'ops' });
    const updates = await Updates.of(ep, vm, 'customValue', 'availableField');
    await ep.call(manager, 'RemoveCustomFieldDef', { key });
    expect(await updates.next()).toEqual(['availableField', 'customValue']);
  });
});
