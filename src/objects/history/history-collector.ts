/** What event and task collectors share: a page of the newest, a position to read from, a session they go with. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { KindSpec } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import { onSessionEnd } from '../query/property-collector.ts';

/** As `maxCollector` tells: collectors of one kind that a session may have. */
export const MAX_COLLECTORS = 32;

/** Length of the latest page until the client sets another. */
export const PAGE = 10;

/** Items one read may ask for. */
const MAX_READ = 1_000;

/** Before everything: reading on from here gives the oldest first. A new collector stands there. */
export const OLDEST = 0;

export interface CollectorFacets {
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
  const { session, site, world } = call;
  if (!session) throw new VimFault('NotAuthenticated', { object: call.self, privilegeId: 'System.View' });
  let open = 0;
  for (const cell of world.every(kind)) if (cell.state.session === session.id) open++;
  if (open >= MAX_COLLECTORS) throw new VimFault('InvalidState');
  return call.turn(() => {
    const id = `session[${session.id}]${site.ids.uuid(world.numbers.id('collector'))}`;
    const collector = world.create(kind, { ...state, session: session.id } as F, id);
    onSessionEnd(session, () => world.turn(() => world.destroy(collector)));
    return collector.ref;
  });
}

/** Guards that a collector is the caller's own. */
export function guardOwn<F extends CollectorFacets>(call: Call, self: Cell<F>): void {
  if (self.state.session !== call.session?.id) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
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
