/** A task that waited for an answer is taken up where it stood. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { TaskFacets } from '../../../world/task.ts';
import { isOpen, type Outcome, type Step, type Verb } from '../../../world/tasks.ts';
import type { Site } from '../../site.ts';
import type { Answers } from './ask.ts';

type Waiting = Step<Site, object>;

/** Runs the step that waits, with the answer among its state; `refused` ends the task instead. */
export function takeUp(site: Site, task: Cell<TaskFacets>, given: Answers['answers'], refused?: VimFault): void {
  const { progress } = task.state;
  const known = progress.stepState as Answers | undefined;
  const stepState = Object.freeze({ ...known, answers: { ...known?.answers, ...given } });
  site.world.turn(() => patch(site, task, { stepState, due: site.clock.now(), waits: undefined }));
  run(site, task, refused);
}

function run(site: Site, task: Cell<TaskFacets>, refused?: VimFault): void {
  const { request, progress } = task.state;
  const verb = site.tasks.verb(request.verb) as unknown as Verb<Site, object>;
  const step: Waiting = { site, task, request, args: request.args, state: progress.stepState };
  try {
    if (refused) throw refused;
    site.world.turn(() => settle(site, task, verb.steps[progress.step]!(step) as Outcome));
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    site.world.turn(() => {
      site.tasks.conclude(task, { state: 'error', error: error.localized() });
      verb.failed?.(step, error);
    });
  }
}

function settle(site: Site, task: Cell<TaskFacets>, outcome: Outcome): void {
  if ('done' in outcome) {
    site.tasks.conclude(task, { state: 'success', result: outcome.result, percent: 100 });
    return;
  }
  const due = site.clock.now() + outcome.after;
  patch(site, task, {
    step: outcome.next,
    stepState: outcome.state,
    due,
    percent: outcome.percent ?? task.state.progress.percent,
    waits: outcome.waits,
  });
  if (!Number.isFinite(due)) return;
  site.clock.at(due, () => {
    if (task.alive && isOpen(task) && task.state.progress.due === due) run(site, task);
  });
}

function patch(site: Site, task: Cell<TaskFacets>, change: Partial<TaskFacets['progress']>): void {
  site.world.update(task, { progress: Object.freeze({ ...task.state.progress, ...change }) });
}
