/** Names of inventory entities: what vCenter accepts, how it stores them, and that siblings differ. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { nameOf } from '../call.ts';
import { childNamed } from './managed-entity.ts';

const LONGEST = 80;

/**
 * A name as vCenter keeps it: slashes, backslashes and stray percent signs are escaped, so that inventory paths stay
 * unambiguous. Throws InvalidName when it is empty or longer than 80 characters.
 *
 * @example entityName('a/b') // 'a%2fb'
 */
export function entityName(given: string, entity?: Cell): string {
  const name = given
    .replace(/%(?![0-9a-fA-F]{2})/g, '%25')
    .replace(/\//g, '%2f')
    .replace(/\\/g, '%5c');
  if (name.trim() === '' || [...name].length > LONGEST) {
    throw new VimFault('InvalidName', { name: given, entity: entity?.ref });
  }
  return name;
}

/** Throws DuplicateName when of entities that are to come under a parent one has the name of another, or of a child. */
export function guardUniqueTogether(parent: Cell, cells: readonly Cell[]): void {
  const arriving = new Map<string, Cell>();
  for (const cell of cells) {
    const name = nameOf(cell);
    const holder = arriving.get(name) ?? childNamed(parent, name);
    if (holder && holder !== cell) throw new VimFault('DuplicateName', { name, object: holder.ref });
    arriving.set(name, cell);
  }
}

/** Throws DuplicateName naming the child that has the name already. */
export function guardUnique(parent: Cell, name: string, self?: Cell): void {
  const holder = childNamed(parent, name);
  if (holder && holder !== self) throw new VimFault('DuplicateName', { name, object: holder.ref });
}
