/** What stands around a machine, read through the properties every client reads too. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';

/** The compute resource a pool or vApp belongs to. */
export function ownerOf(pool: Cell | undefined): Cell | undefined {
  return follow(pool, 'owner');
}

export function follow(cell: Cell | undefined, property: string): Cell | undefined {
  const ref = cell?.get(property) as Ref | undefined;
  return ref && cell!.world.find(ref.value);
}

export function listed(cell: Cell | undefined, property: string): Cell[] {
  const refs = (cell?.get(property) ?? []) as readonly Ref[];
  return refs.flatMap((ref) => cell!.world.find(ref.value) ?? []);
}

export interface ParsedPath {
  readonly datastore: string;
  readonly path: string;
}

/** Splits `[datastore] dir/file`. Throws InvalidDatastorePath. */
export function parseDatastorePath(text: string): ParsedPath {
  const match = /^\s*\[([^\]]+)\]\s*(.*?)\s*$/.exec(text);
  if (!match || /(^|\/)\.\.(\/|$)/.test(match[2]!)) throw new VimFault('InvalidDatastorePath', { datastorePath: text });
  return { datastore: match[1]!, path: match[2]!.replace(/^\/+|\/+$/g, '') };
}

/** The datastore of that name that a compute resource sees. Throws InvalidDatastorePath naming the whole path. */
export function datastoreNamed(owner: Cell | undefined, name: string, text: string): Cell {
  const found = listed(owner, 'datastore').find((d) => d.get('name') === name);
  if (!found) throw new VimFault('InvalidDatastorePath', { datastorePath: text });
  return found;
}
