/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { clusterKind } from './cluster.ts';
import { computeResourceKind } from './compute-resource.ts';
import { environmentBrowser } from './environment-browser.ts';
import { hostKind } from './host.ts';
import { PART_KINDS } from './host-systems.ts';
import { poolKind } from './resource-pool.ts';
import { vAppKind } from './v-app.ts';

export const computeObjects: readonly ManagedObject[] = [
  managedObject('ComputeResource', computeResourceKind),
  managedObject('ClusterComputeResource', clusterKind),
  managedObject('HostSystem', hostKind),
  managedObject('ResourcePool', poolKind),
  managedObject('VirtualApp', vAppKind),
  environmentBrowser,
  ...Object.values(PART_KINDS).map((kind): ManagedObject => ({ kind: kind as never, methods: {}, verbs: [] })),
];
