import { expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const allocation = { reservation: 0, limit: -1, expandableReservation: true, shares: { level: 'normal', shares: 0 } };
const spec = { cpuAllocation: allocation, memoryAllocation: allocation };

/** Keys and chains of the events that come of some work, and of one more event after it. */
async function chains(ep: Endpoint, work: () => Promise<unknown>): Promise<{ keys: number[]; chain: Set<number> }> {
  const manager = ep.manager('eventManager');
  const last = async () => ((await ep.read(manager, 'latestEvent')) as Answer).key as number;
  const before = await last();
  await work();
  const after = await last();
  const fresh: Answer[] = (await ep.call(manager, 'QueryEvents', { filter: {} })).filter((e: Answer) => e.key > before);
  const keys = fresh.map((event) => event.key).sort((a, b) => a - b);
  expect(keys).toEqual(Array.from({ length: after - before }, (_, i) => before + 1 + i));
  return { keys, chain: new Set(fresh.map((event) => event.chainId)) };
}

it('the events of a call that starts no task are one chain, named by the first of them, and no key is lost', async () => {
  await using ep = await Endpoint.open();
  const root: Ref = await ep.read(await ep.at('DC0/host/DC0_C0'), 'resourcePool');
  for (const name of ['one', 'two']) await ep.call(root, 'CreateResourcePool', { name, spec });
  const { keys, chain } = await chains(ep, () => ep.call(root, 'DestroyChildren'));
  expect(keys.length).toBeGreaterThan(1);
  expect([...chain]).toEqual([keys[0]]);
});
