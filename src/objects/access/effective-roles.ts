/** ManagedEntity.effectiveRole: the roles the reader has on an entity. */
import type { Cell } from '../../world/cell.ts';
import type { Viewer } from '../../world/viewer.ts';

/** Ids of the roles; undefined before login. */
export function effectiveRoles(viewer: Viewer | undefined, entity: Cell): readonly number[] | undefined {
  return viewer?.roles?.(entity);
}
