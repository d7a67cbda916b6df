/** Renaming, moving and destroying: one method for every entity, another privilege for each type of it. */
import type { Cell } from '../../../world/cell.ts';
import { type MethodRule, type Need, onRefs, type Request } from './need.ts';

type ByType = readonly (readonly [type: string, privilege: string])[];

/** Most derived types first. */
export const RENAME: ByType = [
  ['Folder', 'Folder.Rename'],
  ['Datacenter', 'Datacenter.Rename'],
  ['ComputeResource', 'Host.Inventory.RenameCluster'],
  ['VirtualApp', 'VApp.Rename'],
  ['ResourcePool', 'Resource.RenamePool'],
  ['VirtualMachine', 'VirtualMachine.Config.Rename'],
  ['Datastore', 'Datastore.Rename'],
  ['DistributedVirtualPortgroup', 'DVPortgroup.Modify'],
  ['DistributedVirtualSwitch', 'DVSwitch.Modify'],
  ['Network', 'Network.Config'],
];

const DESTROY: ByType = [
  ['Folder', 'Folder.Delete'],
  ['Datacenter', 'Datacenter.Delete'],
  ['ClusterComputeResource', 'Host.Inventory.DeleteCluster'],
  ['ComputeResource', 'Host.Inventory.RemoveHostFromCluster'],
  ['HostSystem', 'Host.Inventory.RemoveHostFromCluster'],
  ['VirtualApp', 'VApp.Delete'],
  ['ResourcePool', 'Resource.DeletePool'],
  ['VirtualMachine', 'VirtualMachine.Inventory.Delete'],
  ['Datastore', 'Datastore.Delete'],
  ['DistributedVirtualPortgroup', 'DVPortgroup.Delete'],
  ['DistributedVirtualSwitch', 'DVSwitch.Delete'],
  ['Network', 'Network.Delete'],
];

const MOVE: ByType = [
  ['Folder', 'Folder.Move'],
  ['Datacenter', 'Datacenter.Move'],
  ['ClusterComputeResource', 'Host.Inventory.MoveCluster'],
  ['ComputeResource', 'Host.Inventory.MoveHost'],
  ['HostSystem', 'Host.Inventory.MoveHost'],
  ['VirtualApp', 'VApp.Move'],
  ['ResourcePool', 'Resource.MovePool'],
  ['VirtualMachine', 'VirtualMachine.Inventory.Move'],
  ['Datastore', 'Datastore.Move'],
  ['DistributedVirtualSwitch', 'DVSwitch.Move'],
  ['Network', 'Network.Move'],
];

/** Destroyed things are missed by their parent too, which must allow it where vCenter asks the parent. */
const ALSO_ON_PARENT = /^(Folder|Datacenter)\./;

/** A rule by the target's type. */
export function typed(table: ByType, otherwise: string): MethodRule {
  return ({ self }) => [{ cell: self, privilege: privilegeFor(table, self) ?? otherwise }];
}

export function* destroyNeeds({ self }: Request): Generator<Need> {
  const privilege = privilegeFor(DESTROY, self) ?? 'System.Read';
  yield { cell: self, privilege };
  const parent = ALSO_ON_PARENT.test(privilege) ? self.one('parent') : undefined;
  if (parent) yield { cell: parent, privilege };
}

/** Each thing that moves, the place it leaves, and the place it moves to. */
export function* moveNeeds({ world, self, params }: Request): Generator<Need> {
  for (const { cell } of onRefs(world, params.list, '')) {
    const privilege = privilegeFor(MOVE, cell) ?? 'System.Read';
    yield { cell, privilege };
    const from = cell.one('parent');
    if (from) yield { cell: from, privilege };
    yield { cell: self, privilege };
  }
}

function privilegeFor(table: ByType, cell: Cell): string | undefined {
  return table.find(([type]) => cell.is(type))?.[1];
}
