/** Saved folders, pods and datacenters. */
import { datacenterKind } from '../objects/inventory/datacenter.ts';
import { CHILD_TYPES, folderKind } from '../objects/inventory/folder.ts';
import { POD_CHILDREN, storagePodKind } from '../objects/storage/storage-pod.ts';
import type { SavedGround } from './saved-ground.ts';
import type { SavedObject } from './saved-object.ts';

export function restoreFolder(ground: SavedGround, o: SavedObject): boolean {
  // This world has a root folder of its own.
  if (ground.isRoot(o)) return true;
  const parent = ground.parent(o);
  if (parent === undefined) return false;
  const childTypes = childTypesOf(o.get('childType') ?? []);
  return ground.put(folderKind, o.id, { ...ground.entity(o, parent), childTypes }) !== undefined;
}

/** The list of the same role, so that all folders of a role share it. */
function childTypesOf(saved: readonly string[]): readonly string[] {
  return Object.values(CHILD_TYPES).find(([, special]) => saved.includes(special!)) ?? Object.freeze([...saved]);
}

export function restorePod(ground: SavedGround, o: SavedObject): boolean {
  const parent = ground.parent(o);
  if (parent === undefined) return false;
  const config = o.get('podStorageDrsEntry')?.storageDrsConfig?.podConfig;
  const level = config?.defaultVmBehavior === 'automated' ? 'automated' : 'manual';
  const drs = Object.freeze({ pod: { enabled: config?.enabled === true, defaultVmBehavior: level }, vms: [] });
  return ground.put(storagePodKind, o.id, { ...ground.entity(o, parent), childTypes: POD_CHILDREN, drs }) !== undefined;
}

export function restoreDatacenter(ground: SavedGround, o: SavedObject): boolean {
  const parent = ground.parent(o);
  const [vm, host, datastore, network] = ['vmFolder', 'hostFolder', 'datastoreFolder', 'networkFolder'].map((name) =>
    o.target(name),
  );
  if (!parent || !vm || !host || !datastore || !network) return false;
  const folders = Object.freeze({ vm, host, datastore, network });
  return ground.put(datacenterKind, o.id, { ...ground.entity(o, parent), folders }) !== undefined;
}
