/** The managed objects of this room. */
import type { ManagedObject } from '../managed-object.ts';
import { datastoreBrowser } from './datastore-browser.ts';
import { datastore } from './datastore-methods.ts';
import { storagePod } from './storage-pod.ts';

export const storageObjects: readonly ManagedObject[] = [datastore, storagePod, datastoreBrowser];
