/** Rules for the wire: what goes with what, and when it can happen at all. */
import { parseSize } from '../kernel/size.ts';
import { parseDuration } from '../kernel/time.ts';
import type { Phase, TransportInput, TransportRuleEffect } from './rule.ts';
import { type Path, RuleError } from './rule-error.ts';
import { TRANSPORT_WORDS } from './rule-shape.ts';

type Kind = TransportRuleEffect['kind'];

/** There has to be an answer for these to happen to. */
const AFTER_ONLY: ReadonlySet<Kind> = new Set<Kind>(['truncate', 'dribble', 'bandwidth', 'close']);

/** Which word a word may stand beside. */
const BELONGS = { at: ['stall'], headers: ['status', 'redirect'], body: ['status'] } as const;

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a header that ends early is what is looked for
const HEADER_VALUE = /^[^\x00-\x08\x0a-\x1f\x7f\u0100-\uffff]*$/;

export function checkTransport(input: TransportInput, path: Path): TransportRuleEffect {
  const word = TRANSPORT_WORDS.find((name) => input[name] !== undefined)!;
  const kind: Kind = word === 'redirect' ? 'status' : word === 'garbage' && input.garbage === 'body' ? 'garbled' : word;
  for (const [name, words] of Object.entries(BELONGS) as [keyof typeof BELONGS, readonly string[]][]) {
    if (input[name] === undefined || words.includes(word)) continue;
    throw new RuleError([...path, name], `goes with ${words.map((w) => `\`${w}\``).join(' and ')} only`);
  }
  checkPhase(input, kind, path);
  checkHeaders(input.headers, [...path, 'headers']);
  return {
    layer: 'transport',
    kind,
    amount: amountOf(input, path),
    every: everyOf(input),
    status: input.redirect === undefined ? input.status : 302,
    headers: headersOf(input, path),
    body: input.body,
    phase: phaseOf(input, kind),
  };
}

function phaseOf({ phase, stall, at }: TransportInput, kind: Kind): Phase {
  const needsAnswer = AFTER_ONLY.has(kind) || (kind === 'stall' && (stall !== true || at !== undefined));
  return phase ?? (needsAnswer ? 'after' : 'before');
}

function checkPhase(input: TransportInput, kind: Kind, path: Path): void {
  if (input.phase !== 'before') return;
  const at = [...path, 'phase'];
  if (kind === 'truncate') throw new RuleError(at, 'an answer can be cut short only after the work was done');
  if (AFTER_ONLY.has(kind)) throw new RuleError(at, `\`${kind}\` is for an answer: it comes after the work was done`);
  if (kind === 'stall' && (input.stall !== true || input.at !== undefined))
    throw new RuleError(at, 'an answer stands still only after the work was done; `delay` holds the call up');
}

function amountOf({ truncate, stall, at, dribble, bandwidth }: TransportInput, path: Path): number | undefined {
  const rate = bandwidth === undefined ? undefined : parseSize(bandwidth);
  if (rate === 0) throw new RuleError([...path, 'bandwidth'], 'expected more than nothing; `stall` lets nothing out');
  return truncate ?? rate ?? dribble?.bytes ?? at ?? (stall === undefined || stall === true ? undefined : 0);
}

function everyOf({ delay, dribble, stall }: TransportInput): number | undefined {
  const said = delay ?? dribble?.every ?? (stall === true ? undefined : stall);
  return said === undefined ? undefined : parseDuration(said);
}

function headersOf({ headers, redirect }: TransportInput, path: Path): TransportRuleEffect['headers'] {
  if (redirect === undefined) return headers;
  if (!HEADER_VALUE.test(redirect)) throw new RuleError([...path, 'redirect'], 'has what no header may have');
  return { ...headers, location: redirect };
}

function checkHeaders(headers: TransportInput['headers'], path: Path): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!HEADER_NAME.test(name)) throw new RuleError([...path, name], 'is no name of a header');
    if (!HEADER_VALUE.test(value)) throw new RuleError([...path, name], 'has what no header may have');
    if (/^(content-length|transfer-encoding)$/i.test(name))
      throw new RuleError([...path, name], 'follows from the body; `truncate` and `badChunk` make it wrong');
  }
}
