/** Work whose task tells nothing new: it is given up after a while, and where that can be, nothing of it is left. */
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { isStandstill } from '../../src/client/index.ts';
import { createDriver, type Driver } from '../../src/driver/index.ts';
import { FLAVOR, Stand, uuidOf } from './stand.ts';

/** Tasks of a method stand still for ever, and a driver of little patience does some work that needs one. */
async function stuck<T>({ sim }: Stand, method: string, work: (hasty: Driver) => Promise<T>): Promise<unknown> {
  const { user: username, password } = sim.credentials;
  const login = { url: sim.url, ca: sim.ca, username, password };
  const brief = { taskStallTimeout: 1_000, cancelPatience: 20, apiRetryCount: 2 };
  const hasty = await createDriver({ ...login, cluster: 'DC0_C0', ...brief });
  const rule = { match: { method }, effect: { task: { stall: true } } } as const;
  sim.faults.add(rule);
  try {
    return await work(hasty).then(
      () => undefined,
      (error: unknown) => error,
    );
  } finally {
    sim.faults.clear();
    await hasty.close();
  }
}

it('a task that can be cancelled is, and its work leaves nothing', async () => {
  await using stand = await Stand.open();
  const files = await stand.files();
  const spawn = (hasty: Driver) => hasty.spawn({ name: 'web', uuid: uuidOf('web'), flavor: FLAVOR });
  const error = await stuck(stand, 'CreateVM_Task', spawn);
  expect(error).toSatisfy(isStandstill);
  expect(error).toMatchObject({ method: 'CreateVM_Task' });
  expect(await stand.driver.listInstances()).toEqual([]);
  expect(await stand.files()).toEqual(files);
});

it('a task that cannot be cancelled is told of by its method and its machine', async () => {
  await using stand = await Stand.open();
  const { ref } = await stand.spawn('web', false);
  const error = await stuck(stand, 'PowerOnVM_Task', (hasty) => hasty.powerOn('web'));
  expect(error).toSatisfy(isStandstill);
  expect(error).toMatchObject({ method: 'PowerOnVM_Task', object: ref });
});

it('a lease that is never ready is given up, and its machine is free again', async () => {
  await using stand = await Stand.open();
  await stand.spawn('web');
  const sink = { open: async () => new Writable({ write: (_chunk, _encoding, done) => done() }) };
  const error = await stuck(stand, 'ExportSnapshot', (hasty) => hasty.snapshot('web', sink));
  expect(error).toSatisfy(isStandstill);
  expect(error).toMatchObject({ object: { type: 'HttpNfcLease' } });
  await expect(stand.driver.snapshot('web', sink)).resolves.toMatchObject({ name: expect.any(String) });
});
