import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { descriptor, ITEMS, item, type Parts } from './descriptor.ts';

const PARAMS = { locale: 'US', deploymentOption: '' };

class Importer {
  readonly ep: Endpoint;

  constructor(ep: Endpoint) {
    this.ep = ep;
  }

  parse(text: string, params: object = {}): Promise<Answer> {
    const args = { ovfDescriptor: text, pdp: { ...PARAMS, ...params } };
    return this.ep.call(this.ep.manager('ovfManager'), 'ParseDescriptor', args);
  }

  async spec(text: string, params: object = {}): Promise<Answer> {
    const resourcePool: Ref = await this.ep.at('DC0/host/DC0_C0/Resources');
    const datastore = await this.ep.at('DC0/datastore/LocalDS_0');
    const cisp = { ...PARAMS, entityName: '', ...params };
    const args = { ovfDescriptor: text, resourcePool, datastore, cisp };
    return this.ep.call(this.ep.manager('ovfManager'), 'CreateImportSpec', args);
  }
}

const types = (spec: Answer): string[] => spec.deviceChange.map(({ device }: Answer) => device._typeName);

describe('an OVF manager parses a descriptor', () => {
  it('into what there is to choose and to agree to', async () => {
    await using ep = await Endpoint.open();
    const parsed = await new Importer(ep).parse(descriptor());
    expect(parsed).toMatchObject({
      eula: ['Do as you like.'],
      network: [{ name: 'Inside', description: 'What is inside' }],
      productInfo: { name: 'Appliance', vendor: 'Somebody', version: '1.2', fullVersion: '1.2.3', classId: 'app' },
      annotation: 'A small machine',
      approximateDownloadSize: 6144,
      approximateFlatDeploymentSize: 4 * 2 ** 30,
      approximateSparseDeploymentSize: 2 ** 20,
      defaultEntityName: 'Little',
      virtualApp: false,
    });
    expect(parsed.property.map((p: Answer) => [p.id, p.category, p.type, p.defaultValue, p.userConfigurable])).toEqual([
      ['hostname', 'Network', 'string(1..8)', 'box', true],
      ['secret', 'Network', 'password', '', false],
      ['port', 'Network', 'int(0..65535)', '80', false],
    ]);
    expect(parsed.error).toBeUndefined();
  });

  it('with its deployment options, and words of the caller in place of its own', async () => {
    await using ep = await Endpoint.open();
    const options = `<DeploymentOptionSection><Info/>
      <Configuration ovf:id="small"><Label ovf:msgid="s">S</Label><Description>few</Description></Configuration>
      <Configuration ovf:id="large" ovf:default="true"><Label>L</Label><Description>many</Description></Configuration>
    </DeploymentOptionSection>`;
    const text = descriptor({ options });
    const parsed = await new Importer(ep).parse(text, { msgBundle: [{ key: 's', value: 'klein' }] });
    expect(parsed.defaultDeploymentOption).toBe('large');
    expect(parsed.deploymentOption).toMatchObject([
      { key: 'small', label: 'klein', description: 'few' },
      { key: 'large', label: 'L', description: 'many' },
    ]);
  });

  it.each<[string, string, object]>([
    ['no XML', 'hello', { _typeName: 'OvfXmlFormat' }],
    ['tags that do not match', '<Envelope><a></Envelope>', { _typeName: 'OvfXmlFormat' }],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${descriptor().replace(/^.*\?>/, '')}`, { _typeName: 'OvfXmlFormat' }],
    ['another root', '<Other/>', { _typeName: 'OvfWrongElement', name: 'Other' }],
    ['no namespace of OVF', '<Envelope xmlns="urn:x"/>', { _typeName: 'OvfWrongNamespace' }],
    ['no machine', descriptor({ system: '' }), { _typeName: 'OvfMissingElement', name: 'VirtualSystem' }],
    [
      'a disk of a file that is not there',
      descriptor({ disks: '<Disk ovf:diskId="d" ovf:capacity="1" ovf:fileRef="none"/>' }),
      { _typeName: 'OvfInvalidValueReference', elementName: 'Disk', attributeName: 'fileRef' },
    ],
    [
      'a capacity that is no number',
      descriptor({ disks: '<Disk ovf:diskId="d" ovf:capacity="many"/>' }),
      { _typeName: 'OvfInvalidValueFormatMalformed', value: 'many' },
    ],
    [
      'a section that must be understood',
      descriptor({ sections: '<x:StrangeSection xmlns:x="urn:x"><Info/></x:StrangeSection>' }),
      { _typeName: 'OvfUnsupportedSection', name: 'StrangeSection' },
    ],
  ])('refuses %s, and says where', async (_what, text, fault) => {
    await using ep = await Endpoint.open();
    const parsed = await new Importer(ep).parse(text);
    expect(parsed.error).toMatchObject([{ fault: { lineNumber: expect.any(Number), ...fault } }]);
  });

  it('passes over a section that need not be understood, with a warning', async () => {
    await using ep = await Endpoint.open();
    const sections = '<x:StrangeSection xmlns:x="urn:x" ovf:required="false"><Info/></x:StrangeSection>';
    const parsed = await new Importer(ep).parse(descriptor({ sections }));
    expect(parsed.error).toBeUndefined();
    expect(parsed.warning).toMatchObject([{ fault: { _typeName: 'OvfUnsupportedSection', name: 'StrangeSection' } }]);
  });
});

describe('an OVF manager tells what a descriptor needs of a host', () => {
  it('as far as it can be read', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const asked = (ovfDescriptor: string) =>
      ep.call(ep.manager('ovfManager'), 'ValidateHost', { ovfDescriptor, host, vhp: PARAMS });
    const { supportedDiskProvisioning, ...sizes } = await asked(descriptor());
    expect(sizes).toMatchObject({ downloadSize: 6144, flatDeploymentSize: 4 * 2 ** 30, sparseDeploymentSize: 2 ** 20 });
    expect(supportedDiskProvisioning).toContain('thin');
    expect((await asked('hello')).error).toMatchObject([{ fault: { _typeName: 'OvfXmlFormat' } }]);
  });
});

describe('an OVF manager makes an import spec', () => {
  it('of the machine a descriptor describes, and lists the files to send', async () => {
    await using ep = await Endpoint.open();
    const { importSpec, fileItem, error } = await new Importer(ep).spec(descriptor(), { entityName: 'mine' });
    expect(error).toBeUndefined();
    const spec = importSpec.configSpec;
    expect(spec).toMatchObject({
      name: 'mine',
      version: 'vmx-13',
      guestId: 'debian10_64Guest',
      annotation: 'A small machine',
      numCPUs: 2,
      numCoresPerSocket: 2,
      memoryMB: 768,
      firmware: 'efi',
      tools: { syncTimeWithHost: true },
      extraConfig: [{ key: 'my.key', value: 'mine' }],
      files: { vmPathName: '[LocalDS_0]' },
      vAppConfig: { ovfEnvironmentTransport: ['com.vmware.guestInfo'] },
    });
    expect(types(spec)).toEqual([
      'ParaVirtualSCSIController',
      'VirtualIDEController',
      'VirtualDisk',
      'VirtualVmxnet3',
      'VirtualCdrom',
    ]);
    const disk = spec.deviceChange[2];
    expect(disk).toMatchObject({ operation: 'add', fileOperation: 'create', device: { capacityInKB: 4 * 2 ** 20 } });
    expect(disk.device.controllerKey).toBe(spec.deviceChange[0].device.key);
    expect(fileItem).toMatchObject([
      { deviceId: '/mine/ParaVirtualSCSIController0:0', path: 'disk-1.vmdk', size: 4096, cimType: 17, create: false },
      { deviceId: '/mine/VirtualIDEController1:0', path: 'tools.iso', size: 2048, cimType: 15, create: true },
    ]);
  });

  it('from which that machine is made', async () => {
    await using ep = await Endpoint.open();
    const { importSpec } = await new Importer(ep).spec(descriptor(), { diskProvisioning: 'thin' });
    const folder = await ep.at('DC0/vm');
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const vm = await ep.run(folder, 'CreateVM_Task', { config: importSpec.configSpec, pool });
    const { hardware, vAppConfig, firmware, version } = await ep.read(vm, 'config');
    expect({ firmware, version }).toEqual({ firmware: 'efi', version: 'vmx-13' });
    const disk = hardware.device.find((d: Answer) => d._typeName === 'VirtualDisk');
    expect(disk).toMatchObject({ capacityInKB: 4 * 2 ** 20, backing: { thinProvisioned: true } });
    expect(vAppConfig.property.map((p: Answer) => p.id)).toEqual(['hostname', 'secret', 'port']);
  });

  it('puts its networks where the caller says, and its properties to what the caller says', async () => {
    await using ep = await Endpoint.open();
    const network = await ep.at('DC0/network/DC0_DVPG0');
    const { importSpec } = await new Importer(ep).spec(descriptor(), {
      networkMapping: [{ name: 'Inside', network }],
      propertyMapping: [{ key: 'app.hostname.1', value: 'told' }],
    });
    const card = importSpec.configSpec.deviceChange.find((c: Answer) => c.device._typeName === 'VirtualVmxnet3');
    expect(card.device.backing).toMatchObject({
      _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
      port: { portgroupKey: network.value },
    });
    expect(importSpec.configSpec.vAppConfig.property[0].info).toMatchObject({ id: 'hostname', value: 'told' });
  });

  it('takes the rows of the deployment option asked for', async () => {
    await using ep = await Endpoint.open();
    const options = `<DeploymentOptionSection><Info/><Configuration ovf:id="small"><Label>S</Label><Description/></Configuration>
      <Configuration ovf:id="large"><Label>L</Label><Description/></Configuration></DeploymentOptionSection>`;
    const large = item(1, 3, '<rasd:VirtualQuantity>8</rasd:VirtualQuantity>', 'ovf:configuration="large"');
    const text = descriptor({ options, items: [...ITEMS, large].join('') });
    const importer = new Importer(ep);
    const cpus = async (deploymentOption: string) =>
      (await importer.spec(text, { deploymentOption })).importSpec.configSpec.numCPUs;
    expect([await cpus(''), await cpus('large')]).toEqual([2, 8]);
  });

  it('of a vApp with its machines and their order', async () => {
    await using ep = await Endpoint.open();
    const one = (id: string) => `<VirtualSystem ovf:id="${id}"><Info/><VirtualHardwareSection><Info/><System>
      <vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType></System>${ITEMS.slice(0, 2).join('')}</VirtualHardwareSection></VirtualSystem>`;
    const system = `<VirtualSystemCollection ovf:id="app"><Info/><StartupSection><Info/>
      <Item ovf:id="db" ovf:order="1" ovf:startDelay="30"/></StartupSection>${one('db')}${one('web')}</VirtualSystemCollection>`;
    const { importSpec } = await new Importer(ep).spec(descriptor({ system }));
    expect(importSpec).toMatchObject({
      _typeName: 'VirtualAppImportSpec',
      name: 'app',
      child: [
        { configSpec: { name: 'db' }, entityConfig: { tag: 'db', startOrder: 1, startDelay: 30 } },
        { configSpec: { name: 'web' } },
      ],
    });
  });

  it.each<[string, Parts, object]>([
    [
      'hardware of no version known here',
      {
        hardware:
          '<VirtualHardwareSection><Info/><System><vssd:VirtualSystemType>virtualbox-2.2</vssd:VirtualSystemType></System></VirtualHardwareSection>',
      },
      { _typeName: 'OvfNoSupportedHardwareFamily', version: 'virtualbox-2.2' },
    ],
    [
      'a device that must be there and is not known',
      { items: [...ITEMS, item(20, 33, '')].join('') },
      { _typeName: 'OvfUnsupportedType', deviceType: 33, instanceId: '20' },
    ],
    [
      'a controller of no kind known here',
      { items: [...ITEMS, item(20, 6, '<rasd:ResourceSubType>odd</rasd:ResourceSubType>')].join('') },
      { _typeName: 'OvfUnsupportedSubType', deviceSubType: 'odd' },
    ],
    [
      'a disk that is not described',
      { items: [...ITEMS, item(20, 17, '<rasd:HostResource>ovf:/disk/other</rasd:HostResource>')].join('') },
      { _typeName: 'OvfMissingElement', name: 'Disk' },
    ],
  ])('not for %s', async (_what, parts, fault) => {
    await using ep = await Endpoint.open();
    const { importSpec, error } = await new Importer(ep).spec(descriptor(parts));
    expect(importSpec).toBeUndefined();
    expect(error).toMatchObject([{ fault }]);
  });

  it('without a device that need not be there', async () => {
    await using ep = await Endpoint.open();
    const items = [...ITEMS, item(20, 33, '', 'ovf:required="false"')].join('');
    const { importSpec, warning } = await new Importer(ep).spec(descriptor({ items }));
    expect(types(importSpec.configSpec)).toHaveLength(5);
    expect(warning).toMatchObject([{ fault: { _typeName: 'OvfUnsupportedType' } }]);
  });
});

describe('an OVF manager describes', () => {
  const written = async (ep: Endpoint, obj: Ref, cdp: object = {}): Promise<string> =>
    (await ep.call(ep.manager('ovfManager'), 'CreateDescriptor', { obj, cdp })).ovfDescriptor;

  it('a machine so that the same machine can be made of it', async () => {
    await using ep = await Endpoint.open();
    const importer = new Importer(ep);
    const { importSpec } = await importer.spec(descriptor(), { diskProvisioning: 'thin' });
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const vm = await ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config: importSpec.configSpec, pool });
    const text = await written(ep, vm, { exportOption: ['extraconfig'] });
    const again = await importer.spec(text, { diskProvisioning: 'thin' });
    expect(again.error).toBeUndefined();
    const plain = ({ deviceChange, extraConfig, ...rest }: Answer) => rest;
    expect(plain(again.importSpec.configSpec)).toMatchObject({
      ...plain(importSpec.configSpec),
      vAppConfig: {
        product: [{ info: { name: 'Appliance', fullVersion: '1.2.3' } }],
        property: importSpec.configSpec.vAppConfig.property.map(({ info }: Answer) => ({
          info: { id: info.id, type: info.type },
        })),
      },
    });
    const kinds = (spec: Answer) =>
      types(spec)
        .filter((type) => !/IDE/.test(type))
        .sort();
    expect(kinds(again.importSpec.configSpec)).toEqual(kinds(importSpec.configSpec));
    expect(again.importSpec.configSpec.extraConfig).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'my.key', value: 'mine' })]),
    );
  });

  it('with the files that were exported, each with its disk', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    const ovfFiles = [{ deviceId: `/${vm.value}/2000`, path: 'disk-0.vmdk', size: 1234, populatedSize: 99 }];
    const text = await written(ep, vm, { ovfFiles, name: 'other', description: 'told' });
    const parsed = await new Importer(ep).parse(text);
    expect(parsed).toMatchObject({
      defaultEntityName: 'other',
      annotation: 'told',
      approximateDownloadSize: 1234,
      approximateSparseDeploymentSize: 99,
    });
    const { fileItem } = await new Importer(ep).spec(text);
    expect(fileItem).toMatchObject([{ path: 'disk-0.vmdk', cimType: 17 }]);
  });

  it('a vApp with the machines in it', async () => {
    await using ep = await Endpoint.open({ inventory: { app: 1 } });
    const [app] = await ep.read(await ep.at('DC0/host/DC0_C0/Resources'), 'resourcePool');
    const parsed = await new Importer(ep).parse(await written(ep, app));
    expect(parsed.virtualApp).toBe(true);
    expect(parsed.entityName.map((e: Answer) => e.value)).toEqual([
      'DC0_C0_APP0',
      'DC0_C0_APP0_VM0',
      'DC0_C0_APP0_VM1',
    ]);
  });

  it('nothing else', async () => {
    await using ep = await Endpoint.open();
    const obj = await ep.at('DC0/vm');
    expect(await ep.fault(ep.manager('ovfManager'), 'CreateDescriptor', { obj, cdp: {} })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'obj',
    });
  });
});
