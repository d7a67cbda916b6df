/** Saved compute resources, clusters, pools and vApps. */
import { type Allocation, type Allocations, type Resource, unreserved } from '../objects/compute/allocation.ts';
import { clusterKind } from '../objects/compute/cluster/cluster.ts';
import { type ClusterRules, NO_RULES } from '../objects/compute/cluster/cluster-config.ts';
import {
  type ComputeResource,
  computeResourceKind,
  environmentBrowserId,
} from '../objects/compute/compute-resource.ts';
import { environmentBrowserKind } from '../objects/compute/options/environment-browser.ts';
import { poolKind } from '../objects/compute/pool/resource-pool.ts';
import { vAppKind } from '../objects/compute/v-app/v-app.ts';
import { createBrowser } from '../objects/storage/datastore-browser.ts';
import type { Cell } from '../world/cell.ts';
import { type SavedGround, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

export function restoreCompute(ground: SavedGround, o: SavedObject): boolean {
  const parent = ground.parent(o);
  if (parent === undefined) return false;
  const config = o.get('configurationEx');
  const { vmSwapPlacement, spbmEnabled, defaultHardwareVersionKey } = config ?? {};
  const settings = told({ vmSwapPlacement, spbmEnabled, defaultHardwareVersionKey });
  const state: ComputeResource = { ...ground.entity(o, parent), settings: ground.shared(settings) };
  const isNew = !ground.site.world.find(o.id);
  const cell =
    o.ref.type === 'ClusterComputeResource'
      ? ground.put(clusterKind, o.id, { ...state, ...cluster(config) })
      : ground.put(computeResourceKind, o.id, state);
  if (cell && isNew) furnish(ground, cell as Cell);
  return cell !== undefined;
}

/** The objects that come with a compute resource. */
function furnish({ site }: SavedGround, { id }: Cell): void {
  site.world.create(environmentBrowserKind, { compute: id }, environmentBrowserId(id));
  createBrowser(site, { compute: id });
}

function cluster(config: SavedValue): object {
  const rules: ClusterRules = Object.freeze({
    rule: config?.rule ?? NO_RULES.rule,
    group: config?.group ?? NO_RULES.group,
    drsVm: config?.drsVmConfig ?? NO_RULES.drsVm,
    dasVm: config?.dasVmConfig ?? NO_RULES.dasVm,
    dpmHost: config?.dpmHostConfig ?? NO_RULES.dpmHost,
  });
  const isEmpty = Object.values(rules).every((list) => list.length === 0);
  return told({
    drs: config?.drsConfig,
    das: config?.dasConfig,
    dpm: config?.dpmConfigInfo,
    rules: isEmpty ? undefined : rules,
  });
}

export function restorePool(ground: SavedGround, o: SavedObject): boolean {
  const parent = ground.parent(o);
  const owner = o.target('owner');
  if (parent === undefined || owner === undefined || !ground.site.world.find(owner)) return false;
  const state = { ...ground.entity(o, parent), owner, allocation: allocations(ground, o) };
  if (o.ref.type !== 'VirtualApp') return ground.put(poolKind, o.id, state) !== undefined;
  const folder = o.target('parentFolder') ?? shownIn(ground, parent, owner);
  const { product, property, ipAssignment, ovfSection, ...rest } = o.get('vAppConfig') ?? {};
  const { entityConfig, eula, annotation, managedBy, ovfEnvironmentTransport, instanceUuid } = rest;
  const said = { product, property, ipAssignment, ovfSection, ovfEnvironmentTransport };
  const settings = told({ ...said, entityConfig, eula, annotation, managedBy });
  const uuid = instanceUuid ?? ground.site.ids.instanceUuid(`vapp/${o.id}`);
  return ground.put(vAppKind, o.id, { ...state, uuid, folder, settings }) !== undefined;
}

/** A vApp that stands in no other is shown in a VM folder; where none was saved, in the datacenter's. */
function shownIn(ground: SavedGround, parent: string, owner: string): string | undefined {
  const { world } = ground.site;
  if (world.find(parent)?.is('VirtualApp')) return undefined;
  const datacenter = world.find(ground.datacenter(owner) ?? '');
  return (datacenter?.get('vmFolder') as { readonly value: string } | undefined)?.value;
}

function allocations(ground: SavedGround, o: SavedObject): Allocations {
  const config = o.get('config');
  return Object.freeze({
    cpu: allocation(ground, 'cpu', config?.cpuAllocation),
    memory: allocation(ground, 'memory', config?.memoryAllocation),
    scaleDescendants: config?.scaleDescendantsShares,
    changed: ground.time(config?.lastModified) ?? ground.site.clock.now(),
  });
}

function allocation(ground: SavedGround, of: Resource, saved: SavedValue): Allocation {
  const fresh = unreserved(of);
  const level = saved?.shares?.level;
  const given = told({
    reservation: saved?.reservation as number | undefined,
    expandable: saved?.expandableReservation as boolean | undefined,
    limit: saved?.limit as number | undefined,
    // Shares of a level are the level's; what was saved may not know their number.
    shares: level === undefined || level === 'normal' ? undefined : saved.shares,
  });
  return ground.shared({ ...fresh, ...given } as Allocation);
}
