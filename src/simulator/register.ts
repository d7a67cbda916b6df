/** What the journal is told once a call is answered: what the answer was, and how long. */
import type { Journal, Kept } from '../journal/journal.ts';
import { realMilliseconds } from '../kernel/stopwatch.ts';
import type { Site } from '../objects/site.ts';
import type { Method } from '../vim25/schema.ts';
import type { Ref } from '../vim25/value.ts';
import type { Written } from './answer.ts';
import type { Openings } from './openings.ts';
import type { Reception } from './reception.ts';

const NOBODY: Ref = Object.freeze({ type: '', value: '' });
const NOTHING = Object.freeze({});
/** Of a message that is no call, and longer than this, not even the names are kept. */
const MAX_STRANGE = 2 ** 16;

export class Register {
  readonly #journal: Journal;
  readonly #site: Site;
  readonly #openings: Openings;

  constructor(journal: Journal, site: Site, openings: Openings) {
    this.#journal = journal;
    this.#site = site;
    this.#openings = openings;
  }

  /** An answer is on its way; gives back how the rest of a long one is made. */
  answered({ kept, source }: Reception, method: Method, value: unknown, { body, more }: Written): Written['more'] {
    if (!kept) return more;
    if (more) kept.omitted = ['answer'];
    else source?.answered(value, body);
    this.#end(kept, sizeOf(body));
    this.#openings.note(method, value, kept);
    return more && this.#counted(more);
  }

  /** A fault is on its way: that of a call, or of bytes that were none. */
  refused(reception: Reception, fault: { readonly _typeName: string }, bytes: number): void {
    const kept = reception.kept ?? this.#strange(reception, fault);
    // A rule may have settled it otherwise.
    if (kept.outcome === 'answer') {
      kept.outcome = 'fault';
      kept.fault = fault._typeName;
    }
    if (kept.outcome !== 'cut') reception.source?.answered(fault, undefined);
    this.#end(kept, bytes);
  }

  #end(kept: Kept, bytes: number): void {
    this.#journal.end(kept, realMilliseconds(), bytes);
  }

  /** A call that was refused before anybody looked what it was to do. */
  #strange({ request, method, known, self, session, began }: Reception, fault: object): Kept {
    const long = request.body.length > MAX_STRANGE;
    const now = this.#site.clock.now();
    const identity = session?.state.identity;
    const kept = this.#journal.begin({
      at: now,
      began,
      line: request.connection,
      from: request.remoteAddress,
      host: request.address,
      session: identity?.ordinal ?? 0,
      key: identity?.key,
      user: identity?.userName ?? '',
      opId: '',
      method: long ? '' : (method ?? ''),
      known,
      target: long ? NOBODY : (self ?? NOBODY),
      name: '',
      source: { args: () => NOTHING, answer: () => fault },
      size: request.body.length,
    });
    kept.until = now;
    return kept;
  }

  #counted(more: NonNullable<Written['more']>): NonNullable<Written['more']> {
    const { counters } = this.#journal;
    return (drain) =>
      more((chunks) => {
        counters.sent(sizeOf(chunks));
        return drain(chunks);
      });
  }
}

function sizeOf(body: Written['body']): number {
  if (typeof body === 'string') return body.length;
  let size = 0;
  for (const chunk of body) size += chunk.length;
  return size;
}
