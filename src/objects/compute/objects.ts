/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { cluster, computeResource } from './cluster-methods.ts';
import { environmentBrowser } from './environment-browser.ts';
import { host } from './host-methods.ts';
import { networkSystem } from './host-network-methods.ts';
import { hostParts } from './host-part-methods.ts';
import { storageParts } from './host-storage-methods.ts';
import { resourcePool } from './pool-methods.ts';
import { vAppKind } from './v-app.ts';

export const computeObjects: readonly ManagedObject[] = [
  computeResource,
  cluster,
  host,
  resourcePool,
  managedObject('VirtualApp', vAppKind),
  environmentBrowser,
  networkSystem,
  ...storageParts,
  ...hostParts,
];
