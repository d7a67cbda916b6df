/** Puts an imported inventory into the world. Inside a turn. */
import type { Site } from '../objects/site.ts';
import { vim25 } from '../vim25/vim25.ts';
import type { ObjectsSaid } from './object-shape.ts';
import { restoreObjects } from './saved-inventory.ts';
import { readSaved, SavedObject } from './saved-object.ts';
import type { Fail } from './tree-ground.ts';

/** Of a directory what has no place is left out, as it holds much beside the inventory; of a list nothing is. */
export function furnishObjects(
  site: Site,
  said: ObjectsSaid | undefined,
  resolve: (file: string) => string,
  fail: Fail,
): void {
  if (said === undefined) return;
  const objects = typeof said === 'string' ? savedIn(resolve(said), fail) : listed(said, fail);
  const { lost } = restoreObjects(site, objects);
  const [first] = lost;
  if (!first || typeof said === 'string') return;
  throw fail(['objects', objects.indexOf(first)], `there is no place for ${first.ref.type} ${first.id}`);
}

function savedIn(directory: string, fail: Fail): SavedObject[] {
  try {
    return readSaved(vim25, directory);
  } catch (error) {
    throw fail(['objects'], (error as Error).message);
  }
}

function listed(said: Exclude<ObjectsSaid, string>, fail: Fail): SavedObject[] {
  const seen = new Set<string>();
  return said.map(({ type, id, properties }, i) => {
    if (!vim25.managed(type)) throw fail(['objects', i, 'type'], `the API has no managed type '${type}'`);
    if (seen.has(id)) throw fail(['objects', i, 'id'], `there is an object '${id}' already`);
    seen.add(id);
    return new SavedObject({ type, value: id }, (property) => properties[property]);
  });
}
