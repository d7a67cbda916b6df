/** Tasks that a vApp's task starts for what is in it, and how it waits for them. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { type TaskFacets, taskKind } from '../../../world/task.ts';
import { isOpen, type Outcome, type Step } from '../../../world/tasks.ts';
import { nameOf } from '../../call.ts';
import type { Site } from '../../site.ts';

type Work = Step<Site, never>;

/** What a child task does: a verb, and the method a client would call for it. */
export interface ChildWork {
  readonly verb: string;
  readonly method: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

/** Starts a task of its own for a part of the vApp; gives its id. Throws TaskInProgress when the part is busy. */
export function startChild({ site, request, task }: Work, target: Cell, work: ChildWork): string {
  const child = site.tasks.start({
    verb: work.verb,
    name: work.method,
    entity: target.ref,
    entityName: nameOf(target),
    target: target.ref,
    args: work.args ?? {},
    reason: request.reason,
    user: request.user,
    opId: request.opId,
    parentKey: task.id,
  });
  return child.id;
}

/** Those that are not done yet. Throws the fault of one that failed, once none is under way. */
export function openChildren(site: Site, ids: readonly string[]): Cell<TaskFacets>[] {
  const tasks = ids.flatMap((id) => site.world.as(taskKind, id) ?? []);
  const open = tasks.filter(isOpen);
  const error = open.length === 0 ? tasks.find((t) => t.state.progress.error)?.state.progress.error : undefined;
  if (error) throw faultOf(error as unknown as Failure);
  return open;
}

interface Failure {
  readonly fault: { readonly _typeName: string };
  readonly localizedMessage: string;
}

function faultOf({ fault: { _typeName, ...properties }, localizedMessage }: Failure): VimFault {
  return new VimFault(_typeName, properties, localizedMessage);
}

/** Looks so many times in a row as soon as a child may be done; then it leaves time for what waits for I/O. */
const EAGER = 20;
const LOOK_AGAIN = 50;
const LONG_WAIT = 1_000;

export interface Waiting {
  /** How often it has looked since it began to wait. */
  readonly looks?: number;
}

/** Comes back to a step when the children may be further: when the last of them is due, and every second until then. */
export function lookAgain<S extends Waiting>(
  site: Site,
  open: readonly Cell<TaskFacets>[],
  next: string,
  state: S,
): Outcome {
  const looks = (state.looks ?? 0) + 1;
  const due = Math.max(0, ...open.map((t) => t.state.progress.due - site.clock.now()));
  const after = Math.min(LONG_WAIT, looks > EAGER ? Math.max(LOOK_AGAIN, due) : due);
  // A machine that waits for an answer, or hangs, may do so for ever.
  const waits = open.some((t) => t.state.progress.waits === true) || !Number.isFinite(due);
  return { next, after, state: { ...state, looks }, waits };
}
