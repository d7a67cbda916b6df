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

/** The argument that names an object: `{ name, vm }` for a VM. */
export function eventArgument(cell: Cell): DataObject {
  const row = ARGUMENTS.find(([type]) => cell.is(type));
  if (!row) return managedEntityArgument(cell);
  return { _typeName: row[2], name: nameOf(cell), [row[3]]: cell.ref };
}

/** The argument of events that may be about any entity. */
export function managedEntityArgument(cell: Cell): DataObject {
  return { _typeName: 'ManagedEntityEventArgument', name: nameOf(cell), entity: cell.ref };
}

/** Everything around an entity that an event about it names. */
export function eventPlace(entity: Cell): EventPlace {
  const place: Record<string, DataObject> = {};
  // Nearest first: what stands on the way up is named once, and a VM's host before what the VM's folders hang on.
  for (const cell of around(entity, new Set())) {
    const row = ARGUMENTS.find(([type]) => cell.is(type));
    if (!row || row[1] === 'resourcePool' || row[1] === 'folder') continue;
    place[row[1]] ??= eventArgument(cell);
  }
  return place;
}

/** The entity, then what it runs on or belongs to, then its parents. */
function* around(entity: Cell, seen: Set<Cell>): Generator<Cell> {
  if (seen.has(entity)) return;
  seen.add(entity);
  yield entity;
  for (const relation of ['host', 'switch', 'owner', 'parent']) {
    const next = relation === 'host' && !entity.is('VirtualMachine') ? undefined : related(entity, relation);
    if (next) yield* around(next, seen);
  }
}

function related(cell: Cell, relation: string): Cell | undefined {
  return cell.kind.relationByName.has(relation) ? cell.one(relation) : undefined;
}
