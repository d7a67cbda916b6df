/** Same scenario, seed and order of calls on a manual clock: the same journal, byte for byte, whatever else goes on. */
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Simulator, type StartOptions, startSimulator } from '../../src/index.ts';
import { Random } from '../../src/kernel/random.ts';
import { Crowd, type Order, orderOf, Player, Queue } from './player.ts';

const START: StartOptions = {
  http: true,
  clock: { kind: 'manual' },
  start: Date.UTC(2024, 0, 1),
  keepCalls: 10_000,
};

const RULES = [
  { match: { method: 'PowerOnVM_Task' }, when: { probability: 0.3 }, effect: { soap: { fault: 'HostCommunication' } } },
  { match: { method: 'Rename_Task' }, when: { every: 3 }, effect: { task: { slow: '3s' } } },
] as const;

/** What can be said again of a run that is over. */
async function finished(sim: Simulator): Promise<string> {
  const text = sim.journal.steady();
  expect(sim.unforeseen).toEqual([]);
  await sim.close();
  return text;
}

/** One client, calls in a row, the clock moved between them. */
async function alone(seed: string, things: number): Promise<string> {
  const sim = await startSimulator({ ...START, seed, latency: 'realistic', faults: RULES as never });
  const dice = new Random(seed, 'clock');
  const order: Order = {
    turn: () => sim.clock.advance(Math.floor(dice.fraction() * 4_000)),
    came: () => {},
  };
  await new Player(sim, 1, seed, order).play(things);
  return finished(sim);
}

/** A number that follows from the seed of the run. */
const dice = (): number => fc.sample(fc.nat(), 1)[0]!;

/** Keeps the processor busy until it is told to stop. */
function load(): () => Promise<unknown> {
  const workers = [1, 2, 3].map(() => new Worker('for (let x = 1; ; x = (x * 48271) % 2147483647);', { eval: true }));
  return () => Promise.all(workers.map((worker) => worker.terminate()));
}

describe('a simulator does the same again', () => {
  it('call by call, also when the processor has other work', async () => {
    const seed = `alone-${dice()}`;
    const first = await alone(seed, 60);
    expect(first.split('\n').length).toBeGreaterThan(100);
    expect(await alone(seed, 60)).toBe(first);
    const stop = load();
    const loaded = await alone(seed, 60);
    await stop();
    expect(loaded).toBe(first);
    expect(await alone(`${seed}-other`, 60)).not.toBe(first);
  });

  it('for several clients at once, when their calls come in the same order', async () => {
    const seed = `crowd-${dice()}`;
    const crowd = async (order: Order): Promise<{ readonly text: string; readonly heard: readonly number[] }> => {
      const sim = await startSimulator({ ...START, seed, faults: RULES as never });
      const players = [1, 2, 3, 4, 5].map((number) => new Player(sim, number, seed, order));
      await Promise.all(players.map((player) => player.play(20)));
      const entries = sim.journal.calls();
      const numbers = new Map<number, number>();
      for (const { connection, opId } of entries) if (opId !== '') numbers.set(connection, Number(opId.split('-')[0]));
      const heard = orderOf(entries, ({ connection }) => numbers.get(connection)!);
      return { text: await finished(sim), heard };
    };
    const first = await crowd(new Crowd(seed));
    const again = await crowd(new Queue(first.heard));
    expect(again.text).toBe(first.text);
  });
});

describe('fifty simulators in one process', () => {
  it('do each what their seeds say, as if there were no others', async () => {
    const start = dice();
    const seeds = Array.from({ length: 50 }, (_, i) => `${start}-${i}`);
    const together = await Promise.all(seeds.map((seed) => alone(seed, 12)));
    for (const [i, seed] of seeds.entries()) expect(await alone(seed, 12)).toBe(together[i]);
    expect(new Set(together).size).toBe(50);
  });
});
