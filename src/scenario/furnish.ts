/** Puts what a scenario adds to the counted inventory into the world: what stands there, who may do what, and its load. */
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Site } from '../objects/site.ts';
import { furnishAccounts } from './account-furnish.ts';
import { furnishDatastore } from './datastore-furnish.ts';
import { entityAt } from './entity-at.ts';
import { plainTools } from './guest-furnish.ts';
import { describeHosts } from './host-furnish.ts';
import { scriptLoad } from './load-furnish.ts';
import { describeMachine } from './machine-furnish.ts';
import { furnishObjects } from './object-furnish.ts';
import type { Path } from './scenario-error.ts';
import type { Scenario } from './schema.ts';
import { furnishTree } from './tree-furnish.ts';

type World = Scenario['world'];
type Fail = (path: Path, message: string) => Error;

export interface Around {
  /** Pattern of the names of hosts of which only the number is said. */
  readonly hostName: string | undefined;
  /** Absolute path of a file that the scenario names. */
  readonly resolve: (file: string) => string;
}

/** Throws what `fail` makes of the first thing that cannot be. */
export function furnish(site: Site, world: World, { hostName, resolve }: Around, fail: Fail): void {
  site.world.turn(() => {
    furnishObjects(site, world.objects, resolve, fail);
    furnishTree(site, world.datacenters, hostName, resolve, fail);
    furnishAccounts(site, world, fail);
    for (const [i, said] of world.datastores.entries())
      furnishDatastore(site, said, resolve, (word, message) => fail(['datastores', i, ...word], message));
    for (const [i, said] of world.hosts.entries()) {
      if (!describeHosts(site, said)) throw fail(['hosts', i, 'name'], `no host is named '${said.name}'`);
    }
    if (world.tools) for (const vm of site.world.every(vmKind)) plainTools(site, vm);
    for (const [i, { path, ...said }] of world.machines.entries()) {
      const words = ['machines', i];
      const found = entityAt(site, path);
      const vm = site.world.as(vmKind, found?.id);
      if (!vm) throw fail([...words, 'path'], found ? `'${path}' is no VM` : `nothing stands at '${path}'`);
      describeMachine(site, vm, said, (word, message) => fail([...words, ...word], message));
    }
    for (const [i, said] of world.load.entries()) {
      if (!scriptLoad(site, said)) throw fail(['load', i, 'vms'], `no VM is named '${said.vms}'`);
    }
  });
}
