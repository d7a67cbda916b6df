import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { customize, DHCP, fixed, lab, linux, named, ONE, powerOn, refusal, windows } from './lab.ts';

describe('a customization is refused', () => {
  it('while the machine runs or is suspended', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await powerOn(ep, vm);
    const requestedState = 'poweredOff';
    expect(await refusal(ep, vm, linux())).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
      requestedState,
    });
    await ep.run(vm, 'SuspendVM_Task');
    expect(await refusal(ep, vm, linux())).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'suspended',
      requestedState,
    });
  });

  it('for a template', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await ep.call(vm, 'MarkAsTemplate');
    expect(await refusal(ep, vm, linux())).toMatchObject({ _typeName: 'NotSupported' });
  });

  it('when it has not as many settings as the machine has cards', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    expect(await refusal(ep, vm, linux({ nicSettingMap: [DHCP, DHCP] }))).toMatchObject({
      _typeName: 'NicSettingMismatch',
      numberOfNicsInSpec: 2,
      numberOfNicsInVM: 1,
    });
    expect(await refusal(ep, vm, linux({ nicSettingMap: undefined }))).toMatchObject({ numberOfNicsInSpec: 0 });
  });

  it.each([
    ['otherGuest', linux()],
    ['freebsd13_64Guest', linux()],
    ['windows2019srv_64Guest', linux()],
    ['ubuntu64Guest', windows()],
    ['darwin19_64Guest', windows()],
  ])('for a guest that is %s and a specification for another system', async (guestId, spec) => {
    await using ep = await lab(guestId);
    expect(await refusal(ep, await ep.at(ONE), spec)).toMatchObject({
      _typeName: 'UncustomizableGuest',
      uncustomizableGuestOS: guestId,
    });
  });

  const ip = (_typeName: string, more: object = {}) => [{ adapter: { ip: { _typeName, ...more } } }];
  const adapter = (more: object) => [{ adapter: { ...fixed('10.0.0.5').adapter, ...more } }];
  const v6 = (more: object) => adapter({ ipV6Spec: { ip: [{ _typeName: 'CustomizationFixedIpV6', ...more }] } });

  it.each([
    ['nicsettings:adapter:ip', linux({ nicSettingMap: ip('CustomizationUnknownIpGenerator') })],
    ['nicsettings:adapter:ip', linux({ nicSettingMap: [fixed('10.0.0.256')] })],
    ['nicsettings:adapter:ip', linux({ nicSettingMap: [fixed('224.0.0.1')] })],
    ['nicsettings:adapter:subnetMask', linux({ nicSettingMap: [fixed('10.0.0.5', '255.0.255.0')] })],
    ['nicsettings:adapter:subnetMask', linux({ nicSettingMap: [fixed('10.0.0.5', '')] })],
    ['nicsettings:adapter:gateway', linux({ nicSettingMap: [fixed('10.0.0.5', '255.0.0.0', ['router'])] })],
    ['nicsettings:adapter:dnsServerList', linux({ nicSettingMap: adapter({ dnsServerList: ['here'] }) })],
    ['nicsettings:adapter:primaryWINS', linux({ nicSettingMap: adapter({ primaryWINS: 'x' }) })],
    ['nicsettings:adapter:ipV6Spec.ip', linux({ nicSettingMap: v6({ ipAddress: 'fd00::1::2', subnetMask: 64 }) })],
    [
      'nicsettings:adapter:ipV6Spec.ip.subnetMask',
      linux({ nicSettingMap: v6({ ipAddress: 'fd00::1', subnetMask: 129 }) }),
    ],
    ['spec.globalIPSettings.dnsServerList', linux({ globalIPSettings: { dnsServerList: ['10.0.0'] } })],
    ['spec.identity.hostName', linux({ identity: { hostName: named('no_underscore') } })],
    ['spec.identity.hostName', linux({ identity: { hostName: named('web.example.com') } })],
    ['spec.identity.hostName', linux({ identity: { hostName: named('') } })],
    ['spec.identity.hostName', linux({ identity: { hostName: named('1234') } })],
    ['spec.identity.hostName', linux({ identity: { hostName: { _typeName: 'CustomizationUnknownName' } } })],
    ['spec.identity.domain', linux({ identity: { domain: 'a b' } })],
    ['spec.identity.scriptText', linux({ identity: { scriptText: 'x'.repeat(1501) } })],
  ])('naming %s when that cannot be', async (invalidProperty, spec: Answer) => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    expect(await refusal(ep, vm, spec)).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty });
    expect(await ep.fault(vm, 'CheckCustomizationSpec', { spec })).toMatchObject({ invalidProperty });
    expect(await ep.read(vm, 'guest.customizationInfo')).toMatchObject({ customizationStatus: 'TOOLSDEPLOYPKG_IDLE' });
  });

  it.each([
    linux({ nicSettingMap: ip('CustomizationCustomIpGenerator', { argument: 'x' }) }),
    linux({ identity: { hostName: { _typeName: 'CustomizationCustomName', argument: 'x' } } }),
  ])('when a script of the server should make an address or a name: there is none', async (spec) => {
    await using ep = await lab();
    expect(await refusal(ep, await ep.at(ONE), spec)).toMatchObject({ _typeName: 'IpHostnameGeneratorError' });
  });

  const winner = (part: string) => `spec.identity.${part}`;
  const computerName = named('sixteen-chars-16');
  const userData = { fullName: 'me', orgName: 'us', productId: '', computerName };
  const joins = { joinDomain: 'corp', domainAdmin: 'a', domainAdminPassword: { value: 'p', plainText: true } };

  it.each([
    [winner('userData.computerName'), windows({ identity: { userData } })],
    [winner('identification.domainAdmin'), windows({ identity: { identification: { joinDomain: 'corp' } } })],
    [
      winner('identification.joinWorkgroup'),
      windows({ identity: { identification: { ...joins, joinWorkgroup: 'WORK' } } }),
    ],
    [
      'spec.options.changeSID',
      windows({ options: { _typeName: 'CustomizationWinOptions', changeSID: false, deleteAccounts: false } }),
    ],
  ])('of Windows naming %s when that cannot be', async (invalidProperty, spec: Answer) => {
    await using ep = await lab('windows2019srv_64Guest');
    expect(await refusal(ep, await ep.at(ONE), spec)).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty });
  });

  it('with passwords that another server encrypted', async () => {
    await using ep = await lab('windows2019srv_64Guest');
    const password = { value: 'c2VjcmV0', plainText: false };
    const guiUnattended = { password, timeZone: 0, autoLogon: false, autoLogonCount: 0 };
    const spec = windows({ identity: { guiUnattended }, encryptionKey: [1, 2, 3] });
    expect(await refusal(ep, await ep.at(ONE), spec)).toMatchObject({ _typeName: 'CannotDecryptPasswords' });
  });
});

describe('a check', () => {
  it('finds nothing wrong with what fits, also of a machine that runs', async () => {
    await using ep = await lab();
    const vm = await ep.at(ONE);
    await powerOn(ep, vm);
    await ep.call(vm, 'CheckCustomizationSpec', { spec: linux() });
    await ep.run(vm, 'PowerOffVM_Task');
    await customize(ep, vm, linux());
  });
});
