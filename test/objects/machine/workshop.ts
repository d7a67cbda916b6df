/** A small world for machines: a cluster of two hosts, a standalone host, their pools, datastores and networks. */
import { Call } from '../../../src/objects/call.ts';
import { freshAllocations } from '../../../src/objects/compute/allocation.ts';
import { createCluster, createHost, createStandalone } from '../../../src/objects/compute/create-compute.ts';
import { DEFAULT_PROFILE } from '../../../src/objects/compute/host/host-profile.ts';
import { defaultPortGroups } from '../../../src/objects/compute/host/host-switches.ts';
import { createVApp } from '../../../src/objects/compute/v-app/create-v-app.ts';
import { createDatacenter } from '../../../src/objects/inventory/datacenter.ts';
import type { Machine } from '../../../src/objects/machine/machine.ts';
import { createSeedVm, type SeedVm } from '../../../src/objects/machine/seed-vm.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import type { AnyMethod } from '../../../src/objects/managed-object.ts';
import { createNetwork } from '../../../src/objects/network/network.ts';
import type { Site } from '../../../src/objects/site.ts';
import { createDatastore, vmfsVolume } from '../../../src/objects/storage/create-datastore.ts';
import { registry } from '../../../src/simulator/rooms.ts';
import { Simulation } from '../../../src/simulator/simulator.ts';
import type { DataObject, Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { VimFault } from '../../../src/world/fault.ts';
import type { TaskFacets } from '../../../src/world/task.ts';
import type { World } from '../../../src/world/world.ts';

const GIB = 2 ** 30;

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
  const sim = new Simulation({
    clock: { kind: 'manual' },
    start: Date.UTC(2026, 0, 1),
    seed: 'test',
    apiVersion: '8.0.3',
    inventory: { dc: 0 },
    furnish,
  });
  const { site } = sim;
  const { world, events } = site;
  site.tasks.onUnforeseen = (error) => {
    throw error;
  };
  let told = events.end;
  return {
    site,
    world,
    seed(spec = {}) {
      const name = spec.name ?? `vm${world.size}`;
      world.turn(() => createSeedVm(site, { ...SEED, name, ...spec }));
      return [...world.every(vmKind)].at(-1)!;
    },
    call: (target, method, args = {}) => invoke(site, target as unknown as Cell, method, args),
    events() {
      const fresh = events.kept.slice(told - events.end + events.kept.length);
      told = events.end;
      return fresh.map((e) => e._typeName).filter((type) => type !== 'TaskEvent');
    },
    find: (ref) => world.find((ref as Ref).value) as never,
    at: (id) => world.find(id)!,
  };
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

/** Everything has the id by which tests call it. */
function furnish(site: Site): void {
  const { world, clock } = site;
  world.turn(() => {
    const { id: datacenter, state } = createDatacenter(site, 'DC0', 'group-d1');
    const { host: hosts, network: networks, datastore: datastores } = state.folders;
    const cluster = createCluster(site, 'DC0_C0', hosts, { drs: Object.freeze({ enabled: true }) }).id;
    const standalone = createStandalone(site, 'DC0_H0', hosts).id;
    createNetwork(site, 'VM Network', datacenter, networks, 'network-1');
    createNetwork(site, 'Back Net', datacenter, networks, 'network-2');
    const [management, own] = defaultPortGroups('VM Network', 'network-1').toReversed();
    const back = Object.freeze({ ...own!, name: 'Back Net', network: 'network-2' });
    const portGroups = Object.freeze([own!, back, management!]);
    const profile = { ...DEFAULT_PROFILE, packages: 1, coresPerPackage: 4, mhz: 2000, memory: 8 * GIB };
    for (const n of [1, 2, 3]) {
      createHost(site, { name: `esx${n}`, parent: n === 3 ? standalone : cluster, portGroups, profile }, `host-${n}`);
    }
    const mounts = [1, 2, 3].map((n) => ({ host: `host-${n}` }));
    for (const n of [1, 2]) {
      const name = `LocalDS_${n - 1}`;
      const volume = vmfsVolume(site, name, 100 * GIB, false);
      createDatastore(site, { name, datacenter, parent: datastores, volume, mounts }, `datastore-${n}`);
    }
    const allocation = freshAllocations(clock.now());
    createVApp(site, { name: 'APP0', parent: 'resgroup-8', owner: cluster, allocation, folder: state.folders.vm });
  });
}

function invoke(site: Site, target: Cell, method: string, args: Readonly<Record<string, unknown>>): unknown {
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
  const run = registry.find(target.kind, method)?.run as AnyMethod | undefined;
  if (!run) throw new TypeError(`${target.type} has no ${method}`);
  const answer = run(call, target as never, args as never) as Ref | undefined;
  const task = answer?.type === 'Task' ? (site.world.find(answer.value) as unknown as Cell<TaskFacets>) : undefined;
  if (!task) return answer;
  site.clock.drain();
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
