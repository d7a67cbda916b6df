/** The inventory a simulator starts with. */
import { clusterKind } from '../compute/cluster.ts';
import { computeResourceKind } from '../compute/compute-resource.ts';
import { hostKind } from '../compute/host.ts';
import { poolKind } from '../compute/resource-pool.ts';
import { createSeedVm } from '../machine/seed-vm.ts';
import { networkKind } from '../network/network.ts';
import type { Site } from '../site.ts';
import { datastoreKind } from '../storage/datastore.ts';
import { createDatacenter } from './datacenter.ts';
import { CHILD_TYPES, folderKind } from './folder.ts';

export interface ModelOptions {
  readonly dc: number;
  readonly cluster: number;
  readonly host: number;
  readonly standaloneHost: number;
  readonly vm: number;
  readonly pool: number;
  readonly app: number;
  readonly folder: number;
  readonly ds: number;
  readonly pod: number;
  readonly pg: number;
  readonly pgNsx: number;
  readonly nsx: number;
  readonly autostart: boolean;
}

const DEFAULTS: ModelOptions = {
  dc: 1, cluster: 1, host: 3, standaloneHost: 1, vm: 2, pool: 0, app: 0, folder: 0, ds: 1, pod: 0, pg: 1, pgNsx: 0, nsx: 0, autostart: true,
};

export function populate(site: Site, given: Partial<ModelOptions>): void {
  const o = { ...DEFAULTS, ...given };
  const { world } = site;
  world.turn(() => {
    world.numbers.next('');
    world.create(folderKind, { name: 'Datacenters', childTypes: CHILD_TYPES.d }, 'group-d1');
    for (let i = 0; i < o.dc; i++) {
      const name = `DC${i}`;
      const dc = createDatacenter(site, name, "group-d1").state;
      const datastores = Array.from({ length: o.ds }, (_, d) =>
        world.create(datastoreKind, { name: `LocalDS_${d}`, parent: dc.folders.datastore, type: 'VMFS', capacity: 2 ** 44, uuid: site.ids.uuid(`${name}/ds/${d}`) }).id);
      const network = world.create(networkKind, { name: 'VM Network', parent: dc.folders.network }).id;
      const compute = (kind: 'host' | 'cluster', label: string, hosts: string[], prefix: string) => {
        const id = world.numbers.id(kind === 'host' ? 'domain-s' : 'domain-c');
        const pool = world.create(poolKind, { name: 'Resources', parent: id, owner: id });
        const facets = { name: label, parent: dc.folders.host, rootPool: pool.id };
        if (kind === 'host') world.create(computeResourceKind, facets, id);
        else world.create(clusterKind, { ...facets, drs: { enabled: true, behavior: 'fullyAutomated' } }, id);
        const made = hosts.map((h) => world.create(hostKind, {
          name: h, parent: id, uuid: site.ids.uuid(`host/${h}`), datastores, networks: [network],
          runtime: { connectionState: 'connected', powerState: 'poweredOn', inMaintenanceMode: false },
        }));
        for (let v = 0; v < o.vm && made.length > 0 && datastores.length > 0; v++) {
          createSeedVm(site, { name: `${prefix}_VM${v}`, folder: dc.folders.vm, pool: pool.id, host: made[v % made.length]!.id, datastore: datastores[v % datastores.length]!, network, poweredOn: o.autostart });
        }
      };
      for (let h = 0; h < o.standaloneHost; h++) compute('host', `${name}_H${h}`, [`${name}_H${h}`], `${name}_H${h}`);
      for (let c = 0; c < o.cluster; c++) {
        compute('cluster', `${name}_C${c}`, Array.from({ length: o.host }, (_, h) => `${name}_C${c}_H${h}`), `${name}_C${c}_RP0`);
      }
    }
  });
}

export function populateEsx(site: Site, given: Partial<ModelOptions>): void {
  populate(site, given);
}
