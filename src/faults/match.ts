/** Whether a rule concerns a call. */
import { fitsName } from '../kernel/glob.ts';
import { type Condition, meets } from './condition.ts';
import type { Match } from './rule.ts';

/** What rules may ask of a call or a task. Getters, so that what no rule asks is never worked out. */
export interface Subject {
  readonly method: string;
  /** Whether the object called on is of that managed type. */
  is(type: string): boolean;
  readonly name: string;
  /** The paths it goes by: in the inventory, or of a file. */
  readonly paths: readonly string[];
  /** The forms in which its user may be named. */
  readonly users: readonly string[];
  readonly opId: string;
  /** Ordinal of the session; 0 without one. */
  readonly session: number;
  /** The value at a property path; undefined when unset. */
  property(path: string): unknown;
  /** What an object is called that a value names. */
  nameOf(id: string): string | undefined;
}

export function matches(match: Match, subject: Subject): boolean {
  const { method, type, name, path, user, opId, session, property } = match;
  return (
    (method === undefined || fitsName(method, subject.method)) &&
    (type === undefined || subject.is(type)) &&
    (session === undefined || subject.session === session) &&
    (opId === undefined || fitsName(opId, subject.opId)) &&
    (user === undefined || subject.users.some((u) => fitsName(user, u))) &&
    (name === undefined || fitsName(name, subject.name)) &&
    (path === undefined || subject.paths.some((p) => fitsName(path, p))) &&
    (property === undefined || meetsAll(property, subject))
  );
}

function meetsAll(property: Readonly<Record<string, Condition>>, subject: Subject): boolean {
  const nameOf = (id: string) => subject.nameOf(id);
  for (const path in property) if (!meets(property[path]!, subject.property(path), nameOf)) return false;
  return true;
}
