/** Reads the inventory of a vCenter or an ESXi host, any that speaks the API, as objects with their properties. */
import type { Client } from '../client/index.ts';
import { IMPORTED, LEFT_OUT, USUAL_DEVICES } from './import-paths.ts';

export interface ImportedObject {
  readonly type: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Reader = (wanted: {
  readonly type: string;
  readonly properties: readonly string[];
  readonly pageSize: number;
}) => AsyncIterable<{ readonly ref: { readonly type: string; readonly value: string }; readonly properties: object }>;

/** Objects per answer: hosts and VMs are large. */
const PAGE = 100;

export async function readInventory(client: Client): Promise<ImportedObject[]> {
  const retrieve = client.retrieve.bind(client) as unknown as Reader;
  const root = client.content.rootFolder;
  const name = await client.get(root, ['name', 'childType'] as never);
  const found = new Map<string, ImportedObject>();
  found.set(root.value, { type: root.type, id: root.value, properties: name as object as Record<string, unknown> });
  for (const [type, properties] of Object.entries(IMPORTED)) {
    for await (const { ref, properties: read } of retrieve({ type, properties, pageSize: PAGE })) {
      // Of a type that others derive from, those come with what is their own when it is their turn.
      if (ref.type === type) found.set(ref.value, { type, id: ref.value, properties: nested(read) });
    }
  }
  const { customFieldsManager } = client.content;
  if (customFieldsManager) {
    const field = await client.get(customFieldsManager, 'field');
    const { type, value: id } = customFieldsManager;
    if (field?.length) found.set(id, { type, id, properties: { field: plain(field) } });
  }
  return [...found.values()];
}

/** Values by path as values within one another. */
function nested(read: object): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(read)) {
    const steps = path.split('.');
    let at = made;
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[steps.at(-1)!] = plain(value);
  }
  return made;
}

/** As a document can hold it, without what is not put back. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value !== 'object' || value === null) return value;
  const { _typeName, key } = value as { readonly _typeName?: string; readonly key?: unknown };
  if (USUAL_DEVICES.has(`${_typeName} ${key}`)) return { _typeName, key };
  if (_typeName === 'Description') return { label: (value as { readonly label?: string }).label };
  const entries = Object.entries(value).filter(([name, item]) => item !== undefined && !LEFT_OUT.has(name));
  return Object.fromEntries(entries.map(([name, item]) => [name, plain(item)]));
}
