/**
 * The oracle of restricted viewers: whatever is permitted, moved or changed, what somebody who may not see everything
 * was told by updates equals what they read afresh.
 */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client, Ref } from '../../src/client/index.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

const SCENARIO = fileURLToPath(new URL('../objects/access/watcher.yaml', import.meta.url));
const WATCHER = 'VSPHERE.LOCAL\\watcher';
const ROLES = [-2, -5, -1];
const PROPERTIES = [
  { type: 'VirtualMachine', pathSet: ['name', 'parent', 'runtime.powerState'] },
  { type: 'Folder', pathSet: ['name', 'childEntity', 'overallStatus'] },
  { type: 'ResourcePool', pathSet: ['name', 'vm'] },
];

interface Op {
  readonly what: number;
  readonly a: number;
  readonly b: number;
}

const op: fc.Arbitrary<Op> = fc.record({ what: fc.nat(8), a: fc.nat(30), b: fc.nat(30) });

type Known = Map<string, Map<string, string>>;

/** The watcher: filters over a view, over a traversal and over machines by name, and what they told. */
class Watcher {
  readonly #client: Client;
  readonly #collector: Ref;
  readonly #root: Ref;
  readonly #specs: readonly object[];
  readonly #known = new Map<string, Known>();
  #version = '';

  private constructor(client: Client, collector: Ref, root: Ref, specs: readonly object[]) {
    this.#client = client;
    this.#collector = collector;
    this.#root = root;
    this.#specs = specs;
  }

  static async open(ep: Endpoint, machines: readonly Ref[]): Promise<Watcher> {
    const client = await Endpoint.login(ep.sim, 'watcher@vsphere.local', 'watching');
    const { rootFolder, propertyCollector, viewManager } = ep.client.content as Answer;
    const call = (self: Ref, method: string, args: object = {}): Promise<Answer> =>
      client.call(self as never, method as never, args as never) as Promise<Answer>;
    const collector = await call(propertyCollector, 'CreatePropertyCollector');
    const type = ['VirtualMachine', 'Folder', 'ResourcePool'];
    const view = await call(viewManager, 'CreateContainerView', { container: rootFolder, type, recursive: true });
    const traversal = (name: string, type: string, path: string, next: readonly string[]) => {
      const selectSet = next.map((n) => ({ _typeName: 'SelectionSpec', name: n }));
      return { _typeName: 'TraversalSpec', name, type, path, skip: false, selectSet };
    };
    const walk = [
      traversal('folder', 'Folder', 'childEntity', ['folder', 'datacenter']),
      traversal('datacenter', 'Datacenter', 'vmFolder', ['folder']),
    ];
    const specs = [
      { objectSet: [{ obj: view, skip: true, selectSet: [traversal('view', 'ContainerView', 'view', [])] }] },
      { objectSet: [{ obj: rootFolder, selectSet: walk }] },
      { objectSet: machines.map((obj) => ({ obj })) },
    ].map((spec) => ({ ...spec, propSet: PROPERTIES }));
    for (const [i, spec] of specs.entries()) {
      await call(collector, 'CreateFilter', { spec, partialUpdates: i === 1 });
    }
    return new Watcher(client, collector, propertyCollector, specs);
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #call(self: Ref, method: string, args: object): Promise<Answer> {
    return this.#client.call(self as never, method as never, args as never) as Promise<Answer>;
  }

  async poll(): Promise<void> {
    for (;;) {
      const options = { maxWaitSeconds: 0, maxObjectUpdates: 4 };
      const set = await this.#call(this.#collector, 'WaitForUpdatesEx', { version: this.#version, options });
      if (!set) return;
      this.#version = set.version;
      for (const { filter, objectSet } of set.filterSet) {
        const known: Known = this.#known.get(filter.value) ?? new Map();
        this.#known.set(filter.value, known);
        for (const update of objectSet) apply(known, update);
      }
    }
  }

  /** What updates told, and what is read afresh, filter by filter. */
  async compare(): Promise<[told: unknown, fresh: unknown]> {
    await this.poll();
    const told = [...this.#known.values()].map(shown);
    const fresh: unknown[] = [];
    for (const spec of this.#specs) {
      const answer = await this.#call(this.#root, 'RetrievePropertiesEx', { specSet: [spec], options: {} });
      const known: Known = new Map();
      for (const { obj, propSet, missingSet } of answer?.objects ?? []) {
        const changeSet = (propSet ?? []).map((p: Answer) => ({ name: p.name, op: 'assign', val: p.val }));
        apply(known, { kind: 'enter', obj, changeSet, missingSet });
      }
      fresh.push(shown(known));
    }
    return [told, fresh];
  }
}

function apply(known: Known, { kind, obj, changeSet, missingSet }: Answer): void {
  if (kind === 'leave') {
    known.delete(obj.value);
    return;
  }
  const before = kind === 'enter' ? undefined : known.get(obj.value);
  const properties = new Map(before);
  for (const { name, op, val } of changeSet ?? []) {
    if (/remove/i.test(op)) properties.delete(name);
    else properties.set(name, JSON.stringify(val));
  }
  for (const { path } of missingSet ?? []) properties.set(path, 'missing');
  known.set(obj.value, properties);
}

function shown(known: Known): unknown {
  return Object.fromEntries(
    [...known]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, properties]) => [id, Object.fromEntries([...properties].sort())]),
  );
}

class Scene {
  readonly ep: Endpoint;
  readonly #made: Ref[] = [];
  readonly #folders: Ref[];
  readonly #pools: Ref[];
  readonly machines: Ref[];

  private constructor(ep: Endpoint, machines: Ref[], folders: Ref[], pools: Ref[]) {
    this.ep = ep;
    this.machines = machines;
    this.#folders = folders;
    this.#pools = pools;
  }

  static async open(): Promise<Scene> {
    const ep = await Endpoint.open({ scenario: SCENARIO, inventory: { autostart: false, host: 1, standaloneHost: 0 } });
    // Whoever has no permission anywhere may not even ask.
    const permission = [{ principal: WATCHER, group: false, roleId: -2, propagate: true }];
    const entity = await ep.at('DC0/datastore');
    await ep.call(ep.manager('authorizationManager'), 'SetEntityPermissions', { entity, permission });
    const top = await ep.at('DC0/vm');
    const folders = [top];
    for (const name of ['one', 'two']) folders.push(await ep.call(top, 'CreateFolder', { name }));
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const share = { reservation: 0, expandableReservation: true, limit: -1, shares: { level: 'normal', shares: 0 } };
    const spec = { cpuAllocation: share, memoryAllocation: share };
    const pools = [pool, await ep.call(pool, 'CreateResourcePool', { name: 'inner', spec })];
    const machines = [await ep.at('DC0/vm/DC0_C0_RP0_VM0'), await ep.at('DC0/vm/DC0_C0_RP0_VM1')];
    return new Scene(ep, machines, folders, pools);
  }

  /** An operation that cannot be is none. */
  async run({ what, a, b }: Op): Promise<void> {
    const { ep } = this;
    const pick = (list: readonly Ref[], n: number): Ref => list[n % list.length]!;
    const entity = pick([...this.#folders, ...this.#pools, ...this.machines], a);
    const folder = pick(this.#folders, b);
    const authority = ep.manager('authorizationManager');
    const act = async (): Promise<unknown> => {
      switch (what) {
        case 0:
        case 1: {
          const permission = [{ principal: WATCHER, group: false, roleId: ROLES[b % 3], propagate: b % 4 !== 0 }];
          return ep.call(authority, 'SetEntityPermissions', { entity, permission });
        }
        case 2:
          return ep.call(authority, 'RemoveEntityPermission', { entity, user: WATCHER, isGroup: false });
        case 3:
          return ep.run(folder, 'MoveIntoFolder_Task', { list: [pick(this.machines, a)] });
        case 4:
          return ep.run(folder, 'MoveIntoFolder_Task', { list: [pick(this.#folders, a)] });
        case 5:
          return ep.call(pick(this.#pools, b), 'MoveIntoResourcePool', { list: [pick(this.machines, a)] });
        case 6:
          return ep.run(pick(this.machines, a), b % 2 ? 'PowerOnVM_Task' : 'PowerOffVM_Task');
        case 7:
          return ep.run(entity, 'Rename_Task', { newName: `n${b}` });
        default: {
          if (b % 2 && this.#made.length > 0) return ep.run(this.#made.pop()!, 'Destroy_Task');
          const config = { name: `made${a}-${b}`, files: { vmPathName: '[LocalDS_0]' } };
          const pool = pick(this.#pools, a);
          this.#made.push(await ep.run(folder, 'CreateVM_Task', { config, pool }));
        }
      }
    };
    await act().catch((error) => {
      if (!error.fault) throw error;
    });
  }
}

describe('what somebody is told who may not see everything', () => {
  it('is what they read afresh, after whatever was permitted, moved and changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 20 }), async (ops) => {
        const scene = await Scene.open();
        await using _ = scene.ep;
        const watcher = await Watcher.open(scene.ep, scene.machines);
        await watcher.poll();
        for (const [i, each] of ops.entries()) {
          await scene.run(each);
          if (i % 3 === 0) await watcher.poll();
        }
        const [told, fresh] = await watcher.compare();
        expect(told).toEqual(fresh);
        await watcher.close();
      }),
      { numRuns: 25 },
    );
  });
});
