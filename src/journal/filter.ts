/** Which calls somebody asks the journal for. */
import { fitsName } from '../kernel/glob.ts';
import type { JournalEntry, Outcome } from './entry.ts';

/** Every part that is given must fit; texts are globs (`*`, `?`) and compare without regard to case. */
export interface JournalFilter {
  readonly method?: string | undefined;
  /** Id or name of the object called on, or its inventory path: `vm-12`, `web-*`, `/DC0/vm/web-1`. */
  readonly target?: string | { readonly value: string } | undefined;
  /** `DOMAIN\name`, `name@domain` or the name alone. */
  readonly user?: string | undefined;
  /** Ordinal of the session; 0 for calls before login. */
  readonly session?: number | undefined;
  /** Ordinal of the connection. */
  readonly connection?: number | undefined;
  readonly opId?: string | undefined;
  readonly outcome?: Outcome | undefined;
  /** Type of the fault. */
  readonly fault?: string | undefined;
  /** Id of a rule that took part. */
  readonly rule?: string | undefined;
  /** Id of the task the call started. */
  readonly task?: string | undefined;
  /** Calls after the one of that number only. */
  readonly since?: number | undefined;
  /** The newest so many of those that fit. */
  readonly last?: number | undefined;
}

export type Facts = Pick<
  JournalEntry,
  | 'seq'
  | 'session'
  | 'connection'
  | 'user'
  | 'opId'
  | 'method'
  | 'target'
  | 'name'
  | 'outcome'
  | 'fault'
  | 'rules'
  | 'task'
>;

/** Id of the object that stands at an inventory path now. */
export type Places = (path: string) => string | undefined;

/** Parts that are compared as they are. */
const PLAIN = ['session', 'connection', 'outcome', 'task'] as const;
/** Parts that are globs over the entry's word of that name. */
const GLOBS = ['method', 'opId', 'fault'] as const;

/** The question as a function; what does not change from entry to entry is worked out once. */
export function asked(filter: JournalFilter, places: Places): (entry: Facts) => boolean {
  const { since, target, user, rule } = filter;
  const hits = target === undefined ? undefined : targeted(target, places);
  return (entry) => {
    if (since !== undefined && entry.seq <= since) return false;
    for (const part of PLAIN) if (filter[part] !== undefined && filter[part] !== entry[part]) return false;
    for (const part of GLOBS) {
      const glob = filter[part];
      if (glob !== undefined && !fitsName(glob, entry[part] ?? '')) return false;
    }
    if (user !== undefined && !namesOf(entry.user).some((name) => fitsName(user, name))) return false;
    if (rule !== undefined && !entry.rules.some((id) => fitsName(rule, id))) return false;
    return hits === undefined || hits(entry);
  };
}

function targeted(target: string | { readonly value: string }, places: Places): (entry: Facts) => boolean {
  if (typeof target !== 'string') return (entry) => entry.target.value === target.value;
  const there = target.startsWith('/') ? places(target) : undefined;
  return ({ target: { value }, name }) =>
    value === there || fitsName(target, value) || (name !== '' && fitsName(target, name));
}

/** The forms in which a user may be named. */
function namesOf(user: string): readonly string[] {
  const [, domain, name] = /^([^\\]+)\\(.+)$/.exec(user) ?? [];
  return name === undefined ? [user] : [user, name, `${name}@${domain}`];
}
