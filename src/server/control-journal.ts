/** Journal entries as the control API shows them: what the API table calls secret is not shown. */
import type { JournalEntry } from '../journal/journal.ts';
import type { Property, Schema } from '../vim25/schema.ts';

const HIDDEN = '********';
/** Words that open a session, which the table does not mark. */
const TICKETS: ReadonlySet<string> = new Set(['cloneTicket', 'sessionId', 'sessionID', 'samlToken', 'base64Token']);

export function shownEntry(schema: Schema, entry: JournalEntry): object {
  const params = schema.managed(entry.target.type)?.methods.get(entry.method)?.params ?? [];
  return { ...entry, at: new Date(entry.at).toISOString(), args: shown(schema, params, entry.args) };
}

function shown(schema: Schema, rows: readonly Property[], value: object): object {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return Object.fromEntries(
    Object.entries(value).map(([name, v]) => {
      const row = byName.get(name);
      return [name, row?.secret || TICKETS.has(name) ? HIDDEN : inside(schema, row, v)];
    }),
  );
}

function inside(schema: Schema, row: Property | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(schema, row, item));
  if (typeof value !== 'object' || value === null) return value;
  const type = (value as { _typeName?: string })._typeName ?? (row?.kind === 'data' ? row.type : undefined);
  const data = type === undefined ? undefined : schema.data(type);
  return data ? shown(schema, data.allProperties, value) : value;
}
