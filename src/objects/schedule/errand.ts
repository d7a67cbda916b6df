/** A method called from inside: by a schedule or an alarm, in the name of whoever laid it down. */
import type { Action, CreateTaskAction, MethodAction } from '../../vim25/generated/index.ts';
import type { DataObject, Ref } from '../../vim25/value.ts';
import { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import { type Session, sessionKind } from '../access/sessions/session.ts';
import { viewerFor } from '../access/viewer.ts';
import { type Arrival, Call } from '../call.ts';
import type { Site } from '../site.ts';
import type { Author } from './author.ts';

/** Nobody waits at the other end of such a call. */
const NOWHERE: Arrival = {
  address: 'localhost',
  scheme: 'https',
  remoteAddress: '127.0.0.1',
  userAgent: 'vpxd',
  onGone: () => () => {},
  afterRealTime: () => () => {},
  setCookie: () => {},
};

/** A call whose tasks say why they were started: `TaskReasonSchedule`, `TaskReasonAlarm`. */
class Errand extends Call {
  readonly #reason: DataObject;

  constructor(init: ConstructorParameters<typeof Call>[0], reason: DataObject) {
    super(init);
    this.#reason = reason;
  }

  protected override get reason(): DataObject {
    return this.#reason;
  }
}

/** Does an action on an object: calls the method, or makes the task. Other actions are nothing that is done here. */
export function runAction(
  site: Site,
  target: Ref,
  action: Action,
  author: Author,
  reason: DataObject,
): unknown | Promise<unknown> {
  if (action._typeName === 'MethodAction') return runErrand(site, target, action as MethodAction, author, reason);
  if (action._typeName !== 'CreateTaskAction') return undefined;
  const { taskTypeId, cancelable } = action as CreateTaskAction;
  const manager = site.world.ofType('TaskManager').values().next().value!;
  const argument = [target, taskTypeId, undefined, cancelable].map((value) => ({ value }));
  return runErrand(site, manager.ref, { name: 'CreateTask', argument }, author, reason);
}

/**
 * Does a MethodAction on an object. Gives what the method gives; throws what it throws, and NoPermission when its author
 * may not do it any more.
 */
function runErrand(
  site: Site,
  target: Ref,
  action: MethodAction,
  author: Author,
  reason: DataObject,
): unknown | Promise<unknown> {
  const cell = site.world.find(target.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: target });
  const call = callFromInside(site, cell, methodName(site, cell, action.name) ?? action.name, author, reason);
  return site.perform(
    call,
    cell,
    (action.argument ?? []).map((a) => a.value),
  );
}

/** A call that nobody outside makes, in somebody's name. */
export function callFromInside(site: Site, target: Cell, method: string, author: Author, reason: DataObject): Call {
  const session = passingSession(site, author);
  return new Errand(
    {
      site,
      arrival: NOWHERE,
      method,
      version: site.version,
      opId: '',
      viewer: viewerFor(session, NOWHERE.address),
      session,
      self: target.ref,
    },
    reason,
  );
}

/** The method's name on the wire, however the client spells it: `PowerOnVM_Task`, `PowerOnVM`, `vim.VirtualMachine.powerOn`. */
export function methodName(site: Site, target: Cell, given: string): string | undefined {
  const methods = site.schema.managed(target.type)?.methods;
  const last = given.slice(given.lastIndexOf('.') + 1);
  const name = last.charAt(0).toUpperCase() + last.slice(1);
  return [given, last, name, `${name}_Task`, `${name}VM_Task`].find((n) => methods?.has(n));
}

/** The author's session as far as the call needs one: it is in no list and nobody's calls come in by it. */
function passingSession(site: Site, author: Author): Cell<Session> {
  const now = site.clock.now();
  const state: Session = {
    identity: {
      ...author,
      key: '',
      loginTime: now,
      locale: 'en',
      ipAddress: NOWHERE.remoteAddress,
      userAgent: NOWHERE.userAgent,
      extension: false,
      manager: '',
      ordinal: 0,
    },
    activity: { lastActive: now, calls: 0, busy: 0 },
    secret: '',
    tickets: [],
    passes: [],
  };
  const kind = site.world.model.kind(sessionKind.type);
  return new Cell<Facets>(site.world, '#inside', kind, state) as unknown as Cell<Session>;
}
