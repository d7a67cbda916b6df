/** The managed objects of this room. */
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { datacenterKind } from './datacenter.ts';
import { folderKind } from './folder.ts';
import { managedEntity } from './managed-entity.ts';

export const inventoryObjects: readonly ManagedObject[] = [
  managedObject('ManagedEntity', managedEntity),
  managedObject('Folder', folderKind),
  managedObject('Datacenter', datacenterKind),
];
