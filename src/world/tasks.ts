/**
 * Runs tasks. Each step is guards, then one change, in one turn; it says which step is next and how long until then.
 *
 * A step may wait for I/O: it returns a promise of what to do, and that is done in order of due time and task number.
 */
import type { Alarm, Clock } from '../kernel/clock.ts';
import { SimError } from '../kernel/errors.ts';
import type { Ref } from '../vim25/value.ts';
import type { Cell } from './cell.ts';
import { VimFault } from './fault.ts';
import { type TaskFacets, type TaskProgress, type TaskRequest, taskKind } from './task.ts';
import type { World } from './world.ts';

/** What a step leaves to do: the next one after a simulated duration, or the end. */
export type Outcome<R = unknown> =
  | { readonly done: true; readonly result?: R }
  | {
      readonly next: string;
      readonly after: number;
      readonly state?: unknown;
      readonly percent?: number;
      /** It waits for somebody else and may do so for ever: no work that `run to idle` would see through. */
      readonly waits?: boolean;
    };

/** What a step is given. `S` is the site: whatever the simulator's verbs work on. */
export interface Step<S, A> {
  readonly site: S;
  readonly task: Cell<TaskFacets>;
  readonly request: TaskRequest;
  readonly args: A;
  readonly state: unknown;
}

export type StepFunction<S, A> = (step: Step<S, A>) => Outcome | Promise<Outcome | (() => Outcome)> | (() => Outcome);

export interface Verb<S, A> {
  readonly name: string;
  readonly descriptionId: string;
  readonly cancelable?: boolean;
  /** False for work that may run beside other work on the same entity. */
  readonly exclusive?: boolean;
  /** Named steps; the first begins the work. */
  readonly steps: { readonly [name: string]: StepFunction<S, A> };
  /** Called in the turn that ends the task with a fault, for events and the like. */
  readonly failed?: (step: Step<S, A>, fault: VimFault) => void;
}

/** Hooks by which fault rules reach tasks. */
export interface TaskHook {
  /** Before a step runs; a fault fails the task, a number delays the step by so many milliseconds. */
  beforeStep?(task: Cell<TaskFacets>, step: string): VimFault | number | undefined;
}

/** A finished task is young for so long on the clock. */
const YOUNG = 600_000;
/** However young, no more than so many times the number kept anyhow. */
const MOST = 10;

export class Tasks<S> {
  hook: TaskHook = {};
  /** Called in the turn that queues a task. */
  onQueued: (task: Cell<TaskFacets>) => void = () => {};
  /** Called in the turn that ends a task. */
  onEnded: (task: Cell<TaskFacets>) => void = () => {};
  onUnforeseen: (error: unknown, task: Cell<TaskFacets>) => void = () => {};
  readonly #world: World;
  readonly #clock: Clock;
  readonly #site: S;
  /** Finished tasks kept whatever their age. */
  readonly #keep: number;
  readonly #verbs = new Map<string, Verb<S, never>>();
  readonly #ended: string[] = [];
  readonly #alarms = new WeakMap<Cell<TaskFacets>, Alarm>();
  /** Counts returns to an image: what was awaited before one came of a world that is no more. */
  #epoch = 0;

  constructor(world: World, clock: Clock, site: S, verbs: Iterable<Verb<S, never>>, keep: number = 10_000) {
    this.#world = world;
    this.#clock = clock;
    this.#site = site;
    this.#keep = keep;
    for (const verb of verbs) this.#verbs.set(verb.name, verb);
  }

  verb(name: string): Verb<S, never> {
    const verb = this.#verbs.get(name);
    if (!verb) throw new SimError('ERR_STATE', `no verb ${name}`);
    return verb;
  }

  /** Queues work. Throws TaskInProgress when other exclusive work holds the entity. Inside a turn. */
  start(
    request: Omit<TaskRequest, 'number' | 'queueTime' | 'exclusive' | 'cancelable' | 'descriptionId' | 'eventChainId'>,
  ): Cell<TaskFacets> {
    const verb = this.verb(request.verb);
    const exclusive = verb.exclusive !== false;
    if (exclusive && request.entity) this.guardFree(request.entity);
    const now = this.#clock.now();
    const cell = this.#world.create(taskKind, {
      request: {
        ...request,
        number: this.#world.numbers.next('#task'),
        descriptionId: verb.descriptionId,
        queueTime: now,
        eventChainId: this.#world.numbers.next('#event'),
        exclusive,
        cancelable: verb.cancelable === true,
      },
      progress: {
        state: 'queued',
        step: Object.keys(verb.steps)[0]!,
        stepState: undefined,
        due: now,
        startTime: undefined,
        completeTime: undefined,
        percent: undefined,
        cancelled: false,
        result: undefined,
        error: undefined,
      },
      description: undefined,
    });
    this.#arm(cell);
    this.onQueued(cell);
    return cell;
  }

  /** Throws TaskInProgress when exclusive work is queued or running on the entity, or holds it. */
  guardFree(entity: Ref): void {
    const cell = this.#world.find(entity.value);
    for (const task of cell?.back<TaskFacets>('heldBy') ?? []) {
      if (isOpen(task)) throw new VimFault('TaskInProgress', { task: task.ref });
    }
    for (const task of cell?.back<TaskFacets>('task') ?? []) {
      if (task.state.request.exclusive && isOpen(task)) throw new VimFault('TaskInProgress', { task: task.ref });
    }
  }

  /** Asks a task to stop. It does at its next step, when its verb may be cancelled; else NotSupported. */
  cancel(task: Cell<TaskFacets>): void {
    if (!isOpen(task)) throw new VimFault('InvalidState');
    if (!task.state.request.cancelable) throw new VimFault('NotSupported');
    this.#world.turn(() => this.#patch(task, { cancelled: true, due: this.#clock.now() }));
    this.#arm(task);
  }

  /** Runs the step that waits, now; with `state` as its state, where one is given. */
  wake(task: Cell<TaskFacets>, state: unknown = task.state.progress.stepState): void {
    if (!isOpen(task)) return;
    const due = this.#clock.now();
    this.#world.turn(() => this.#patch(task, { stepState: state, due, waits: undefined }));
    this.#arm(task);
    this.#clock.drain();
  }

  /** Ends a task with a fault, whatever it was at. */
  fail(task: Cell<TaskFacets>, fault: VimFault): void {
    this.#fail(task, fault);
  }

  /** After an image or a dump came back: whatever was under way goes on. */
  resume(): void {
    this.#epoch++;
    this.#ended.length = 0;
    for (const task of this.#world.every(taskKind)) {
      if (isOpen(task)) this.#arm(task);
      else this.#ended.push(task.id);
    }
  }

  /** Ends a task whose work was done elsewhere. Inside a turn. */
  conclude(task: Cell<TaskFacets>, end: Pick<TaskProgress, 'state'> & Partial<TaskProgress>): void {
    this.#finish(task, end);
  }

  /** One alarm a task: a later one takes the place of what was due before. */
  #arm(task: Cell<TaskFacets>): void {
    const { due, waits } = task.state.progress;
    this.#alarms.get(task)?.cancel();
    this.#alarms.set(
      task,
      this.#clock.at(due, () => this.#run(task), { background: waits === true }),
    );
  }

  #run(task: Cell<TaskFacets>): void {
    if (!task.alive || !isOpen(task)) return;
    const { request, progress } = task.state;
    const verb = this.verb(request.verb);
    const hooked = progress.cancelled ? new VimFault('RequestCanceled') : this.hook.beforeStep?.(task, progress.step);
    if (hooked instanceof VimFault) return this.#fail(task, hooked);
    if (typeof hooked === 'number' && hooked > 0) return this.#postpone(task, hooked);
    if (progress.state === 'queued') {
      this.#world.turn(() => this.#patch(task, { state: 'running', startTime: this.#clock.now(), percent: 0 }));
    }
    const step = this.#step(task);
    const run = verb.steps[progress.step] as StepFunction<S, never>;
    try {
      const outcome = this.#world.turn(() => {
        const o = run(step);
        if (typeof o === 'function') return this.#settle(task, o());
        return o instanceof Promise ? o : this.#settle(task, o);
      });
      if (outcome instanceof Promise) this.#await(task, outcome);
    } catch (error) {
      this.#fail(task, error);
    }
  }

  /** Waits for a step's I/O; what it leads to is done on the clock, not when the I/O happens to end. */
  #await(task: Cell<TaskFacets>, work: Promise<Outcome | (() => Outcome)>): void {
    const epoch = this.#epoch;
    const commit = (finish: () => Outcome) => {
      if (!task.alive || !isOpen(task) || epoch !== this.#epoch) return;
      try {
        this.#world.turn(() => this.#settle(task, finish()));
      } catch (error) {
        this.#fail(task, error);
      }
    };
    const done = work.then(
      (o) => commit(() => (typeof o === 'function' ? o() : o)),
      (error: unknown) => epoch === this.#epoch && this.#fail(task, error),
    );
    void this.#clock.hold(done).then(() => this.#clock.drain());
  }

  #settle(task: Cell<TaskFacets>, outcome: Outcome): undefined {
    if ('done' in outcome) {
      this.#finish(task, { state: 'success', result: outcome.result, percent: 100 });
    } else {
      const due = this.#clock.now() + outcome.after;
      const percent = outcome.percent ?? task.state.progress.percent;
      this.#patch(task, { step: outcome.next, stepState: outcome.state, due, percent, waits: outcome.waits });
      this.#arm(task);
    }
    return undefined;
  }

  #fail(task: Cell<TaskFacets>, error: unknown): void {
    if (!task.alive || !isOpen(task)) return;
    const fault = error instanceof VimFault ? error : new VimFault('SystemError', { reason: 'internal error' });
    if (fault !== error) this.onUnforeseen(error, task);
    const verb = this.verb(task.state.request.verb);
    const finish = () => this.#finish(task, { state: 'error', error: fault.localized() });
    try {
      this.#world.turn(() => {
        finish();
        verb.failed?.(this.#step(task) as Step<S, never>, fault);
      });
    } catch (unforeseen) {
      this.onUnforeseen(unforeseen, task);
      this.#world.turn(finish);
    }
  }

  #finish(task: Cell<TaskFacets>, patch: Partial<TaskProgress>): void {
    const now = this.#clock.now();
    this.#patch(task, {
      startTime: task.state.progress.startTime ?? now,
      ...patch,
      completeTime: now,
      stepState: undefined,
    });
    this.#alarms.get(task)?.cancel();
    this.#ended.push(task.id);
    this.onEnded(task);
    this.#retire();
  }

  #postpone(task: Cell<TaskFacets>, by: number): void {
    this.#world.turn(() => this.#patch(task, { due: this.#clock.now() + by }));
    this.#arm(task);
  }

  #patch(task: Cell<TaskFacets>, patch: Partial<TaskProgress>): void {
    this.#world.update(task, { progress: Object.freeze({ ...task.state.progress, ...patch }) });
  }

  #step(task: Cell<TaskFacets>): Step<S, never> {
    const { request, progress } = task.state;
    return { site: this.#site, task, request, args: request.args as never, state: progress.stepState };
  }

  /** Forgets finished tasks: those that are neither young nor among the newest, and any beyond what memory is for. */
  #retire(): void {
    const horizon = this.#clock.now() - YOUNG;
    while (this.#ended.length > this.#keep) {
      const task = this.#world.as(taskKind, this.#ended[0]);
      const young = task && (task.state.progress.completeTime ?? 0) >= horizon;
      if (young && this.#ended.length <= this.#keep * MOST) return;
      this.#ended.shift();
      if (task) this.#world.destroy(task);
    }
  }
}

export function isOpen(task: Cell<TaskFacets>): boolean {
  const { state } = task.state.progress;
  return state === 'queued' || state === 'running';
}
