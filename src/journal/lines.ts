/** Entries as lines of JSON: as they are, and with nothing in them that another run could not repeat. */
import { formatTime } from '../kernel/time.ts';
import type { JournalEntry } from './entry.ts';

/** An entry as JSON has it: its times as the API writes them. */
export function entryJson(entry: JournalEntry): Record<string, unknown> {
  const { at, until } = entry;
  return { ...entry, at: formatTime(at), until: formatTime(until) };
}

export function entryLine(entry: JournalEntry): string {
  return `${JSON.stringify(entryJson(entry))}\n`;
}

/** What stands in an entry by chance: keys of sessions, and where the server was. */
export interface Chance {
  /** Word -> what is shown in its place. */
  readonly words: ReadonlyMap<string, string>;
}

/** SHA-1 and SHA-256 of certificates, which are made at start. */
const THUMBPRINT = /\b(?:[0-9A-F]{2}:){19}(?:[0-9A-F]{2}:){0,12}[0-9A-F]{2}\b/gi;

/** The part of an entry that follows from scenario, seed and order of calls. */
export function steadyLine(entry: JournalEntry, { words }: Chance): string {
  const { took: _took, from: _from, ...facts } = entryJson(entry);
  let text = JSON.stringify(facts).replace(THUMBPRINT, 'THUMBPRINT');
  for (const [word, shown] of words) text = text.replaceAll(word, shown);
  return `${text}\n`;
}
