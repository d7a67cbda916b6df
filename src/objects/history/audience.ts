/** Who hears of an event or a task: whoever may view what it is about. */
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { TaskRequest } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { rootOf } from '../access/authority.ts';
import { refIn } from './event-filter.ts';

/** As far as hearing goes: a viewer, or the authority of a session. */
export interface Listener {
  readonly user: string;
  readonly unrestricted: boolean;
  can(cell: Cell, privilege: string): boolean;
}

/** Properties of events that name what they are about, the nearest first. */
const SUBJECTS = ['vm', 'ds', 'net', 'dvs', 'resourcePool', 'entity', 'host', 'computeResource', 'datacenter'] as const;

/** What an event is about: the nearest thing it names that is still there. */
export function subjectOf(world: World, event: Readonly<Record<string, unknown>>): Cell | undefined {
  for (const name of SUBJECTS) {
    const cell = world.find(refIn(event[name])?.value ?? '');
    if (cell) return cell;
  }
  return undefined;
}

/** Events about no entity, as logins are, take reading the whole inventory. */
export function mayHear(world: World, listener: Listener, event: LoggedEvent): boolean {
  return listener.unrestricted || mayLookAt(world, listener, subjectOf(world, event));
}

/** The same of a task; one's own is followed to its end, though what it destroyed is gone by then. */
export function mayFollow(world: World, listener: Listener, { entity, user }: TaskRequest): boolean {
  const own = user.toLowerCase() === listener.user.toLowerCase();
  return own || listener.unrestricted || mayLookAt(world, listener, world.find(entity?.value ?? ''));
}

function mayLookAt(world: World, listener: Listener, subject: Cell | undefined): boolean {
  if (subject) return listener.can(subject, 'System.View');
  const root = rootOf(world);
  return root !== undefined && listener.can(root, 'System.Read');
}
