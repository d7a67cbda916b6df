/** Tasks and leases that tell nothing new: who waits for them is not held up for ever. */
import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRef, type Client, connect, isStandstill, type Ref } from '../../src/client/index.ts';
import { Stillness } from '../../src/client/stillness.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';
import { Clock } from '../../src/kernel/clock.ts';

let sim: Simulator;
let client: Client;
let vm: Ref<'VirtualMachine'>;

beforeAll(async () => {
  sim = await startSimulator({ http: true, clock: { kind: 'manual' }, latency: 'realistic' });
  const { user: username, password } = sim.credentials;
  client = await connect({ url: sim.url, username, password });
  vm = asRef('VirtualMachine', await client.findByInventoryPath('DC0/vm/DC0_H0_VM0'))!;
});

afterAll(async () => {
  await client.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

it('a task that stands still is waited for no longer than was said, and goes on', async () => {
  const task = await client.call(vm, 'PowerOffVM_Task');
  const wait = client.waitForTask(task, { stallTimeout: 20 });
  await expect(wait).rejects.toSatisfy(isStandstill);
  await expect(wait).rejects.toMatchObject({ code: 'ERR_CLIENT', timedOut: true, object: task });
  expect(await client.get(task, 'info.state')).toBe('running');
  await sim.clock.advance(60_000);
  expect((await client.waitForTask(task, { stallTimeout: 60_000 })).state).toBe('success');
});

it('a lease that is never ready is given up, and taken back', async () => {
  const lease = await client.call(vm, 'ExportVm');
  await expect(client.lease(lease, { stallTimeout: 20 })).rejects.toSatisfy(isStandstill);
  await sim.clock.advance(60_000);
  expect(await client.get(vm, 'runtime.powerState')).toBe('poweredOff');
  expect(sim.leaks().map(({ kind }) => kind)).toEqual(['session']);
});

it('what is told anew is a sign, and the same again is none', async () => {
  const clock = new Clock({ kind: 'manual' });
  const task = { type: 'Task', value: 'task-1' } as const;
  const stillness = new Stillness(clock, 1_000, task, undefined);
  stillness.note('info.progress', 10);
  await clock.advance(900);
  stillness.note('info.progress', 20);
  await clock.advance(900);
  stillness.note('info.progress', 20);
  expect(stillness.signal.aborted).toBe(false);
  await clock.advance(100);
  expect(stillness.signal.reason).toSatisfy(isStandstill);
});

it('who waits no more is not told of it', async () => {
  const clock = new Clock({ kind: 'manual' });
  const stillness = new Stillness(clock, 1_000, { type: 'Task', value: 'task-1' }, undefined);
  stillness.over();
  await clock.advance(10_000);
  expect(stillness.signal.aborted).toBe(false);
});

it('a signal that is given ends the wait with its own reason', async () => {
  const giving = new AbortController();
  const task = await client.call(vm, 'PowerOnVM_Task');
  const wait = client.waitForTask(task, { stallTimeout: 60_000, signal: giving.signal });
  giving.abort(new Error('enough'));
  await expect(wait).rejects.toThrow('enough');
  await expect(client.waitForTask(task, { stallTimeout: 60_000, signal: giving.signal })).rejects.toThrow('enough');
  expect(getEventListeners(giving.signal, 'abort')).toEqual([]);
  await sim.clock.advance(60_000);
});
