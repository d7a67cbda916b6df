/** Has the log written: what calls, tasks and events do with the world. */
import type { DataObject, Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { TaskFacets } from '../../world/task.ts';
import type { Call } from '../call.ts';
import type { Place } from '../machine/machine.ts';
import type { Site } from '../site.ts';
import { kept } from './log-book.ts';
import type { Said } from './log-entry.ts';

/** Operations of which events may still tell. */
const CHAINS = 1_000;

const NOTHING: Said = { work: '', target: '', what: '', opId: '', user: '', session: undefined, host: undefined };

/** From here on the site's log tells of tasks and events. Call once. */
export function keepLog(site: Site): void {
  const { tasks, events } = site;
  const chains = new Map<number, string>();
  const toldBefore = tasks.onQueued;
  tasks.onQueued = (task) => {
    toldBefore(task);
    const { eventChainId, opId } = task.state.request;
    chains.set(eventChainId, kept(opId) || task.id);
    if (chains.size > CHAINS) chains.delete(chains.keys().next().value!);
    noteTask(site, task, 'begin');
  };
  tasks.onEnded = (task) => {
    if (task.state.progress.state === 'error') noteTask(site, task, 'error');
    noteTask(site, task, 'finish');
  };
  openLog(site);
  events.listeners.add((event) => noteEvent(site, event, chains.get(event.chainId) ?? ''));
}

/** The first line of a log: who writes it. */
export function openLog({ log, clock, about }: Site): void {
  const what = `${about.name}, pid=4567, version=${about.version}, build=${about.build}, option=Release`;
  log.note({ at: clock.now(), kind: 'start', said: { ...NOTHING, what }, fault: undefined });
}

/** Somebody wants a word of theirs in the log. */
export function noteMark({ site, opId, user }: Call, message: string): void {
  const said = { ...NOTHING, what: kept(message), opId: kept(opId), user };
  site.log.note({ at: site.clock.now(), kind: 'mark', said, fault: undefined });
}

/** A call begins its work; gives what is to be told of its end. */
export function noteCall(call: Call): (fault: string | undefined) => void {
  const { site, self, user, session } = call;
  const work = `lro-${site.log.nextCall()}`;
  const said: Said = {
    work,
    target: self.value,
    what: `vim.${self.type}.${call.method}`,
    opId: kept(call.opId) || work,
    user,
    session: session?.state.identity.ordinal ?? 0,
    host: undefined,
  };
  site.log.note({ at: site.clock.now(), kind: 'begin', said, fault: undefined });
  return (fault) => {
    const at = site.clock.now();
    if (fault !== undefined) site.log.note({ at, kind: 'error', said, fault });
    site.log.note({ at, kind: 'finish', said, fault });
  };
}

function noteTask(site: Site, task: Cell<TaskFacets>, kind: 'begin' | 'error' | 'finish'): void {
  const { request, progress } = task.state;
  const error = progress.error as { readonly fault?: DataObject } | undefined;
  const said: Said = {
    work: task.id,
    target: request.target.value,
    what: `vim.${request.descriptionId}`,
    opId: kept(request.opId) || task.id,
    user: request.user,
    session: undefined,
    host: hostOf(site, request.target) ?? hostOf(site, request.entity),
  };
  site.log.note({ at: site.clock.now(), kind, said, fault: error?.fault?._typeName });
}

function noteEvent(site: Site, event: LoggedEvent, opId: string): void {
  const { host } = event as { readonly host?: { readonly host?: Ref } };
  const said: Said = {
    work: event._typeName,
    target: `${event.key}`,
    what: kept(String(event['fullFormattedMessage'] ?? '')),
    opId,
    user: event.userName,
    session: undefined,
    host: host?.host?.value,
  };
  site.log.note({ at: site.clock.now(), kind: 'event', said, fault: undefined });
}

/** The host that does the work on an object, where it is a host's work. */
function hostOf(site: Site, target: Ref | undefined): string | undefined {
  const cell = target && site.world.find(target.value);
  if (cell?.is('HostSystem')) return cell.id;
  return cell?.is('VirtualMachine') ? (cell.state as { readonly place?: Place }).place?.host : undefined;
}
