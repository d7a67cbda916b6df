/** The AlarmManager's state: the desk where alarms are looked after, and what one needs to know to define an alarm. */
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { alarmDescription, defaultExpression } from './alarm-description.ts';
import type { AlarmFacets } from './alarm-kind.ts';
import type { AlarmDesk } from './desk.ts';
import { above, ofManagedType } from './scope.ts';

export interface AlarmManagerFacets {
  readonly desk: AlarmDesk;
}

export const alarmManagerKind: KindSpec<AlarmManagerFacets> = defineKind<AlarmManagerFacets>({
  type: 'AlarmManager',
  machinery: { desk: undefined },
  properties: {
    defaultExpression: { reads: [], value: () => defaultExpression() },
    description: { reads: [], value: () => alarmDescription() },
  },
});

/** The desk of this vCenter; an ESXi host has none. */
export function deskOf(world: World): AlarmDesk | undefined {
  const manager = world.ofType('AlarmManager').values().next().value;
  return (manager as unknown as Cell<AlarmManagerFacets> | undefined)?.state.desk;
}

/** An alarm is about to be another: says so of every entity that tells of it. Inside a turn. */
export function touchDeclared(world: World, alarm: Cell<AlarmFacets>): void {
  const told = new Set<Cell>();
  const climb = (cell: Cell) => {
    if (told.has(cell)) return;
    told.add(cell);
    for (const parent of above(cell)) climb(parent);
  };
  const home = alarm.one('declaredOn');
  if (home) climb(home);
  for (const type of alarm.state.about.types) {
    for (const entity of ofManagedType(world, type)) climb(entity);
  }
  for (const cell of told) world.touch(cell, 'declaredAlarmState');
}
