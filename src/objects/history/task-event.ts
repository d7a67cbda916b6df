/** TaskEvent: the first event of a task's chain, posted as it is queued. */
import type { Cell } from '../../world/cell.ts';
import { type TaskFacets, taskInfo } from '../../world/task.ts';
import type { Site } from '../site.ts';
import { post } from './post.ts';
import { taskLabel } from './task-descriptions.ts';

/** Posts the event under the key that the task's chain has. Inside a turn. */
export function tellOfTask(site: Site, task: Cell<TaskFacets>): void {
  const { user, entity, descriptionId, eventChainId } = task.state.request;
  const about = entity && site.world.find(entity.value);
  const said = { info: taskInfo(task.state, task.id), fullFormattedMessage: `Task: ${taskLabel(descriptionId)}` };
  post(site, user, 'TaskEvent', said, { ...(about && { entity: about }), key: eventChainId, chainId: eventChainId });
}
