/** Which extents of the spool hold the files of guests, those that snapshots keep included. */
import type { Machine } from '../machine/machine.ts';

export function extentsOf({ guestSystem, snapshots }: Pick<Machine, 'guestSystem' | 'snapshots'>): string[] {
  const extents = new Set<string>();
  for (const system of [guestSystem, ...(snapshots?.list.map((s) => s.saved.inside?.guestSystem) ?? [])]) {
    for (const node of Object.values(system?.files ?? {})) if (node.extent !== undefined) extents.add(node.extent);
  }
  return [...extents];
}
