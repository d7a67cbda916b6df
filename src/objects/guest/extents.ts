/** Which extents of the spool hold the files of guests, those that snapshots keep included. */
import type { World } from '../../world/world.ts';
import type { Machine } from '../machine/machine.ts';
import type { LeftOnDatastore } from '../machine/vmx/left-files.ts';

export function extentsOf({ guestSystem, snapshots }: Pick<Machine, 'guestSystem' | 'snapshots'>): string[] {
  const extents = new Set<string>();
  for (const system of [guestSystem, ...(snapshots?.list.map((s) => s.saved.inside?.guestSystem) ?? [])]) {
    for (const node of Object.values(system?.files ?? {})) if (node.extent !== undefined) extents.add(node.extent);
  }
  return [...extents];
}

/** Whether the machine was only taken off the inventory: whoever registers it again finds its guest as it was. */
export function isLeft(world: World, { files, guestSystem, snapshots }: Machine): boolean {
  const datastore = world.find(files.vmx.datastore)?.state as LeftOnDatastore | undefined;
  return datastore?.left?.machines.some((m) => m.guestSystem === guestSystem && m.snapshots === snapshots) ?? false;
}
