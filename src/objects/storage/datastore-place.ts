/** Where a `[datastore] path` leads, as the managers of files are told it. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { parseDatastorePath } from '../machine/config/surroundings.ts';
import type { Site } from '../site.ts';
import { type Datastore, isAccessible } from './datastore.ts';

export interface Place {
  readonly store: Cell<Datastore>;
  readonly path: string;
  /** As the client wrote it; faults name it. */
  readonly name: string;
}

export interface Named {
  readonly name: string;
  readonly datacenter?: Ref | undefined;
  /** What the parameter is called that says the datacenter, where that is another word. */
  readonly parameter?: string | undefined;
}

const LONGEST_PATH = 2_048;
const DEEPEST_PATH = 64;
const LONGEST_NAME = 255;

/** Where a name leads. A vCenter cannot tell datastores of one name apart without a datacenter. */
export function placeOf(site: Site, { name, datacenter, parameter = 'datacenter' }: Named): Place {
  const within = datacenter ? site.world.find(datacenter.value) : onlyDatacenter(site);
  if (!within) {
    parseDatastorePath(name);
    throw invalidArgument(parameter);
  }
  const place = placeAmong(within.back<Datastore>('datastore'), name);
  site.shown?.look(place.store);
  return place;
}

/** Where a name leads among some datastores. Throws InvalidDatastorePath, InvalidDatastore or InaccessibleDatastore. */
export function placeAmong(stores: Iterable<Cell<Datastore>>, name: string): Place {
  const parsed = parseDatastorePath(name);
  const parts = parsed.path.split('/').filter((part) => part !== '' && part !== '.');
  const isLong = parsed.path.length > LONGEST_PATH || parts.some((part) => part.length > LONGEST_NAME);
  if (isLong || parts.length > DEEPEST_PATH) throw new VimFault('InvalidDatastorePath', { datastorePath: name });
  for (const store of stores) {
    if (store.state.name !== parsed.datastore) continue;
    const { ref: reference, state } = store;
    if (!isAccessible(store)) throw new VimFault('InaccessibleDatastore', { datastore: reference, name: state.name });
    return { store, path: parts.join('/'), name };
  }
  throw new VimFault('InvalidDatastore', { name: parsed.datastore });
}

function onlyDatacenter(site: Site): Cell | undefined {
  const all = site.world.ofType('Datacenter');
  return all.size === 1 ? [...all][0] : undefined;
}
