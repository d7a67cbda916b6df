/**
 * Service tickets: each lets one HTTP request through in place of a session's cookie.
 *
 * nova and Glance get one for an upload to a host's own `/folder` and send it as the cookie `vmware_cgi_ticket`.
 */
import { randomUUID } from 'node:crypto';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { MAX_UNUSED, type ServiceTicket, type Session, sessionKind } from './session.ts';

/** The request a ticket is for. */
export interface TicketedRequest {
  /** `PUT`, or as the API spells it `httpPut`; absent for any. */
  readonly method: string | undefined;
  readonly url: URL;
}

/** Gives out a ticket. Its id has no `=` in it: clients take the cookie apart at that sign. Inside a turn. */
export function issueServiceTicket(session: Cell<Session>, { method, url }: TicketedRequest): string {
  const ticket: ServiceTicket = { id: `cst-${randomUUID()}`, verb: verbOf(method), resource: resourceOf(url) };
  const passes = [...session.state.passes, ticket].slice(-MAX_UNUSED);
  session.world.update(session, { passes });
  return ticket.id;
}

/**
 * The session a ticket stands for, when it is good for this request; the ticket is then used up. The host named does not
 * count: one server answers for all of them. Undefined for a ticket that is unknown, used, or for something else.
 */
export function redeemServiceTicket(world: World, id: string, request: TicketedRequest): Cell<Session> | undefined {
  const session = world.as(sessionKind, world.lookup.get('serviceTicket', id).values().next().value?.id);
  const ticket = session?.state.passes.find((t) => t.id === id);
  if (!session || !ticket) return undefined;
  if (ticket.verb !== undefined && ticket.verb !== verbOf(request.method)) return undefined;
  if (ticket.resource !== resourceOf(request.url)) return undefined;
  world.turn(() => world.update(session, { passes: session.state.passes.filter((t) => t !== ticket) }));
  return session;
}

function verbOf(method: string | undefined): string | undefined {
  return method?.replace(/^http(?=[A-Z])/, '').toUpperCase();
}

/** Path and query, however they were escaped and in whatever order the query's parts stand. */
function resourceOf({ pathname, searchParams }: URL): string {
  const query = Array.from(searchParams, ([name, value]) => JSON.stringify([name, value])).sort();
  return JSON.stringify([unescaped(pathname), ...query]);
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
