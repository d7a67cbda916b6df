/**
 * Traversal: from the object of an ObjectSpec along its selection specs, each object reported once.
 *
 * A TraversalSpec applies only to objects of its type; named specs may refer to each other in any order and in cycles.
 * An object is walked once per traversal spec, so a cyclic inventory ends.
 */
import type { ObjectSpec, SelectionSpec, TraversalSpec } from '../../vim25/generated/index.ts';
import { isRef, type Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import { follow, isValidPath, type Path, parsePath } from './path.ts';

interface Traversal {
  readonly type: string;
  readonly path: Path;
  readonly skip: boolean;
  next: readonly Traversal[];
}

/** An ObjectSpec checked and linked, ready to be walked any number of times. */
export interface Route {
  readonly start: Ref;
  readonly skip: boolean;
  readonly traversals: readonly Traversal[];
}

export interface WalkListener {
  /** An object to report; each is reported once. */
  visit(cell: Cell): void;
  /** A property whose value decided where the walk went. */
  edge?(cell: Cell, property: string): void;
}

/** Checks an ObjectSpec; throws InvalidArgument or InvalidProperty naming what is wrong. */
export function planRoute(world: World, spec: ObjectSpec, at: string): Route {
  if (!spec.selectSet?.length) return { start: spec.obj, skip: spec.skip === true, traversals: [] };
  const named = new Map<string, Traversal>();
  const links: { readonly traversal: Traversal; readonly spec: TraversalSpec; readonly at: string }[] = [];
  const collect = (specs: readonly SelectionSpec[], path: string) => {
    for (const [i, s] of specs.entries()) {
      if (!isTraversal(s)) continue;
      const traversal = planTraversal(world, s, `${path}[${i}]`);
      links.push({ traversal, spec: s, at: `${path}[${i}].selectSet` });
      if (s.name !== undefined && s.name !== '') named.set(s.name, traversal);
      made.set(s, traversal);
      collect(s.selectSet ?? [], `${path}[${i}].selectSet`);
    }
  };
  const made = new Map<SelectionSpec, Traversal>();
  const link = (specs: readonly SelectionSpec[] | undefined, path: string): Traversal[] =>
    (specs ?? []).map((s, i) => {
      const traversal = made.get(s) ?? named.get(s.name ?? '');
      if (!traversal) throw invalidArgument(`${path}[${i}].name`);
      return traversal;
    });
  collect(spec.selectSet, `${at}.selectSet`);
  for (const l of links) l.traversal.next = link(l.spec.selectSet, l.at);
  return { start: spec.obj, skip: spec.skip === true, traversals: link(spec.selectSet, `${at}.selectSet`) };
}

function isTraversal(spec: SelectionSpec): spec is TraversalSpec {
  return spec._typeName === 'TraversalSpec';
}

function planTraversal(world: World, spec: TraversalSpec, at: string): Traversal {
  if (!world.model.schema.managed(spec.type)) throw invalidArgument(`${at}.type`);
  const path = parsePath(spec.path);
  if (!path || !isValidPath(world.model.schema, spec.type, path))
    throw new VimFault('InvalidProperty', { name: spec.path });
  return { type: spec.type, path, skip: spec.skip === true, next: [] };
}

/** Walks a route; an explicit stack, so that depth costs memory and not the call stack. */
export function walk(world: World, route: Route, viewer: Viewer, listener: WalkListener): void {
  const start = world.find(route.start.value);
  if (!start) throw new VimFault('ManagedObjectNotFound', { obj: route.start });
  if (route.traversals.length === 0) {
    if (!route.skip) listener.visit(start);
    return;
  }
  const reported = new Set<Cell>();
  const walked = new Map<Traversal, Set<Cell>>();
  const stack: { readonly cell: Cell; readonly report: boolean; readonly traversals: readonly Traversal[] }[] = [
    { cell: start, report: !route.skip, traversals: route.traversals },
  ];
  for (let here = stack.pop(); here; here = stack.pop()) {
    const { cell } = here;
    if (here.report && !reported.has(cell)) {
      reported.add(cell);
      listener.visit(cell);
    }
    for (let i = here.traversals.length - 1; i >= 0; i--) {
      const traversal = here.traversals[i]!;
      if (!cell.is(traversal.type)) continue;
      let seen = walked.get(traversal);
      if (!seen) {
        seen = new Set();
        walked.set(traversal, seen);
      }
      if (seen.has(cell)) continue;
      seen.add(cell);
      listener.edge?.(cell, traversal.path.top);
      const targets = references(world, cell, traversal.path, viewer);
      for (let k = targets.length - 1; k >= 0; k--) {
        const target = world.find(targets[k]!.value);
        if (!target || !sees(viewer, target)) continue;
        stack.push({ cell: target, report: !traversal.skip, traversals: traversal.next });
      }
    }
  }
}

/** What one may not view is absent from traversals. */
export function sees(viewer: Viewer, cell: Cell): boolean {
  return viewer.unrestricted || viewer.can(cell, 'System.View');
}

function references(world: World, cell: Cell, path: Path, viewer: Viewer): readonly Ref[] {
  const property = cell.kind.properties.get(path.top);
  if (!property) return [];
  const { value } = world.derive(cell, property, viewer);
  const end = path.steps.length > 0 ? follow(world.model.schema, value, property.row, path.steps)?.value : value;
  if (Array.isArray(end)) return end.filter(isRef);
  return isRef(end) ? [end] : [];
}
