/** Builds what a scenario says stands in its datacenters. Inside a turn. */
import { rootOf } from '../objects/access/authority.ts';
import { createDatacenter, type Datacenter } from '../objects/inventory/datacenter.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';
import { furnishCompute } from './compute-furnish.ts';
import { furnishDatastore } from './datastore-furnish.ts';
import { furnishNetworks, furnishSwitches } from './network-furnish.ts';
import { furnishMachines } from './new-machine.ts';
import { type Fail, folderFor, foldersBelow, type TreeGround } from './tree-ground.ts';
import type { DatacenterSaid } from './tree-shape.ts';

const ROLES = { vm: 'v', host: 'h', datastore: 's', network: 'n' } as const;

/** `hostName` is the pattern of hosts of which only the number is said. */
export function furnishTree(
  site: Site,
  datacenters: readonly DatacenterSaid[],
  hostName: string | undefined,
  resolve: (file: string) => string,
  fail: Fail,
): void {
  for (const [i, said] of datacenters.entries()) {
    const path = ['datacenters', i];
    const ground = groundFor(site, said, i, hostName, fail);
    for (const [f, folder] of said.folders.entries()) {
      const [top, ...below] = folder.split('/');
      folderFor(ground, ROLES[top as keyof typeof ROLES], below.join('/'), [...path, 'folders', f]);
    }
    furnishNetworks(ground, said.networks);
    furnishCompute(ground, said);
    furnishSwitches(ground, said);
    for (const [d, store] of said.datastores.entries()) {
      const { folder, pod, ...rest } = store;
      const words = [...path, 'datastores', d];
      if (folder !== undefined) folderFor(ground, 's', folder, [...words, 'folder']);
      const given = { ...rest, folder, pod, datacenter: ground.inventoryPath };
      furnishDatastore(site, given, resolve, (word, message) => fail([...words, ...word], message));
    }
    furnishMachines(ground, said.vms);
  }
}

function groundFor(
  site: Site,
  said: DatacenterSaid,
  number: number,
  hostName: string | undefined,
  fail: Fail,
): TreeGround {
  const path = ['datacenters', number];
  const top = rootOf(site.world)!;
  const wrong = (why: string) => fail([...path, 'folder'], why);
  const parent = said.folder === undefined ? top.id : foldersBelow(site, 'd', top.id, said.folder, wrong);
  const there = childNamed(site.world.find(parent)!, said.name);
  if (there && !there.is('Datacenter')) throw fail([...path, 'name'], `'${said.name}' is no datacenter`);
  if (!there && site.flavour === 'esx') {
    const [only] = site.world.ofType('Datacenter');
    throw fail([...path, 'name'], `an ESXi host has one datacenter, '${String(only?.get('name'))}'`);
  }
  return {
    site,
    datacenter: (there ?? createDatacenter(site, said.name, parent)) as unknown as Cell<Datacenter>,
    number,
    inventoryPath: `/${said.folder === undefined ? '' : `${said.folder}/`}${said.name}`,
    path,
    hostName,
    networks: [],
    fail,
  };
}
