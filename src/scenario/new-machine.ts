/** VMs of a scenario's own, made as a client makes them: from a ConfigSpec, with all that guards one. Inside a turn. */
import { meant } from '../faults/rule-error.ts';
import { computeResourceKind } from '../objects/compute/compute-resource.ts';
import { hasDrs, hostsOf } from '../objects/compute/drs/placement.ts';
import type { Host } from '../objects/compute/host/host.ts';
import { datacenterOf } from '../objects/inventory/place.ts';
import { type Creation, plan } from '../objects/machine/config/create-vm.ts';
import { settle } from '../objects/machine/config/reconfigure.ts';
import { listed } from '../objects/machine/config/surroundings.ts';
import { filesAs } from '../objects/machine/files.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Vm, Work } from '../objects/machine/work.ts';
import type { Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { describeMachine } from './machine-furnish.ts';
import type { NewMachine } from './machine-shape.ts';
import { specOf } from './machine-spec.ts';
import type { Path } from './scenario-error.ts';
import { folderFor, type TreeGround } from './tree-ground.ts';

/** Where a VM goes: the compute resource and what of it was named. */
interface Home {
  readonly owner: Cell;
  /** Its pool, or its vApp. */
  readonly pool: Cell;
  readonly host: Cell<Host> | undefined;
  readonly datastore: string;
}

export function furnishMachines(ground: TreeGround, vms: readonly NewMachine[]): void {
  for (const [i, said] of vms.entries()) {
    const path = [...ground.path, 'vms', i];
    if (said.template && said.power === 'on') throw ground.fail([...path, 'power'], 'a template does not run');
    const home = homeOf(ground, said, path);
    const folder = folderFor(ground, 'v', said.folder, [...path, 'folder']);
    for (let n = 0; n < (said.count ?? 1); n++) {
      const vm = make(ground, home, folder, { ...said, name: nameOf(said, n) }, path);
      const wrong = (word: Path, message: string) => ground.fail([...path, ...word], message);
      describeMachine(ground.site, vm, described(said), wrong, said.host === undefined ? undefined : home.host);
    }
  }
}

/** What is said when the VM is made needs not be said again. A VM runs unless it is a template. */
function described({ memory: _memory, cpus: _cpus, annotation: _annotation, ...rest }: NewMachine): NewMachine {
  return { ...rest, power: rest.power ?? (rest.template ? 'off' : 'on') };
}

function nameOf({ name, count }: NewMachine, n: number): string {
  if (name.includes('{n}')) return name.replaceAll('{n}', String(n + 1));
  return count === undefined ? name : `${name}${n}`;
}

function make(ground: TreeGround, home: Home, folder: string, said: NewMachine, path: Path): Vm {
  const { site, fail } = ground;
  const config = specOf(home.owner, home.datastore, said, (word, message) => fail([...path, ...word], message));
  const args: Creation = { config, pool: home.pool.ref, host: home.host?.ref };
  const target = home.pool.is('VirtualApp') ? home.pool.ref : { type: 'Folder', value: folder };
  const id = site.world.numbers.id('vm');
  try {
    const { machine, changed } = plan({ site, args, request: { target } } as unknown as Work<Creation>, id);
    const vm = site.world.create(vmKind, machine, id);
    settle(site, vm, changed);
    if (said.template) makeTemplate(ground, vm);
    return vm;
  } catch (error) {
    if (error instanceof VimFault) throw fail(path, `${said.name}: ${error.message}`);
    throw error;
  }
}

function makeTemplate({ site }: TreeGround, vm: Vm): void {
  const { config, files, place } = vm.state;
  site.world.update(vm, {
    config: Object.freeze({ ...config, template: true }),
    files: filesAs(files, 'template'),
    place: Object.freeze({ host: place.host }),
  });
}

function homeOf(ground: TreeGround, said: NewMachine, path: Path): Home {
  const { site, fail } = ground;
  const hosts = Array.from(site.world.ofType('HostSystem')).filter((host) => isHere(ground, host));
  const named = (found: Cell | undefined, word: string, given: string, all: readonly Cell[]): Cell => {
    if (found) return found;
    const known = all.map((cell) => String(cell.get('name')));
    throw fail([...path, word], `there is no ${WORDS[word]} '${given}'${meant(given, known)}`);
  };
  const byName = (cells: readonly Cell[], name: string) => cells.find((cell) => cell.get('name') === name);
  const computes = Array.from(site.world.every(computeResourceKind) as unknown as Iterable<Cell>).filter((cell) =>
    isHere(ground, cell),
  );
  const host = said.host === undefined ? undefined : named(byName(hosts, said.host), 'host', said.host, hosts);
  const vApps = Array.from(site.world.ofType('VirtualApp')).filter((cell) => isHere(ground, cell));
  const vApp = said.vApp === undefined ? undefined : named(byName(vApps, said.vApp), 'vApp', said.vApp, vApps);
  const owner =
    said.cluster === undefined
      ? (host?.one('parent') ?? (vApp && ownerOf(vApp)) ?? computes[0])
      : named(byName(computes, said.cluster), 'cluster', said.cluster, computes);
  if (!owner) throw fail(path, 'there is no host to run it');
  const root = site.world.find((owner.get('resourcePool') as Ref).value)!;
  const stores = listed(owner, 'datastore');
  const store = said.datastore === undefined ? stores[0] : byName(stores, said.datastore);
  if (!store) named(undefined, 'datastore', said.datastore ?? '', stores);
  return {
    owner,
    pool: vApp ?? poolBelow(root, said.pool, (why) => fail([...path, 'pool'], why)),
    host: (host as Cell<Host> | undefined) ?? (hasDrs(owner) ? undefined : hostsOf(owner)[0]),
    datastore: String(store!.get('name')),
  };
}

const WORDS: Readonly<Record<string, string>> = {
  host: 'host',
  vApp: 'vApp',
  cluster: 'cluster or standalone host',
  datastore: 'datastore that its host sees, named',
};

function isHere({ datacenter }: TreeGround, cell: Cell): boolean {
  return datacenterOf(cell)?.id === datacenter.id;
}

function ownerOf(pool: Cell): Cell | undefined {
  return pool.world.find((pool.get('owner') as Ref).value);
}

function poolBelow(root: Cell, path: string | undefined, fail: (why: string) => Error): Cell {
  let at = root;
  for (const name of (path ?? '').split('/').filter((part) => part !== '')) {
    const pools = listed(at, 'resourcePool');
    const found = pools.find((pool) => pool.get('name') === name);
    if (!found)
      throw fail(
        `there is no resource pool '${name}'${meant(
          name,
          pools.map((p) => String(p.get('name'))),
        )}`,
      );
    at = found;
  }
  return at;
}
