/** ManagedEntity.effectiveRole: the roles the reader has on an entity. */
import type { Cell } from '../../world/cell.ts';
import type { Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import { authorityOf } from './authority.ts';
import { sessionKind } from './session.ts';

/** Ids of the roles; undefined before login. */
export function effectiveRoles(world: World, viewer: Viewer | undefined, entity: Cell): number[] | undefined {
  const session = world.as(sessionKind, viewer?.session);
  const roles = session && authorityOf(session).rolesOn(entity);
  return roles?.map((role) => role.id);
}
