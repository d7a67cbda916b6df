/** Names of what a machine's devices use, read over its relations. */
import type { Cell } from '../../world/cell.ts';
import type { Facets } from '../../world/kind.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import type { Datastore } from '../storage/datastore.ts';
import { urlOf } from '../storage/volume.ts';
import type { Names } from './device/device-view.ts';

/** What a property that calls `namesOf` has to declare. */
export const READS_NAMES = ['datastore.name', 'network.name'] as const;

export function namesOf<F extends Facets>(self: Cell<F>): Names {
  return { datastore: named(self, 'datastore'), network: named(self, 'network') };
}

/** `config.datastoreUrl`; whoever calls it declares `datastore.name` and `datastore.volume`. */
export function datastoreUrls<F extends Facets>(self: Cell<F>): { readonly name: string; readonly url: string }[] {
  return self.all<Datastore>('datastore').map(({ state }) => ({ name: state.name, url: urlOf(state.volume) }));
}

function named<F extends Facets>(self: Cell<F>, relation: string): Map<string, string> {
  return new Map(self.all<Entity>(relation).map((cell) => [cell.id, cell.state.name]));
}
