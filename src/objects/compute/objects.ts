/** The managed objects of this room. */
import type { ManagedObject } from '../managed-object.ts';
import { cluster, computeResource } from './cluster-methods.ts';
import { environmentBrowser } from './environment-browser.ts';
import { host } from './host-methods.ts';
import { networkSystem } from './host-network-methods.ts';
import { hostParts } from './host-part-methods.ts';
import { storageParts } from './host-storage-methods.ts';
import { resourcePool } from './pool-methods.ts';
import { virtualApp } from './v-app-methods.ts';

export const computeObjects: readonly ManagedObject[] = [
  computeResource,
  cluster,
  host,
  resourcePool,
  virtualApp,
  environmentBrowser,
  networkSystem,
  ...storageParts,
  ...hostParts,
];
