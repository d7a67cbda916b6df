/** What a container holds, as ContainerView and inventory searches see it. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';

/** Per container type, the inverse relations and the properties that lead to what it holds. */
const HOLDS: readonly (readonly [type: string, inverses: readonly string[], properties: readonly string[]])[] = [
  ['HostSystem', ['vm'], ['datastore', 'network']],
  ['ResourcePool', ['children', 'vm'], []],
  ['ComputeResource', ['children', 'rootPool'], ['datastore', 'network']],
  ['Datacenter', ['children'], []],
  ['Folder', ['children', 'linked'], []],
];

/** Whether an object can hold others: whether a view may have it for its container. */
export function isContainer(cell: Cell): boolean {
  return HOLDS.some(([type]) => cell.is(type));
}

/** References to what `container` holds: directly, or all the way down; of the given types, or of any when none is given. */
export function contents(container: Cell, types: readonly string[], recursive: boolean): Ref[] {
  const found: Ref[] = [];
  const seen = new Set<Cell>([container]);
  const wanted = new Map<string, boolean>();
  const queue: Cell[] = [container];
  for (let at = 0; at < queue.length; at++) {
    for (const cell of held(queue[at]!)) {
      if (seen.has(cell)) continue;
      seen.add(cell);
      let want = wanted.get(cell.type);
      if (want === undefined) {
        want = types.length === 0 || types.some((t) => cell.is(t));
        wanted.set(cell.type, want);
      }
      if (want) found.push(cell.ref);
      if (recursive && !cell.is('VirtualMachine')) queue.push(cell);
    }
  }
  return found;
}

/** What hangs directly under a container. */
export function* held(cell: Cell): Generator<Cell> {
  for (const [type, inverses, properties] of HOLDS) {
    if (!cell.is(type)) continue;
    for (const inverse of inverses) yield* cell.back(inverse);
    for (const property of properties) yield* named(cell, property);
    return;
  }
}

function* named(cell: Cell, property: string): Generator<Cell> {
  for (const ref of (cell.get(property) ?? []) as readonly Ref[]) {
    const held = cell.world.find(ref.value);
    if (held) yield held;
  }
}
