/** Puts compute resources, pools and hosts into the inventory. Each function runs inside a turn. */
import type { Cell } from '../../world/cell.ts';
import type { KindSpec } from '../../world/kind.ts';
import { aboutFor } from '../service/about.ts';
import { optionManagerKind } from '../service/option-manager.ts';
import type { Site } from '../site.ts';
import { createBrowser } from '../storage/datastore-browser.ts';
import { type Allocations, freshAllocations } from './allocation.ts';
import { clusterKind } from './cluster/cluster.ts';
import type { Cluster } from './cluster/cluster-config.ts';
import { type ComputeResource, computeResourceKind, environmentBrowserId } from './compute-resource.ts';
import { type Host, hostKind } from './host/host.ts';
import { addressNamed } from './host/host-addresses.ts';
import { MANAGERS, managerId } from './host/host-managers.ts';
import { DEFAULT_OPTIONS } from './host/host-options.ts';
import { DEFAULT_PROFILE, type HostProfile } from './host/host-profile.ts';
import { DEFAULT_SWITCHES, DEFAULT_VMK_NICS, type PortGroup } from './host/host-switches.ts';
import { PART_KINDS } from './host/host-systems.ts';
import { TICK } from './load/tick.ts';
import { environmentBrowserKind } from './options/environment-browser.ts';
import type { Pool } from './pool/pool.ts';
import { poolKind } from './pool/resource-pool.ts';

/** Ids where they are not counted, as on ESXi. */
export interface FixedIds {
  readonly compute: string;
  readonly pool: string;
  readonly host: string;
}

export function createCluster(site: Site, name: string, folder: string, config: Partial<Cluster> = {}): Cell<Cluster> {
  return withPool(site, clusterKind, { ...config, name, parent: folder });
}

/** The compute resource of a standalone host has the host's name. */
export function createStandalone(site: Site, name: string, folder: string, ids?: FixedIds): Cell<ComputeResource> {
  return withPool(site, computeResourceKind, { name, parent: folder }, ids);
}

function withPool<F extends ComputeResource>(site: Site, kind: KindSpec<F>, state: F, ids?: FixedIds): Cell<F> {
  const cell = site.world.create(kind, state, ids?.compute);
  site.world.create(environmentBrowserKind, { compute: cell.id }, environmentBrowserId(cell.id));
  createBrowser(site, { compute: cell.id });
  createPool(site, 'Resources', cell.id, cell.id, freshAllocations(site.clock.now()), ids?.pool);
  return cell;
}

export function createPool(
  site: Site,
  name: string,
  parent: string,
  owner: string,
  allocation: Allocations,
  id?: string,
): Cell<Pool> {
  return site.world.create(poolKind, { name, parent, owner, allocation }, id);
}

export function rootPool<F extends ComputeResource>(compute: Cell<F>): Cell<Pool> {
  const [root] = compute.back<Pool>('rootPool');
  return root!;
}

export interface NewHost {
  readonly name: string;
  /** Id of the compute resource. */
  readonly parent: string;
  readonly portGroups: readonly PortGroup[];
  readonly profile?: HostProfile;
}

/** Days a host has been up when it comes into the inventory. */
const DAYS_UP = 12;

/** What a host of that number is when it comes into the inventory. */
export function freshHost(site: Site, given: NewHost, ordinal: number): Host {
  const { world } = site;
  return {
    name: given.name,
    parent: given.parent,
    identity: Object.freeze({
      uuid: site.ids.uuid(`host/${ordinal}/${given.name}`),
      ordinal,
      address: addressNamed(given.name, ordinal),
    }),
    profile: given.profile ?? DEFAULT_PROFILE,
    product: productOf(site),
    runtime: Object.freeze({
      connection: 'connected',
      power: 'poweredOn',
      maintenance: false,
      bootTime: site.clock.now() - DAYS_UP * 86_400_000,
      bootTick: world.tick - (DAYS_UP * 86_400) / TICK,
    }),
    switches: DEFAULT_SWITCHES,
    portGroups: given.portGroups,
    vmkNics: DEFAULT_VMK_NICS,
  };
}

export function createHost(site: Site, given: NewHost, id?: string): Cell<Host> {
  const cell = site.world.create(hostKind, freshHost(site, given, site.world.numbers.next('#host')), id);
  createParts(site, cell);
  return cell;
}

function createParts(site: Site, host: Cell<Host>): void {
  createBrowser(site, { host: host.id });
  for (const manager of MANAGERS) {
    const id = managerId(manager, host.id);
    const kind = PART_KINDS[manager[1]];
    if (kind) site.world.create(kind, { host: host.id }, id);
    else site.world.create(optionManagerKind, { host: host.id, settings: DEFAULT_OPTIONS }, id);
  }
}

/** The record of ESXi that all hosts of a simulator share. */
function productOf(site: Site): Host['product'] {
  const [first] = site.world.ofType(hostKind.type);
  return (
    (first?.state as Host | undefined)?.product ?? Object.freeze(aboutFor('esx', site.about.version, site.ids).about)
  );
}
