/** The inventory an ESXi host starts with: one host, and ids that are names. */
import { createHost, createStandalone, rootPool } from '../compute/create-compute.ts';
import { defaultPortGroups } from '../compute/host/host-switches.ts';
import { createSeedVm } from '../machine/seed-vm.ts';
import { createNetwork } from '../network/network.ts';
import type { Site } from '../site.ts';
import { createDatastore, vmfsVolume } from '../storage/create-datastore.ts';
import { datacenterKind } from './datacenter.ts';
import { createFolder } from './folder.ts';
import { hostName } from './host-names.ts';
import { DATASTORE_BYTES, DEFAULT_MODEL, type ModelOptions } from './model-options.ts';

const DATACENTER = 'ha-datacenter';
const FOLDERS = Object.freeze({
  vm: 'ha-folder-vm',
  host: 'ha-folder-host',
  datastore: 'ha-folder-datastore',
  network: 'ha-folder-network',
});

/** Fills an empty world; of the sizes only `vm`, `ds`, `autostart` and `hostName` count. */
export function populateEsx(site: Site, given: Partial<ModelOptions> = {}): void {
  const sizes = { ...DEFAULT_MODEL, ...given };
  const { world } = site;
  world.turn(() => {
    const root = createFolder(site, 'd', 'ha-folder-root', undefined, 'ha-folder-root').id;
    world.create(datacenterKind, { name: DATACENTER, parent: root, folders: FOLDERS }, DATACENTER);
    createFolder(site, 'v', 'vm', DATACENTER, FOLDERS.vm);
    createFolder(site, 'h', 'host', DATACENTER, FOLDERS.host);
    createFolder(site, 's', 'datastore', DATACENTER, FOLDERS.datastore);
    createFolder(site, 'n', 'network', DATACENTER, FOLDERS.network);
    const network = createNetwork(site, 'VM Network', DATACENTER, FOLDERS.network, 'HaNetwork-VM Network').id;
    const place = { fallback: 'localhost.localdomain', datacenter: 0, cluster: 0, host: 0 };
    const name = hostName(world, sizes.hostName, place);
    const ids = { compute: 'ha-compute-res', pool: 'ha-root-pool', host: 'ha-host' };
    const compute = createStandalone(site, name, FOLDERS.host, ids);
    const portGroups = defaultPortGroups('VM Network', network);
    const host = createHost(site, { name, parent: compute.id, portGroups }, ids.host).id;
    const datastores = Array.from({ length: sizes.ds }, (_, i) => datastore(site, `LocalDS_${i}`, host));
    for (let i = 0; i < sizes.vm && datastores[0] !== undefined; i++) {
      createSeedVm(site, {
        name: `${host}_VM${i}`,
        folder: FOLDERS.vm,
        pool: rootPool(compute).id,
        host,
        datastore: datastores[0],
        network,
        poweredOn: sizes.autostart,
      });
    }
  });
}

/** On ESXi a datastore's id is its volume's uuid. */
function datastore(site: Site, name: string, host: string): string {
  const volume = vmfsVolume(site, `${host}/${name}`, DATASTORE_BYTES, true);
  const given = {
    name,
    datacenter: DATACENTER,
    parent: FOLDERS.datastore,
    volume,
    mounts: Object.freeze([Object.freeze({ host })]),
  };
  return createDatastore(site, given, volume.uuid).id;
}
