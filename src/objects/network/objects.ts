/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { switchKind } from './distributed-switch.ts';
import { networkKind } from './network.ts';
import { opaqueNetwork } from './opaque-network.ts';
import { portgroupKind } from './portgroup.ts';

export const networkObjects: readonly ManagedObject[] = [
  managedObject('Network', networkKind),
  opaqueNetwork,
  managedObject('VmwareDistributedVirtualSwitch', switchKind),
  managedObject('DistributedVirtualPortgroup', portgroupKind),
];
