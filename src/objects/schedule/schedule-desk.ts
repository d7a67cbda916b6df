/** Where schedules are kept to: each waits on the clock for its next run, which is done in its author's name. */
import type { SendEmailAction } from '../../vim25/generated/index.ts';
import type { DataObject, Ref } from '../../vim25/value.ts';
import { isRef } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { type TaskFacets, taskKind } from '../../world/task.ts';
import { isOpen } from '../../world/tasks.ts';
import { onceGone } from '../access/sessions/belongings.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import { runAction } from './errand.ts';
import { type Runs, type ScheduledTaskFacets, scheduledTaskKind } from './scheduled-task-kind.ts';
import { nextRun } from './scheduler.ts';

type Schedule = Cell<ScheduledTaskFacets>;

export class ScheduleDesk {
  readonly #site: Site;
  #startup: number;
  readonly #guarded = new WeakSet<Cell>();

  constructor(site: Site) {
    this.#site = site;
    this.#startup = site.clock.now();
  }

  /** When it is due next, should it be laid down or changed now. */
  next(scheduler: ScheduledTaskFacets['spec']['scheduler'], made: number, after: number): number | undefined {
    return nextRun(scheduler, after, { made, startup: this.#startup });
  }

  /** Waits for the next run. */
  arm(schedule: Schedule): void {
    const { next } = schedule.state.runs;
    this.#guard(schedule);
    if (next === undefined || !schedule.state.spec.enabled) return;
    const ring = () => {
      if (schedule.alive && schedule.state.runs.next === next && schedule.state.spec.enabled) this.#due(schedule);
    };
    this.#site.clock.at(next, ring, { background: true });
  }

  /** After a restart, or when an image came back. */
  resume(): void {
    this.#startup = this.#site.clock.now();
    for (const schedule of [...this.#site.world.every(scheduledTaskKind)]) {
      const { spec, made, runs } = schedule.state;
      const next = this.next(spec.scheduler, made.created, this.#startup);
      this.#site.world.turn(() => this.#site.world.update(schedule, { runs: { ...runs, next } }));
      this.arm(schedule);
      this.#follow(schedule);
    }
  }

  #due(schedule: Schedule): void {
    const { spec, made, runs } = schedule.state;
    const next = this.next(spec.scheduler, made.created, Math.max(this.#site.clock.now(), runs.next ?? 0));
    // One run at a time: what is due while the last one is still at it is left out.
    if (runs.active) this.#site.world.turn(() => this.#site.world.update(schedule, { runs: { ...runs, next } }));
    else this.run(schedule, next);
    if (schedule.alive) this.arm(schedule);
  }

  /** Runs it now. `next` is when it is due after this. */
  run(schedule: Schedule, next: number | undefined = schedule.state.runs.next): void {
    const site = this.#site;
    const { spec, target, made } = schedule.state;
    const previous = site.clock.now();
    site.world.turn(() => {
      this.#patch(schedule, { state: 'running', active: true, next, previous, task: undefined, error: undefined });
      this.tell(schedule, 'ScheduledTaskStartedEvent');
    });
    const reason = { _typeName: 'TaskReasonSchedule', name: spec.name, scheduledTask: schedule.ref };
    try {
      const done = runAction(site, target, spec.action, made.author, reason);
      if (done instanceof Promise) {
        const settled = done.then(
          (value) => this.#answered(schedule, value),
          (error: unknown) => this.#failed(schedule, error),
        );
        void site.clock.hold(settled);
      } else this.#answered(schedule, done);
    } catch (error) {
      this.#failed(schedule, error);
    }
  }

  /** A method that starts a task is done when the task is. */
  #answered(schedule: Schedule, value: unknown): void {
    if (!schedule.alive) return;
    const task = isRef(value) ? this.#site.world.as(taskKind, (value as Ref).value) : undefined;
    if (!task) return this.#ended(schedule, { state: 'success', result: plainResult(value) });
    this.#site.world.turn(() => this.#patch(schedule, { task: task.id }));
    this.#follow(schedule);
  }

  #follow(schedule: Schedule): void {
    const task = schedule.state.runs.active ? schedule.one<TaskFacets>('activeTask') : undefined;
    if (!task) return;
    const look = () => {
      if (!schedule.alive || !schedule.state.runs.active || schedule.state.runs.task !== task.id || isOpen(task))
        return;
      const { state, error, result } = task.state.progress;
      this.#ended(schedule, { state, error, result });
    };
    task.watchers ??= new Set();
    const soon = () => void this.#site.clock.at(this.#site.clock.now(), look, { background: true });
    task.watchers.add({ wants: (_, property) => property.name === 'info', changed: soon, gone: soon });
    soon();
  }

  #failed(schedule: Schedule, error: unknown): void {
    if (!(error instanceof VimFault)) throw error;
    if (schedule.alive) this.#ended(schedule, { state: 'error', error: error.localized() as unknown as DataObject });
  }

  #ended(schedule: Schedule, end: Pick<Runs, 'state' | 'error' | 'result'>): void {
    const { notification, action } = schedule.state.spec;
    this.#site.world.turn(() => {
      this.#patch(schedule, { ...end, active: false });
      if (end.error) this.tell(schedule, 'ScheduledTaskFailedEvent', { reason: end.error });
      else this.tell(schedule, 'ScheduledTaskCompletedEvent');
      const isMail = action._typeName === 'SendEmailAction';
      const to = isMail ? (action as SendEmailAction).toList : notification;
      if (to) this.tell(schedule, 'ScheduledTaskEmailCompletedEvent', { to });
    });
  }

  /** Posts an event about it. Inside a turn. */
  tell(schedule: Schedule, type: string, more: object = {}, user: string = schedule.state.made.author.userName): void {
    const entity = schedule.one('entity');
    const said = {
      scheduledTask: {
        _typeName: 'ScheduledTaskEventArgument',
        name: schedule.state.spec.name,
        scheduledTask: schedule.ref,
      },
      entity: entity && managedEntityArgument(entity),
    };
    post(this.#site, user, type, { ...said, ...more }, entity && { entity });
  }

  #patch(schedule: Schedule, patch: Partial<Runs>): void {
    this.#site.world.update(schedule, { runs: Object.freeze({ ...schedule.state.runs, ...patch }) });
  }

  /** What is gone needs nothing done to it any more. */
  #guard(schedule: Schedule): void {
    const entity = schedule.one('entity');
    if (!entity || this.#guarded.has(entity)) return;
    this.#guarded.add(entity);
    onceGone(entity, () => {
      this.#site.world.turn(() => {
        for (const left of [...this.#site.world.every(scheduledTaskKind)]) {
          if (left.state.entity === entity.id) this.#site.world.destroy(left);
        }
      });
    });
  }
}

/** A method's answer as `info.result` holds it: lists and nothing at all are left out. */
function plainResult(value: unknown): unknown {
  return value === null || Array.isArray(value) ? undefined : value;
}
