/** What must not be shown: what the API table calls secret, and what opens a session without being called so. */
import type { Property, Schema } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';

const HIDDEN = '********';

/** Words that open or name a session, and others that prove who somebody is, which the table does not mark. */
const TICKETS: ReadonlySet<string> = new Set([
  ...['cloneTicket', 'sessionId', 'sessionID', 'samlToken', 'base64Token', 'sspiToken'],
  ...['datastorePrincipalPasswd', 'trustVerificationToken'],
]);

/** A file for Windows' setup, passwords and all. */
const ANSWER_FILE = 'CustomizationSysprepText';

/** A method's arguments with asterisks in place of secrets; the same object when it holds none. */
export function withoutSecrets(schema: Schema, target: Ref, method: string, args: DataObject): DataObject {
  const params = schema.managed(target.type)?.methods.get(method)?.paramByName;
  return params ? hide(schema, params, args) : args;
}

function hide<T extends object>(schema: Schema, rows: ReadonlyMap<string, Property>, value: T): T {
  let shown: Record<string, unknown> | undefined;
  for (const [name, given] of Object.entries(value)) {
    if (given === undefined) continue;
    const row = rows.get(name);
    const kept = row?.secret || TICKETS.has(name) ? HIDDEN : inside(schema, row, given);
    if (kept === given) continue;
    shown = { ...(shown ?? value), [name]: kept };
  }
  return (shown as T | undefined) ?? value;
}

function inside(schema: Schema, row: Property | undefined, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => inside(schema, row, item));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  const type = (value as { _typeName?: string })._typeName ?? (row?.kind === 'data' ? row.type : undefined);
  if (type === ANSWER_FILE) return { ...value, value: HIDDEN };
  const data = type === undefined ? undefined : schema.data(type);
  return data ? hide(schema, data.byName, value) : value;
}
