/** Work whose task tells nothing new: it is given up after a while, and where that can be, nothing of it is left. */
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { isStandstill } from '../../src/client/index.ts';
import type { Driver } from '../../src/driver/index.ts';
import { FLAVOR, Stand, uuidOf } from './stand.ts';

/** A stand on which tasks of a method stand still for ever, and a driver of little patience. */
async function stuck(method: string, before: (driver: Driver) => Promise<unknown> = async () => {}): Promise<Stand> {
  const stand = await Stand.open({}, { taskStallTimeout: 20, cancelPatience: 20, apiRetryCount: 2 });
  await before(stand.driver);
  stand.sim.faults.add({ match: { method }, effect: { task: { stall: true } } });
  return stand;
}

const spawned = (driver: Driver) => driver.spawn({ name: 'web', uuid: uuidOf('web'), flavor: FLAVOR });

it('a task that can be cancelled is, and its work leaves nothing', async () => {
  await using stand = await stuck('CreateVM_Task');
  const files = await stand.files();
  await expect(spawned(stand.driver)).rejects.toSatisfy(isStandstill);
  expect(await stand.driver.listInstances()).toEqual([]);
  expect(await stand.files()).toEqual(files);
});

it('a task that cannot be cancelled is told of by its method and its machine', async () => {
  await using stand = await stuck('PowerOnVM_Task');
  await expect(spawned(stand.driver)).rejects.toThrow(/could not be taken back/);
  const { ref } = (await stand.driver.getInfo('web'))!;
  const error = await stand.driver.powerOn('web').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ faultType: 'TaskInProgress', method: 'PowerOnVM_Task', object: ref });
});

it('a lease that is never ready is given up, and its machine is free again', async () => {
  await using stand = await stuck('ExportSnapshot', spawned);
  const { driver } = stand;
  const sink = { open: async () => new Writable({ write: (_chunk, _encoding, done) => done() }) };
  await expect(driver.snapshot('web', sink)).rejects.toSatisfy(isStandstill);
  stand.sim.faults.clear();
  await expect(driver.snapshot('web', sink)).resolves.toMatchObject({ name: expect.any(String) });
});
