/** How entities leave the inventory: one destroyer per type, and a walk that asks all of them before any acts. */
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { Site } from '../site.ts';

/** One removal as its destroyers see it. `guard` and `remove` go on to what hangs below an entity. */
export interface Removal {
  readonly site: Site;
  readonly user: string;
  readonly chainId: number;
  /** `destroy` deletes VMs from disk; `unregister` takes them off the inventory and leaves their files, as when their host is removed. */
  readonly mode: 'destroy' | 'unregister';
  guard(cell: Cell): void;
  remove(cell: Cell): void;
  /** The same removal in the other mode. */
  as(mode: 'destroy' | 'unregister'): Removal;
}

export interface Destroyer {
  /** Throws when the entity may not go now. Changes nothing. */
  guard(cell: Cell, removal: Removal): void;
  /** Takes the entity and what is below it away, inside a turn, and posts the events. */
  remove(cell: Cell, removal: Removal): void;
}

/** Managed type -> its destroyer; one of a base type serves the types derived from it that have none. */
export type Destroyers = { readonly [type: string]: Destroyer };

export function removal(
  destroyers: Destroyers,
  of: { readonly site: Site; readonly user: string; readonly chainId: number },
  mode: 'destroy' | 'unregister' = 'destroy',
): Removal {
  const made: Removal = {
    ...of,
    mode,
    guard: (cell) => destroyerOf(destroyers, cell).guard(cell, made),
    remove: (cell) => {
      if (cell.alive) destroyerOf(destroyers, cell).remove(cell, made);
    },
    as: (other) => (other === mode ? made : removal(destroyers, of, other)),
  };
  return made;
}

function destroyerOf(destroyers: Destroyers, cell: Cell): Destroyer {
  for (let t = cell.world.model.schema.managed(cell.type); t; t = t.base) {
    const found = destroyers[t.name];
    if (found) return found;
  }
  throw notSupported();
}
