/** The English sentence of an event, made of its words and its values. */
import type { Schema } from '../../vim25/schema.ts';
import { EVENT_WORDS, type EventCategory, type EventWords } from './event-types.ts';

type Values = Readonly<Record<string, unknown>>;

/** The sentence for an event that is complete but for it. */
export function eventMessage(schema: Schema, event: Values & { readonly _typeName: string }): string {
  const given = event['message'];
  if (event._typeName === 'EventEx' && typeof given !== 'string') return String(event['eventTypeId'] ?? '');
  return fill(wordsOf(schema, event._typeName)[2], event);
}

/** The category of an event as filters compare it; an EventEx says its own. */
export function eventCategory(schema: Schema, event: Values & { readonly _typeName: string }): EventCategory {
  const severity = event['severity'];
  if (event._typeName === 'EventEx' && typeof severity === 'string') return severity as EventCategory;
  return wordsOf(schema, event._typeName)[0];
}

/** The words of a type: its own, else of the nearest type it inherits from that has some, else its name spelled out. */
export function wordsOf(schema: Schema, typeName: string): EventWords {
  for (let t = schema.data(typeName); t; t = t.base) {
    const words = Object.hasOwn(EVENT_WORDS, t.name) ? EVENT_WORDS[t.name] : undefined;
    if (words) return words;
  }
  const name = spelled(typeName);
  return [category(typeName), name, name];
}

function category(typeName: string): EventCategory {
  if (/Fail|Error|Lost|Conflict|Expired/.test(typeName)) return 'error';
  return /Warning|Violation|Mismatch/.test(typeName) ? 'warning' : 'info';
}

function spelled(typeName: string): string {
  const text = typeName.replace(/Event$/, '').replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Puts values where a sentence names them: `{vm.name}` is the name in the event's `vm`, `{to.@enum.ManagedEntity.Status}`
 * the label of the enumerated value in `to`. What is not there stays empty.
 */
function fill(sentence: string, event: Values): string {
  return sentence.replace(/\{([\w.]+?)(\.@enum\.[\w.]+)?\}/g, (_, path: string, label: string | undefined) => {
    const text = said(valueAt(event, path.split('.')));
    return label ? labelOf(text) : text;
  });
}

/** What an enumerated value is called: `red` is `Red`. */
export function labelOf(value: string): string {
  const text = value.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function valueAt(from: unknown, path: readonly string[]): unknown {
  return path.reduce((at, step) => (typeof at === 'object' && at !== null ? (at as Values)[step] : undefined), from);
}

function said(value: unknown): string {
  if (typeof value === 'object' && value !== null) return String((value as Values)['localizedMessage'] ?? '');
  return value === undefined ? '' : String(value);
}
