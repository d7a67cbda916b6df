/** Writes OVF descriptors; what is read of one written is what was told. */
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.d.ts';
import type { OvfEntity, OvfEnvelope, OvfHardware, OvfItem, OvfProduct, OvfStartup } from './envelope.ts';

const CIM = 'http://schemas.dmtf.org/wbem/wscim/1';
const SPACES = {
  xmlns: 'http://schemas.dmtf.org/ovf/envelope/1',
  'xmlns:cim': `${CIM}/common`,
  'xmlns:ovf': 'http://schemas.dmtf.org/ovf/envelope/1',
  'xmlns:rasd': `${CIM}/cim-schema/2/CIM_ResourceAllocationSettingData`,
  'xmlns:vmw': 'http://www.vmware.com/schema/ovf',
  'xmlns:vssd': `${CIM}/cim-schema/2/CIM_VirtualSystemSettingData`,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A descriptor as text. The library is loaded when first needed. */
export async function writeOvf(envelope: OvfEnvelope): Promise<string> {
  const { create } = await import('xmlbuilder2');
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('Envelope', SPACES);
  const references = root.ele('References');
  for (const { id, href, size, compression, chunkSize } of envelope.files) {
    references.ele('File', ovf({ href, id, size, compression, chunkSize }));
  }
  if (envelope.disks.length > 0) {
    const disks = section(root, 'DiskSection', 'Virtual disk information');
    for (const { id, capacity, file, format, populated } of envelope.disks) {
      const about = { capacity, capacityAllocationUnits: 'byte', diskId: id, fileRef: file, format };
      disks.ele('Disk', ovf({ ...about, populatedSize: populated }));
    }
  }
  if (envelope.networks.length > 0) {
    const networks = section(root, 'NetworkSection', 'The list of logical networks');
    for (const { name, description } of envelope.networks) {
      networks.ele('Network', ovf({ name })).ele('Description').txt(description);
    }
  }
  if (envelope.options.length > 0) {
    const options = section(root, 'DeploymentOptionSection', 'Ways to deploy this');
    for (const { id, label, description } of envelope.options) {
      const isDefault = id === envelope.defaultOption ? true : undefined;
      const option = options.ele('Configuration', ovf({ id, default: isDefault }));
      text(option, 'Label', label);
      text(option, 'Description', description);
    }
  }
  writeEntity(root, envelope.root);
  return document.end({ prettyPrint: true });
}

/** Attributes with OVF's prefix; those that are undefined left out. */
function ovf(attributes: Attributes): Record<string, string> {
  return prefixed('ovf', attributes);
}

function prefixed(prefix: string, attributes: Attributes): Record<string, string> {
  const told = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [`${prefix}:${name}`, String(value)]));
}

function section(parent: XMLBuilder, name: string, info: string, attributes: Attributes = {}): XMLBuilder {
  const made = parent.ele(name, ovf(attributes));
  made.ele('Info').txt(info);
  return made;
}

function text(parent: XMLBuilder, name: string, value: string): void {
  if (value !== '') parent.ele(name).txt(value);
}

function writeEntity(parent: XMLBuilder, entity: OvfEntity): void {
  const isSystem = entity.kind === 'system';
  const about = isSystem ? 'A virtual machine' : 'A collection of virtual machines';
  const made = section(parent, isSystem ? 'VirtualSystem' : 'VirtualSystemCollection', about, { id: entity.id });
  text(made, 'Name', entity.name);
  if (entity.annotation !== '') text(section(made, 'AnnotationSection', 'A note'), 'Annotation', entity.annotation);
  for (const product of entity.products) writeProduct(made, product);
  for (const eula of entity.eulas) text(section(made, 'EulaSection', 'A licence agreement'), 'License', eula);
  if (entity.kind === 'collection') {
    if (entity.startup.length > 0) writeStartup(made, entity.startup);
    for (const one of entity.children) writeEntity(made, one);
    return;
  }
  if (entity.os) {
    const { id, description, guestId } = entity.os;
    const attributes = { ...ovf({ id }), ...prefixed('vmw', { osType: guestId }) };
    const os = made.ele('OperatingSystemSection', attributes);
    os.ele('Info').txt('The kind of installed guest operating system');
    text(os, 'Description', description);
  }
  for (const hardware of entity.hardware) writeHardware(made, hardware, entity.name);
}

function writeProduct(parent: XMLBuilder, p: OvfProduct): void {
  const made = section(parent, 'ProductSection', 'Information about the installed software', {
    class: p.classId || undefined,
    instance: p.instanceId || undefined,
  });
  text(made, 'Product', p.product);
  text(made, 'Vendor', p.vendor);
  text(made, 'Version', p.version);
  text(made, 'FullVersion', p.fullVersion);
  text(made, 'ProductUrl', p.productUrl);
  text(made, 'VendorUrl', p.vendorUrl);
  text(made, 'AppUrl', p.appUrl);
  let category = '';
  for (const property of p.properties) {
    if (property.category !== category) made.ele('Category').txt(property.category);
    category = property.category;
    const { key, type, qualifiers, userConfigurable, password, values } = property;
    const row = made.ele(
      'Property',
      ovf({
        key,
        type,
        qualifiers: qualifiers || undefined,
        userConfigurable: userConfigurable || undefined,
        password: password || undefined,
        value: values.get('') || undefined,
      }),
    );
    text(row, 'Label', property.label);
    text(row, 'Description', property.description);
    for (const [configuration, value] of values) {
      if (configuration !== '') row.ele('Value', ovf({ value, configuration }));
    }
  }
}

function writeStartup(parent: XMLBuilder, rows: readonly OvfStartup[]): void {
  const made = section(parent, 'StartupSection', 'In which order machines start');
  for (const row of rows) made.ele('Item', ovf({ ...row }));
}

function writeHardware(parent: XMLBuilder, hardware: OvfHardware, name: string): void {
  const { transports, families, items, config, extraConfig } = hardware;
  const made = section(parent, 'VirtualHardwareSection', 'What the machine is made of', {
    transport: transports.length > 0 ? transports.join(' ') : undefined,
  });
  const system = made.ele('System');
  text(system, 'vssd:ElementName', 'Virtual hardware family');
  text(system, 'vssd:InstanceID', '0');
  text(system, 'vssd:VirtualSystemIdentifier', name);
  text(system, 'vssd:VirtualSystemType', families.join(' '));
  for (const item of items) writeItem(made, item);
  writeRows(made, 'Config', config);
  writeRows(made, 'ExtraConfig', extraConfig);
}

function writeRows(parent: XMLBuilder, name: string, rows: ReadonlyMap<string, string>): void {
  for (const [key, value] of rows) {
    parent.ele(`vmw:${name}`, { ...ovf({ required: false }), ...prefixed('vmw', { key, value }) });
  }
}

function writeItem(parent: XMLBuilder, item: OvfItem): void {
  const configuration = item.options.length > 0 ? item.options.join(' ') : undefined;
  const made = parent.ele(
    'Item',
    ovf({ required: item.required ? undefined : false, configuration, bound: item.bound }),
  );
  const row = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined && value !== '') made.ele(`rasd:${name}`).txt(String(value));
  };
  // The schema's order: by name.
  row('Address', item.address);
  row('AddressOnParent', item.addressOnParent);
  row('AllocationUnits', item.units);
  row('AutomaticAllocation', item.connected);
  for (const connection of item.connections) row('Connection', connection);
  row('ElementName', item.name);
  for (const resource of item.hostResources) row('HostResource', resource);
  row('InstanceID', item.id);
  row('Limit', item.limit);
  row('Parent', item.parent);
  row('Reservation', item.reservation);
  if (item.subTypes.length > 0) row('ResourceSubType', item.subTypes.join(' '));
  row('ResourceType', item.type);
  row('VirtualQuantity', item.quantity);
  row('Weight', item.weight);
  writeRows(made, 'Config', item.config);
  if (item.coresPerSocket !== undefined) {
    made.ele('vmw:CoresPerSocket', ovf({ required: false })).txt(String(item.coresPerSocket));
  }
}
