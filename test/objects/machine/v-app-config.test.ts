import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { isAddress } from '../../../src/objects/machine/v-app/v-app-config-address.ts';
import { propertyType } from '../../../src/objects/machine/v-app/v-app-config-type.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from './updates.ts';

const VM = 'DC0/vm/DC0_H0_VM0';

const add = (info: object) => ({ operation: 'add', info });
const edit = (info: object) => ({ operation: 'edit', info });
const property = (more: object = {}) => ({
  key: 1,
  id: 'port',
  type: 'int(1..65535)',
  userConfigurable: true,
  ...more,
});

async function machine(vAppConfig?: object) {
  const ep = await Endpoint.open();
  const vm: Ref = await ep.at(VM);
  const say = (config: object) => ep.run(vm, 'ReconfigVM_Task', { spec: { vAppConfig: config } });
  if (vAppConfig) await say(vAppConfig);
  const refused = (config: object) => ep.fault(vm, 'ReconfigVM_Task', { spec: { vAppConfig: config } });
  const options = async () =>
    Object.fromEntries((await ep.read(vm, 'config.extraConfig')).map((o: Answer) => [o.key, o.value]));
  return { ep, vm, say, refused, options };
}

describe('types of vApp properties', () => {
  it.each([
    ['string', 'anything at all', true],
    ['string(2..3)', 'ab', true],
    ['string(2..3)', 'abcd', false],
    ['string(..3)', 'abcd', false],
    ['password(8..)', 'short', false],
    ['int', '-2147483648', true],
    ['int', '2147483648', false],
    ['int', 'one', false],
    ['int(0..18446744073709551615)', '18446744073709551615', true],
    ['int(0..255)', '256', false],
    ['real(-1.5..1.5)', '1.25', true],
    ['real(-1.5..1.5)', '2', false],
    ['boolean', 'True', true],
    ['boolean', 'yes', false],
    ['ip', '10.0.0.300', false],
    ['ip:VM Network', '10.0.0.3', true],
    ['string["red", "a\\"b"]', 'a"b', true],
    ['string["red", "green"]', 'blue', false],
    ['expression', `\${gateway:VM Network}`, true],
  ])('%s takes %s: %s', (type, value, takes) => {
    expect(propertyType(type)?.(value)).toBe(takes);
  });

  it.each(['', 'text', 'string(..)', 'int(5..1)', 'string[red]', 'boolean(1..2)', 'int()'])('%o is none', (type) => {
    expect(propertyType(type)).toBeUndefined();
  });

  it.each([
    ['::', true],
    ['fe80::1', true],
    ['1:2:3:4:5:6:7:8', true],
    ['1:2:3:4:5:6:7', false],
    ['1::2::3', false],
    ['::ffff:10.0.0.1', true],
    ['10.0.0', false],
    ['g::1', false],
  ])('the address %s is one: %s', (text, is) => {
    expect(isAddress(text)).toBe(is);
  });
});

describe('the vApp configuration of a machine', () => {
  it('is not there until it is said, and goes when it is removed', async () => {
    const { ep, vm, say } = await machine();
    await using _ = ep;
    expect(await ep.read(vm, 'config.vAppConfig')).toBeUndefined();
    await using updates = await Updates.of(ep, vm, ['config.vAppConfig']);
    await say({ property: [add(property({ value: '80' }))], ovfEnvironmentTransport: ['com.vmware.guestInfo'] });
    expect(await updates.next()).toMatchObject({
      'config.vAppConfig': {
        property: [{ key: 1, id: 'port', type: 'int(1..65535)', value: '80', defaultValue: '', label: '' }],
        ipAssignment: { ipAllocationPolicy: 'fixedPolicy', ipProtocol: 'IPv4' },
        ovfEnvironmentTransport: ['com.vmware.guestInfo'],
        installBootRequired: false,
        installBootStopDelay: 0,
      },
    });
    await ep.run(vm, 'ReconfigVM_Task', { spec: { vAppConfigRemoved: true } });
    expect(await updates.next()).toEqual({ 'config.vAppConfig': undefined });
  });

  it('keeps what a later spec does not name', async () => {
    const { ep, vm, say } = await machine({
      product: [add({ key: 0, name: 'shop', vendor: 'ACME' })],
      property: [add(property({ value: '80', label: 'Port' })), add(property({ key: 2, id: 'name', type: 'string' }))],
      eula: ['be kind'],
      ipAssignment: { supportedAllocationScheme: ['ovfenv'], ipProtocol: 'IPv6' },
    });
    await using _ = ep;
    await say({
      product: [edit({ key: 0, version: '2' })],
      property: [edit({ key: 1, value: '443' }), { operation: 'remove', removeKey: 2 }],
      eula: [],
      ipAssignment: { ipAllocationPolicy: 'dhcpPolicy' },
    });
    const config = await ep.read(vm, 'config.vAppConfig');
    expect(config.product).toMatchObject([{ key: 0, name: 'shop', vendor: 'ACME', version: '2' }]);
    expect(config.property).toMatchObject([{ key: 1, id: 'port', value: '443', label: 'Port' }]);
    expect(config.eula).toEqual(['be kind']);
    expect(config.ipAssignment).toMatchObject({
      supportedAllocationScheme: ['ovfenv'],
      ipAllocationPolicy: 'dhcpPolicy',
      ipProtocol: 'IPv6',
    });
    await say({ eula: [''], product: [{ operation: 'remove', removeKey: 0 }] });
    const cleared = await ep.read(vm, 'config.vAppConfig');
    expect([cleared.eula, cleared.product]).toEqual([undefined, undefined]);
  });

  it('is summed up among what is said of the machine', async () => {
    const { ep, vm, say } = await machine();
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['summary.config.product', 'summary.config.installBootRequired']);
    await say({ product: [add({ key: 0, name: 'shop' })], installBootRequired: true });
    expect(await updates.next()).toMatchObject({
      'summary.config.product': { name: 'shop' },
      'summary.config.installBootRequired': true,
    });
  });

  it('is refused with a fault that names the property', async () => {
    const { ep, refused, vm } = await machine({ property: [add(property({ value: '80', userConfigurable: false }))] });
    await using _ = ep;
    expect(await refused({ property: [add(property({ key: 2, id: 'x', type: 'integer' }))] })).toMatchObject({
      _typeName: 'InvalidPropertyType',
      id: 'x',
      type: 'integer',
    });
    expect(await refused({ property: [add(property({ key: 2, id: 'x', value: '0' }))] })).toMatchObject({
      _typeName: 'InvalidPropertyValue',
      id: 'x',
      value: '0',
    });
    expect(await refused({ property: [edit({ key: 1, value: '81' })] })).toMatchObject({
      _typeName: 'NotUserConfigurableProperty',
      id: 'port',
    });
    const path = 'configSpec.vAppConfig.property[0].info';
    expect(await refused({ property: [add(property({ id: 'other' }))] })).toMatchObject({
      _typeName: 'InvalidIndexArgument',
      invalidProperty: `${path}.key`,
      key: '1',
    });
    expect(await refused({ property: [edit(property({ key: 7 }))] })).toMatchObject({ key: '7' });
    expect(await refused({ property: [add(property({ key: 2, id: '' }))] })).toMatchObject({
      invalidProperty: `${path}.id`,
    });
    expect(await refused({ property: [add(property({ key: 2 }))] })).toMatchObject({ _typeName: 'InvalidArgument' });
    expect(await refused({ ovfEnvironmentTransport: ['pigeon'] })).toMatchObject({
      invalidProperty: 'configSpec.vAppConfig.ovfEnvironmentTransport',
    });
    expect(await ep.read(vm, 'config.vAppConfig.property')).toHaveLength(1);
  });

  it('takes passwords and gives none back', async () => {
    const secret = property({ id: 'root', type: 'password', value: 'hush', defaultValue: 'hushed' });
    const { ep, vm } = await machine({ property: [add(secret)] });
    await using _ = ep;
    expect(await ep.read(vm, 'config.vAppConfig.property')).toMatchObject([
      { id: 'root', value: '', defaultValue: '' },
    ]);
  });

  it('goes along with a clone', async () => {
    const { ep, vm } = await machine({ property: [add(property({ value: '80' }))] });
    await using _ = ep;
    const folder = await ep.at('DC0/vm');
    const spec = { location: {}, powerOn: false, template: false };
    const copy: Ref = await ep.run(vm, 'CloneVM_Task', { folder, name: 'copy', spec });
    expect(await ep.read(copy, 'config.vAppConfig.property')).toMatchObject([{ id: 'port', value: '80' }]);
  });
});

describe('the OVF environment', () => {
  const TRANSPORT = { ovfEnvironmentTransport: ['com.vmware.guestInfo'] };

  it('is told to a guest that runs, and only while it does', async () => {
    const { ep, vm, say, options } = await machine();
    await using _ = ep;
    await say({ property: [add(property({ classId: 'web', value: '80' }))] });
    expect(await options()).not.toHaveProperty('guestinfo.ovfEnv');
    await say({ ...TRANSPORT, property: [add({ key: 2, id: 'motto', type: 'string', defaultValue: '<a> & "b"' })] });
    const text = (await options())['guestinfo.ovfEnv'];
    expect(text).toContain(`ve:vCenterId="${vm.value}"`);
    expect(text).toContain('<Kind>VMware ESXi</Kind>');
    expect(text).toContain('<Version>8.0.3</Version>');
    expect(text).toContain('<Property oe:key="web.port" oe:value="80"/>');
    expect(text).toContain('<Property oe:key="motto" oe:value="&lt;a&gt; &amp; &quot;b&quot;"/>');
    const mac = (await ep.read(vm, 'config.hardware.device[4000]')).macAddress;
    expect(text).toContain(`<ve:Adapter ve:mac="${mac}" ve:network="DC0_DVPG0" ve:unitNumber="7"/>`);
    await using updates = await Updates.of(ep, vm, ['config.extraConfig']);
    await ep.run(vm, 'PowerOffVM_Task');
    expect((await updates.next())['config.extraConfig'].map((o: Answer) => o.key)).not.toContain('guestinfo.ovfEnv');
  });

  it('changes with the values of a machine that runs', async () => {
    const { ep, say, options } = await machine({ ...TRANSPORT, property: [add(property({ value: '80' }))] });
    await using _ = ep;
    await say({ property: [edit({ key: 1, value: '443' })] });
    expect((await options())['guestinfo.ovfEnv']).toContain('oe:key="port" oe:value="443"');
  });
});
