/** Whether a rule concerns a call. */
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
}

export function matches(match: Match, subject: Subject): boolean {
  const { method, type, name, path, user, opId, session } = match;
  return (
    (method === undefined || fitsGlob(method, subject.method)) &&
    (type === undefined || subject.is(type)) &&
    (session === undefined || subject.session === session) &&
    (opId === undefined || fitsGlob(opId, subject.opId)) &&
    (user === undefined || subject.users.some((u) => fitsGlob(user, u))) &&
    (name === undefined || fitsGlob(name, subject.name)) &&
    (path === undefined || subject.paths.some((p) => fitsGlob(path, p)))
  );
}

/** `*` stands for any text, `?` for one character; case does not matter. Never worse than the product of both lengths. */
export function fitsGlob(glob: string, text: string): boolean {
  const g = glob.toLowerCase();
  const t = text.toLowerCase();
  let star = -1;
  let retry = 0;
  let i = 0;
  for (let j = 0; j < t.length; ) {
    if (g[i] === '*') {
      star = i++;
      retry = j;
    } else if (i < g.length && (g[i] === '?' || g[i] === t[j])) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++retry;
    } else return false;
  }
  while (g[i] === '*') i++;
  return i === g.length;
}
