/** What must not be shown: what the API table calls secret, and what opens a session without being called so. */
import { PropertyValue } from '../vim25/property-value.ts';
import type { Property, Schema } from '../vim25/schema.ts';
import { arrayTypeName, type DataObject, type Ref } from '../vim25/value.ts';

const HIDDEN = '********';

/** Words that open or name a session, and others that prove who somebody is, which the table does not mark. */
const TICKETS: ReadonlySet<string> = new Set([
  ...['cloneTicket', 'sessionId', 'sessionID', 'samlToken', 'base64Token', 'sspiToken'],
  ...['datastorePrincipalPasswd', 'trustVerificationToken', 'verificationToken', 'httpHeaders'],
]);

/** The same, where the word means something else in other types. */
const OF_TYPE: Readonly<Record<string, string>> = {
  UserSession: 'key',
  SessionManagerGenericServiceTicket: 'id',
};

/** Methods whose whole answer opens a door. */
const TICKET_SELLERS: ReadonlySet<string> = new Set(['AcquireCloneTicket']);

/** A file for Windows' setup, passwords and all. */
const ANSWER_FILE = 'CustomizationSysprepText';

/** Where URLs carry what opens them: a lease's ticket, a console's, a transfer's token, a name with its password. */
const IN_URLS: readonly (readonly [RegExp, string])[] = [
  [/(\/nfc\/)[^/?#\s]+/g, `$1${HIDDEN}`],
  [/(\/ticket\/)[^/?#\s]+/g, `$1${HIDDEN}`],
  [/([?&;](?:token|ticket|password|secret|session\w*|key)=)[^&;#\s]*/gi, `$1${HIDDEN}`],
  [/(:\/\/[^/@:\s]*:)[^/@\s]*@/g, `$1${HIDDEN}@`],
];

/** A method's arguments with asterisks in place of secrets; the same object when it holds none. */
export function withoutSecrets(schema: Schema, target: Ref, method: string, args: DataObject): DataObject {
  const params = schema.managed(target.type)?.methods.get(method)?.paramByName;
  return params ? hide(schema, undefined, params, args) : args;
}

/** What a method answered, the same way; a fault goes by its own type. */
export function answerWithoutSecrets(schema: Schema, target: Ref, method: string, answer: unknown): unknown {
  if (TICKET_SELLERS.has(method) && typeof answer === 'string') return HIDDEN;
  return inside(schema, schema.managed(target.type)?.methods.get(method)?.result, answer);
}

function hide<T extends object>(
  schema: Schema,
  type: string | undefined,
  rows: ReadonlyMap<string, Property>,
  value: T,
): T {
  let shown: Record<string, unknown> | undefined;
  const own = type === undefined ? undefined : OF_TYPE[type];
  for (const [name, given] of Object.entries(value)) {
    if (given === undefined) continue;
    const row = rows.get(name);
    const kept = row?.secret || name === own || TICKETS.has(name) ? HIDDEN : inside(schema, row, given);
    if (kept === given) continue;
    shown = { ...(shown ?? value), [name]: kept };
  }
  return (shown as T | undefined) ?? value;
}

function inside(schema: Schema, row: Property | undefined, value: unknown): unknown {
  if (typeof value === 'string') return withoutTickets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => inside(schema, row, item));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (value instanceof PropertyValue) return inside(schema, undefined, typed(value));
  if ('_value' in value) return unboxed(schema, value as { _typeName: string; _value: unknown });
  const type = (value as { _typeName?: string })._typeName ?? (row?.kind === 'data' ? row.type : undefined);
  if (type === ANSWER_FILE) return { ...value, value: HIDDEN };
  const data = type === undefined ? undefined : schema.data(type);
  return data ? hide(schema, type, data.byName, value) : value;
}

/** What was read of an object, as an anyType says what it is. */
function typed({ property: { type, kind, array }, value }: PropertyValue): unknown {
  if (array) return { _typeName: arrayTypeName(type), _value: value };
  return kind === 'data' && !('_typeName' in (value as object)) ? { _typeName: type, ...(value as object) } : value;
}

/** A list in the place of an anyType: its items are of the type it names. */
function unboxed<T extends { _typeName: string; _value: unknown }>(schema: Schema, box: T): T {
  const type = box._typeName.replace(/^ArrayOf/, '');
  const kind = schema.data(type) ? 'data' : 'any';
  const kept = inside(schema, { type, kind } as Property, box._value);
  return kept === box._value ? box : { ...box, _value: kept };
}

function withoutTickets(text: string): string {
  if (!text.includes('/')) return text;
  return IN_URLS.reduce((shown, [secret, mask]) => shown.replace(secret, mask), text);
}
