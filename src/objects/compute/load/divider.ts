/** Finds the levels at which a compute resource divides what it has at a tick, and remembers those of late. */
import type { Cell } from '../../../world/cell.ts';
import type { Facets } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';
import { usableCpu, usableMemory } from '../host/host-profile.ts';
import type { Pool } from '../pool/pool.ts';
import type { Chronicle } from './chronicle.ts';
import type { HostFacts, MachineFacts } from './ledger.ts';
import { levelsOf, type MachineClaim, PLENTY, type PoolNode, type Resource } from './levels.ts';
import { claimOf, type Division } from './use.ts';
import { ageOf, demand, isUp, NO_LOAD, overheadOf, type VmLoad } from './vm-load.ts';

const MIB = 2 ** 20;
/** Levels that are remembered, of all compute resources together. */
const KEPT = 8_192;

const UNDIVIDED: Division = Object.freeze({ cpu: PLENTY, memory: PLENTY });

export interface Standing {
  readonly id: string;
  readonly facts: MachineFacts;
  readonly host: HostFacts | undefined;
}

export class Divider {
  readonly #world: World;
  readonly #chronicle: Chronicle;
  readonly #known = new Map<string, Division>();
  /** The last division of each compute resource. */
  readonly #latest = new Map<string, { readonly tick: number; readonly division: Division }>();
  /** What is shared out when every machine wants all it may have; good until something changes. */
  readonly #busiest = new Map<string, { readonly tick: number; readonly division: Division }>();

  constructor(world: World, chronicle: Chronicle) {
    this.#world = world;
    this.#chronicle = chronicle;
  }

  /** Forgets what was divided so far. */
  forget(): void {
    this.#known.clear();
    this.#latest.clear();
    this.#busiest.clear();
  }

  /** The facets of an object when a tick began; undefined where it was not there. */
  factsOf<F extends Facets>(id: string, tick: number): F | undefined {
    return this.#chronicle.at(id, this.#world.find(id)?.state as F | undefined, tick);
  }

  /** How a compute resource divided what it had when a tick began. */
  at(compute: string | undefined, tick: number): Division {
    if (compute === undefined) return UNDIVIDED;
    const key = `${compute}/${tick}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made = this.#divide(compute, tick, demand);
    this.#known.set(key, made);
    if (tick === this.#world.tick) this.#latest.set(compute, { tick, division: made });
    if (this.#known.size > KEPT)
      for (const old of this.#known.keys()) if (this.#known.size > KEPT / 2) this.#known.delete(old);
    return made;
  }

  /** The division of now, or one that is no older than so many ticks. */
  lately(compute: string | undefined, patience: number): Division {
    const { tick } = this.#world;
    const latest = compute === undefined ? undefined : this.#latest.get(compute);
    return latest && tick - latest.tick <= patience ? latest.division : this.at(compute, tick);
  }

  /** How it would if every machine wanted all it may have. */
  busiest(compute: string | undefined): Division {
    if (compute === undefined) return UNDIVIDED;
    const { tick } = this.#world;
    const known = this.#busiest.get(compute);
    if (known && (known.tick === tick || this.#chronicle.changed < known.tick)) return known.division;
    const division = this.#divide(compute, tick, utmost);
    this.#busiest.set(compute, { tick, division });
    return division;
  }

  /** Machines that stood on a host or right in a pool when a tick began. */
  *machinesIn(place: Cell, tick: number): Generator<Standing> {
    const on = place.is('HostSystem') ? 'host' : 'pool';
    const ids = new Set(this.#chronicle.visitors(place.id));
    for (const vm of place.back('vm')) ids.add(vm.id);
    for (const id of ids) {
      const facts = this.factsOf<MachineFacts>(id, tick);
      if (facts?.place?.[on] !== place.id) continue;
      const { host } = facts.place;
      yield { id, facts, host: host === undefined ? undefined : this.factsOf<HostFacts>(host, tick) };
    }
  }

  /** Hosts of a compute resource when a tick began. */
  *hostsIn(compute: Cell, tick: number): Generator<[string, HostFacts]> {
    const ids = new Set(this.#chronicle.visitors(compute.id));
    for (const host of compute.back('host')) ids.add(host.id);
    for (const id of ids) {
      const facts = this.factsOf<HostFacts>(id, tick);
      if (facts?.parent === compute.id) yield [id, facts];
    }
  }

  #divide(id: string, tick: number, loadOf: typeof demand): Division {
    const compute = this.#world.find(id);
    if (!compute || (loadOf === demand && this.#isAmple(compute, tick))) return UNDIVIDED;
    const hosts = [...this.hostsIn(compute, tick)].filter(([, facts]) => isUp(facts));
    const there = new Map(hosts);
    const loads: [MachineFacts, VmLoad][] = [];
    for (const [host, facts] of hosts) {
      const cell = this.#world.find(host);
      if (!cell) continue;
      for (const m of this.machinesIn(cell, tick)) {
        const load = loadOf(m.facts, facts, tick);
        if (load.overhead > 0) loads.push([m.facts, load]);
      }
    }
    const [root] = compute.back<Pool>('rootPool');
    const levels = (of: Resource) =>
      levelsOf(
        root && this.#node(root, of, tick),
        loads.map(([m, load]) => machineClaim(of, m, load)),
        new Map(Array.from(there, ([host, facts]) => [host, capacityOf(of, facts)])),
      );
    return { cpu: levels('cpu'), memory: levels('memory') };
  }

  /** Whether every machine could have all it might ever want, so that nobody has to look what each does want. */
  #isAmple(compute: Cell, tick: number): boolean {
    if (tick !== this.#world.tick || this.#chronicle.changed >= tick) return false;
    for (const pool of compute.back<Pool>('pools')) {
      const { cpu, memory } = pool.state.allocation;
      if (cpu.limit >= 0 || memory.limit >= 0) return false;
    }
    for (const host of compute.back<HostFacts>('host')) {
      const { profile } = host.state;
      if (host.sum('vmCpus') * profile.mhz > usableCpu(profile)) return false;
      const overheads = 25 * host.sum('vmPoweredOn') + 8 * host.sum('vmCpus');
      if ((host.sum('vmMemoryConfigured') / MIB) * (1 + 1 / 128) + overheads > usableMemory(profile) / MIB)
        return false;
    }
    return true;
  }

  #node(pool: Cell<Pool>, of: Resource, tick: number): PoolNode {
    const { allocation } = this.factsOf<Pool>(pool.id, tick) ?? pool.state;
    const children = Array.from(pool.back<Pool>('resourcePool'), (child) => this.#node(child, of, tick));
    return { id: pool.id, allocation: allocation[of], children };
  }
}

function machineClaim(of: Resource, m: MachineFacts, load: VmLoad): MachineClaim {
  return { claim: claimOf(of, m, load), pool: m.place.pool, host: m.place.host ?? '' };
}

/** MHz or MB of a host that machines can have. */
function capacityOf(of: Resource, { profile }: HostFacts): number {
  return of === 'cpu' ? usableCpu(profile) : Math.floor(usableMemory(profile) / MIB);
}

/** What a machine would want at its busiest. */
export const utmost: typeof demand = (m, host, tick) => {
  if (m.power.state !== 'poweredOn' || ageOf(m, tick) < 0 || !host || !isUp(host)) return NO_LOAD;
  const { numCPU, memoryMB } = m.config;
  return { cpu: numCPU * host.profile.mhz, memory: memoryMB, consumed: memoryMB, overhead: overheadOf(m.config) };
};
