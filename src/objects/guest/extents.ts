/** Which extents of the spool hold a guest's files. */
import type { World } from '../../world/world.ts';
import type { Machine } from '../machine/machine.ts';
import type { LeftOnDatastore } from '../machine/vmx/left-files.ts';

export function extentsOf({ guestSystem }: Pick<Machine, 'guestSystem'>): string[] {
  const extents: string[] = [];
  for (const node of Object.values(guestSystem?.files ?? {})) if (node.extent !== undefined) extents.push(node.extent);
  return extents;
}

/** Whether the machine was only taken off the inventory: whoever registers it again finds its guest as it was. */
export function isLeft(world: World, { files, guestSystem }: Machine): boolean {
  const datastore = world.find(files.vmx.datastore)?.state as LeftOnDatastore | undefined;
  return guestSystem !== undefined && (datastore?.left?.machines.some((m) => m.guestSystem === guestSystem) ?? false);
}
