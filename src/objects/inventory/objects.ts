/** The managed objects of this room. */
import { clusterKind } from '../compute/cluster/cluster.ts';
import { computeResourceKind } from '../compute/compute-resource.ts';
import { poolKind } from '../compute/pool/resource-pool.ts';
import { vAppKind } from '../compute/v-app/v-app.ts';
import type { ManagedObject } from '../managed-object.ts';
import { switchKind } from '../network/distributed-switch.ts';
import { networkKind } from '../network/network.ts';
import { portgroupKind } from '../network/portgroup.ts';
import { datastoreKind } from '../storage/datastore.ts';
import { storagePodKind } from '../storage/storage-pod.ts';
import { datacenter, datacenterKind } from './datacenter.ts';
import { destroyVerbs } from './destroyers.ts';
import { folderKind } from './folder.ts';
import { folder } from './folder-methods.ts';
import { entityMethods } from './managed-entity-methods.ts';
import { renameVerb } from './rename.ts';

const renameVerbs = [
  renameVerb(folderKind),
  renameVerb(datacenterKind, 'DatacenterRenamedEvent'),
  renameVerb(computeResourceKind),
  renameVerb(clusterKind),
  renameVerb(poolKind),
  renameVerb(vAppKind),
  renameVerb(datastoreKind, 'DatastoreRenamedEvent'),
  renameVerb(storagePodKind),
  renameVerb(networkKind),
  renameVerb(switchKind, 'DvsRenamedEvent'),
  renameVerb(portgroupKind, 'DVPortgroupRenamedEvent'),
];

export const inventoryObjects: readonly ManagedObject[] = [
  { ...entityMethods, verbs: [...renameVerbs, ...destroyVerbs] },
  folder,
  datacenter,
];
