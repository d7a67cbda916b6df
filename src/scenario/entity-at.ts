/** Where scenarios say something stands. */
import { rootOf } from '../objects/access/authority.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';

/** The entity at an inventory path; `/` is the root folder. */
export function entityAt(site: Site, path: string): Cell | undefined {
  let at = rootOf(site.world);
  for (const name of path.split('/').filter((part) => part !== '')) at = at && childNamed(at, name);
  return at;
}
