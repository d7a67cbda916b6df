/** What datastores answer. */
import type { StoragePlacementResult } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import { removalByCall } from '../inventory/destroyers.ts';
import { entityName } from '../inventory/names.ts';
import { guardRename } from '../inventory/rename.ts';
import { shortWork } from '../inventory/short-work.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Datastore, datastoreKind } from './datastore.ts';
import { enterMaintenance } from './drs/maintenance.ts';
import { tellDatastore } from './drs/pod-events.ts';
import { UPDATE_FILES, updateFiles } from './update-files.ts';

const exitMaintenance: Verb<Site, never> = shortWork<Datastore>({
  name: 'Datastore.exitMaintenanceMode',
  kind: datastoreKind,
  guard(self) {
    if (!self.state.maintenance) throw new VimFault('InvalidState');
  },
  change(self, { site, request }) {
    site.world.update(self, { maintenance: undefined });
    const by = { site, user: request.user, chainId: request.eventChainId };
    tellDatastore(by, self, 'DatastoreExitMaintenanceModeEvent');
  },
});

/** Somebody looks at the volume: what others put there is seen. */
function refresh(call: Call, self: Cell<Datastore>): void {
  call.site.shown?.look(self);
  call.turn(() => call.world.update(self, { refreshed: call.site.clock.now() }));
}

export const datastore: ManagedObject = managedObject(
  'Datastore',
  datastoreKind,
  {
    RefreshDatastore: (call, self) => refresh(call, self),
    RefreshDatastoreStorageInfo: (call, self) => refresh(call, self),

    RenameDatastore(call, self, { newName }) {
      guardRename(self, newName);
      call.turn(() => {
        const renamed = { oldName: self.state.name, newName: entityName(newName) };
        call.world.update(self, { name: renamed.newName });
        post(call.site, call.user, 'DatastoreRenamedEvent', renamed, { entity: self as never });
      });
    },

    DestroyDatastore(call, self) {
      const cell = self as unknown as Cell;
      const removal = removalByCall(call);
      removal.guard(cell);
      call.turn(() => removal.remove(cell));
    },

    /** At once when nothing stands on it; VMs have to be moved away first, and until then its task waits. */
    DatastoreEnterMaintenanceMode: (call, self) => enterMaintenance(call, self) as StoragePlacementResult,

    DatastoreExitMaintenanceMode_Task: (call, self) => call.startTask('Datastore.exitMaintenanceMode', self as never),
    UpdateVirtualMachineFiles_Task: (call, self, { mountPathDatastoreMapping: mapping }) =>
      call.startTask(UPDATE_FILES, self as never, { mapping }),
    IsClusteredVmdkEnabled: (_call, self) => self.state.volume.vmfs?.clustered ?? false,
  },
  [exitMaintenance, updateFiles],
);
