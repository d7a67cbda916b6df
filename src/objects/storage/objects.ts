/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { datastoreBrowser } from './datastore-browser.ts';
import { datastoreKind } from './datastore.ts';
import { storagePod } from './storage-pod.ts';

export const storageObjects: readonly ManagedObject[] = [managedObject('Datastore', datastoreKind), storagePod, datastoreBrowser];
