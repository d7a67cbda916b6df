/** Whether something is so in the world: an object stands somewhere, or a property of it is what a rule says. */
import { meets } from '../faults/condition.ts';
import type { Predicate } from '../faults/rule.ts';
import { rootOf } from '../objects/access/authority.ts';
import { nameOf } from '../objects/call.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { Cell } from '../world/cell.ts';
import type { World } from '../world/world.ts';
import { propertyAt } from './property-at.ts';

/** False while nothing stands at the path, unless that is what is said. */
export function isSo(world: World, { path, property, ...comparison }: Predicate): boolean {
  const cell = objectAt(world, path);
  if (property === undefined) return (cell !== undefined) === comparison.exists;
  if (!cell) return comparison.exists === false;
  const called = (id: string) => {
    const named = world.find(id);
    return named && nameOf(named);
  };
  return meets(comparison, propertyAt(cell, property), called);
}

/** An inventory path has a slash in it; an id has none. */
function objectAt(world: World, path: string): Cell | undefined {
  if (!path.includes('/')) return world.find(path);
  let at = rootOf(world);
  for (const name of path.split('/')) if (name !== '') at = at && childNamed(at, name);
  return at;
}
