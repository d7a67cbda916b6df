/** ManagedEntity.effectiveRole: the roles the reader has on an entity. */
import type { Cell } from '../../world/cell.ts';
import type { Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import { Authority } from './authority.ts';
import { type Session, sessionKind } from './session.ts';

/** Ids of the roles; undefined before login. */
export function effectiveRoles(world: World, viewer: Viewer | undefined, entity: Cell): number[] | undefined {
  const session = world.as(sessionKind, viewer?.session);
  return (
    session &&
    authorityOf(world, session)
      .rolesOn(entity)
      .map((role) => role.id)
  );
}

/** What the user of a session may do. */
export function authorityOf(world: World, session: Cell<Session>): Authority {
  const { userName, groups } = session.state.identity;
  return new Authority(world, { user: userName.toLowerCase(), groups: groups.map((g) => g.toLowerCase()) });
}
