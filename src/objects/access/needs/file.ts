/** Files: a request names them by `[datastore] path`, and the privilege is asked of that datastore. */
import { isRef } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { nameOf } from '../../call.ts';
import { entityOf, parentsOf } from '../authority.ts';
import type { MethodRule, Need } from './need.ts';

/** Low level file operations. */
export const FILES = 'Datastore.FileManagement';

/**
 * A rule for methods on files. The parameters come in pairs: the path, then the datacenter it is to be read in; a lone
 * path is read around the object itself.
 */
export function fileNeeds(privilege: string, ...parameters: readonly string[]): MethodRule {
  return ({ world, self, params }) => {
    const needs: Need[] = [];
    for (let i = 0; i < parameters.length; i += 2) {
      const within = params[parameters[i + 1] ?? ''];
      const place = isRef(within) ? world.find(within.value) : undefined;
      for (const cell of datastoreOf(world, place ?? entityOf(self) ?? self, params[parameters[i]!]))
        needs.push({ cell, privilege });
    }
    return needs;
  };
}

/** The datastore a path or a URL of `/folder` names, among those of the datacenter around `place`. */
export function datastoreOf(world: World, place: Cell, path: unknown): Cell[] {
  const text = String(path ?? '');
  const url = /^https?:/.test(text) && URL.canParse(text) ? new URL(text).searchParams : undefined;
  const name = url?.get('dsName') ?? /^\s*\[([^\]]*)\]/.exec(text)?.[1];
  if (!name) return [];
  const datacenter = datacenterOf(place);
  // A URL says itself where it is to be looked for.
  const within = url?.get('dcPath')?.split('/').at(-1);
  const isThere = (at: Cell | undefined) =>
    url ? !within || (at && nameOf(at) === within) : !datacenter || at === datacenter;
  return [...world.ofType('Datastore')].filter((ds) => nameOf(ds) === name && isThere(datacenterOf(ds)));
}

/** The datacenter an entity stands in. */
export function datacenterOf(cell: Cell): Cell | undefined {
  if (cell.is('Datacenter')) return cell;
  const parent = parentsOf(cell)[0];
  return parent && datacenterOf(parent);
}
