/** Reads OVF descriptors, versions 1 and 2, with VMware's own rows. */
import { isElement, parseTree, type XmlElement } from '../xml-tree.ts';
import {
  type OvfDisk,
  type OvfEntity,
  type OvfEnvelope,
  OvfError,
  type OvfFileRef,
  type OvfFlaw,
  type OvfProduct,
  type OvfProperty,
  type OvfStartup,
  unitOf,
} from './envelope.ts';
import { readHardware } from './read-hardware.ts';
import { attribute, child, childrenOf, missing, number, required, Words } from './reading.ts';

const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.dmtf.org/ovf/envelope/1',
  'http://schemas.dmtf.org/ovf/envelope/2',
]);

/** 10 MiB of text is a descriptor nobody wrote. */
const LONGEST = 10 * 2 ** 20;
const DEEPEST = 16;

/** Sections that are read; what else an envelope or an entity has is passed over, unless it says it is required. */
const KNOWN: ReadonlySet<string> = new Set([
  'References',
  'DiskSection',
  'NetworkSection',
  'DeploymentOptionSection',
  'Strings',
  'VirtualSystem',
  'VirtualSystemCollection',
  'Info',
  'Name',
  'AnnotationSection',
  'ProductSection',
  'EulaSection',
  'OperatingSystemSection',
  'VirtualHardwareSection',
  'StartupSection',
  'ResourceAllocationSection',
  'InstallSection',
  'BootOrderSection',
  'SharedDiskSection',
  'SystemFileSection',
]);

/** Words of a descriptor in another language, by the id a text refers to; from the importer's bundle or the file itself. */
export function readOvf(text: string, bundle: ReadonlyMap<string, string> = new Map()): OvfEnvelope {
  if (text.length > LONGEST) throw new OvfError({ kind: 'OvfXmlFormat', element: '', line: 1 }, 'it is too long');
  const root = parseTree(text.trimStart());
  if (!isElement(root)) {
    throw new OvfError({ kind: 'OvfXmlFormat', element: '', line: root.line }, `${root.reason} (line ${root.line})`);
  }
  if (root.name !== 'Envelope') throw wrong('OvfWrongElement', root, `${root.name} is no Envelope`);
  if (!NAMESPACES.has(root.space)) throw wrong('OvfWrongNamespace', root, `'${root.space}' is no namespace of OVF`);
  const words = new Words(root, bundle);
  const ignored: OvfFlaw[] = [];
  const files = childrenOf(child(root, 'References'), 'File').map(fileOf);
  const entity = root.children.find(isEntity);
  if (!entity) throw missing('VirtualSystem', root);
  passOver(root, ignored);
  const options = childrenOf(child(root, 'DeploymentOptionSection'), 'Configuration').map((e) => ({
    element: e,
    option: {
      id: required(e, 'id'),
      label: words.of(child(e, 'Label')),
      description: words.of(child(e, 'Description')),
    },
  }));
  const chosen = options.find(({ element }) => attribute(element, 'default') === 'true') ?? options[0];
  return {
    files,
    disks: childrenOf(child(root, 'DiskSection'), 'Disk').map((e) => diskOf(e, files)),
    networks: childrenOf(child(root, 'NetworkSection'), 'Network').map((e) => ({
      name: required(e, 'name'),
      description: words.of(child(e, 'Description')),
    })),
    options: options.map(({ option }) => option),
    defaultOption: chosen?.option.id ?? '',
    root: entityOf(entity, words, ignored, 0),
    ignored,
  };
}

function isEntity({ name }: XmlElement): boolean {
  return name === 'VirtualSystem' || name === 'VirtualSystemCollection';
}

/** An unknown section may be skipped, unless the descriptor says that it must be understood. */
function passOver(element: XmlElement, ignored: OvfFlaw[]): void {
  for (const section of element.children) {
    if (KNOWN.has(section.name)) continue;
    const flaw = { kind: 'OvfUnsupportedSection', element: section.name, line: section.line };
    if (attribute(section, 'required') !== 'false' && /Section(_Type)?$/.test(section.name)) {
      throw new OvfError(flaw, `nobody here understands ${section.name}`);
    }
    ignored.push(flaw);
  }
}

function fileOf(element: XmlElement): OvfFileRef {
  return {
    id: required(element, 'id'),
    href: required(element, 'href'),
    size: number(element, 'size'),
    compression: attribute(element, 'compression'),
    chunkSize: number(element, 'chunkSize'),
  };
}

function diskOf(element: XmlElement, files: readonly OvfFileRef[]): OvfDisk {
  const unit = unitOf(attribute(element, 'capacityAllocationUnits'));
  const capacity = number(element, 'capacity');
  if (unit === undefined) throw bad(element, 'capacityAllocationUnits');
  if (capacity === undefined) throw missing('capacity', element);
  if (!Number.isSafeInteger(capacity * unit) || capacity <= 0) throw bad(element, 'capacity');
  const file = attribute(element, 'fileRef') || undefined;
  if (file !== undefined && !files.some(({ id }) => id === file)) {
    throw wrong('OvfInvalidValueReference', element, `no file '${file}'`, 'fileRef');
  }
  // What differs from another disk would be taken for the whole of it.
  if (attribute(element, 'parentRef')) {
    throw wrong('OvfUnsupportedAttribute', element, 'a disk that differs from another is not taken in', 'parentRef');
  }
  return {
    id: required(element, 'diskId'),
    capacity: capacity * unit,
    file,
    format: attribute(element, 'format'),
    populated: number(element, 'populatedSize'),
  };
}

function entityOf(element: XmlElement, words: Words, ignored: OvfFlaw[], depth: number): OvfEntity {
  if (depth > DEEPEST) throw wrong('OvfUnsupportedElement', element, 'entities are nested too deep');
  if (depth >= 0) passOver(element, ignored);
  const shared = {
    id: required(element, 'id'),
    name: words.of(child(element, 'Name')),
    annotation: words.of(child(child(element, 'AnnotationSection'), 'Annotation')),
    products: childrenOf(element, 'ProductSection').map((e) => productOf(e, words)),
    eulas: childrenOf(element, 'EulaSection').map((e) => words.of(child(e, 'License'))),
  };
  if (element.name === 'VirtualSystemCollection') {
    return {
      kind: 'collection',
      ...shared,
      startup: childrenOf(child(element, 'StartupSection'), 'Item').map(startupOf),
      children: element.children.filter(isEntity).map((e) => entityOf(e, words, ignored, depth + 1)),
    };
  }
  const os = child(element, 'OperatingSystemSection');
  return {
    kind: 'system',
    ...shared,
    os: os && {
      id: number(os, 'id') ?? 1,
      description: words.of(child(os, 'Description')),
      guestId: attribute(os, 'osType'),
    },
    hardware: childrenOf(element, 'VirtualHardwareSection').map(readHardware),
  };
}

function productOf(element: XmlElement, words: Words): OvfProduct {
  const properties: OvfProperty[] = [];
  let category = '';
  for (const row of element.children) {
    if (row.name === 'Category') category = words.of(row);
    if (row.name === 'Property') properties.push(propertyOf(row, category, words));
  }
  const part = (name: string) => words.of(child(element, name));
  return {
    classId: attribute(element, 'class') ?? '',
    instanceId: attribute(element, 'instance') ?? '',
    product: part('Product'),
    vendor: part('Vendor'),
    version: part('Version'),
    fullVersion: part('FullVersion'),
    productUrl: part('ProductUrl'),
    vendorUrl: part('VendorUrl'),
    appUrl: part('AppUrl'),
    properties,
  };
}

function propertyOf(element: XmlElement, category: string, words: Words): OvfProperty {
  const values = new Map([['', attribute(element, 'value') ?? '']]);
  for (const value of childrenOf(element, 'Value')) {
    values.set(attribute(value, 'configuration') ?? '', required(value, 'value'));
  }
  return {
    key: required(element, 'key'),
    type: required(element, 'type'),
    label: words.of(child(element, 'Label')),
    description: words.of(child(element, 'Description')),
    category,
    userConfigurable: attribute(element, 'userConfigurable') === 'true',
    password: attribute(element, 'password') === 'true',
    qualifiers: attribute(element, 'qualifiers') ?? '',
    values,
  };
}

function startupOf(element: XmlElement): OvfStartup {
  return {
    id: required(element, 'id'),
    order: number(element, 'order') ?? 0,
    startDelay: number(element, 'startDelay') ?? 0,
    stopDelay: number(element, 'stopDelay') ?? 0,
    waitingForGuest: attribute(element, 'waitingForGuest') === 'true',
    startAction: attribute(element, 'startAction') ?? 'powerOn',
    stopAction: attribute(element, 'stopAction') ?? 'powerOff',
  };
}

function wrong(kind: string, element: XmlElement, message: string, name?: string): OvfError {
  return new OvfError({ kind, element: element.name, attribute: name, line: element.line }, message);
}

function bad(element: XmlElement, name: string): OvfError {
  const value = attribute(element, name);
  const flaw = { kind: 'OvfInvalidValue', element: element.name, attribute: name, value, line: element.line };
  return new OvfError(flaw, `'${value}' is no ${name}`);
}
