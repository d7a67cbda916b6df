/** The managed objects of this room. */
import type { ManagedObject } from '../managed-object.ts';
import { cluster, computeResource } from './cluster/cluster-methods.ts';
import { evcManager } from './evc/evc-methods.ts';
import { host } from './host/host-methods.ts';
import { networkSystem } from './host/host-network-methods.ts';
import { hostParts } from './host/host-part-methods.ts';
import { environmentBrowser } from './options/environment-browser.ts';
import { resourcePool } from './pool/pool-methods.ts';
import { storageParts } from './storage/objects.ts';
import { virtualApp } from './v-app/v-app-methods.ts';

export const computeObjects: readonly ManagedObject[] = [
  computeResource,
  cluster,
  host,
  evcManager,
  resourcePool,
  virtualApp,
  environmentBrowser,
  networkSystem,
  ...storageParts,
  ...hostParts,
];
