/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { clusterKind } from './cluster.ts';
import { computeResourceKind } from './compute-resource.ts';
import { hostKind } from './host.ts';
import { poolKind, vAppKind } from './resource-pool.ts';

export const computeObjects: readonly ManagedObject[] = [
  managedObject('ComputeResource', computeResourceKind),
  managedObject('ClusterComputeResource', clusterKind),
  managedObject('HostSystem', hostKind),
  managedObject('ResourcePool', poolKind),
  managedObject('VirtualApp', vAppKind),
];
