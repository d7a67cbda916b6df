/**
 * Where loads are added up: what each machine uses at a tick, and with it each host and each pool. Levels of division are
 * kept by tick, sums until something changes below them; all of it follows from the facets and can be forgotten at will.
 */
import type { Cell } from '../../../world/cell.ts';
import type { Image } from '../../../world/image.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Participant, World } from '../../../world/world.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Host } from '../host/host.ts';
import { Chronicle, type SavedChronicle } from './chronicle.ts';
import { Divider } from './divider.ts';
import { together, type Use, useOf } from './use.ts';
import { demand, NO_LOAD, type VmLoad } from './vm-load.ts';

/** The facets of a machine that its use follows from. */
export type MachineFacts = Pick<
  Machine,
  'identity' | 'config' | 'power' | 'starts' | 'place' | 'devices' | 'guest' | 'load' | 'outside'
>;
export type HostFacts = Pick<Host, 'profile' | 'runtime' | 'parent'>;

interface Known {
  readonly tick: number;
  readonly use: Use;
}

/** Five minutes, after which a vCenter adds up what it measured. */
const MOST_PATIENT = 15;

export class Ledger implements Participant {
  readonly #world: World;
  readonly chronicle: Chronicle;
  readonly divider: Divider;
  readonly #known = new Map<string, Known>();
  /** What the turn under way changed: a picture of the world taken when the last one ended. */
  #before: Image | undefined;

  constructor(world: World) {
    this.#world = world;
    this.chronicle = new Chronicle(world.tick);
    this.divider = new Divider(world, this.chronicle);
  }

  /** From here on changes are kept; what stands now has stood from the beginning. */
  open(): void {
    this.divider.forget();
    this.#before = this.#world.save();
    this.#world.enlist(this);
  }

  save(): SavedChronicle {
    return this.chronicle.save();
  }

  /** What was kept of the past takes the place of what is known of it. */
  restore(saved: SavedChronicle): void {
    this.chronicle.restore(saved);
    this.divider.forget();
    this.#known.clear();
  }

  /** All is known again by what is restored behind this turn. */
  pass(): void {
    this.#before!.changes.clear();
  }

  begin(): void {}

  commit(): void {
    const { changes } = this.#before!;
    if (changes.size === 0) return;
    for (const [id, before] of changes) {
      const cell = this.#world.find(id);
      const type = cell?.type ?? before?.kind.type;
      if (type && this.chronicle.note(id, type, before?.state, cell?.state, this.#world.tick)) {
        this.#forget(id, before?.state, cell?.state);
      }
    }
    changes.clear();
  }

  rollback(): void {
    this.#before!.changes.clear();
  }

  /** What a machine uses: now as it is now, at a tick gone by as it was when that began. */
  useOf(vm: Cell<Machine>): Use {
    const { tick } = this.#world;
    const host = vm.one<Host>('host');
    return host ? this.#use(vm.state, host.state, tick) : useOf(vm.state, NO_LOAD, this.divider.at(undefined, tick));
  }

  /** The same for who looks at all machines again and again: in a large world by a division of some ticks ago. */
  lateUseOf(vm: Cell<Machine>): Use {
    const host = vm.one<Host>('host')?.state;
    const division = this.divider.lately(host?.parent, this.#patience);
    return useOf(vm.state, demand(vm.state, host, this.#world.tick), division);
  }

  useAt(id: string, tick: number): Use | undefined {
    const facts = this.machineAt(id, tick);
    return facts && this.#use(facts, this.hostAt(facts.place.host, tick), tick);
  }

  loadAt(id: string, tick: number): VmLoad {
    const facts = this.machineAt(id, tick);
    return facts ? demand(facts, this.hostAt(facts.place.host, tick), tick) : NO_LOAD;
  }

  machineAt(id: string, tick: number): MachineFacts | undefined {
    return this.divider.factsOf<MachineFacts>(id, tick);
  }

  hostAt(id: string | undefined, tick: number): HostFacts | undefined {
    return id === undefined ? undefined : this.divider.factsOf<HostFacts>(id, tick);
  }

  /** What the machines of a host, or right in a pool, use now, together. */
  sumOf(place: Cell): Use {
    const { tick } = this.#world;
    const known = this.#known.get(place.id);
    if (known?.tick === tick && !this.#inTurn) return known.use;
    const use = together(Array.from(place.back<Machine>('vm'), (vm) => this.useOf(vm)));
    if (!this.#inTurn && this.#before) this.#known.set(place.id, { tick, use });
    return use;
  }

  /** The same for who looks at all hosts again and again: in a large world as it was some ticks ago. */
  lateSumOf(place: Cell): Use {
    const known = this.#known.get(place.id);
    return known && this.#world.tick - known.tick <= this.#patience ? known.use : this.sumOf(place);
  }

  /** Ticks that a sum over all machines may be old where nobody waits for it: none in a small world. */
  get #patience(): number {
    return Math.min(MOST_PATIENT, Math.floor(this.#world.ofType('VirtualMachine').size / 1_000));
  }

  /** The same at a tick gone by. */
  sumAt(place: Cell, tick: number): Use {
    const uses: Use[] = [];
    for (const { facts, host } of this.divider.machinesIn(place, tick)) uses.push(this.#use(facts, host, tick));
    return together(uses);
  }

  /** While a turn changes things, what was added up before it may not hold. */
  get #inTurn(): boolean {
    return this.#before !== undefined && this.#before.changes.size > 0;
  }

  #use(facts: MachineFacts, host: HostFacts | undefined, tick: number): Use {
    return useOf(facts, demand(facts, host, tick), this.divider.at(host?.parent, tick));
  }

  #forget(id: string, before: Facets | undefined, after: Facets | undefined): void {
    this.#known.delete(id);
    for (const state of [before, after] as (Partial<Machine> | undefined)[]) {
      if (!state?.place) continue;
      if (state.place.host !== undefined) this.#known.delete(state.place.host);
      if (state.place.pool !== undefined) this.#known.delete(state.place.pool);
    }
    // A host's state decides for every pool of its compute resource.
    if (this.#world.find(id)?.is('HostSystem') ?? true) this.#known.clear();
  }
}

/** The facet of the PerformanceManager that keeps it. */
export interface HasLedger {
  readonly ledger: Ledger;
}

/** The ledger of this world; where nobody opened one, one that remembers nothing. */
export function ledgerOf(world: World): Ledger {
  const manager = world.ofType('PerformanceManager').values().next().value;
  return (manager as Cell<HasLedger & object> | undefined)?.state.ledger ?? new Ledger(world);
}
