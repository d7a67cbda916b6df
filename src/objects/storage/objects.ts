/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { datastoreKind } from './datastore.ts';

export const storageObjects: readonly ManagedObject[] = [managedObject('Datastore', datastoreKind)];
