/** A small world for machines: a cluster of hosts, a standalone host, their pools, datastores and networks. */
import { Clock } from '../../../src/kernel/clock.ts';
import { Ids } from '../../../src/kernel/ids.ts';
import { Random } from '../../../src/kernel/random.ts';
import { Call } from '../../../src/objects/call.ts';
import { type Entity, managedEntity } from '../../../src/objects/inventory/managed-entity.ts';
import type { Machine } from '../../../src/objects/machine/machine.ts';
import { machineMethods, machineObjects } from '../../../src/objects/machine/objects.ts';
import { createSeedVm, type SeedVm } from '../../../src/objects/machine/seed-vm.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import type { AnyMethod } from '../../../src/objects/managed-object.ts';
import type { Site } from '../../../src/objects/site.ts';
import type { AboutInfo } from '../../../src/vim25/generated/index.ts';
import type { DataObject, Ref } from '../../../src/vim25/value.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { EventLog } from '../../../src/world/events.ts';
import { VimFault } from '../../../src/world/fault.ts';
import { defineKind, type KindSpec } from '../../../src/world/kind.ts';
import { Model } from '../../../src/world/model.ts';
import { type TaskFacets, taskKind } from '../../../src/world/task.ts';
import { Tasks } from '../../../src/world/tasks.ts';
import { World } from '../../../src/world/world.ts';

const GIB = 2 ** 30;

interface Thing extends Entity {
  readonly profile?: { readonly [fact: string]: unknown };
  readonly runtime?: { readonly connection: string; readonly power: string; readonly maintenance: boolean };
  readonly volume?: { readonly uuid: string; readonly capacity: number };
  readonly files?: { readonly bytes: number };
  readonly sees?: { readonly datastore: readonly string[]; readonly network: readonly string[] };
  readonly owner?: string;
  readonly drs?: boolean;
}

const refs = (type: string, ids: readonly string[] = []) => ids.map((value) => ({ type, value }));

function thing(type: string, properties: KindSpec<Thing>['properties'] = {}): KindSpec<Thing> {
  return defineKind<Thing>({ type, base: managedEntity as never, properties });
}

const seen: NonNullable<KindSpec<Thing>['properties']> = {
  datastore: { reads: ['sees'], value: (s) => refs('Datastore', s.sees?.datastore) },
  network: { reads: ['sees'], value: (s) => refs('Network', s.sees?.network) },
};

const hostKind: KindSpec<Thing> = defineKind<Thing>({
  type: 'HostSystem',
  base: managedEntity as never,
  relations: {
    compute: { facet: 'parent', to: 'ComputeResource', of: (s) => s.parent, inverse: 'host' },
  },
  properties: { ...seen, vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') } },
});

const poolProperties: NonNullable<KindSpec<Thing>['properties']> = {
  owner: { reads: ['owner'], value: (s) => ({ type: 'ComputeResource', value: s.owner! }) },
};

const kinds = {
  folder: thing('Folder'),
  datacenter: thing('Datacenter'),
  standalone: thing('ComputeResource', seen),
  cluster: thing('ClusterComputeResource', {
    ...seen,
    configurationEx: { reads: ['drs'], value: (s) => ({ drsConfig: { enabled: s.drs ?? true } }) },
  }),
  host: hostKind,
  pool: thing('ResourcePool', poolProperties),
  vApp: thing('VirtualApp', poolProperties),
  datastore: thing('Datastore'),
  network: thing('Network'),
};

export interface Workshop {
  readonly site: Site;
  readonly world: World;
  /** Creates a seeded machine in the cluster and returns it. */
  seed(spec?: Partial<SeedVm>): Cell<Machine>;
  /** Calls a method; a task is run to its end and its result returned, or its fault thrown. */
  call<F extends object>(target: Cell<F>, method: string, args?: Readonly<Record<string, unknown>>): unknown;
  /** Type names of the events posted since this was last asked. */
  events(): string[];
  find<F extends object = Machine>(ref: unknown): Cell<F>;
  at(id: string): Cell;
}

export function workshop(): Workshop {
  const world = new World(
    new Model(vim25, [
      ...(Object.values(kinds) as unknown as KindSpec<never>[]),
      taskKind as never,
      ...machineObjects.map((o) => o.kind),
    ]),
  );
  const clock = new Clock({ kind: 'manual' }, Date.UTC(2026, 0, 1));
  const events = new EventLog();
  world.enlist(events);
  const site = {
    schema: vim25,
    world,
    clock,
    ids: new Ids('test'),
    events,
    latency: { duration: () => 0 },
    flavour: 'vcenter',
    about: {} as AboutInfo,
    version: vim25.versionIndex('8.0.2.0'),
    random: (stream: string) => new Random('test', stream),
  } as unknown as { -readonly [K in keyof Site]: Site[K] };
  const verbs = [...machineObjects, ...machineMethods].flatMap((o) => o.verbs);
  site.tasks = new Tasks<Site>(world, clock, site, verbs);
  site.tasks.onUnforeseen = (error) => {
    throw error;
  };
  world.turn(() => furnish(world));
  let told = events.end;
  const shop: Workshop = {
    site,
    world,
    seed(spec = {}) {
      const name = spec.name ?? `vm${world.size}`;
      world.turn(() => createSeedVm(site, { ...SEED, name, ...spec }));
      return [...world.every(vmKind)].at(-1)!;
    },
    call: (target, method, args = {}) => invoke(site, clock, target as unknown as Cell, method, args),
    events() {
      const fresh = events.kept.slice(told);
      told = events.end;
      return fresh.map((e) => e._typeName);
    },
    find: (ref) => world.find((ref as Ref).value) as never,
    at: (id) => world.find(id)!,
  };
  return shop;
}

const SEED: SeedVm = {
  name: '',
  folder: 'group-v3',
  pool: 'resgroup-8',
  host: 'host-1',
  datastore: 'datastore-1',
  network: 'network-1',
  poweredOn: false,
};

function furnish(world: World): void {
  const sees = { datastore: ['datastore-1', 'datastore-2'], network: ['network-1', 'network-2'] };
  const add = (kind: KindSpec<Thing>, id: string, state: Thing) => world.create(kind, state, id);
  add(kinds.folder, 'group-d1', { name: 'Datacenters' });
  add(kinds.datacenter, 'datacenter-2', { name: 'DC0', parent: 'group-d1' });
  add(kinds.folder, 'group-v3', { name: 'vm', parent: 'datacenter-2' });
  add(kinds.folder, 'group-h4', { name: 'host', parent: 'datacenter-2' });
  add(kinds.cluster, 'domain-c7', { name: 'DC0_C0', parent: 'group-h4', sees, drs: true });
  add(kinds.standalone, 'domain-s9', { name: 'DC0_H0', parent: 'group-h4', sees });
  add(kinds.pool, 'resgroup-8', { name: 'Resources', parent: 'domain-c7', owner: 'domain-c7' });
  add(kinds.pool, 'resgroup-10', { name: 'Resources', parent: 'domain-s9', owner: 'domain-s9' });
  add(kinds.vApp, 'resgroup-v11', { name: 'APP0', parent: 'resgroup-8', owner: 'domain-c7' });
  for (const n of [1, 2]) {
    add(kinds.datastore, `datastore-${n}`, {
      name: `LocalDS_${n - 1}`,
      parent: 'datacenter-2',
      volume: { uuid: `uuid-${n}`, capacity: 100 * GIB },
      files: { bytes: 0 },
    });
    add(kinds.network, `network-${n}`, { name: n === 1 ? 'VM Network' : 'Back Net', parent: 'datacenter-2' });
  }
  for (const n of [1, 2, 3]) {
    add(kinds.host, `host-${n}`, {
      name: `esx${n}`,
      parent: n === 3 ? 'domain-s9' : 'domain-c7',
      sees,
      profile: { packages: 1, coresPerPackage: 4, threadsPerCore: 2, mhz: 2000, memory: 8 * GIB },
      runtime: { connection: 'connected', power: 'poweredOn', maintenance: false },
    });
  }
}

function methodOf(target: Cell, method: string): AnyMethod {
  const own = machineObjects.filter((o) => o.kind.type === target.type).map((o) => o.methods[method]);
  const borrowed = machineMethods.filter((o) => target.is(o.type)).map((o) => o.methods[method]);
  const found = [...own, ...borrowed].find((m) => m !== undefined);
  if (!found) throw new TypeError(`${target.type} has no ${method}`);
  return found;
}

function invoke(
  site: Site,
  clock: Clock,
  target: Cell,
  method: string,
  args: Readonly<Record<string, unknown>>,
): unknown {
  const call = new Call({
    site,
    arrival: {} as never,
    method,
    version: site.version,
    opId: '',
    viewer: { user: 'me', session: undefined, address: '', unrestricted: true, can: () => true },
    session: undefined,
    self: target.ref,
  });
  const answer = methodOf(target, method)(call, target as never, args as never) as Ref | undefined;
  const task = answer?.type === 'Task' ? (site.world.find(answer.value) as unknown as Cell<TaskFacets>) : undefined;
  if (!task) return answer;
  clock.drain();
  const { state, result, error } = task.state.progress;
  if (state === 'error') {
    const { _typeName, ...properties } = error!['fault'] as DataObject;
    throw new VimFault(_typeName!, properties, error!['localizedMessage'] as string);
  }
  if (state !== 'success') throw new Error(`${method} is ${state}`);
  return result;
}

/** The fault an act ends with. */
export function faultOf(act: () => unknown): VimFault {
  try {
    act();
  } catch (error) {
    if (error instanceof VimFault) return error;
    throw error;
  }
  throw new Error('no fault');
}
