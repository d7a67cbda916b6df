/**
 * The oracle of the property collector: whatever happened, what a client accumulated from updates equals a fresh read.
 */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Entity } from '../../src/objects/inventory/managed-entity.ts';
import { Collector } from '../../src/objects/query/collector.ts';
import { Filter } from '../../src/objects/query/filter.ts';
import { keyOf, type PathStep, parsePath } from '../../src/objects/query/path.ts';
import { ResultSet } from '../../src/objects/query/retrieve.ts';
import { containerViewKind, listViewKind } from '../../src/objects/query/views.ts';
import type { ObjectUpdate, PropertyFilterSpec, UpdateSet } from '../../src/vim25/generated/index.ts';
import { PropertyValue } from '../../src/vim25/property-value.ts';
import type { Cell } from '../../src/world/cell.ts';
import { sameValue } from '../../src/world/equal.ts';
import type { Viewer } from '../../src/world/viewer.ts';
import type { World } from '../../src/world/world.ts';
import { folder, host, type Machine, machine, toyWorld } from '../world/toy.ts';

const NEWEST = 999;

/** A client: one collector, its accumulated state, and whether it is behind. */
class Client {
  readonly collector = new Collector();
  readonly viewer: Viewer;
  readonly hidden = new Set<string>();
  readonly unreadable = new Set<string>();
  readonly spec: PropertyFilterSpec;
  readonly filter: Filter;
  state = new Map<string, Map<string, unknown>>();
  missing = new Map<string, string[]>();
  version = '';
  lastVersion = '';
  before: { state: Map<string, Map<string, unknown>>; missing: Map<string, string[]> } | undefined;
  readonly #world: World;

  constructor(world: World, spec: PropertyFilterSpec, partial: boolean, n: number) {
    this.#world = world;
    this.spec = spec;
    this.viewer = {
      user: `u${n}`,
      session: undefined,
      address: '',
      unrestricted: false,
      can: (cell, privilege) =>
        !this.hidden.has(cell.id) && !(privilege === 'System.Read' && this.unreadable.has(cell.id)),
    };
    this.filter = new Filter(world, `f${n}`, spec, partial, this.viewer, NEWEST, this.collector.news);
    this.collector.add(this.filter);
  }

  /** One poll; `lost` is an answer that never arrives, after which the client asks again with the version it has. */
  poll(limit: number, lost: boolean): boolean {
    this.collector.resume(this.version);
    const set = this.collector.collect(limit);
    if (!set) return false;
    if (lost) return true;
    if (this.version === '') this.state = new Map();
    this.#apply(set);
    this.version = set.version;
    return true;
  }

  drain(): void {
    while (this.poll(3, false));
  }

  #apply(set: UpdateSet): void {
    for (const { objectSet } of set.filterSet ?? []) for (const update of objectSet ?? []) this.#object(update);
  }

  #object({ kind, obj, changeSet, missingSet }: ObjectUpdate): void {
    if (kind === 'leave') {
      if (!this.state.delete(obj.value)) throw new Error(`leave of ${obj.value}, which the client does not know`);
      this.missing.delete(obj.value);
      return;
    }
    if (kind === 'enter') this.state.set(obj.value, new Map());
    const properties = this.state.get(obj.value);
    if (!properties) throw new Error(`modify of ${obj.value}, which the client does not know`);
    this.missing.set(
      obj.value,
      (missingSet ?? []).map((m) => m.path),
    );
    for (const { name, op, val } of changeSet ?? []) {
      const value = val instanceof PropertyValue ? val.value : val;
      assign(properties, this.#selected(name), name, op === 'remove' || op === 'indirectRemove' ? undefined : value);
    }
  }

  /** The path of the spec a change belongs under. */
  #selected(name: string): string {
    const paths = this.spec.propSet.flatMap((p) => p.pathSet ?? []);
    return paths.filter((p) => name === p || name.startsWith(`${p}.`) || name.startsWith(`${p}[`))[0] ?? name;
  }

  compare(): string | undefined {
    const fresh = new ResultSet(this.#world, this.viewer, [this.spec], NEWEST);
    const seen = new Set<string>();
    for (const content of fresh.take(1e9)) {
      const id = content.obj.value;
      seen.add(id);
      const mine = this.state.get(id);
      if (!mine) return `${id} was never told`;
      const missing = (content.missingSet ?? []).map((m) => m.path);
      if (String(missing) !== String(this.missing.get(id) ?? []))
        return `${id}: missing ${this.missing.get(id)} but is ${missing}`;
      const names = new Set([...mine.keys(), ...content.propSet.map((p) => p.name)]);
      for (const name of names) {
        const truth = content.propSet.find((p) => p.name === name)?.val.value;
        if (missing.includes(name)) continue;
        if (!sameValue(truth, mine.get(name)))
          return `${id}.${name}: has ${JSON.stringify(mine.get(name))} but is ${JSON.stringify(truth)}`;
      }
    }
    for (const id of this.state.keys()) if (!seen.has(id)) return `${id} was never told to leave`;
    return undefined;
  }
}

/** Puts a value where a path says, into a copy of what was there. */
function assign(properties: Map<string, unknown>, selected: string, name: string, value: unknown): void {
  const steps = parsePath(`x${name.slice(selected.length)}`)!.steps;
  const made = place(properties.get(selected), steps, value);
  if (made === undefined) properties.delete(selected);
  else properties.set(selected, made);
}

function place(at: unknown, [step, ...rest]: readonly PathStep[], value: unknown): unknown {
  if (!step) return value;
  if ('name' in step)
    return { ...(at as object), [step.name]: place((at as Record<string, unknown>)[step.name], rest, value) };
  const items = (at as unknown[]) ?? [];
  const index = items.findIndex((item) => keyOf(item) === step.key);
  // An element that came and went unseen is said to be removed all the same.
  if (index < 0) return value === undefined ? items : [...items, place(undefined, rest, value)];
  const made = place(items[index], rest, value);
  return made === undefined ? items.toSpliced(index, 1) : items.toSpliced(index, 1, made);
}

const NAMES = ['a', 'b', 'c', 'd'];
const POWERS = ['poweredOn', 'poweredOff', 'suspended'];

/** An operation on the world, chosen by numbers so that it shrinks. */
interface Op {
  readonly what: number;
  readonly a: number;
  readonly b: number;
}

const op: fc.Arbitrary<Op> = fc.record({ what: fc.nat(18), a: fc.nat(30), b: fc.nat(30) });

class Bench {
  readonly world = toyWorld();
  readonly clients: Client[];
  /** Returned to in any order; each may be taken anew. */
  readonly images = [this.world.save()];

  constructor(partial: readonly boolean[]) {
    const container = this.world.turn(() => {
      const h = this.world.create(host, { name: 'h', parent: 'group-d1' });
      const f = this.world.create(folder, { name: 'f', parent: 'group-d1' });
      this.world.create(machine, {
        name: 'm',
        parent: f.id,
        host: h.id,
        power: 'poweredOff',
        options: { k: '1' },
        memory: 1,
      });
      const ref = { type: 'Folder', value: 'group-d1' };
      this.world.create(
        containerViewKind,
        { session: 's', container: ref, types: ['VirtualMachine', 'HostSystem'], recursive: true },
        'view',
      );
      this.world.create(listViewKind, { session: 's', list: [] }, 'list');
      return ref;
    });
    this.world.forget(this.images.pop()!);
    for (let i = 0; i < 3; i++) this.images.push(this.world.save());
    this.clients = partial.map((p, i) => new Client(this.world, SPECS[i % SPECS.length]!(container), p, i));
  }

  all(type: 'VirtualMachine' | 'HostSystem' | 'Folder'): Cell[] {
    return [...this.world.ofType(type)];
  }

  run({ what, a, b }: Op): void {
    const { world } = this;
    const machines = this.all('VirtualMachine') as unknown as Cell<Machine>[];
    const hosts = this.all('HostSystem');
    const folders = this.all('Folder') as unknown as Cell<Entity>[];
    const m = machines[a % Math.max(1, machines.length)];
    const f = folders[b % folders.length]!;
    const client = this.clients[a % this.clients.length]!;
    world.turn(() => {
      switch (what) {
        case 0:
          world.create(machine, {
            name: NAMES[a % 4]!,
            parent: f.id,
            host: hosts[b % Math.max(1, hosts.length)]?.id,
            power: 'poweredOff',
            options: {},
            memory: a,
          });
          break;
        case 1:
          if (m) world.destroy(m);
          break;
        case 2:
          if (m) world.update(m, { power: POWERS[b % 3]! });
          break;
        case 3:
          if (m) world.update(m, { options: { ...m.state.options, [NAMES[b % 4]!]: String(b) } });
          break;
        case 4:
          if (m) world.update(m, { options: Object.fromEntries(Object.entries(m.state.options).slice(1)) });
          break;
        case 5:
          if (m) world.update(m, { host: hosts[b % Math.max(1, hosts.length)]?.id });
          break;
        case 6:
          if (m) world.update(m, { parent: f.id });
          break;
        case 7:
          world.create(host, { name: `h${a}`, parent: f.id });
          break;
        case 8:
          if (hosts[a]) world.destroy(hosts[a]!);
          break;
        case 9:
          world.create(folder, { name: `f${a}`, parent: f.id });
          break;
        case 10:
          world.update(f, { name: NAMES[a % 4]! });
          break;
        case 11:
          if (m) world.update(m, { memory: b });
          break;
        case 12:
          world.update(world.as(listViewKind, 'list')!, {
            list: machines.filter((_, i) => (a >> i) & 1).map((c) => c.ref),
          });
          break;
        case 13:
          if (m) toggle(client.hidden, m.id);
          client.filter.retell();
          break;
        case 14:
          if (m) toggle(client.unreadable, m.id);
          client.filter.retell();
          break;
      }
    });
    if (what === 15) world.restore(this.images[b % 3]!);
    if (what === 18) {
      world.forget(this.images[b % 3]!);
      this.images[b % 3] = world.save();
    }
    if (what === 16) client.poll(1 + (b % 4), false);
    if (what === 17) client.poll(1 + (b % 4), true);
  }
}

function toggle(set: Set<string>, id: string): void {
  if (!set.delete(id)) set.add(id);
}

type Make = (container: { type: string; value: string }) => PropertyFilterSpec;

const traversal = (type: string, path: string, extra: object = {}) => ({
  _typeName: 'TraversalSpec',
  type,
  path,
  ...extra,
});

const SPECS: readonly Make[] = [
  () => ({
    propSet: [
      {
        type: 'VirtualMachine',
        pathSet: ['name', 'runtime.powerState', 'config.extraConfig', 'config.hardware.device[2000].capacityInKB'],
      },
      { type: 'HostSystem', pathSet: ['summary', 'vm'] },
    ],
    objectSet: [
      { obj: { type: 'ContainerView', value: 'view' }, skip: true, selectSet: [traversal('ContainerView', 'view')] },
    ],
  }),
  (obj) => ({
    propSet: [{ type: 'ManagedEntity', pathSet: ['name', 'parent'] }],
    objectSet: [
      {
        obj,
        selectSet: [
          traversal('Folder', 'childEntity', {
            name: 'down',
            selectSet: [{ _typeName: 'SelectionSpec', name: 'down' }],
          }),
        ],
      },
    ],
  }),
  (obj) => ({
    propSet: [{ type: 'VirtualMachine', pathSet: ['config', 'runtime', 'summary.config.name'] }],
    objectSet: [
      {
        obj,
        skip: true,
        selectSet: [
          traversal('Folder', 'childEntity', {
            name: 'down',
            selectSet: [
              { _typeName: 'SelectionSpec', name: 'down' },
              traversal('VirtualMachine', 'runtime.host', {
                name: 'host',
                selectSet: [
                  traversal('HostSystem', 'vm', { selectSet: [{ _typeName: 'SelectionSpec', name: 'host' }] }),
                ],
              }),
            ],
          }),
        ],
      },
    ],
  }),
  () => ({
    propSet: [{ type: 'VirtualMachine', pathSet: ['config.extraConfig["a"].value', 'config', 'name'] }],
    objectSet: [{ obj: { type: 'ListView', value: 'list' }, skip: true, selectSet: [traversal('ListView', 'view')] }],
  }),
];

describe('property updates', () => {
  it('accumulate, for each of several clients, to what a fresh read shows', () => {
    fc.assert(
      fc.property(
        fc.array(op, { maxLength: 60 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 6 }),
        (ops, partial) => {
          const bench = new Bench(partial);
          for (const o of ops) bench.run(o);
          for (const client of bench.clients) {
            client.drain();
            const wrong = client.compare();
            if (wrong) throw new Error(wrong);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
