/** PropertySpecs: which properties of which types, checked once and applied to any number of objects. */
import type { AlarmState, PropertySpec } from '../../vim25/generated/index.ts';
import { PropertyValue } from '../../vim25/property-value.ts';
import type { Property, Schema } from '../../vim25/schema.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { DerivedProperty, Kind } from '../../world/kind.ts';
import type { TaskFacets } from '../../world/task.ts';
import { demand, type Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import { isOwn } from '../access/sessions/belongings.ts';
import { mayFollow } from '../history/audience.ts';
import { follow, isValidPath, type Path, parsePath } from './path.ts';

/** One property path as it applies to a kind. */
export interface Selected {
  readonly path: Path;
  /** The table's row of the top property. */
  readonly row: Property;
  /** Undefined when nothing derives it: the property is unset. */
  readonly property: DerivedProperty | undefined;
  /** It was asked for by name and needs more than any role gives: the report of privileges has it. */
  readonly demanded: boolean;
}

interface PlannedSpec {
  readonly type: string;
  readonly all: boolean;
  readonly paths: readonly Path[];
}

export class Selection {
  readonly #schema: Schema;
  readonly #specs: readonly PlannedSpec[];
  readonly #byKind = new Map<Kind, readonly Selected[] | undefined>();
  readonly #version: number;

  /** `version` is the client's API version: what is younger is not there for it. Throws InvalidProperty. */
  constructor(world: World, specs: readonly PropertySpec[], version: number, schema: Schema = world.model.schema) {
    this.#schema = schema;
    this.#version = version;
    this.#specs = specs.map((spec, i) => planned(schema, spec, i));
  }

  /** What is selected of a kind, in the order asked; undefined when no spec speaks of it. */
  of(kind: Kind): readonly Selected[] | undefined {
    const known = this.#byKind.get(kind);
    if (known || this.#byKind.has(kind)) return known;
    const made = this.#plan(kind);
    this.#byKind.set(kind, made);
    return made;
  }

  #plan(kind: Kind): readonly Selected[] | undefined {
    let found = false;
    const rows = this.#schema.managed(kind.type)!.properties;
    const selected = new Map<string, Selected>();
    const add = (path: Path, named: boolean) => {
      const row = rows.get(path.top)!;
      if (row.version > this.#version) return;
      const demanded = named && row.privilege?.startsWith('System.') === false;
      selected.set(path.text, { path, row, property: kind.properties.get(path.top), demanded });
    };
    for (const spec of this.#specs) {
      if (!kind.lineage.has(spec.type)) continue;
      found = true;
      if (spec.all) for (const name of rows.keys()) add({ text: name, top: name, steps: [] }, false);
      else for (const path of spec.paths) add(path, true);
    }
    return found ? [...selected.values()] : undefined;
  }
}

function planned(schema: Schema, spec: PropertySpec, i: number): PlannedSpec {
  const { type, pathSet } = spec;
  if (!schema.managed(type)) throw invalidArgument(`propSet[${i}].type`);
  // With `all` the paths count for nothing, whatever they are: govc's object.save sends those of another type along.
  if (spec.all === true || !pathSet) return { type, all: spec.all === true, paths: [] };
  const paths = pathSet.map((text) => {
    const path = parsePath(text);
    if (!path || !isValidPath(schema, type, path)) throw new VimFault('InvalidProperty', { name: text });
    return path;
  });
  return { type, all: false, paths };
}

/** The value at a selected path, ready for an anyType position; undefined where it is unset. */
export function read(
  world: World,
  cell: Cell,
  selected: Selected,
  viewer: Viewer | undefined,
): PropertyValue | undefined {
  const { property, path, row } = selected;
  if (!property)
    return row.array && path.steps.length === 0 && !row.optional ? new PropertyValue(row, [], undefined) : undefined;
  const memo = world.derive(cell, property, viewer);
  if (path.steps.length === 0) {
    return memo.value === undefined ? undefined : seenBy(world, viewer, new PropertyValue(row, memo.value, memo));
  }
  const found = follow(world.model.schema, memo.value, row, path.steps);
  return found && seenBy(world, viewer, new PropertyValue(found.row, found.value, undefined));
}

/** The value as the viewer sees it: lists leave out what they may not view, what is done to it and what it sets off. */
export function seenBy(world: World, viewer: Viewer | undefined, found: PropertyValue): PropertyValue {
  const { property, value } = found;
  const isOfAlarms = property.type === 'AlarmState';
  if (!viewer || viewer.unrestricted || !Array.isArray(value) || !(isOfAlarms || property.kind === 'ref')) return found;
  const hidden = (item: Ref | AlarmState) => {
    const cell = world.find(('entity' in item ? item.entity : item).value);
    if (!cell || isOwn(cell, viewer)) return false;
    if (cell.is('Task')) return !mayFollow(world, viewer, (cell.state as unknown as TaskFacets).request);
    return !viewer.can(cell, 'System.View');
  };
  return value.some(hidden)
    ? new PropertyValue(
        property,
        value.filter((item) => !hidden(item)),
        undefined,
      )
    : found;
}

/** What reading a property takes. */
export function privilegeOf({ row }: Pick<Selected, 'row'>): string {
  return row.privilege ?? 'System.Read';
}

/** The fault that stands in `missingSet` when the viewer may not read a property; undefined when they may. */
export function unreadable(cell: Cell, { row, demanded }: Selected, viewer: Viewer): VimFault | undefined {
  if ((viewer.unrestricted && !demanded) || isOwn(cell, viewer)) return undefined;
  const privilege = privilegeOf({ row });
  return (demanded ? demand(viewer, cell, privilege) : viewer.can(cell, privilege))
    ? undefined
    : new VimFault('NoPermission', { object: cell.ref, privilegeId: privilege });
}
