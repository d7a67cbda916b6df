/**
 * Guests on the clock. After each turn it looks which machines changed and sees to it that what their guests have to do
 * next happens when it is due: come up, get an address, end a process. What is due follows from the facts alone, so a
 * world that is put back goes on from there.
 */
import type { Alarm } from '../../kernel/clock.ts';
import type { Spool } from '../../spool/spool.ts';
import type { Cell } from '../../world/cell.ts';
import type { Image } from '../../world/image.ts';
import type { Facets } from '../../world/kind.ts';
import type { Participant } from '../../world/world.ts';
import { nextCustomizationStep, takeCustomizationStep } from '../customization/steps.ts';
import type { Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import type { Site } from '../site.ts';
import { endProcesses, nextEnd } from './ending.ts';
import { extentsOf, isLeft } from './extents.ts';
import { nextStep, takeStep } from './waking.ts';

interface Due {
  readonly key: string;
  readonly alarm: Alarm;
}

export class GuestLife implements Participant {
  readonly #site: Site;
  readonly #spool: Spool;
  /** What the turn under way changed: a picture of the world taken when the last one ended. */
  readonly #before: Image;
  readonly #steps = new Map<string, Due>();
  readonly #ends = new Map<string, Due>();
  readonly #customizations = new Map<string, Due>();

  constructor(site: Site, spool: Spool) {
    this.#site = site;
    this.#spool = spool;
    this.#before = site.world.save();
    for (const vm of site.world.every(vmKind)) this.#tend(vm);
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
      if (was) this.#release(was as Machine, vm?.state);
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

  /** Bytes of guest files that no guest has any more are given back. */
  #release(before: Machine, after: Machine | undefined): void {
    const same = before.guestSystem === after?.guestSystem && before.snapshots === after?.snapshots;
    if (same || isLeft(this.#site.world, before)) return;
    for (const extent of extentsOf(before)) {
      if (this.#site.world.lookup.get('guestExtent', extent).size === 0) this.#spool.drop(extent);
    }
  }
}

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
