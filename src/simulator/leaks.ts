/** What clients opened and have not closed: a test that ends with some of it left has a client that forgets. */
import type { Kept } from '../journal/journal.ts';
import type { Belonging } from '../objects/access/sessions/belongings.ts';
import { type Session, sessionKind } from '../objects/access/sessions/session.ts';
import { type Pass, passKind } from '../objects/guest/pass.ts';
import { isExternal } from '../objects/history/external-task.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import { type Lease, leaseKind } from '../objects/nfc/lease.ts';
import type { Site } from '../objects/site.ts';
import { fileHoldKind } from '../objects/storage/held-files.ts';
import type { Cell } from '../world/cell.ts';
import { type TaskFacets, taskKind } from '../world/task.ts';
import { isOpen } from '../world/tasks.ts';
import type { Opening, Openings } from './openings.ts';

export const LEAK_KINDS = [
  ...(['session', 'view', 'filter', 'propertyCollector', 'historyCollector', 'lease'] as const),
  ...(['ticket', 'upload', 'download', 'task', 'question', 'lock'] as const),
] as const;

export type LeakKind = (typeof LEAK_KINDS)[number];

/** One thing that was left open. Keys of sessions and tickets themselves never stand here. */
export interface Leak {
  readonly kind: LeakKind;
  /** What it is, in a few words: `ContainerView`, `lease on web`, `PUT /folder [nas-1] a.iso`. */
  readonly what: string;
  /** Who opened it; empty where nobody knows. */
  readonly user: string;
  /** Ordinal of the session it belongs to; 0 where it belongs to none. */
  readonly session: number;
  /** The call that opened it; undefined where none did, or it was too long ago. */
  readonly opened: Opening | undefined;
}

/** What is open now, sessions first, each with what hangs on it. */
export function leaksOf(site: Site, openings: Openings, visits: Iterable<Kept>): Leak[] {
  const { world } = site;
  const leaks: Leak[] = [];
  for (const session of world.every<Session>(sessionKind)) leaks.push(...ofSession(session, openings));
  for (const pass of world.every<Pass>(passKind)) leaks.push(ofPass(pass, openings));
  for (const kept of visits) leaks.push(ofVisit(kept));
  for (const task of world.every<TaskFacets>(taskKind)) {
    if (isOpen(task) && isExternal(task)) leaks.push(ofTask(task, openings));
  }
  for (const lease of world.every<Lease>(leaseKind)) {
    if (!world.find(lease.state.session ?? '') && isLeaseOpen(lease)) leaks.push(ofLease(lease, 0, openings));
  }
  for (const vm of world.every(vmKind)) {
    const { question, name } = vm.state;
    if (question) leaks.push(nobodys('question', `${name} waits for an answer to ${question.id}`));
  }
  for (const { state } of world.every(fileHoldKind)) leaks.push(nobodys('lock', state.hold.path));
  return leaks;
}

/** What belongs to a session, by managed type. */
const BELONGINGS: { readonly [type: string]: LeakKind } = {
  ContainerView: 'view',
  ListView: 'view',
  InventoryView: 'view',
  PropertyFilter: 'filter',
  PropertyCollector: 'propertyCollector',
  EventHistoryCollector: 'historyCollector',
  TaskHistoryCollector: 'historyCollector',
};

function* ofSession(session: Cell<Session>, openings: Openings): Generator<Leak> {
  const { identity, tickets, passes } = session.state;
  const { userName: user, ordinal, userAgent } = identity;
  const whose = { user, session: ordinal };
  const opened = openings.of(session.id);
  yield { kind: 'session', what: userAgent === '' ? 'session' : `session of ${userAgent}`, ...whose, opened };
  for (const set of session.sources?.values() ?? []) {
    for (const cell of set as ReadonlySet<Cell>) {
      const kind = BELONGINGS[cell.type];
      if (kind) yield { kind, what: cell.type, ...whose, opened: openings.of(cell.id) };
      if (cell.is(leaseKind.type) && isLeaseOpen(cell as unknown as Cell<Lease>))
        yield ofLease(cell as unknown as Cell<Lease>, ordinal, openings);
    }
  }
  for (const ticket of tickets) yield { kind: 'ticket', what: 'clone ticket', ...whose, opened: openings.of(ticket) };
  for (const { id, resource } of passes)
    yield { kind: 'ticket', what: `service ticket for ${resource.split('?')[0]}`, ...whose, opened: openings.of(id) };
}

function isLeaseOpen({ state }: Cell<Lease & Belonging>): boolean {
  return state.phase.state === 'initializing' || state.phase.state === 'ready';
}

function ofLease(lease: Cell<Lease>, session: number, openings: Openings): Leak {
  const { about, opened } = lease.state;
  const on = (lease.world.find(about.value)?.get('name') as string | undefined) ?? about.value;
  const what = `lease ${opened.way === 'in' ? 'into' : 'out of'} ${on}`;
  return { kind: 'lease', what, user: opened.user, session, opened: openings.of(lease.id) };
}

function ofPass({ state: { holder, transfer }, world }: Cell<Pass>, openings: Openings): Leak {
  const vm = world.find(holder.vm)?.get('name') ?? holder.vm;
  const what = transfer
    ? `transfer ${transfer.way === 'in' ? 'to' : 'from'} ${transfer.path} in ${vm}`
    : `ticket of ${holder.user} in ${vm}`;
  return { kind: 'ticket', what, user: holder.caller, session: 0, opened: openings.of(holder.secret) };
}

function ofVisit(kept: Kept): Leak {
  const { method, source, user, session } = kept;
  const args = source.args();
  const brings = /^(?:PUT|POST) /.test(method);
  const path = typeof args['path'] === 'string' ? ` ${args['path']}` : '';
  return { kind: brings ? 'upload' : 'download', what: `${method}${path}`, user, session, opened: undefined };
}

function ofTask(task: Cell<TaskFacets>, openings: Openings): Leak {
  const { user, descriptionId } = task.state.request;
  return { kind: 'task', what: `task ${task.id} (${descriptionId})`, user, session: 0, opened: openings.of(task.id) };
}

function nobodys(kind: LeakKind, what: string): Leak {
  return { kind, what, user: '', session: 0, opened: undefined };
}

/** Leaks as lines for people. */
export function leakText(leaks: readonly Leak[]): string {
  return leaks
    .map(({ kind, what, user, session, opened }) => {
      const who = user === '' ? '' : ` by ${user}`;
      const where = session === 0 ? '' : ` in session ${session}`;
      const call = opened
        ? `, opened by call ${opened.seq}, ${opened.method}${opened.opId && ` (${opened.opId})`}`
        : '';
      return `${kind}: ${what}${who}${where}${call}`;
    })
    .join('\n');
}
