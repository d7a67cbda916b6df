/** The methods of this API do what those of the vCenter's own manager do, to disks that they find without a datastore. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { authorize } from '../access/authorize.ts';
import { Call } from '../call.ts';
import type { AnyMethod } from '../managed-object.ts';
import { type Fcd, fcdOf } from '../storage/first-class/first-class-disk.ts';
import { vcenterMethods } from '../storage/first-class/manager.ts';
import { storeOf } from '../storage/first-class/reads.ts';

type Id = { readonly id: string };

/** The disk of an id. Throws NotFound; also where the caller may not see the datastore that it is on. */
export function diskNamed(call: Call, id: Id): Fcd {
  const disk = fcdOf(call.world, id);
  if (!disk || !isSeen(call, disk)) throw new VimFault('NotFound');
  return disk;
}

export function isSeen(call: Call, disk: Fcd): boolean {
  const store = call.world.find(storeOf(disk).value);
  return store !== undefined && call.viewer.can(store, 'System.View');
}

/** Has a method of the vCenter's manager do its work, by the same privileges. */
export function onVcenter(call: Call, name: string, args: object): unknown {
  const [manager] = call.world.ofType('VcenterVStorageObjectManager');
  return onObject(call, manager as Cell, name, vcenterMethods[name] as AnyMethod, args);
}

/** The task it starts, if any, is known as one of this API. */
export function onObject(call: Call, self: Cell, name: string, run: AnyMethod, args: object): unknown {
  const method = call.site.schema.managed(self.type)!.methods.get(name)!;
  authorize(call.site, call.viewer, method, self, args as Readonly<Record<string, unknown>>);
  const there = new Call({ ...call, method: name, self: self.ref });
  const marked = name.endsWith('_Task') ? { ...args, vslm: call.method } : args;
  return run(there, self as Cell<never>, marked as never);
}

/** The same, with the datastore that the disk is on. */
export function onDisk(call: Call, name: string, args: { readonly id: Id }): unknown {
  return onVcenter(call, name, { ...args, datastore: storeOf(diskNamed(call, args.id)) });
}
