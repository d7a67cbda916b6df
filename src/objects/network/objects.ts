/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { networkKind } from './network.ts';

export const networkObjects: readonly ManagedObject[] = [managedObject('Network', networkKind)];
