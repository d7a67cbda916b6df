/** What a client makes in a session and loses with it: views, filters, collectors. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { RelationSpec } from '../../../world/kind.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Viewer } from '../../../world/viewer.ts';
import type { Call } from '../../call.ts';
import type { Session } from './session.ts';

export interface Belonging {
  /** Id of the session; absent for what every session finds. */
  readonly session: string | undefined;
}

/** The relation of such a thing to its session, which sees them under the name given. */
export function ofSession<F extends Belonging>(inverse: string): RelationSpec<F> {
  return { facet: 'session' as keyof F & string, to: 'UserSession', of: (s) => s.session, inverse };
}

/** Everything that hangs on a session: nothing else points at one. */
export function belongingsOf(session: Cell<Session>): Cell[] {
  return [...(session.sources?.values() ?? [])].flatMap((cells) => [...cells]);
}

/** The caller's session. Throws NotAuthenticated. */
export function ownSession(call: Call): Cell<Session> {
  if (!call.session) throw new VimFault('NotAuthenticated', { object: call.self, privilegeId: 'System.View' });
  return call.session;
}

/**
 * Whether a thing belongs to the session that looks, or is a task that its user started: what one made oneself one may
 * read, whatever one may elsewhere.
 */
export function isOwn(cell: Cell, { session, user }: Viewer): boolean {
  if (session === undefined) return false;
  if (cell.is('Task')) return (cell.state as TaskFacets).request.user.toLowerCase() === user.toLowerCase();
  if ((cell.state as Partial<Belonging>).session !== session) return false;
  return cell.kind.relationByName.get('session')?.to === 'UserSession';
}

/** Guards that a thing is the caller's; what is another's is not there. */
export function guardOwn<F extends Belonging>(call: Call, thing: Cell<F>): void {
  if (thing.state.session !== call.session?.id) throw new VimFault('ManagedObjectNotFound', { obj: thing.ref });
}

/** An id as vCenter gives it to what belongs to a session: `session[<key>]<uuid>`. Inside a turn. */
export function belongingId(call: Call, prefix: 'view' | 'filter' | 'collector'): string {
  return `session[${ownSession(call).id}]${call.site.ids.uuid(call.world.numbers.id(prefix))}`;
}

/** Runs `then` once an object is gone, however it goes. */
export function onceGone<F extends object>(cell: Cell<F>, then: () => void): void {
  cell.watchers ??= new Set();
  cell.watchers.add({ wants: () => false, changed: () => {}, gone: then });
}
