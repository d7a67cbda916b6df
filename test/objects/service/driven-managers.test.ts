import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';

describe('settings', () => {
  it('are asked for by name and changed', async () => {
    await using ep = await Endpoint.open();
    const settings = ep.manager('setting');
    await ep.call(settings, 'UpdateOptions', { changedValue: [{ key: 'event.maxAge', value: 60 }] });
    expect(await ep.call(settings, 'QueryOptions', { name: 'event.maxAge' })).toMatchObject([{ value: 60 }]);
    const changedValue = [{ key: 'made.up', value: 1 }];
    expect(await ep.fault(settings, 'UpdateOptions', { changedValue })).toMatchObject({
      _typeName: 'InvalidName',
      name: 'made.up',
    });
  });
});

describe('extensions', () => {
  it('are registered, found, updated and unregistered', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('extensionManager');
    const description = { label: 'Example', summary: 'Example' };
    const extension = { key: 'org.example', version: '1', description, lastHeartbeatTime: '2026-01-01T00:00:00Z' };
    const find = () => ep.call(manager, 'FindExtension', { extensionKey: 'org.example' });
    await ep.call(manager, 'RegisterExtension', { extension });
    expect(await ep.fault(manager, 'RegisterExtension', { extension })).toMatchObject({
      invalidProperty: 'extension.key',
    });
    await ep.call(manager, 'UpdateExtension', { extension: { ...extension, version: '2' } });
    expect(await find()).toMatchObject({ version: '2' });
    await ep.call(manager, 'UnregisterExtension', { extensionKey: 'org.example' });
    expect(await find()).toBeUndefined();
    expect(await ep.fault(manager, 'UpdateExtension', { extension })).toMatchObject({ _typeName: 'NotFound' });
  });
});

describe('licences', () => {
  const licenseKey = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE';

  it('are read before they are added, labelled and removed', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('licenseManager');
    const kept = async () => (await ep.read(manager, 'licenses')).find((l: Answer) => l.licenseKey === licenseKey);
    expect(await ep.call(manager, 'DecodeLicense', { licenseKey })).toMatchObject({ licenseKey });
    expect(await kept()).toBeUndefined();
    await ep.call(manager, 'AddLicense', { licenseKey });
    await ep.call(manager, 'UpdateLicenseLabel', { licenseKey, labelKey: 'team', labelValue: 'a' });
    expect(await kept()).toMatchObject({ labels: [{ key: 'team', value: 'a' }] });
    await ep.call(manager, 'RemoveLicenseLabel', { licenseKey, labelKey: 'team' });
    expect((await kept()).labels ?? []).toEqual([]);
    await ep.call(manager, 'RemoveLicense', { licenseKey });
    expect(await kept()).toBeUndefined();
    expect(await ep.fault(manager, 'RemoveLicense', { licenseKey })).toMatchObject({ invalidProperty: 'licenseKey' });
  });

  it('are assigned to hosts and taken back', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('licenseManager');
    const assignment = await ep.read(manager, 'licenseAssignmentManager');
    const { value: entity } = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const assigned = () => ep.call(assignment, 'QueryAssignedLicenses', { entityId: entity });
    await ep.call(manager, 'AddLicense', { licenseKey });
    await ep.call(assignment, 'UpdateAssignedLicense', { entity, licenseKey });
    expect(await assigned()).toMatchObject([{ entityId: entity, assignedLicense: { licenseKey } }]);
    await ep.call(assignment, 'RemoveAssignedLicense', { entityId: entity });
    expect(await assigned()).toEqual([]);
    expect(await ep.fault(assignment, 'RemoveAssignedLicense', { entityId: entity })).toMatchObject({
      _typeName: 'LicenseEntityNotFound',
      entityId: entity,
    });
  });
});

describe('custom fields', () => {
  it('are defined, renamed, set by number and by name, and removed', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('customFieldsManager');
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const values = async () => ((await ep.read(vm, 'customValue')) ?? []).map((v: Answer) => v.value);
    await ep.events();
    const { key } = await ep.call(manager, 'AddCustomFieldDef', { name: 'owner', moType: 'VirtualMachine' });
    expect(await ep.fault(manager, 'AddCustomFieldDef', { name: 'owner' })).toMatchObject({
      _typeName: 'DuplicateName',
    });
    await ep.call(manager, 'SetField', { entity: vm, key, value: 'a' });
    expect(await values()).toEqual(['a']);
    await ep.call(manager, 'RenameCustomFieldDef', { key, name: 'team' });
    await ep.call(vm, 'setCustomValue', { key: 'team', value: 'b' });
    expect(await values()).toEqual(['b']);
    await ep.call(manager, 'RemoveCustomFieldDef', { key });
    expect(await values()).toEqual([]);
    expect(await ep.events()).toEqual([
      'CustomFieldDefAddedEvent',
      'CustomFieldValueChangedEvent',
      'CustomFieldDefRenamedEvent',
      'CustomFieldValueChangedEvent',
      'CustomFieldDefRemovedEvent',
    ]);
    expect(await ep.fault(vm, 'setCustomValue', { key: 'team', value: 'c' })).toMatchObject({ invalidProperty: 'key' });
  });
});

describe('customization specifications', () => {
  const spec = {
    identity: {
      _typeName: 'CustomizationLinuxPrep',
      hostName: { _typeName: 'CustomizationVirtualMachineName' },
      domain: 'example.com',
    },
    globalIPSettings: {},
  };
  const item = { info: { name: 'linux', description: 'Linux', type: 'Linux' }, spec };

  it('are kept, read, copied, renamed and deleted by name', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('customizationSpecManager');
    const exists = (name: string) => ep.call(manager, 'DoesCustomizationSpecExist', { name });
    await ep.call(manager, 'CreateCustomizationSpec', { item });
    expect(await ep.fault(manager, 'CreateCustomizationSpec', { item })).toMatchObject({
      _typeName: 'AlreadyExists',
      name: 'linux',
    });
    expect(await ep.call(manager, 'GetCustomizationSpec', { name: 'linux' })).toMatchObject({
      spec: { identity: { _typeName: 'CustomizationLinuxPrep', domain: 'example.com' } },
    });
    await ep.call(manager, 'DuplicateCustomizationSpec', { name: 'linux', newName: 'copy' });
    await ep.call(manager, 'RenameCustomizationSpec', { name: 'copy', newName: 'other' });
    expect([await exists('copy'), await exists('other')]).toEqual([false, true]);
    await ep.call(manager, 'DeleteCustomizationSpec', { name: 'other' });
    expect(await exists('other')).toBe(false);
    expect(await ep.fault(manager, 'DeleteCustomizationSpec', { name: 'other' })).toMatchObject({
      _typeName: 'NotFound',
    });
  });

  it('are overwritten by who read the latest version only', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('customizationSpecManager');
    await ep.call(manager, 'CreateCustomizationSpec', { item });
    const described = (description: string, changeVersion?: string) => ({
      item: { ...item, info: { ...item.info, description, changeVersion } },
    });
    await ep.call(manager, 'OverwriteCustomizationSpec', described('newer'));
    expect(await ep.read(manager, 'info')).toMatchObject([{ name: 'linux', description: 'newer' }]);
    expect(await ep.fault(manager, 'OverwriteCustomizationSpec', described('stale', '1'))).toMatchObject({
      _typeName: 'ConcurrentAccess',
    });
  });
});

describe('performance counters', () => {
  it('are found by id and by level', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('perfManager');
    expect(await ep.call(manager, 'QueryPerfCounter', { counterId: [2] })).toMatchObject([
      { nameInfo: { key: 'usage' } },
    ]);
    expect(await ep.fault(manager, 'QueryPerfCounter', { counterId: [4711] })).toMatchObject({
      invalidProperty: 'counterId[0]',
    });
    const levels = await ep.call(manager, 'QueryPerfCounterByLevel', { level: 1 });
    expect(new Set(levels.map((c: Answer) => c.level))).toEqual(new Set([1]));
    expect(await ep.fault(manager, 'QueryPerfCounterByLevel', { level: 9 })).toMatchObject({
      invalidProperty: 'level',
    });
  });
});

describe('alarms and schedules', () => {
  it('are only a vCenter’s own on a fresh server, all of them on its root', async () => {
    await using ep = await Endpoint.open();
    const entity = await ep.at('DC0');
    const [alarms, schedules] = [ep.manager('alarmManager'), ep.manager('scheduledTaskManager')];
    expect(await ep.call(alarms, 'GetAlarm', { entity })).toEqual([]);
    const states = await ep.call(alarms, 'GetAlarmState', { entity });
    expect(new Set(states.map((state: Answer) => state.overallStatus))).toEqual(new Set(['green', 'gray']));
    expect(await ep.call(schedules, 'RetrieveEntityScheduledTask', { entity })).toEqual([]);
    expect(await ep.call(schedules, 'RetrieveObjectScheduledTask', { obj: entity })).toEqual([]);
  });
});

describe('a guest system', () => {
  it('can be customized when it is one that a customization knows', async () => {
    await using ep = await Endpoint.open({ apiVersion: '9.1.0' });
    const manager = ep.manager('customizationSpecManager');
    const can = (guestId: string) => ep.call(manager, 'IsGuestOsCustomizable', { guestId });
    expect([await can('ubuntu64Guest'), await can('dosGuest')]).toEqual([true, false]);
  });

  it('takes a non-maskable interrupt only while it runs', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.call(vm, 'SendNMI');
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await ep.fault(vm, 'SendNMI')).toMatchObject({ _typeName: 'InvalidPowerState' });
  });
});
