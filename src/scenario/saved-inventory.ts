/** An inventory that `govc object.save` wrote, put back into a world. What has no place in it is left out and counted. */
import { presentableVersions } from '../objects/service/about.ts';
import { customFieldsManagerKind } from '../objects/service/custom-fields-manager.ts';
import type { Site } from '../objects/site.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import { vim25 } from '../vim25/vim25.ts';
import { restoreCompute, restorePool } from './saved-compute.ts';
import { fillDatastore, restoreDatastore } from './saved-datastore.ts';
import { SavedGround } from './saved-ground.ts';
import { restoreHost } from './saved-host.ts';
import { restoreMachine } from './saved-machine.ts';
import { restoreNetwork, restoreOpaqueNetwork, restorePortgroup, restoreSwitch } from './saved-network.ts';
import { readSaved, type SavedObject } from './saved-object.ts';
import { restoreDatacenter, restoreFolder, restorePod } from './saved-places.ts';

/** How many objects were put back, and how many of each type were left out. */
export interface Restored {
  readonly restored: number;
  readonly left: ReadonlyMap<string, number>;
  /** Those that were left out. */
  readonly lost: readonly SavedObject[];
}

type Restore = (ground: SavedGround, o: SavedObject) => boolean;

/** Types in the order they can be put back: what one points at stands before it. False: there is no place for it. */
const STEPS: readonly { readonly [type: string]: Restore }[] = [
  { Folder: restoreFolder, StoragePod: restorePod, Datacenter: restoreDatacenter },
  { Network: restoreNetwork },
  { ComputeResource: restoreCompute, ClusterComputeResource: restoreCompute },
  { ResourcePool: restorePool, VirtualApp: restorePool },
  { HostSystem: restoreHost },
  { DistributedVirtualSwitch: restoreSwitch, VmwareDistributedVirtualSwitch: restoreSwitch },
  { DistributedVirtualPortgroup: restorePortgroup },
  { OpaqueNetwork: restoreOpaqueNetwork },
  { Datastore: restoreDatastore },
  { VirtualMachine: restoreMachine },
];

/** Options that start a simulator with a saved inventory. Throws ERR_USAGE for a directory without one. */
export function savedInventory(directory: string, report: (restored: Restored) => void): SimulatorOptions {
  const objects = readSaved(vim25, directory);
  return {
    ...productOf(objects),
    inventory: { dc: 0, vm: 0, ds: 0 },
    furnish: (site) => report(site.world.turn(() => restoreObjects(site, objects))),
  };
}

/** Which product they were saved of, as far as that can be presented. */
export function productOf(objects: readonly SavedObject[]): Pick<SimulatorOptions, 'esx' | 'apiVersion'> {
  const about = objects.find((o) => o.ref.type === 'ServiceInstance')?.get('content')?.about;
  const version: string | undefined = about?.version;
  return {
    ...(about?.apiType === 'HostAgent' && { esx: true }),
    ...(version !== undefined && presentableVersions().includes(version) && { apiVersion: version }),
  };
}

/** Puts objects into the world under the ids they had. Inside a turn. */
export function restoreObjects(site: Site, objects: readonly SavedObject[]): Restored {
  const ground = new SavedGround(site, objects);
  const done = new Set<SavedObject>();
  for (const step of STEPS) {
    const all = objects.filter((o) => Object.hasOwn(step, o.ref.type));
    // Folders and pools stand in one another; ids were given in the order in which objects came.
    const depth = (o: SavedObject) => (step['VirtualMachine'] ? 0 : ground.depth(o));
    const ordered = all.map((o) => ({ o, depth: depth(o), number: numberOf(o.id) }));
    ordered.sort((a, b) => a.depth - b.depth || a.number - b.number);
    for (const { o } of ordered) if (step[o.ref.type]!(ground, o)) done.add(o);
  }
  for (const o of done) if (o.ref.type === 'Datastore') fillDatastore(ground, o);
  restoreFields(site, objects);
  countOn(site);
  const lost = leftOut(site, objects, done);
  const left = new Map<string, number>();
  for (const { ref } of lost) left.set(ref.type, (left.get(ref.type) ?? 0) + 1);
  return { restored: done.size, left, lost };
}

/** Fields that users added; objects name them by number. */
function restoreFields({ world }: Site, objects: readonly SavedObject[]): void {
  const saved = objects.find((o) => o.ref.type === 'CustomFieldsManager')?.get('field');
  for (const manager of world.every(customFieldsManagerKind)) if (saved) world.update(manager, { fields: saved });
}

/** New objects get numbers after those that are taken. */
function countOn({ world }: Site): void {
  const last = new Map(world.numbers.copy());
  const raise = (counter: string, n: number) => last.set(counter, Math.max(last.get(counter) ?? 0, n));
  for (const cell of world.ofType('VirtualMachineSnapshot')) raise('snapshot', numberOf(cell.id));
  for (const type of STEPS.flatMap(Object.keys)) for (const { id } of world.ofType(type)) raise('', numberOf(id));
  world.numbers.reset(last);
}

function numberOf(id: string): number {
  return Number(/(\d{1,9})$/.exec(id)?.[1] ?? 0);
}

/** Managers and the like that this world has of its own are not missed. */
function leftOut(
  { world }: Site,
  objects: readonly SavedObject[],
  done: ReadonlySet<SavedObject>,
): readonly SavedObject[] {
  const isOwn = ({ ref: { type } }: SavedObject) =>
    !STEPS.some((step) => Object.hasOwn(step, type)) && world.ofType(type).size > 0;
  return objects.filter((o) => !done.has(o) && !isOwn(o));
}
