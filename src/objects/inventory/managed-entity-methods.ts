/** What every entity answers: Reload, Rename_Task, Destroy_Task. Each type has a verb of its own name for the latter two. */
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { managedEntity } from './managed-entity.ts';

/** Types whose entities have a verb of that name. */
const RENAMED: ReadonlySet<string> = new Set([
  'Folder',
  'Datacenter',
  'ComputeResource',
  'ClusterComputeResource',
  'ResourcePool',
  'VirtualApp',
  'Datastore',
  'StoragePod',
  'Network',
  'VmwareDistributedVirtualSwitch',
  'DistributedVirtualPortgroup',
]);

const DESTROYED: ReadonlySet<string> = new Set([...RENAMED, 'HostSystem']);

function start(
  call: Call,
  self: Cell,
  types: ReadonlySet<string>,
  verb: string,
  args: object,
): ReturnType<Call['startTask']> {
  if (!types.has(self.type)) throw notSupported();
  return call.startTask(`${self.type}.${verb}`, self, { ...args });
}

export const entityMethods: ManagedObject = managedObject('ManagedEntity', managedEntity, {
  Reload() {},
  Rename_Task: (call, self, { newName }) => start(call, self as never, RENAMED, 'rename', { newName }),
  Destroy_Task: (call, self) => start(call, self as never, DESTROYED, 'destroy', {}),
});
