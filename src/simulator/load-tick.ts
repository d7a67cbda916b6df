/** The load model's tick: every twenty seconds of the clock, what moves by itself moves on, and alarms look at it. */
import { deskOf } from '../objects/alarm/alarm-manager-kind.ts';
import { TICK } from '../objects/compute/load.ts';
import type { Site } from '../objects/site.ts';

export function startTicking(site: Site): void {
  const { clock, world } = site;
  const tick = (due: number) => {
    world.nextTick();
    deskOf(world)?.tick();
    arm(due + TICK * 1_000);
  };
  // In the background: nobody waits for a tick, however often it comes.
  const arm = (due: number) => void clock.at(due, () => tick(due), { background: true });
  arm(clock.now() + TICK * 1_000);
}
