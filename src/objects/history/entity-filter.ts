/** Filters of the history collectors that events and tasks share: by entity, by user. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { parentsOf } from '../access/authority.ts';

export interface EntityFilter {
  readonly entity: Ref;
  /** The entity itself, what is directly below it, or both and everything below. */
  readonly recursion: 'self' | 'children' | 'all';
}

/** Whether one of the objects named is within what the filter selects. */
export function isWithin(world: World, filter: EntityFilter, named: Iterable<Ref>): boolean {
  for (const ref of named) {
    const same = ref.value === filter.entity.value;
    if (same && filter.recursion !== 'children') return true;
    const cell = world.find(ref.value);
    if (!cell || same || filter.recursion === 'self') continue;
    const parents = parentsOf(cell);
    if (parents.some((parent) => parent.id === filter.entity.value)) return true;
    if (filter.recursion === 'all' && parents.some((parent) => isBelow(parent, filter.entity.value))) return true;
  }
  return false;
}

function isBelow(cell: Cell, ancestor: string): boolean {
  return parentsOf(cell).some((parent) => parent.id === ancestor || isBelow(parent, ancestor));
}

export interface UserFilter {
  readonly systemUser: boolean;
  readonly userList?: readonly string[] | undefined;
}

/** Whether somebody's doing is wanted; the system does things under no name. */
export function isByUser(filter: UserFilter, user: string): boolean {
  if (user === '') return filter.systemUser;
  const { userList } = filter;
  return !userList?.length || userList.some((name) => name.toLowerCase() === user.toLowerCase());
}
