/** What somebody expects to have been called; calls that are not it say why they are not. */
import { didYouMean } from '../kernel/errors.ts';
import { fitsName } from '../kernel/glob.ts';
import type { JournalEntry } from './entry.ts';
import type { JournalFilter } from './filter.ts';
import type { Journal } from './journal.ts';
import { differences, told } from './match.ts';

/** How a call is to have been. Texts are globs, as in the filters of the journal. */
export interface ExpectedCall
  extends Pick<JournalFilter, 'target' | 'user' | 'session' | 'connection' | 'opId' | 'outcome' | 'fault' | 'rule'> {
  /** Arguments that it must have had; it may have had others. A RegExp, a function or a matcher may stand for a value. */
  readonly args?: Readonly<Record<string, unknown>> | undefined;
  /** What it is to have been answered, the same way. */
  readonly answer?: unknown;
  /** How often; at least once where it is not said. */
  readonly times?: number | undefined;
}

export interface Verdict {
  readonly pass: boolean;
  /** The calls that are as expected. */
  readonly found: readonly JournalEntry[];
  /** Why not, or why it should not have been. */
  readonly message: string;
}

/** Calls that a message tells of, those with the fewest differences first. */
const NEAREST = 3;

/** Whether the journal has such calls. */
export function judge(journal: Journal, method: string, expected: ExpectedCall = {}): Verdict {
  const { times } = expected;
  const misses = journal.calls({ method }).map((entry) => ({ entry, why: whyNot(journal, entry, expected) }));
  const found = misses.filter(({ why }) => why.length === 0).map(({ entry }) => entry);
  const pass = times === undefined ? found.length > 0 : found.length === times;
  return {
    pass,
    found,
    message: pass ? unwanted(method, expected, found) : missing(journal, method, expected, misses),
  };
}

/** Parts of an expectation that the journal's own filter judges. */
const FILTERED = ['target', 'user', 'session', 'connection', 'opId', 'outcome', 'fault', 'rule'] as const;

function whyNot(journal: Journal, entry: JournalEntry, expected: ExpectedCall): string[] {
  const wrong = FILTERED.flatMap((part) => {
    const wanted = expected[part];
    if (wanted === undefined || journal.fits(entry, { [part]: wanted })) return [];
    const was = part === 'target' ? targetOf(entry) : part === 'rule' ? told(entry.rules) : told(entry[part]);
    return [`${part}: expected ${typeof wanted === 'object' ? wanted.value : told(wanted)}, was ${was}`];
  });
  const args = expected.args === undefined ? [] : differences(entry.args, expected.args, 'args');
  const answer = expected.answer === undefined ? [] : differences(entry.answer, expected.answer, 'answer');
  return [...wrong, ...[...args, ...answer].map((d) => `${d.path}: expected ${d.expected}, was ${d.actual}`)];
}

function missing(
  journal: Journal,
  method: string,
  expected: ExpectedCall,
  misses: readonly { readonly entry: JournalEntry; readonly why: readonly string[] }[],
): string {
  const found = misses.filter(({ why }) => why.length === 0);
  const head = `expected ${described(method, expected)}, but ${found.length === 0 ? 'there was none' : `there were ${found.length}`}`;
  const near = [...misses]
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => a.why.length - b.why.length || b.entry.seq - a.entry.seq)
    .slice(0, NEAREST);
  const lines = near.flatMap(({ entry, why }) => [`  ${shown(entry)}`, ...why.map((reason) => `      ${reason}`)]);
  if (near.length > 0) return [head, '', 'nearest:', ...lines].join('\n');
  if (found.length > 0) return [head, '', ...found.map(({ entry }) => `  ${shown(entry)}`)].join('\n');
  return [head, '', otherCalls(journal, method)].join('\n');
}

function unwanted(method: string, expected: ExpectedCall, found: readonly JournalEntry[]): string {
  const { times: _times, ...rest } = expected;
  const lines = found.slice(0, NEAREST).map((entry) => `  ${shown(entry)}`);
  return [`expected no ${described(method, rest)}, but there were ${found.length}`, '', ...lines].join('\n');
}

/** Nothing of the name was called: what was, and what may have been meant. */
function otherCalls(journal: Journal, method: string): string {
  const counts = new Map<string, number>();
  for (const { method: called } of journal.calls()) counts.set(called, (counts.get(called) ?? 0) + 1);
  if (counts.size === 0) return 'nothing was called at all';
  const near = didYouMean(method, counts.keys());
  const meant = near !== undefined && !fitsName(method, near) ? `; did you mean ${near}?` : '';
  return `called were ${Array.from(counts, ([name, n]) => (n === 1 ? name : `${name} (${n})`)).join(', ')}${meant}`;
}

function described(method: string, { target, args, answer, times, ...rest }: ExpectedCall): string {
  const on = target === undefined ? '' : ` on ${typeof target === 'string' ? target : target.value}`;
  const more = Object.entries(rest).flatMap(([part, value]) => (value === undefined ? [] : [`${part} ${told(value)}`]));
  if (args !== undefined) more.push(`args ${told(args)}`);
  if (answer !== undefined) more.push(`answer ${told(answer)}`);
  const many = times === undefined ? 'a call of' : times === 1 ? '1 call of' : `${times} calls of`;
  return `${many} ${method}${on}${more.length > 0 ? ` with ${more.join(', ')}` : ''}`;
}

function shown(entry: JournalEntry): string {
  const { seq, method, user, outcome, fault } = entry;
  const came = outcome === 'answer' ? 'answered' : (fault ?? outcome);
  return `#${seq} ${method} on ${targetOf(entry)}${user === '' ? '' : ` by ${user}`}: ${came}`;
}

function targetOf({ target, name }: JournalEntry): string {
  return name === '' ? target.value : `${name} (${target.value})`;
}
