/** Files: a request names them by `[datastore] path`, and the privilege is asked of that datastore. */
import { isRef } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { nameOf } from '../call.ts';
import { parentsOf } from './authority.ts';
import type { MethodRule, Need } from './need.ts';

const CHANGES = 'Datastore.FileManagement';

/**
 * A rule for methods on files. The parameters come in pairs: the path, then the datacenter it is to be read in; a lone
 * path is a search, which browses.
 */
export function fileNeeds(...parameters: readonly string[]): MethodRule {
  return ({ world, self, params }) => {
    const needs: Need[] = [];
    const privilege = parameters.length === 1 ? 'Datastore.Browse' : CHANGES;
    for (let i = 0; i < parameters.length; i += 2) {
      const within = params[parameters[i + 1] ?? ''];
      const place = isRef(within) ? world.find(within.value) : undefined;
      for (const cell of datastoreOf(world, place ?? self, params[parameters[i]!])) needs.push({ cell, privilege });
    }
    return needs;
  };
}

/** The datastore a path names, among those of the datacenter around `place`. */
export function datastoreOf(world: World, place: Cell, path: unknown): Cell[] {
  const name = /^\s*\[([^\]]*)\]/.exec(String(path ?? ''))?.[1];
  if (!name) return [];
  const datacenter = datacenterOf(place);
  return [...world.ofType('Datastore')].filter(
    (ds) => nameOf(ds) === name && (!datacenter || datacenterOf(ds) === datacenter),
  );
}

function datacenterOf(cell: Cell): Cell | undefined {
  if (cell.is('Datacenter')) return cell;
  const parent = parentsOf(cell)[0];
  return parent && datacenterOf(parent);
}
