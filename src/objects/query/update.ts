/** From what changed to what is sent: the values as they are now, at the paths that changed. */
import type { MissingProperty, ObjectUpdate, PropertyChange, PropertyChangeOp } from '../../vim25/generated/index.ts';
import { PropertyValue } from '../../vim25/property-value.ts';
import type { Cell } from '../../world/cell.ts';
import type { ChangeOp } from './difference.ts';
import type { Filter } from './filter.ts';
import { follow, parsePath } from './path.ts';
import type { ObjectChange, Pending } from './pending.ts';
import { read, type Selected, seenBy, unreadable } from './selection.ts';

export function updatesOf(filter: Filter, pending: Pending): ObjectUpdate[] {
  const updates: ObjectUpdate[] = [];
  for (const [cell, change] of pending.objects) {
    const update = objectUpdate(filter, cell, change);
    if (update) updates.push(update);
  }
  return updates;
}

function objectUpdate(filter: Filter, cell: Cell, change: ObjectChange): ObjectUpdate | undefined {
  if (change.arrival === 'leave') return { kind: 'leave', obj: cell.ref };
  const selected = filter.members.get(cell);
  if (!selected || !cell.alive) return undefined;
  const missingSet = selected.flatMap((s) => missing(filter, cell, s) ?? []);
  const readable = missingSet.length === 0 ? selected : selected.filter((s) => !unreadable(cell, s, filter.viewer));
  const changeSet =
    change.arrival === 'enter'
      ? readable.flatMap((s) => entered(filter, cell, s) ?? [])
      : [...change.paths].flatMap(([path, op]) => changed(filter, cell, readable, path, op) ?? []);
  if (change.arrival === 'modify' && changeSet.length === 0) return undefined;
  const update: ObjectUpdate = { kind: change.arrival, obj: cell.ref, changeSet };
  return missingSet.length > 0 ? { ...update, missingSet } : update;
}

function entered(filter: Filter, cell: Cell, selected: Selected): PropertyChange | undefined {
  const val = read(cell.world, cell, selected, filter.viewer);
  return val && { name: selected.path.text, op: 'assign', val };
}

function missing(filter: Filter, cell: Cell, selected: Selected): MissingProperty | undefined {
  const fault = unreadable(cell, selected, filter.viewer);
  return fault && { path: selected.path.text, fault: fault.localized() as MissingProperty['fault'] };
}

function changed(
  filter: Filter,
  cell: Cell,
  readable: readonly Selected[],
  text: string,
  op: ChangeOp,
): PropertyChange | undefined {
  const path = parsePath(text);
  const selected = path && readable.find((s) => s.path.top === path.top);
  if (!path || !selected?.property) return undefined;
  const { schema } = cell.world.model;
  const memo = cell.world.derive(cell, selected.property);
  const found =
    path.steps.length === 0
      ? memo.value !== undefined && { value: memo.value, row: selected.row }
      : follow(schema, memo.value, selected.row, path.steps);
  if (!found) return { name: text, op: gone(cell, selected, path.steps.length, text) };
  const whole = path.steps.length === 0 ? memo : undefined;
  const val = seenBy(cell.world, filter.viewer, new PropertyValue(found.row, found.value, whole));
  return { name: text, op: op === 'add' ? 'add' : 'assign', val };
}

/** What is unset was removed; where what enclosed it is unset too, indirectly so. */
function gone(cell: Cell, selected: Selected, depth: number, text: string): PropertyChangeOp {
  if (depth === 0) return 'remove';
  const parent = parsePath(text.replace(/(\.\w+|\[[^[]*\])$/, ''));
  const memo = cell.world.derive(cell, selected.property!);
  const enclosing = parent && follow(cell.world.model.schema, memo.value, selected.row, parent.steps);
  return enclosing ? 'remove' : 'indirectRemove';
}
