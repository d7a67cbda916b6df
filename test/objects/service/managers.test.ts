import { describe, expect, it } from 'vitest';
import { SmallSite } from '../access/small-site.ts';

const fault = (type: string, detail: object = {}) =>
  expect.objectContaining({ type, detail: expect.objectContaining(detail) });
const VM1 = { type: 'VirtualMachine', value: 'vm-1' };

function start() {
  const site = new SmallSite();
  const admin = site.login();
  const ask = (id: string, method: string, args: object = {}) => site.call(id, method, args as never, admin);
  return { site, admin, ask };
}

describe('settings', () => {
  it('are found by name and by the part before a dot', () => {
    const { ask } = start();
    expect(ask('VpxSettings', 'QueryOptions', { name: 'VirtualCenter.FQDN' })).toEqual([
      { key: 'VirtualCenter.FQDN', value: 'vc.example' },
    ]);
    expect(ask('VpxSettings', 'QueryOptions', { name: 'mail' })).toHaveLength(3);
    expect(() => ask('VpxSettings', 'QueryOptions', { name: 'nothing' })).toThrow(
      fault('InvalidName', { name: 'nothing' }),
    );
  });

  it('are changed, keep their type, and grow below config', () => {
    const { ask } = start();
    const put = (key: string, value: unknown) =>
      ask('VpxSettings', 'UpdateOptions', { changedValue: [{ key, value }] });
    put('event.maxAge', 60);
    put('config.example', 'yes');
    expect(ask('VpxSettings', 'QueryOptions', { name: 'event.maxAge' })).toEqual([{ key: 'event.maxAge', value: 60 }]);
    expect(ask('VpxSettings', 'QueryOptions', { name: 'config.example' })).toHaveLength(1);
    expect(() => put('event.maxAge', 'long')).toThrow(fault('InvalidArgument'));
    expect(() => put('made.up', 1)).toThrow(fault('InvalidName'));
  });
});

describe('extensions', () => {
  it('are registered once, found, updated and unregistered', () => {
    const { ask } = start();
    const extension = { key: 'org.example', version: '1', description: {}, lastHeartbeatTime: '' };
    ask('ExtensionManager', 'RegisterExtension', { extension });
    expect(() => ask('ExtensionManager', 'RegisterExtension', { extension })).toThrow(
      fault('InvalidArgument', { invalidProperty: 'extension.key' }),
    );
    ask('ExtensionManager', 'UpdateExtension', { extension: { ...extension, version: '2' } });
    expect(ask('ExtensionManager', 'FindExtension', { extensionKey: 'org.example' }).version).toBe('2');
    ask('ExtensionManager', 'UnregisterExtension', { extensionKey: 'org.example' });
    expect(ask('ExtensionManager', 'FindExtension', { extensionKey: 'org.example' })).toBeUndefined();
    expect(() => ask('ExtensionManager', 'UnregisterExtension', { extensionKey: 'org.example' })).toThrow(
      fault('NotFound'),
    );
  });
});

describe('licences', () => {
  const licenseKey = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE';

  it('begin with an evaluation', () => {
    const { site } = start();
    const licenses = site.read('LicenseManager', 'licenses') as { editionKey: string }[];
    expect(licenses.map((l) => l.editionKey)).toEqual(['eval']);
  });

  it('are added, labelled, assigned and removed', () => {
    const { site, ask } = start();
    ask('LicenseManager', 'AddLicense', { licenseKey });
    ask('LicenseManager', 'UpdateLicenseLabel', { licenseKey, labelKey: 'team', labelValue: 'a' });
    expect(site.read('LicenseManager', 'licenses')[1]).toMatchObject({ labels: [{ key: 'team', value: 'a' }] });
    ask('LicenseAssignmentManager', 'UpdateAssignedLicense', { entity: 'host-6', licenseKey });
    const [mine] = ask('LicenseAssignmentManager', 'QueryAssignedLicenses', { entityId: 'host-6' });
    expect(mine.assignedLicense.licenseKey).toBe(licenseKey);
    ask('LicenseManager', 'RemoveLicense', { licenseKey });
    expect(site.read('LicenseManager', 'licenses')).toHaveLength(1);
    expect(() => ask('LicenseManager', 'RemoveLicense', { licenseKey })).toThrow(fault('InvalidArgument'));
  });

  it('that are none are answered with what is wrong, and not kept', () => {
    const { site, ask } = start();
    const { properties } = ask('LicenseManager', 'AddLicense', { licenseKey: 'nonsense' });
    expect(properties[0].key).toBe('diagnostic');
    expect(site.read('LicenseManager', 'licenses')).toHaveLength(1);
  });
});

describe('custom fields', () => {
  it('may be renamed to what they are called', () => {
    const { ask } = start();
    const { key } = ask('CustomFieldsManager', 'AddCustomFieldDef', { name: 'owner' });
    ask('CustomFieldsManager', 'AddCustomFieldDef', { name: 'other' });
    const rename = (name: string) => () => ask('CustomFieldsManager', 'RenameCustomFieldDef', { key, name });
    expect(rename('owner')).not.toThrow();
    expect(rename('other')).toThrow(fault('DuplicateName', { name: 'other' }));
  });

  it('are defined once per name and type, and renamed', () => {
    const { site, ask } = start();
    const add = (name: string, moType?: string) => ask('CustomFieldsManager', 'AddCustomFieldDef', { name, moType });
    const def = add('owner', 'VirtualMachine');
    expect(def).toMatchObject({ name: 'owner', type: 'string', managedObjectType: 'VirtualMachine' });
    expect(() => add('owner')).toThrow(fault('DuplicateName', { name: 'owner' }));
    add('owner', 'HostSystem');
    ask('CustomFieldsManager', 'RenameCustomFieldDef', { key: def.key, name: 'team' });
    expect(site.read('CustomFieldsManager', 'field').map((f: { name: string }) => f.name)).toEqual(['team', 'owner']);
  });

  it('have values on objects, by number and by name, until they are removed', () => {
    const { site, ask } = start();
    const { key } = ask('CustomFieldsManager', 'AddCustomFieldDef', { name: 'owner' });
    ask('CustomFieldsManager', 'SetField', { entity: VM1, key, value: 'a' });
    expect(site.read('vm-1', 'customValue')).toEqual([{ _typeName: 'CustomFieldStringValue', key, value: 'a' }]);
    ask('vm-1', 'setCustomValue', { key: 'owner', value: 'b' });
    expect(site.read('vm-1', 'customValue')).toMatchObject([{ value: 'b' }]);
    expect(() => ask('vm-1', 'setCustomValue', { key: 'other', value: 'b' })).toThrow(fault('InvalidArgument'));
    ask('CustomFieldsManager', 'RemoveCustomFieldDef', { key });
    expect(site.read('vm-1', 'customValue')).toEqual([]);
    expect(site.eventTypes.filter((t) => t.startsWith('CustomField'))).toEqual([
      'CustomFieldDefAddedEvent',
      'CustomFieldValueChangedEvent',
      'CustomFieldValueChangedEvent',
      'CustomFieldDefRemovedEvent',
    ]);
  });
});

describe('customization specs', () => {
  it('are overwritten by whoever read the last version, and by nobody else', () => {
    const { site, ask } = start();
    const on = (method: string, args: object) => ask('CustomizationSpecManager', method, args);
    const item = (name: string) => ({ info: { name, type: 'Linux' }, spec: {} });
    on('CreateCustomizationSpec', { item: item('a') });
    on('CreateCustomizationSpec', { item: item('b') });
    const read = on('GetCustomizationSpec', { name: 'a' });
    on('OverwriteCustomizationSpec', { item: read });
    expect(() => on('OverwriteCustomizationSpec', { item: read })).toThrow(fault('ConcurrentAccess'));
    expect(site.read('CustomizationSpecManager', 'info').map((i: { name: string }) => i.name)).toEqual(['a', 'b']);
  });

  it('are kept by name', () => {
    const { site, ask } = start();
    const item = { info: { name: 'linux', description: '', type: 'Linux' }, spec: {} };
    const on = (method: string, args: object) => ask('CustomizationSpecManager', method, args);
    on('CreateCustomizationSpec', { item });
    expect(() => on('CreateCustomizationSpec', { item })).toThrow(fault('AlreadyExists', { name: 'linux' }));
    on('DuplicateCustomizationSpec', { name: 'linux', newName: 'copy' });
    on('RenameCustomizationSpec', { name: 'copy', newName: 'other' });
    on('DeleteCustomizationSpec', { name: 'linux' });
    expect(site.read('CustomizationSpecManager', 'info').map((i: { name: string }) => i.name)).toEqual(['other']);
    expect(on('DoesCustomizationSpecExist', { name: 'linux' })).toBe(false);
    expect(() => on('GetCustomizationSpec', { name: 'linux' })).toThrow(fault('NotFound'));
  });

  it('are not overwritten by who read an older version', () => {
    const { ask } = start();
    const item = { info: { name: 'linux', description: '', type: 'Linux' }, spec: {} };
    ask('CustomizationSpecManager', 'CreateCustomizationSpec', { item });
    const stale = { ...item, info: { ...item.info, changeVersion: '1' } };
    expect(() => ask('CustomizationSpecManager', 'OverwriteCustomizationSpec', { item: stale })).toThrow(
      fault('ConcurrentAccess'),
    );
  });
});

describe('performance counters', () => {
  it('are found by id and by level', () => {
    const { ask } = start();
    const [usage] = ask('PerfMgr', 'QueryPerfCounter', { counterId: [2] });
    expect(usage).toMatchObject({ groupInfo: { key: 'cpu' }, nameInfo: { key: 'usage' }, rollupType: 'average' });
    expect(() => ask('PerfMgr', 'QueryPerfCounter', { counterId: [2, 4711] })).toThrow(
      fault('InvalidArgument', { invalidProperty: 'counterId[1]' }),
    );
    const levels = ask('PerfMgr', 'QueryPerfCounterByLevel', { level: 1 }).map((c: { level: number }) => c.level);
    expect(new Set(levels)).toEqual(new Set([1]));
  });
});
