/** Reads the virtual hardware of a descriptor: rows of version 1, and the storage and network rows of version 2. */
import type { XmlElement } from '../xml-tree.ts';
import { OvfError, type OvfHardware, type OvfItem } from './envelope.ts';
import { attribute, child, childrenOf, missing, textOf } from './reading.ts';

const ROWS: ReadonlySet<string> = new Set(['Item', 'StorageItem', 'EthernetPortItem']);

export function readHardware(element: XmlElement): OvfHardware {
  const family = textOf(child(child(element, 'System'), 'VirtualSystemType'));
  return {
    families: family.split(/[\s,]+/).filter((name) => name !== ''),
    items: element.children.filter(({ name }) => ROWS.has(name)).map(itemOf),
    config: rowsOf(element, 'Config'),
    extraConfig: rowsOf(element, 'ExtraConfig'),
    transports: (attribute(element, 'transport') ?? '').split(/[\s,]+/).filter((name) => name !== ''),
  };
}

function rowsOf(element: XmlElement, name: string): Map<string, string> {
  return new Map(childrenOf(element, name).map((e) => [attribute(e, 'key') ?? '', attribute(e, 'value') ?? '']));
}

function itemOf(element: XmlElement): OvfItem {
  const text = (name: string) => textOf(child(element, name)) || undefined;
  const all = (name: string) => childrenOf(element, name).map(textOf);
  const count = (name: string) => countOf(element, name);
  const connected = text('AutomaticAllocation');
  const id = text('InstanceID');
  if (id === undefined) throw missing('InstanceID', element);
  const type = count('ResourceType');
  if (type === undefined) throw missing('ResourceType', element);
  return {
    id,
    type,
    subTypes: all('ResourceSubType').flatMap((s) => s.split(/\s+/)),
    name: text('ElementName') ?? '',
    parent: text('Parent'),
    addressOnParent: count('AddressOnParent'),
    address: text('Address'),
    hostResources: all('HostResource'),
    connections: all('Connection'),
    connected: connected === undefined ? undefined : connected.toLowerCase() === 'true',
    units: text('AllocationUnits'),
    quantity: count('VirtualQuantity'),
    coresPerSocket: count('CoresPerSocket'),
    reservation: count('Reservation'),
    limit: count('Limit'),
    weight: count('Weight'),
    options: (attribute(element, 'configuration') ?? '').split(/\s+/).filter((option) => option !== ''),
    bound: attribute(element, 'bound'),
    required: attribute(element, 'required') !== 'false',
    config: rowsOf(element, 'Config'),
    line: element.line,
  };
}

function countOf(element: XmlElement, name: string): number | undefined {
  const row = child(element, name);
  const value = textOf(row);
  if (value === '') return undefined;
  const found = Number(value);
  if (Number.isSafeInteger(found) && found >= 0) return found;
  const flaw = { kind: 'OvfInvalidValueFormatMalformed', element: name, value, line: row!.line };
  throw new OvfError(flaw, `'${value}' is no number`);
}
