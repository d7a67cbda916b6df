/** Folder's methods: what is made in a folder, and what is moved into it. */
import type { ClusterConfigSpecEx } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { reconfigured } from '../compute/cluster/cluster-reconfigure.ts';
import { createCluster } from '../compute/create-compute.ts';
import { addStandaloneVerb } from '../compute/host/add-host.ts';
import { batchAddVerbs } from '../compute/host/batch-add.ts';
import { eventArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { createSwitchVerb } from '../network/make-switch.ts';
import { createPod } from '../storage/storage-pod.ts';
import { createDatacenter } from './datacenter.ts';
import { createFolder, type Folder, folderKind, roleOf } from './folder.ts';
import { moveIntoFolderVerb } from './move-into-folder.ts';
import { entityName, guardUnique } from './names.ts';
import { guardVCenter } from './place.ts';

type FolderCell = Cell<Folder>;

/** The name for a new child of that type. Throws NotSupported, InvalidName or DuplicateName. */
function newChild(call: Call, self: FolderCell, type: string, given: string): string {
  guardVCenter(call.site);
  if (!self.state.childTypes.includes(type)) throw notSupported();
  const name = entityName(given);
  guardUnique(self as never, name);
  return name;
}

function makeCluster(
  call: Call,
  self: FolderCell,
  given: string,
  spec: ClusterConfigSpecEx,
): Ref<'ClusterComputeResource'> {
  const name = newChild(call, self, 'ComputeResource', given);
  return call.turn(() => {
    const cell = createCluster(call.site, name, self.id);
    call.world.update(cell, reconfigured(call.site, cell, spec, true));
    post(
      call.site,
      call.user,
      'ClusterCreatedEvent',
      { parent: eventArgument(self as never) },
      { entity: cell as never },
    );
    return cell.ref as Ref<'ClusterComputeResource'>;
  });
}

export const folder: ManagedObject = managedObject(
  'Folder',
  folderKind,
  {
    CreateFolder(call, self, args) {
      const name = newChild(call, self, 'Folder', args.name);
      return call.turn(() => createFolder(call.site, roleOf(self), name, self.id).ref as Ref<'Folder'>);
    },

    CreateDatacenter(call, self, args) {
      const name = newChild(call, self, 'Datacenter', args.name);
      return call.turn(() => {
        const cell = createDatacenter(call.site, name, self.id);
        const parent = eventArgument(self as never);
        post(call.site, call.user, 'DatacenterCreatedEvent', { parent }, { entity: cell as never });
        return cell.ref as Ref<'Datacenter'>;
      });
    },

    CreateCluster: (call, self, { name, spec }) => makeCluster(call, self, name, spec),
    CreateClusterEx: (call, self, { name, spec }) => makeCluster(call, self, name, spec),

    CreateStoragePod(call, self, args) {
      const name = newChild(call, self, 'StoragePod', args.name);
      return call.turn(() => createPod(call.site, name, self.id).ref as Ref<'StoragePod'>);
    },

    AddStandaloneHost_Task(call, self, args) {
      guardVCenter(call.site);
      return call.startTask('Folder.addStandaloneHost', self as never, { ...args });
    },

    BatchAddStandaloneHosts_Task(call, self, args) {
      guardVCenter(call.site);
      return call.startTask('Folder.batchAddStandaloneHosts', self as never, { ...args });
    },

    BatchAddHostsToCluster_Task(call, self, args) {
      guardVCenter(call.site);
      return call.startTask('Folder.batchAddHostsToCluster', self as never, { ...args });
    },

    UnregisterAndDestroy_Task(call, self) {
      guardVCenter(call.site);
      return call.startTask('Folder.unregisterAndDestroy', self as never);
    },

    CreateDVS_Task(call, self, { spec }) {
      guardVCenter(call.site);
      return call.startTask('Folder.createDistributedVirtualSwitch', self as never, { spec });
    },

    MoveIntoFolder_Task(call, self, { list }) {
      guardVCenter(call.site);
      return call.startTask('Folder.moveInto', self as never, { list });
    },
  },
  [moveIntoFolderVerb, addStandaloneVerb, ...batchAddVerbs, createSwitchVerb],
);
