import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { customize, lab, linux, ONE, powerOn, windows } from './lab.ts';

const item = (name: string, spec: Answer = linux(), type = 'Linux') => ({
  info: { name, description: '', type },
  spec,
});

async function managed() {
  const ep = await Endpoint.open();
  const manager = ep.manager('customizationSpecManager');
  const on = (method: string, args: object) => ep.call(manager, method, args);
  const fault = (method: string, args: object) => ep.fault(manager, method, args);
  return { ep, manager, on, fault };
}

describe('the list of specifications', () => {
  it('is told of each that is made, changed, copied, renamed and deleted', async () => {
    const { ep, manager, on } = await managed();
    await using _ = ep;
    await using updates = await Updates.of(ep, manager, ['info']);
    const names = async () =>
      ((await updates.next()).info ?? []).map((i: Answer) => `${i.name} ${i.description}`.trim());
    await on('CreateCustomizationSpec', { item: item('a') });
    expect(await names()).toEqual(['a']);
    await on('DuplicateCustomizationSpec', { name: 'a', newName: 'b' });
    expect(await names()).toEqual(['a', 'b']);
    const read = await on('GetCustomizationSpec', { name: 'a' });
    await on('OverwriteCustomizationSpec', { item: { ...read, info: { ...read.info, description: 'newer' } } });
    expect(await names()).toEqual(['a newer', 'b']);
    await on('RenameCustomizationSpec', { name: 'b', newName: 'c' });
    expect(await names()).toEqual(['a newer', 'c']);
    await on('DeleteCustomizationSpec', { name: 'a' });
    expect(await names()).toEqual(['c']);
  });

  it('keeps a version and a time of each', async () => {
    const { ep, on } = await managed();
    await using _ = ep;
    await on('CreateCustomizationSpec', { item: item('a') });
    const { info } = await on('GetCustomizationSpec', { name: 'a' });
    expect(info.changeVersion).toMatch(/^\d+$/);
    expect(Math.abs(Date.parse(info.lastUpdateTime) / 1000 - Number(info.changeVersion))).toBeLessThan(2);
  });

  it('has no place for one without a name, nor for two of one', async () => {
    const { ep, on, fault } = await managed();
    await using _ = ep;
    expect(await fault('CreateCustomizationSpec', { item: item('') })).toMatchObject({ _typeName: 'InvalidArgument' });
    await on('CreateCustomizationSpec', { item: item('a') });
    await on('CreateCustomizationSpec', { item: item('b') });
    for (const method of ['DuplicateCustomizationSpec', 'RenameCustomizationSpec']) {
      expect(await fault(method, { name: 'a', newName: 'b' })).toMatchObject({ _typeName: 'AlreadyExists', name: 'b' });
      expect(await fault(method, { name: 'x', newName: 'y' })).toMatchObject({ _typeName: 'NotFound' });
    }
  });
});

describe('a password', () => {
  const secret = { value: 'top secret', plainText: true };

  it('is kept encrypted for this server, and may be used so', async () => {
    await using ep = await lab('windows2019srv_64Guest');
    const manager = ep.manager('customizationSpecManager');
    const guiUnattended = { password: secret, timeZone: 0, autoLogon: false, autoLogonCount: 0 };
    await ep.call(manager, 'CreateCustomizationSpec', {
      item: item('w', windows({ identity: { guiUnattended } }), 'Windows'),
    });
    const { spec } = await ep.call(manager, 'GetCustomizationSpec', { name: 'w' });
    const { password } = spec.identity.guiUnattended;
    expect(password.plainText).toBe(false);
    expect(Buffer.from(password.value, 'base64')).toHaveLength(256);
    expect(JSON.stringify(spec)).not.toContain('top secret');
    expect(spec.encryptionKey).toEqual(await ep.read(manager, 'encryptionKey'));
    const vm = await ep.at(ONE);
    await customize(ep, vm, spec);
    await powerOn(ep, vm);
    expect(await ep.read(vm, 'guest.hostName')).toBe('WIN1');
  });

  it('that another server encrypted is of no use', async () => {
    const { ep, fault } = await managed();
    await using _ = ep;
    const guiUnattended = {
      password: { value: 'eA==', plainText: false },
      timeZone: 0,
      autoLogon: false,
      autoLogonCount: 0,
    };
    const other = windows({ identity: { guiUnattended }, encryptionKey: [1] });
    expect(await fault('CreateCustomizationSpec', { item: item('a', other, 'Windows') })).toMatchObject({
      _typeName: 'CannotDecryptPasswords',
    });
  });

  it('is encrypted with a public key of RSA', async () => {
    const { ep, manager } = await managed();
    await using _ = ep;
    const bytes = Buffer.from(Int8Array.from(await ep.read(manager, 'encryptionKey')));
    expect(createPublicKey({ key: bytes, format: 'der', type: 'spki' }).asymmetricKeyType).toBe('rsa');
  });
});

describe('an export', () => {
  const EXPORT = `<ConfigRoot>
  <_type>vim.CustomizationSpecItem</_type>
  <info>
    <_type>vim.CustomizationSpecInfo</_type>
    <changeVersion>1725551416</changeVersion>
    <description/>
    <lastUpdateTime>2024-09-05T15:50:16Z</lastUpdateTime>
    <name>web</name>
    <type>Linux</type>
  </info>
  <spec>
    <_type>vim.vm.customization.Specification</_type>
    <globalIPSettings>
      <_type>vim.vm.customization.GlobalIPSettings</_type>
      <dnsServerList>
        <_length>1</_length>
        <_type>string[]</_type>
        <e id="0">1.1.1.1</e>
      </dnsServerList>
    </globalIPSettings>
    <identity>
      <_type>vim.vm.customization.LinuxPrep</_type>
      <domain>example.com</domain>
      <hostName>
        <_type>vim.vm.customization.UnknownNameGenerator</_type>
      </hostName>
      <hwClockUTC>true</hwClockUTC>
      <scriptText/>
      <timeZone>Europe/Prague</timeZone>
    </identity>
    <nicSettingMap>
      <_length>1</_length>
      <_type>vim.vm.customization.AdapterMapping[]</_type>
      <e id="0">
        <_type>vim.vm.customization.AdapterMapping</_type>
        <adapter>
          <_type>vim.vm.customization.IPSettings</_type>
          <ip>
            <_type>vim.vm.customization.UnknownIpGenerator</_type>
          </ip>
          <primaryWINS/>
          <secondaryWINS/>
        </adapter>
      </e>
    </nicSettingMap>
    <options>
      <_type>vim.vm.customization.LinuxOptions</_type>
    </options>
  </spec>
</ConfigRoot>
`;

  it('of vCenter is understood, and written the same way', async () => {
    const { ep, on } = await managed();
    await using _ = ep;
    const read = await on('XmlToCustomizationSpecItem', { specItemXml: EXPORT });
    expect(read).toMatchObject({
      info: { name: 'web', description: '' },
      spec: {
        identity: {
          _typeName: 'CustomizationLinuxPrep',
          hwClockUTC: true,
          hostName: { _typeName: 'CustomizationUnknownName' },
        },
        nicSettingMap: [{ adapter: { ip: { _typeName: 'CustomizationUnknownIpGenerator' }, primaryWINS: '' } }],
        options: { _typeName: 'CustomizationLinuxOptions' },
      },
    });
    expect(await on('CustomizationSpecItemToXml', { item: read })).toBe(EXPORT);
    await on('CreateCustomizationSpec', { item: read });
    expect(await on('DoesCustomizationSpecExist', { name: 'web' })).toBe(true);
  });

  it.each([
    '',
    'no xml',
    '<ConfigRoot>',
    '<Other/>',
    EXPORT.replace('vim.CustomizationSpecItem', 'vim.CustomizationSpecInfo'),
    EXPORT.replace('LinuxPrep', 'MacPrep'),
    EXPORT.replace('<hwClockUTC>true', '<hwClockUTC>maybe'),
    EXPORT.replace('<domain>example.com</domain>', ''),
    EXPORT.replace('<timeZone>', '<x/><timeZone>'),
    `<!DOCTYPE x>${EXPORT}`,
  ])('that is none is CustomizationFault (%#)', async (specItemXml) => {
    const { ep, fault } = await managed();
    await using _ = ep;
    expect(await fault('XmlToCustomizationSpecItem', { specItemXml })).toMatchObject({
      _typeName: 'CustomizationFault',
    });
  });
});

describe('a guest', () => {
  it.each([
    ['rhel9_64Guest', true],
    ['ubuntu64Guest', true],
    ['vmwarePhoton64Guest', true],
    ['windows2022srvNext_64Guest', true],
    ['winNetEnterpriseGuest', true],
    ['otherLinux64Guest', false],
    ['freebsd14_64Guest', false],
    ['darwin22_64Guest', false],
    ['winNTGuest', false],
  ])('%s can be customized: %s', async (guestOs, can) => {
    const { ep, on, fault } = await managed();
    await using _ = ep;
    if (can) await on('CheckCustomizationResources', { guestOs });
    else {
      expect(await fault('CheckCustomizationResources', { guestOs })).toMatchObject({
        _typeName: 'UncustomizableGuest',
        uncustomizableGuestOS: guestOs,
      });
    }
  });
});
