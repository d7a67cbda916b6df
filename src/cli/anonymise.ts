/**
 * Other names for everything in an imported inventory, the same one wherever a name stands: names of objects, files,
 * addresses of networks and cards, uuids. Texts that people wrote are left out.
 */
import type { ImportedObject } from './import-read.ts';
import { Pseudonyms } from './pseudonyms.ts';

/** Texts, and what programs wrote for themselves. */
const TEXTS: ReadonlySet<string> = new Set([
  'annotation',
  'alternateGuestName',
  'configContact',
  'contact',
  'contactInfo',
  'customValue',
  'description',
  'descriptionXml',
  'domainName',
  'eula',
  'extraConfig',
  'extensionKey',
  'field',
  'ipStack',
  'managedBy',
  'notes',
  'ovfEnvironment',
  'ovfSection',
  'product',
  'property',
  'remoteHostNames',
  'searchDomain',
  'serviceUri',
  'userName',
  'vAppConfig',
  'vendorSpecificConfig',
  'disk',
  'guestId.custom',
]);

/** What a VM's guest says of itself, where it is a text. */
const GUEST: ReadonlySet<string> = new Set(['hostName', 'net', 'ipAddress', 'screen', 'customizationInfo']);

/** What names products and versions, which look like names and addresses. */
const WHOLE: ReadonlySet<string> = new Set(['product', 'productInfo', 'about', 'version', 'biosInfo']);

/** Names of the API's own that are nobody's. */
const COMMON: ReadonlySet<string> = new Set(['vm', 'host', 'datastore', 'network', 'Datacenters', 'Resources']);

export function anonymised(objects: readonly ImportedObject[]): ImportedObject[] {
  const names = new Pseudonyms();
  for (const { type, properties } of objects) {
    const { name } = properties;
    if (typeof name === 'string' && !isCommon(type, properties)) names.know(type, name);
  }
  return objects
    .filter(({ type }) => type !== 'CustomFieldsManager')
    .map(({ type, id, properties }) => ({ type, id, properties: strip(type, properties, names) }));
}

function isCommon(type: string, { name, parent }: ImportedObject['properties']): boolean {
  const above = (parent as { readonly type?: string } | undefined)?.type;
  if (type === 'Folder') return above === undefined || (above === 'Datacenter' && COMMON.has(String(name)));
  return type === 'ResourcePool' && name === 'Resources';
}

function strip(
  type: string,
  properties: ImportedObject['properties'],
  names: Pseudonyms,
): ImportedObject['properties'] {
  const { guest, name, ...rest } = properties;
  const quiet = guest as Readonly<Record<string, unknown>> | undefined;
  const kept = quiet && Object.fromEntries(Object.entries(quiet).filter(([word]) => !GUEST.has(word)));
  const called = typeof name === 'string' && !isCommon(type, properties) ? names.of(type, name) : name;
  const others = masked(rest, names, 0) as Record<string, unknown>;
  return { ...(name !== undefined && { name: called }), ...others, ...(kept && { guest: masked(kept, names, 1) }) };
}

/** `depth` 0 are the properties themselves. */
function masked(value: unknown, names: Pseudonyms, depth: number, word = ''): unknown {
  if (typeof value === 'string') return depth > 0 || word !== '' ? names.text(value, word) : value;
  if (Array.isArray(value)) return value.map((item) => masked(item, names, depth + 1, word));
  if (typeof value !== 'object' || value === null) return value;
  if (isRef(value) || WHOLE.has(word)) return value;
  const entries = Object.entries(value).filter(([key, item]) => !isText(key, item));
  return Object.fromEntries(entries.map(([key, item]) => [key, masked(item, names, depth + 1, key)]));
}

/** The product of a host is its version, not what a vApp says of itself. */
function isText(key: string, value: unknown): boolean {
  if (!TEXTS.has(key)) return false;
  if (key === 'product') return Array.isArray(value);
  if (key === 'disk') return Array.isArray(value);
  return true;
}

function isRef(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length === 2 && keys.includes('type') && keys.includes('value');
}
