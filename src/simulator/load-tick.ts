/** The load model's tick: every twenty seconds of the clock, what moves by itself moves on, and alarms look at it. */
import { deskOf } from '../objects/alarm/alarm-manager-kind.ts';
import { lookAtClusters } from '../objects/compute/drs/look.ts';
import { PERIOD_TICKS } from '../objects/compute/drs/taken.ts';
import { reviewClusters } from '../objects/compute/ha/failover.ts';
import { TICK } from '../objects/compute/load/tick.ts';
import { reviewPairs } from '../objects/machine/fault-tolerance/attend.ts';
import type { Site } from '../objects/site.ts';
import { storageDrsTick } from '../objects/storage/drs/pass.ts';

/** The ticks to come. The next one is told, so that a world that was kept ticks on in step. */
export class LoadTick {
  readonly #site: Site;
  #next = 0;

  constructor(site: Site) {
    this.#site = site;
    this.#await(site.clock.now() + PERIOD);
  }

  /** When the next one is due. */
  save(): number {
    return this.#next;
  }

  /** Nothing is due any more: goes on with a tick at that time. On a clock that went on meanwhile none is made up for. */
  restore(next: number): void {
    const now = this.#site.clock.now();
    this.#await(next > now ? next : now + PERIOD);
  }

  #await(next: number): void {
    this.#next = next;
    // In the background: nobody waits for a tick, however often it comes.
    this.#site.clock.at(next, () => this.#tick(next), { background: true });
  }

  #tick(due: number): void {
    const { world } = this.#site;
    world.nextTick();
    deskOf(world)?.tick();
    storageDrsTick(this.#site);
    reviewClusters(this.#site);
    reviewPairs(this.#site);
    if (world.tick % PERIOD_TICKS === 0) lookAtClusters(this.#site);
    this.#await(due + PERIOD);
  }
}

/** Milliseconds between ticks. */
export const PERIOD: number = TICK * 1_000;
