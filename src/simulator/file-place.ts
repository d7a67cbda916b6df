/** Where on which datastore a request for a file leads. */
import { rootOf } from '../objects/access/authority.ts';
import { nameOf } from '../objects/call.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import { type Datastore, datastoreKind } from '../objects/storage/datastore.ts';
import type { Cell } from '../world/cell.ts';
import type { World } from '../world/world.ts';
import { Refusal } from './refusal.ts';

/** Under this name ESXi has its only datacenter; a ticket for a host's own door names it too. */
const ANY_DATACENTER = 'ha-datacenter';
const DEEPEST = 64;
const LONGEST = 2_048;
const LONGEST_NAME = 255;

/** `dir/name` of an escaped path; '' for the top. A path that climbs, or hides a slash or a NUL, is refused. */
export function filePath(escaped: string): string {
  let path: string;
  try {
    path = decodeURIComponent(escaped);
  } catch {
    throw new Refusal(400, 'the path is not well escaped');
  }
  const parts = path.split('/').filter((part) => part !== '');
  const isBad = (part: string) => part === '..' || part === '.' || part.length > LONGEST_NAME;
  const bad = parts.some(isBad) || /[\0\\]/.test(path);
  if (bad || parts.length > DEEPEST || path.length > LONGEST) throw new Refusal(400, 'the path is not acceptable');
  return parts.join('/');
}

/** The datacenter that `dcPath` leads to; undefined for any of them, null where it leads nowhere. */
export function datacenterNamed(world: World, query: URLSearchParams): Cell | null | undefined {
  const within = (query.get('dcPath') ?? '').split('/').filter((part) => part !== '');
  if (within.length === 0 || within.at(-1) === ANY_DATACENTER) return undefined;
  let found: Cell | undefined = rootOf(world);
  for (const part of within) found = found && childNamed(found, part);
  return found?.is('Datacenter') ? found : null;
}

/** The datastore that `dsName` names. Throws Refusal 400 where it names none. */
export function datastoreNamed(world: World, query: URLSearchParams): Cell<Datastore> | undefined {
  const name = query.get('dsName');
  if (!name) throw new Refusal(400, 'dsName is missing');
  const datacenter = datacenterNamed(world, query);
  if (datacenter === null) return undefined;
  for (const cell of world.every<Datastore>(datastoreKind)) {
    const here = datacenter === undefined || cell.state.datacenter === datacenter.id;
    if (here && nameOf(cell as unknown as Cell) === name) return cell;
  }
  return undefined;
}
