/** A task that waited for an answer is taken up where it stood. */
import type { Cell } from '../../../world/cell.ts';
import type { VimFault } from '../../../world/fault.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Site } from '../../site.ts';
import type { Answers } from './ask.ts';

/** Runs the step that waits, with the answer among its state; `refused` ends the task instead. */
export function takeUp(site: Site, task: Cell<TaskFacets>, given: Answers['answers'], refused?: VimFault): void {
  if (refused) return site.tasks.fail(task, refused);
  const known = task.state.progress.stepState as Answers | undefined;
  site.tasks.wake(task, Object.freeze({ ...known, answers: { ...known?.answers, ...given } }));
}
