/**
 * Guests on the clock. After each turn it looks which machines changed and sees to it that what their guests have to do
 * next happens when it is due: come up, get an address, end a process. What is due follows from the facts alone, so a
 * world that is put back goes on from there.
 */
import type { Alarm } from '../../kernel/clock.ts';
import type { Cell } from '../../world/cell.ts';
import type { Image } from '../../world/image.ts';
import type { Facets } from '../../world/kind.ts';
import type { Participant } from '../../world/world.ts';
import { nextCustomizationStep, takeCustomizationStep } from '../customization/steps.ts';
import type { Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import type { Site } from '../site.ts';
import { endProcesses, nextEnd } from './ending.ts';
import { nextStep, takeStep } from './waking.ts';

interface Due {
  readonly key: string;
  readonly alarm: Alarm;
}

/** What guests wait for at some moment: steps, ends of processes, customizations; each with its key and when it is due. */
export type SavedWaits = readonly (readonly (readonly [vm: string, key: string, due: number])[])[];

export class GuestLife implements Participant {
  readonly #site: Site;
  /** What the turn under way changed: a picture of the world taken when the last one ended. */
  readonly #before: Image;
  readonly #steps = new Map<string, Due>();
  readonly #ends = new Map<string, Due>();
  readonly #customizations = new Map<string, Due>();

  constructor(site: Site) {
    this.#site = site;
    this.#before = site.world.save();
    for (const vm of site.world.every(vmKind)) this.#tend(vm);
  }

  save(): SavedWaits {
    return [this.#steps, this.#ends, this.#customizations].map((waits) =>
      Array.from(waits, ([vm, { key, alarm }]) => [vm, key, alarm.due] as const),
    );
  }

  /** The world is another one, and nothing is due in it: looks at every guest, and goes on with the waits that were saved. */
  restore(saved: SavedWaits): void {
    for (const [i, waits] of [this.#steps, this.#ends, this.#customizations].entries()) {
      for (const { alarm } of waits.values()) alarm.cancel();
      waits.clear();
      for (const [id, key, due] of saved[i] ?? []) {
        const vm = this.#site.world.as(vmKind, id);
        if (vm) this.#await(waits, vm, key, () => due, RUNS[i]!);
      }
    }
    for (const vm of this.#site.world.every(vmKind)) this.#tend(vm);
  }

  /** All is known again by what is restored behind this turn. */
  pass(): void {
    this.#before.changes.clear();
  }

  begin(): void {}

  commit(): void {
    const { changes } = this.#before;
    if (changes.size === 0) return;
    const changed = [...changes];
    changes.clear();
    for (const [id, before] of changed) {
      const cell = this.#site.world.find(id);
      const vm = cell?.is(vmKind.type) ? (cell as unknown as Cell<Machine>) : undefined;
      const was = before?.kind.type === vmKind.type ? before.state : undefined;
      if (vm && concerns(was as Machine | undefined, vm.state)) this.#tend(vm);
      else if (!vm && was) this.#forget(id);
    }
  }

  rollback(): void {
    this.#before.changes.clear();
  }

  #tend(vm: Cell<Machine>): void {
    const step = nextStep(vm.state);
    this.#await(this.#steps, vm, step?.key, () => this.#in(this.#site.latency.duration(step!.work)), takeStep);
    const custom = nextCustomizationStep(vm.state);
    const taken = () => this.#in(this.#site.latency.duration(custom!.work));
    this.#await(this.#customizations, vm, custom?.key, taken, takeCustomizationStep);
    const end = nextEnd(vm.state, this.#site.clock.now());
    this.#await(this.#ends, vm, end === undefined ? undefined : String(end), () => end!, endProcesses);
  }

  #in(duration: number): number {
    return this.#site.clock.now() + duration;
  }

  /** Keeps the wait there is when it is for the same. */
  #await(
    waits: Map<string, Due>,
    vm: Cell<Machine>,
    key: string | undefined,
    due: () => number,
    run: (site: Site, vm: Cell<Machine>) => void,
  ): void {
    const known = waits.get(vm.id);
    if (known?.key === key) return;
    known?.alarm.cancel();
    waits.delete(vm.id);
    if (key === undefined) return;
    const alarm = this.#site.clock.at(due(), () => {
      waits.delete(vm.id);
      // A machine that was put back by an image is another cell of the same id.
      const now = this.#site.world.as(vmKind, vm.id);
      if (!now) return;
      this.#site.world.turn(() => run(this.#site, now));
      this.#tend(now);
    });
    waits.set(vm.id, { key, alarm });
  }

  #forget(id: string): void {
    for (const waits of [this.#steps, this.#ends, this.#customizations]) {
      waits.get(id)?.alarm.cancel();
      waits.delete(id);
    }
  }
}

const RUNS = [takeStep, endProcesses, takeCustomizationStep] as const;

const FACETS = [
  'guest',
  'power',
  'devices',
  'customized',
  'guestSystem',
  'toolsInstaller',
  'question',
  'customizing',
] as const satisfies readonly (keyof Machine)[];

function concerns(before: Facets | undefined, after: Machine): boolean {
  return before === undefined || FACETS.some((facet) => (before as Machine)[facet] !== after[facet]);
}
