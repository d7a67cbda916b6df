/** References among a method's arguments must name objects that are there and of the declared type. */
import type { Site } from '../objects/site.ts';
import type { Method } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import { VimFault } from '../world/fault.ts';

/** Methods that answer for themselves which of the objects named are gone. */
const FORGIVING: ReadonlySet<string> = new Set([
  'ModifyListView',
  'ResetListView',
  'OpenInventoryViewFolder',
  'CloseInventoryViewFolder',
]);

export function checkArguments(site: Site, method: Method, params: DataObject): void {
  if (FORGIVING.has(method.name)) return;
  for (const param of method.params) {
    if (param.kind !== 'ref') continue;
    const given = params[param.name];
    if (given === undefined) continue;
    for (const ref of (param.array ? given : [given]) as readonly Ref[]) {
      const cell = site.world.find(ref.value);
      if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
      if (param.type !== 'ManagedObject' && !cell.is(param.type))
        throw new VimFault('InvalidType', { argument: param.name });
    }
  }
}
