/** VslmStorageLifecycleManager: datastores by their URLs. */
import { ref } from '../../vim25/value.ts';
import { VimFault } from '../../world/fault.ts';
import type { ManagedObject } from '../managed-object.ts';
import { isAccessible } from '../storage/datastore.ts';
import { storeOf } from '../storage/first-class/reads.ts';
import { diskNamed, onVcenter } from './on-vcenter.ts';
import { storeByUrl } from './synchronised.ts';
import { vslmObject } from './vslm-object.ts';

export const lifecycleManager: ManagedObject = vslmObject('VslmStorageLifecycleManager', {
  /** A full one forgets the disks whose files are gone, as reconciling does. */
  VslmSyncDatastore(call, _, { datastoreUrl, fullSync, fcdId }) {
    const store = storeByUrl(call, datastoreUrl);
    if (!isAccessible(store)) throw new VimFault('InvalidDatastore', { datastore: store.ref, name: store.state.name });
    if (fcdId && storeOf(diskNamed(call, fcdId)).value !== store.id) throw new VimFault('NotFound');
    if (fullSync) onVcenter(call, 'ScheduleReconcileDatastoreInventory', { datastore: store.ref });
  },

  VslmQueryDatastoreInfo(call, _, { datastoreUrl }) {
    const store = storeByUrl(call, datastoreUrl);
    return [{ datacenter: ref('Datacenter', store.state.datacenter), datastore: ref('Datastore', store.id) }];
  },
});
