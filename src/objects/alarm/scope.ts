/** What an alarm covers: the entity it is defined on, and whatever hangs below it that its condition can be about. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { parentsOf, rootOf } from '../access/authority.ts';
import type { AlarmFacets } from './alarm-kind.ts';
import { isAbout, isAboutBelow } from './expression.ts';

/** What an entity hangs on. Alarms come down to a VM from its folder, its pool and its host. */
export function above(cell: Cell): Cell[] {
  const host = cell.is('VirtualMachine') ? cell.one('host') : undefined;
  return host ? [...parentsOf(cell), host] : parentsOf(cell);
}

/** An entity and everything above it, the nearest first, each once. */
export function lineOf(cell: Cell): Cell[] {
  const line = new Set([cell]);
  for (const at of line) for (const parent of above(at)) line.add(parent);
  return [...line];
}

/** Whether the alarm is about this entity. */
export function covers(alarm: Cell<AlarmFacets>, entity: Cell): boolean {
  const { about, entity: home } = alarm.state;
  const atHome = entity.id === home;
  if (!isAbout(about, entity, atHome)) return false;
  // Everything hangs below the root, where most alarms are: no need to climb there.
  return atHome || rootOf(entity.world)?.id === home || isBelow(entity, home);
}

/** The alarms that an entity, or something below it, can set off: its own and those that come down to it. */
export function alarmsFor(entity: Cell): Cell<AlarmFacets>[] {
  return lineOf(entity).flatMap((home) =>
    [...home.back<AlarmFacets>('declaredAlarms')].filter(
      ({ state: { about } }) => isAbout(about, entity, home === entity) || isAboutBelow(about, entity),
    ),
  );
}

export function isBelow(entity: Cell, home: string): boolean {
  return above(entity).some((parent) => parent.id === home || isBelow(parent, home));
}

/** Every entity of a managed type, or of one derived from it. */
export function* ofManagedType(world: World, type: string): Generator<Cell> {
  for (const kind of world.model.kinds.values()) if (kind.lineage.has(type)) yield* world.ofType(kind.type);
}
