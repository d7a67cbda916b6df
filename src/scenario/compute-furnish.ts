/** Clusters, hosts, resource pools and vApps of a scenario. Inside a turn. */

import { meant } from '../faults/rule-error.ts';
import { fitsName } from '../kernel/glob.ts';
import { type Allocations, allocated, unreserved } from '../objects/compute/allocation.ts';
import type { Cluster } from '../objects/compute/cluster/cluster-config.ts';
import {
  createCluster,
  createHost,
  createPool,
  createStandalone,
  rootPool,
} from '../objects/compute/create-compute.ts';
import { GENERATIONS, generationOf } from '../objects/compute/evc/modes.ts';
import type { Host } from '../objects/compute/host/host.ts';
import { DEFAULT_PROFILE, type HostProfile } from '../objects/compute/host/host-profile.ts';
import { MANAGEMENT, type PortGroup } from '../objects/compute/host/host-switches.ts';
import type { Pool } from '../objects/compute/pool/pool.ts';
import { createVApp } from '../objects/compute/v-app/create-v-app.ts';
import { hostName } from '../objects/inventory/host-names.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { changeHost } from './host-furnish.ts';
import type { Path } from './scenario-error.ts';
import { bytesOf } from './size.ts';
import { folderFor, guardName, type TreeGround } from './tree-ground.ts';
import type { AmountSaid, ClusterSaid, DatacenterSaid, HostSaid } from './tree-shape.ts';

export function furnishCompute(ground: TreeGround, { clusters, hosts }: DatacenterSaid): void {
  const { site, datacenter, path } = ground;
  const top = datacenter.state.folders.host;
  for (const [i, said] of clusters.entries()) addCluster(ground, said, i, [...path, 'clusters', i]);
  for (const [i, said] of hosts.entries()) {
    const host = hostSaid(said);
    const words = [...path, 'hosts', i];
    guardName(ground, top, host.name, words);
    addHost(ground, createStandalone(site, host.name, top).id, host, words);
  }
}

function addCluster(ground: TreeGround, said: ClusterSaid, number: number, path: Path): void {
  const { site } = ground;
  const folder = folderFor(ground, 'h', said.folder, [...path, 'folder']);
  guardName(ground, folder, said.name, [...path, 'name']);
  const cluster = createCluster(site, said.name, folder, settings(ground, said, path));
  const hosts = typeof said.hosts === 'number' ? Array.from({ length: said.hosts }) : said.hosts.map(hostSaid);
  for (const [i, given] of hosts.entries()) {
    const place = { fallback: `${said.name}_H${i}`, datacenter: ground.number, cluster: number, host: i };
    const host = (given as Exclude<HostSaid, string> | undefined) ?? {
      name: hostName(site.world, ground.hostName, place),
    };
    addHost(ground, cluster.id, said.iscsi ? { iscsi: true, ...host } : host, [...path, 'hosts', i]);
  }
  const root = rootPool(cluster);
  for (const [i, pool] of said.pools.entries()) {
    const { name, ...amounts } = typeof pool === 'string' ? { name: pool } : pool;
    const words = [...path, 'pools', i];
    const [above, called] = /^(?:(.*)\/)?([^/]+)$/.exec(name)!.slice(1) as [string | undefined, string];
    const parent = poolAt(ground, root, above, [...words, 'name']);
    guardName(ground, parent.id, called, [...words, 'name']);
    createPool(site, called, parent.id, cluster.id, allocationsOf(ground, amounts, words));
  }
  for (const [i, vApp] of said.vApps.entries()) {
    const { name, folder: shown, pool, ...amounts } = typeof vApp === 'string' ? { name: vApp } : vApp;
    const words = [...path, 'vApps', i];
    const parent = poolAt(ground, root, pool, [...words, 'pool']);
    const allocation = allocationsOf(ground, amounts, words);
    const shownIn = folderFor(ground, 'v', shown, [...words, 'folder']);
    createVApp(site, { name, parent: parent.id, owner: cluster.id, allocation, folder: shownIn });
  }
}

function settings({ fail }: TreeGround, { drs, ha, evc }: ClusterSaid, path: Path): Partial<Cluster> {
  if (evc !== undefined && !generationOf(evc)) {
    const known = GENERATIONS.map(({ key }) => key);
    throw fail([...path, 'evc'], `there is no EVC mode '${evc}'${meant(evc, known)}`);
  }
  const level = drs === 'off' || drs === 'fullyAutomated' ? {} : { defaultVmBehavior: drs };
  return {
    drs: Object.freeze({ enabled: drs !== 'off', ...level }),
    ...(ha && { das: Object.freeze({ enabled: true }) }),
    ...(evc !== undefined && { evc }),
  };
}

function hostSaid(said: HostSaid): Exclude<HostSaid, string> {
  return typeof said === 'string' ? { name: said } : said;
}

function addHost(ground: TreeGround, parent: string, said: Exclude<HostSaid, string>, path: Path): void {
  const { site, networks } = ground;
  for (const host of site.world.ofType('HostSystem')) {
    if ((host.state as unknown as Host).name === said.name)
      throw ground.fail(path, `there is a host '${said.name}' already`);
  }
  const own: PortGroup[] = networks
    .filter(({ hosts }) => fitsName(hosts, said.name))
    .map(({ id, name, vlan }) => Object.freeze({ name, vlan, switch: 'vSwitch0', network: id }));
  const management: PortGroup = Object.freeze({ name: MANAGEMENT, vlan: 0, switch: 'vSwitch0' });
  const portGroups = Object.freeze([...own, management]);
  const cell = createHost(site, { name: said.name, parent, portGroups, profile: profileOf(said) });
  changeHost(site, cell, said);
}

function profileOf({ packages, cores, mhz, memory, nics, vendor, model }: Exclude<HostSaid, string>): HostProfile {
  const said = { packages, coresPerPackage: cores, mhz, memory: bytesOf(memory), nics, vendor, model };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return Object.keys(given).length === 0 ? DEFAULT_PROFILE : Object.freeze({ ...DEFAULT_PROFILE, ...given });
}

/** The pool at a path below the root pool. */
export function poolAt({ fail }: TreeGround, root: Cell<Pool>, path: string | undefined, word: Path): Cell<Pool> {
  let at: Cell | undefined = root as unknown as Cell;
  for (const name of (path ?? '').split('/').filter((part) => part !== '')) at = at && childNamed(at, name);
  if (!at?.is('ResourcePool')) throw fail(word, `there is no resource pool '${path}'`);
  return at as unknown as Cell<Pool>;
}

type Amounts = { readonly cpu?: AmountSaid; readonly memory?: AmountSaid };

function allocationsOf({ site, fail }: TreeGround, { cpu, memory }: Amounts, path: Path): Allocations {
  try {
    return Object.freeze({
      cpu: allocated('cpu', amountOf(cpu), unreserved('cpu'), 'cpu'),
      memory: allocated('memory', amountOf(memory), unreserved('memory'), 'memory'),
      changed: site.clock.now(),
    });
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    throw fail(path, 'the limit is below the reservation');
  }
}

function amountOf(said: AmountSaid): Parameters<typeof allocated>[1] {
  if (!said) return undefined;
  const { shares, reservation, limit, expandable } = said;
  const level = typeof shares === 'number' ? 'custom' : shares;
  return {
    ...(reservation !== undefined && { reservation }),
    ...(limit !== undefined && { limit }),
    ...(expandable !== undefined && { expandableReservation: expandable }),
    ...(level !== undefined && { shares: { level, shares: typeof shares === 'number' ? shares : 0 } }),
  };
}
