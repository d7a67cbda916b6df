/** What event and task collectors share: a page of the newest, a position to read from, a session they go with. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { KindSpec } from '../../world/kind.ts';
import { type Belonging, belongingId, guardOwn, ownSession } from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';

/** As `maxCollector` tells: collectors of one kind that a session may have. */
export const MAX_COLLECTORS = 32;

/** Length of the latest page until the client sets another. */
export const PAGE = 10;

/** Items one read may ask for. */
const MAX_READ = 1_000;

/** Before everything: reading on from here gives the oldest first. A new collector stands there. */
export const OLDEST = 0;

export interface CollectorFacets extends Belonging {
  readonly session: string;
  readonly size: number;
  /** Number of the last item behind the position. */
  readonly position: number;
}

/** Makes a collector that ends with the caller's session. Throws InvalidState beyond the number allowed. */
export function createCollector<F extends CollectorFacets>(
  call: Call,
  kind: KindSpec<F>,
  state: Omit<F, 'session'>,
): Ref {
  const session = ownSession(call);
  const open = [...session.back('historyCollectors')].filter((cell) => cell.is(kind.type));
  if (open.length >= MAX_COLLECTORS) throw new VimFault('InvalidState');
  return call.turn(() => {
    const facets = { ...state, session: session.id } as F;
    return call.world.create(kind, facets, belongingId(call, 'collector')).ref;
  });
}

/** Guards how many items a client asks for. */
export function guardCount(maxCount: number): void {
  if (maxCount < 1 || maxCount > MAX_READ) throw invalidArgument('maxCount');
}

type Scrolled = Cell<CollectorFacets>;

export function moveTo(call: Call, self: Cell<never>, position: number): void {
  call.turn(() => call.world.update(self as unknown as Scrolled, { position }));
}

export function destroyCollector(call: Call, self: Cell<never>): void {
  guardOwn(call, self as unknown as Scrolled);
  call.turn(() => call.world.destroy(self));
}
