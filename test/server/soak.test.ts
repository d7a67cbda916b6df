/** A simulator that is used for long grows to what it keeps, and no further. */
import { expect, it } from 'vitest';
import { Endpoint } from '../objects/endpoint.ts';

const KEPT = 40;

it('keeps no more after a hundred lives of a machine than after ten', async () => {
  await using ep = await Endpoint.open({
    clock: { kind: 'manual' },
    keepTasks: KEPT,
    keepEvents: KEPT,
    keepCalls: KEPT,
  });
  const { sim } = ep;
  const { world, events, clock } = sim.simulation.site;
  const folder = await ep.at('DC0/vm');
  const pool = await ep.at('DC0/host/DC0_C0/Resources');
  const live = async (name: string) => {
    const files = { vmPathName: '[LocalDS_0]' };
    const vm = await ep.run(folder, 'CreateVM_Task', { config: { name, guestId: 'otherGuest64', files }, pool });
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'Destroy_Task');
    // Finished tasks are old after ten minutes.
    await clock.advance(600_000);
  };
  const weigh = () => ({
    // Alarms come and go with the load, which goes on by itself.
    objects: world.size - [...world.ofType('TriggeredAlarm')].length,
    events: events.kept.length,
    calls: sim.journal.calls().length,
    memos: world.budget.used <= world.budget.limit,
    waiting: clock.nextDue,
    watched: [...world.ofType('Task')].length,
  });
  for (let i = 0; i < 10; i++) await live(`early-${i}`);
  const early = weigh();
  for (let i = 0; i < 100; i++) await live(`late-${i}`);
  expect(weigh()).toEqual(early);
  expect(early.watched).toBe(KEPT);
});
