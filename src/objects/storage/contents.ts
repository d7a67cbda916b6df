/** Frees bytes of the spool once no file and no disk names them any more. */
import type { Spool } from '../../spool/spool.ts';
import type { Image } from '../../world/image.ts';
import type { Facets, Kind } from '../../world/kind.ts';
import type { Participant, World } from '../../world/world.ts';
import type { Machine } from '../machine/machine.ts';
import type { LeftOnDatastore } from '../machine/vmx/left-files.ts';
import { extentsInUse, extentsNamed, isInUse } from './extents-in-use.ts';

/** Looks after each turn who let go of bytes; a turn that is taken back lets go of nothing. */
export class Contents implements Participant {
  readonly #world: World;
  readonly #spool: Spool;
  /** What the turn under way changed: a picture of the world taken when the last one ended. */
  readonly #before: Image;
  readonly #kept = new Set<string>();

  /** Files there are already belong to the world that a reset returns to, and are kept. */
  constructor(world: World, spool: Spool) {
    this.#world = world;
    this.#spool = spool;
    this.#before = world.save();
    this.keep();
  }

  /** Call when a picture of the world is taken: what is named now stays, until the spool is swept. */
  keep(): void {
    for (const extent of extentsInUse(this.#world)) this.#kept.add(extent);
  }

  begin(): void {}

  commit(): void {
    const { changes } = this.#before;
    for (const [id, before] of changes) {
      if (before && mayLetGo(before.kind, before.state, this.#world.find(id)?.state))
        this.#release(before.kind, before.state);
    }
    changes.clear();
  }

  rollback(): void {
    this.#before.changes.clear();
  }

  #release(kind: Kind, before: Facets): void {
    for (const extent of extentsNamed(kind, before)) {
      if (!this.#kept.has(extent) && !isInUse(this.#world, extent)) this.#spool.drop(extent);
    }
  }
}

/** Whether the facets that name extents are others than before: machines change often, and their disks seldom. */
function mayLetGo({ type }: Kind, before: Facets, after: Facets | undefined): boolean {
  if (!after) return true;
  if (type === 'Datastore') return (before as LeftOnDatastore).left !== (after as LeftOnDatastore).left;
  if (type !== 'VirtualMachine') return true;
  const [was, is] = [before as Machine, after as Machine];
  return was.devices !== is.devices || was.snapshots !== is.snapshots;
}
