/** The load model's tick: every twenty seconds of the clock, what moves by itself moves on, and alarms look at it. */
import { deskOf } from '../objects/alarm/alarm-manager-kind.ts';
import { lookAtClusters } from '../objects/compute/drs/look.ts';
import { PERIOD_TICKS } from '../objects/compute/drs/taken.ts';
import { reviewClusters } from '../objects/compute/ha/failover.ts';
import { ledgerOf } from '../objects/compute/load/ledger.ts';
import { TICK } from '../objects/compute/load/tick.ts';
import type { Site } from '../objects/site.ts';
import { storageDrsTick } from '../objects/storage/drs/pass.ts';

export function startTicking(site: Site): void {
  const { clock, world } = site;
  ledgerOf(world).open();
  const tick = (due: number) => {
    world.nextTick();
    deskOf(world)?.tick();
    storageDrsTick(site);
    reviewClusters(site);
    if (world.tick % PERIOD_TICKS === 0) lookAtClusters(site);
    arm(due + TICK * 1_000);
  };
  // In the background: nobody waits for a tick, however often it comes.
  const arm = (due: number) => void clock.at(due, () => tick(due), { background: true });
  arm(clock.now() + TICK * 1_000);
}
