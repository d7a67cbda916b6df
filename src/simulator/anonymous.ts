/** What one may read before login: properties the table marks System.Anonymous, and nothing beside them. */
import type { Site } from '../objects/site.ts';
import type { PropertyFilterSpec } from '../vim25/generated/index.ts';
import type { Schema } from '../vim25/schema.ts';
import type { DataObject } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';

const QUERIES: ReadonlySet<string> = new Set(['RetrieveProperties', 'RetrievePropertiesEx']);

export function isQuery(method: string): boolean {
  return QUERIES.has(method);
}

export function anonymousMayRead(site: Site, schema: Schema, cell: Cell, method: string, params: DataObject): boolean {
  if (method === 'Fetch') return isAnonymous(schema, cell.type, params['prop'] as string);
  if (!isQuery(method)) return false;
  return (params['specSet'] as readonly PropertyFilterSpec[]).every((spec) =>
    spec.objectSet.every(({ obj, selectSet }) => {
      const start = site.world.find(obj.value);
      if (!start || (selectSet?.length ?? 0) > 0) return false;
      return spec.propSet.every(
        (p) => p.all !== true && (p.pathSet ?? []).every((path) => isAnonymous(schema, start.type, path)),
      );
    }),
  );
}

function isAnonymous(schema: Schema, type: string, path: string): boolean {
  const top = path.split(/[.[]/, 1)[0]!;
  return schema.managed(type)?.properties.get(top)?.privilege === 'System.Anonymous';
}
