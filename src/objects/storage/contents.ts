/** Frees bytes of the spool once no file and no disk names them any more. */
import type { Spool } from '../../spool/spool.ts';
import type { Image } from '../../world/image.ts';
import type { Facets, Kind } from '../../world/kind.ts';
import type { Participant, World } from '../../world/world.ts';
import type { Machine } from '../machine/machine.ts';
import type { LeftOnDatastore } from '../machine/vmx/left-files.ts';
import { extentsInUse, extentsNamed, isInUse, neededBy } from './extents-in-use.ts';

/** Looks after each turn who let go of bytes; a turn that is taken back lets go of nothing. */
export class Contents implements Participant {
  readonly #world: World;
  readonly #spool: Spool;
  /** What the turn under way changed: a picture of the world taken when the last one ended. */
  readonly #before: Image;
  readonly #kept = new Set<string>();
  /** Extents that somebody reads who took a picture of the world, counted by reader. */
  readonly #lent = new Map<string, number>();

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

  /** These are the pictures there are: keeps what they need, and drops what was kept for others and is named by nobody. */
  review(images: Iterable<Image>): void {
    const needed = new Set<string>();
    for (const image of images) for (const extent of neededBy(this.#world, image)) needed.add(extent);
    for (const extent of this.#kept) {
      if (needed.has(extent)) continue;
      this.#kept.delete(extent);
      if (!this.#lent.has(extent) && !isInUse(this.#world, extent)) this.#spool.drop(extent);
    }
    for (const extent of needed) this.#kept.add(extent);
  }

  /** What the world names, pictures of it, and who reads an older one. */
  get live(): Set<string> {
    return new Set([...extentsInUse(this.#world), ...this.#lent.keys(), ...this.#kept]);
  }

  /** Keeps what is named now for a reader, until it calls what it is given. */
  lend(): { readonly extents: ReadonlySet<string>; readonly giveBack: () => void } {
    const extents = extentsInUse(this.#world);
    for (const extent of extents) this.#lent.set(extent, (this.#lent.get(extent) ?? 0) + 1);
    const giveBack = () => {
      for (const extent of extents) {
        const left = this.#lent.get(extent)! - 1;
        if (left > 0) this.#lent.set(extent, left);
        else this.#lent.delete(extent);
        if (left <= 0 && !this.#kept.has(extent) && !isInUse(this.#world, extent)) this.#spool.drop(extent);
      }
    };
    return { extents, giveBack };
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
      if (this.#kept.has(extent) || this.#lent.has(extent) || isInUse(this.#world, extent)) continue;
      this.#spool.drop(extent);
    }
  }
}

/** Whether the facets that name extents are others than before: machines change often, and their disks seldom. */
function mayLetGo({ type }: Kind, before: Facets, after: Facets | undefined): boolean {
  if (!after) return true;
  if (type === 'Datastore') return (before as LeftOnDatastore).left !== (after as LeftOnDatastore).left;
  if (type !== 'VirtualMachine') return true;
  const [was, is] = [before as Machine, after as Machine];
  return was.devices !== is.devices || was.snapshots !== is.snapshots || was.guestSystem !== is.guestSystem;
}
