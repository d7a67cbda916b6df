/** The inventory a vCenter starts with. */
import { freshAllocations } from '../compute/allocation.ts';
import { createCluster, createHost, createPool, createStandalone, rootPool } from '../compute/create-compute.ts';
import { defaultPortGroups, type PortGroup } from '../compute/host/host-switches.ts';
import { createVApp } from '../compute/v-app/create-v-app.ts';
import { createSeedVm } from '../machine/seed-vm.ts';
import { createPortgroup, createSwitch } from '../network/create-switch.ts';
import { createNetwork } from '../network/network.ts';
import { createOpaqueNetwork } from '../network/opaque-network.ts';
import type { Site } from '../site.ts';
import { createDatastore, vmfsVolume } from '../storage/create-datastore.ts';
import { createPod } from '../storage/storage-pod.ts';
import { createDatacenter } from './datacenter.ts';
import { createFolder } from './folder.ts';
import { hostName } from './host-names.ts';
import { DATASTORE_BYTES, DEFAULT_MODEL, type ModelOptions } from './model-options.ts';

export { populateEsx } from './esx-model.ts';
export type { ModelOptions } from './model-options.ts';

/** The datacenter being built: where things go, by id. */
interface Ground {
  readonly name: string;
  readonly number: number;
  readonly id: string;
  readonly folders: {
    readonly vm: string;
    readonly host: string;
    readonly datastore: string;
    readonly network: string;
  };
  readonly portGroups: readonly PortGroup[];
  readonly hosts: string[];
  readonly batches: Batch[];
}

/** VMs to come: they need datastores, which need the hosts that mount them. */
interface Batch {
  readonly prefix: string;
  readonly pool: string;
  readonly hosts: readonly string[];
  readonly vApp?: string;
}

/** Fills an empty world; sizes left out are vcsim's. */
export function populate(site: Site, given: Partial<ModelOptions> = {}): void {
  const sizes = { ...DEFAULT_MODEL, ...given };
  site.world.turn(() => {
    const root = createFolder(site, 'd', 'Datacenters');
    for (let i = 0; i < sizes.dc; i++) {
      const numbered = i - Math.max(0, sizes.dc - sizes.folder);
      const folder = numbered < 0 ? undefined : `F${numbered}`;
      const parent = folder === undefined ? root.id : createFolder(site, 'd', folder, root.id).id;
      datacenter(site, sizes, i, parent, folder);
    }
  });
}

function datacenter(site: Site, sizes: ModelOptions, number: number, parent: string, folder: string | undefined): void {
  const name = `DC${number}`;
  const cell = createDatacenter(site, name, parent);
  const { folders } = cell.state;
  for (let i = 0; i < sizes.pod; i++) createPod(site, `${name}_POD${i}`, folders.datastore);
  const network = createNetwork(site, 'VM Network', cell.id, folders.network).id;
  const sub = (role: 'v' | 'h' | 's' | 'n', id: string) =>
    folder === undefined ? id : createFolder(site, role, folder, id).id;
  const ground: Ground = {
    name,
    number,
    id: cell.id,
    folders: {
      vm: sub('v', folders.vm),
      host: sub('h', folders.host),
      datastore: sub('s', folders.datastore),
      network: sub('n', folders.network),
    },
    portGroups: defaultPortGroups('VM Network', network),
    hosts: [],
    batches: [],
  };
  for (let i = 0; i < sizes.standaloneHost; i++) standalone(site, sizes, ground, i);
  for (let i = 0; i < sizes.cluster; i++) cluster(site, sizes, ground, i);
  const distributed = networks(site, sizes, ground);
  const datastore = datastores(site, sizes, ground);
  if (datastore !== undefined) machines(site, sizes, ground, datastore, distributed ?? network);
}

function standalone(site: Site, sizes: ModelOptions, ground: Ground, number: number): void {
  const prefix = `${ground.name}_H${number}`;
  const place = { fallback: prefix, datacenter: ground.number, cluster: 0, host: number };
  const name = hostName(site.world, sizes.hostName, place);
  const compute = createStandalone(site, name, ground.folders.host);
  const host = createHost(site, { name, parent: compute.id, portGroups: ground.portGroups }).id;
  ground.hosts.push(host);
  ground.batches.push({ prefix, pool: rootPool(compute).id, hosts: [host] });
}

function cluster(site: Site, sizes: ModelOptions, ground: Ground, number: number): void {
  const name = `${ground.name}_C${number}`;
  const compute = createCluster(site, name, ground.folders.host, { drs: Object.freeze({ enabled: true }) });
  const hosts = Array.from({ length: sizes.host }, (_, i) => {
    const place = { fallback: `${name}_H${i}`, datacenter: ground.number, cluster: number, host: i };
    const called = hostName(site.world, sizes.hostName, place);
    return createHost(site, { name: called, parent: compute.id, portGroups: ground.portGroups }).id;
  });
  ground.hosts.push(...hosts);
  const root = rootPool(compute).id;
  const allocation = freshAllocations(site.clock.now());
  if (sizes.pool === 0) ground.batches.push({ prefix: `${name}_RP0`, pool: root, hosts });
  for (let i = 1; i <= sizes.pool; i++) {
    const pool = createPool(site, `${name}_RP${i}`, root, compute.id, allocation).id;
    ground.batches.push({ prefix: `${name}_RP${i}`, pool, hosts });
  }
  for (let i = 0; i < sizes.app; i++) {
    const given = { name: `${name}_APP${i}`, parent: root, owner: compute.id, allocation, folder: ground.folders.vm };
    const vApp = createVApp(site, given).id;
    ground.batches.push({ prefix: given.name, pool: vApp, vApp, hosts });
  }
}

/** The switch and its port groups; returns the first port group, which VMs use. */
function networks(site: Site, sizes: ModelOptions, ground: Ground): string | undefined {
  const place = { datacenter: ground.id, parent: ground.folders.network };
  let first: string | undefined;
  if (sizes.pg + sizes.pgNsx > 0) {
    const members = Object.freeze(ground.hosts.map((host) => Object.freeze({ host, nics: Object.freeze(['vmnic1']) })));
    const dvs = createSwitch(site, { ...place, name: 'DVS0', members });
    for (let i = 0; i < sizes.pg; i++) {
      const { id } = createPortgroup(site, dvs, `${ground.name}_DVPG${i}`);
      first ??= id;
    }
    for (let i = 0; i < sizes.pgNsx; i++) {
      const name = `${ground.name}_NSXPG${i}`;
      createPortgroup(site, dvs, name, { nsx: segment(site, name) });
    }
  }
  for (let i = 0; i < sizes.nsx; i++) {
    createOpaqueNetwork(site, { ...place, name: `${ground.name}_NSX${i}`, hosts: Object.freeze([...ground.hosts]) });
  }
  return first;
}

function segment(site: Site, name: string): { logicalSwitch: string; segment: string; transportZone: string } {
  return Object.freeze({
    logicalSwitch: site.ids.uuid(`nsx/${name}`),
    segment: `/infra/segments/${site.ids.uuid(`segment/${name}`)}`,
    transportZone: site.ids.uuid('nsx/transport-zone'),
  });
}

/** Datastores mounted by every host of the datacenter; returns the first, which VMs use. */
function datastores(site: Site, sizes: ModelOptions, ground: Ground): string | undefined {
  const mounts = Object.freeze(ground.hosts.map((host) => Object.freeze({ host })));
  let first: string | undefined;
  for (let i = 0; i < sizes.ds; i++) {
    const volume = vmfsVolume(site, `${ground.name}/LocalDS_${i}`, DATASTORE_BYTES, false);
    const given = { name: `LocalDS_${i}`, datacenter: ground.id, parent: ground.folders.datastore, volume, mounts };
    const { id } = createDatastore(site, given);
    first ??= id;
  }
  return first;
}

function machines(site: Site, sizes: ModelOptions, ground: Ground, datastore: string, network: string): void {
  const folder = ground.folders.vm;
  const poweredOn = sizes.autostart;
  for (const { prefix, pool, hosts, vApp } of ground.batches) {
    if (hosts.length === 0) continue;
    for (let i = 0; i < sizes.vm; i++) {
      const host = hosts[i % hosts.length]!;
      createSeedVm(site, { name: `${prefix}_VM${i}`, folder, pool, host, datastore, network, poweredOn, vApp });
    }
  }
}
