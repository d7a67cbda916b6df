/** The value at a property path of an object, as the world knows it. */
import { follow, parsePath } from '../objects/query/path.ts';
import type { Cell } from '../world/cell.ts';

/** Undefined where something on the way is unset, or there is no such property. */
export function propertyAt(cell: Cell, text: string): unknown {
  const path = parsePath(text);
  const { schema } = cell.world.model;
  const row = path && schema.managed(cell.type)?.properties.get(path.top);
  return row && follow(schema, cell.get(path.top), row, path.steps)?.value;
}
