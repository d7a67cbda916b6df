/** Frees bytes of the spool once no file names them any more. */
import type { Spool } from '../../spool/spool.ts';
import type { Image } from '../../world/image.ts';
import type { Facets } from '../../world/kind.ts';
import type { Participant, World } from '../../world/world.ts';
import { datastoreFileKind, extentsInUse, type FileFacets, isInUse } from './files.ts';

/** Looks after each turn which files let go of their bytes; a turn that is taken back lets go of nothing. */
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

  /** Call when a picture of the world is taken: what files name now stays, until the spool is swept. */
  keep(): void {
    for (const extent of extentsInUse(this.#world)) this.#kept.add(extent);
  }

  begin(): void {}

  commit(): void {
    const { changes } = this.#before;
    for (const before of changes.values()) {
      if (before?.kind.type === datastoreFileKind.type) this.#release(before.state);
    }
    changes.clear();
  }

  rollback(): void {
    this.#before.changes.clear();
  }

  #release(file: Facets): void {
    const { extent } = (file as FileFacets).content;
    if (extent !== undefined && !this.#kept.has(extent) && !isInUse(this.#world, extent)) this.#spool.drop(extent);
  }
}
