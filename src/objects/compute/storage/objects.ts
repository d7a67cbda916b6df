/** The managed objects of a host's storage. */
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { storageSystemKind } from '../host/host-systems.ts';
import { datastoreSystem } from './datastore-system.ts';
import { diskMethods, diskVerbs } from './disk-methods.ts';
import { iscsiMethods } from './iscsi-methods.ts';
import { unresolvedMethods, unresolvedVerbs } from './unresolved.ts';
import { vmfsMethods, vmfsVerbs } from './vmfs-methods.ts';
import { volumeMethods, volumeVerbs } from './volume-methods.ts';

const storageSystem: ManagedObject = managedObject(
  'HostStorageSystem',
  storageSystemKind,
  { ...volumeMethods, ...vmfsMethods, ...unresolvedMethods, ...iscsiMethods, ...diskMethods },
  [...volumeVerbs, ...vmfsVerbs, ...unresolvedVerbs, ...diskVerbs],
);

export const storageParts: readonly ManagedObject[] = [storageSystem, datastoreSystem];
