/** Something outside writes on a volume, until so little is left, or gives back what it took. */
import type { Cell } from '../../world/cell.ts';
import type { Site } from '../site.ts';
import { type Datastore, freeSpace } from './datastore.ts';

/** Fills a datastore up, so that `free` bytes are left. What others write and delete later counts as ever. */
export function fillDatastore({ world }: Site, store: Cell<Datastore>, free = 0): void {
  const { files } = store.state;
  const others = freeSpace(store) + (files.ballast ?? 0);
  const ballast = Math.max(0, others - free);
  world.turn(() => world.update(store, { files: Object.freeze({ ...files, ballast }) }));
}

/** What was taken is given back. */
export function emptyDatastore({ world }: Site, store: Cell<Datastore>): void {
  const { ballast, ...files } = store.state.files;
  if (ballast !== undefined) world.turn(() => world.update(store, { files: Object.freeze(files) }));
}
