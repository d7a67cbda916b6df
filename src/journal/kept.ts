/** A call as the journal keeps it: as it came. Most are never looked at, and looking for secrets costs more than keeping. */
import type { Schema } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Begun, Ended, JournalEntry, Outcome, Source } from './entry.ts';
import { answerWithoutSecrets, withoutSecrets } from './secrets.ts';

/** Longer ones are not kept. */
const MAX_REQUEST = 2 ** 20;
const MAX_ANSWER = 256 * 1024;
const MAX_NAME = 1_000;
/** What an entry takes beside its request and its answer. */
const ENTRY = 400;

const NONE: readonly never[] = Object.freeze([]);
const EMPTY: DataObject = Object.freeze({});

export class Kept implements Begun, Ended {
  readonly arrived: number;
  readonly connection: number;
  readonly at: number;
  readonly began: number;
  readonly line: undefined;
  readonly from: string;
  readonly host: string;
  readonly session: number;
  readonly key: string | undefined;
  readonly user: string;
  readonly opId: string;
  readonly method: string;
  readonly known: boolean;
  readonly target: Ref;
  readonly name: string;
  readonly size: number;
  source: Source;
  seq = 0;
  took = 0;
  until = 0;
  weight = 0;
  outcome: Outcome = 'answer';
  fault: string | undefined = undefined;
  changed = false;
  rules: readonly string[] = NONE;
  task: string | undefined = undefined;
  omitted: readonly ('args' | 'answer')[] = NONE;
  shown: JournalEntry | undefined = undefined;

  // Member by member: a spread makes the object slowly, and one is made for every call.
  constructor(begun: Begun, arrived: number, connection: number) {
    this.arrived = arrived;
    this.connection = connection;
    this.at = begun.at;
    this.began = begun.began;
    this.from = begun.from;
    this.host = begun.host;
    this.session = begun.session;
    this.key = begun.key;
    this.user = begun.user;
    this.opId = short(begun.opId);
    this.method = short(begun.method);
    this.known = begun.known;
    this.target = begun.target;
    this.name = begun.name;
    this.source = begun.source;
    this.size = begun.size;
  }

  /** What became of the call. */
  close(ended: Ended): void {
    this.until = ended.until;
    this.outcome = ended.outcome;
    this.fault = ended.fault;
    this.changed = ended.changed;
    this.rules = ended.rules;
    this.task = ended.task;
  }

  /** Lets go of what is too long to be kept; the rest counts. */
  weigh(answer: number): void {
    const { source, size, opId, method, target } = this;
    const longArgs = size > MAX_REQUEST;
    const longAnswer = answer > MAX_ANSWER;
    this.weight = ENTRY + opId.length + method.length + target.value.length;
    this.weight += (longArgs ? 0 : size) + (longAnswer ? 0 : answer);
    if (longArgs) this.omitted = ['args'];
    if (longAnswer) this.omitted = [...this.omitted, 'answer'];
    if (longArgs || longAnswer) {
      const args = longArgs ? EMPTY : source.args();
      const kept = longAnswer ? undefined : source.answer();
      this.source = { args: () => args, answer: () => kept };
    }
  }
}

/** A name as long as names are; a copy, for a part of a text would keep the whole. */
function short(text: string): string {
  return text.length > MAX_NAME ? Buffer.from(text.slice(0, MAX_NAME)).toString() : text;
}

/** The entry as it may be shown, made once; who listens and looks at neither arguments nor answer pays for neither. */
export function shownOf(schema: Schema, kept: Kept): JournalEntry {
  kept.shown ??= show(schema, kept);
  return kept.shown;
}

function show(schema: Schema, kept: Kept): JournalEntry {
  const { target, method } = kept;
  let read = false;
  let answer: unknown;
  let args: DataObject | undefined;
  return {
    seq: kept.seq,
    arrived: kept.arrived,
    at: kept.at,
    until: kept.until,
    took: kept.took,
    connection: kept.connection,
    from: kept.from,
    session: kept.session,
    user: kept.user,
    opId: kept.opId,
    method,
    target,
    name: kept.name,
    get args(): DataObject {
      args ??= withoutSecrets(schema, target, method, kept.source.args());
      return args;
    },
    outcome: kept.outcome,
    fault: kept.fault,
    get answer(): unknown {
      if (!read) {
        answer = answerWithoutSecrets(schema, target, method, kept.source.answer());
        read = true;
      }
      return answer;
    },
    omitted: kept.omitted,
    changed: kept.changed,
    rules: kept.rules,
    task: kept.task,
  };
}
