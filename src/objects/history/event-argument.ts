/** What an event names: the object it is about, and the host, compute resource and datacenter around it. */
import type { DataObject } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { nameOf } from '../call.ts';

export interface EventPlace {
  readonly datacenter?: DataObject;
  readonly computeResource?: DataObject;
  readonly host?: DataObject;
  readonly vm?: DataObject;
  readonly ds?: DataObject;
  readonly net?: DataObject;
  readonly dvs?: DataObject;
}

/** Managed type -> the property of Event that names such an object, the argument's type, and its reference's name. */
const ARGUMENTS = [
  ['VirtualMachine', 'vm', 'VmEventArgument', 'vm'],
  ['HostSystem', 'host', 'HostEventArgument', 'host'],
  ['ComputeResource', 'computeResource', 'ComputeResourceEventArgument', 'computeResource'],
  ['Datacenter', 'datacenter', 'DatacenterEventArgument', 'datacenter'],
  ['Datastore', 'ds', 'DatastoreEventArgument', 'datastore'],
  ['Network', 'net', 'NetworkEventArgument', 'network'],
  ['DistributedVirtualSwitch', 'dvs', 'DvsEventArgument', 'dvs'],
  ['ResourcePool', 'resourcePool', 'ResourcePoolEventArgument', 'resourcePool'],
  ['Folder', 'folder', 'FolderEventArgument', 'folder'],
] as const;

type Row = (typeof ARGUMENTS)[number];

/** The argument that names an object: `{ name, vm }` for a VM. */
export function eventArgument(cell: Cell): DataObject {
  const row = rowOf(cell);
  return row ? argument(row, cell) : managedEntityArgument(cell);
}

function rowOf(cell: Cell): Row | undefined {
  return ARGUMENTS.find(([type]) => cell.is(type));
}

function argument(row: Row, cell: Cell): DataObject {
  return { _typeName: row[2], name: nameOf(cell), [row[3]]: cell.ref };
}

/** The argument of events that may be about any entity. */
export function managedEntityArgument(cell: Cell): DataObject {
  return { _typeName: 'ManagedEntityEventArgument', name: nameOf(cell), entity: cell.ref };
}

/** Everything around an entity that an event about it names. Every event asks, so it is one walk and no more. */
export function eventPlace(entity: Cell): EventPlace {
  const place: Record<string, DataObject> = {};
  look(entity, place, new Set());
  return place;
}

/**
 * Names an object, then what it runs on or belongs to, then its parents. Nearest first: what stands on the way up is named
 * once, and a VM's host before what the VM's folders hang on.
 */
function look(cell: Cell, place: Record<string, DataObject>, seen: Set<Cell>): void {
  if (seen.has(cell)) return;
  seen.add(cell);
  const row = rowOf(cell);
  if (row && row[1] !== 'resourcePool' && row[1] !== 'folder') place[row[1]] ??= argument(row, cell);
  // Nothing above a datacenter has a place in an event.
  if (row?.[1] === 'datacenter') return;
  const { relationByName } = cell.kind;
  if (row?.[1] === 'vm') follow('host');
  follow('switch');
  follow('owner');
  follow('parent');

  function follow(relation: string): void {
    const next = relationByName.has(relation) ? cell.one(relation) : undefined;
    if (next) look(next, place, seen);
  }
}
