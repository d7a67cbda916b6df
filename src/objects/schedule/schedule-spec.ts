/** Guards a ScheduledTaskSpec: InvalidName, DuplicateName, or InvalidArgument naming what is wrong with it. */
import type { MethodAction, ScheduledTaskSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { MAX_NAME } from '../alarm/alarm-spec.ts';
import type { Site } from '../site.ts';
import { methodName } from './errand.ts';
import type { ScheduledTaskFacets } from './scheduled-task-kind.ts';
import { guardScheduler } from './scheduler.ts';

export function guardScheduleSpec(
  site: Site,
  target: Cell,
  spec: ScheduledTaskSpec,
  own?: Cell<ScheduledTaskFacets>,
): void {
  const { name } = spec;
  if (name.trim() === '' || name.length > MAX_NAME) throw new VimFault('InvalidName', { name, entity: own?.ref });
  for (const other of site.world.lookup.get('scheduleName', name)) {
    if (other.id !== own?.id) throw new VimFault('DuplicateName', { name, object: other.ref });
  }
  guardScheduler(spec.scheduler, 'spec.scheduler');
  const action = spec.action as MethodAction;
  if (action._typeName === 'Action') throw invalidArgument('spec.action');
  if (action._typeName !== 'MethodAction') return;
  const method = methodName(site, target, action.name);
  if (!method) throw invalidArgument('spec.action.name');
  const { params } = site.schema.managed(target.type)!.methods.get(method)!;
  if ((action.argument?.length ?? 0) > params.length) throw invalidArgument('spec.action.argument');
}
