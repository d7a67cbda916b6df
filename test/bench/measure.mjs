// What an operation costs: processor time of the server and time on the clock of the client.
import { cpuSeconds } from '../compat/target.mjs';

/** What many runs of one operation cost. */
export class Sample {
  #times = [];
  cpu = 0;
  wall = 0;
  bytes = 0;

  /** Runs `act` once and adds the time it took. */
  async once(act) {
    const start = performance.now();
    const answer = await act();
    this.add(performance.now() - start);
    this.bytes = answer?.bytes ?? this.bytes;
    return answer;
  }

  /** Runs `act` `count` times on each of `lanes` and adds what all of it cost. */
  async many(pid, count, lanes, act) {
    const start = performance.now();
    const cpu = await cpuOf(pid, () =>
      Promise.all(
        lanes.map(async (lane) => {
          for (let index = 0; index < count; index += 1) {
            const begin = performance.now();
            await act(lane, index);
            this.#times.push(performance.now() - begin);
          }
        }),
      ),
    );
    this.wall += performance.now() - start;
    this.cpu += cpu;
  }

  add(milliseconds) {
    this.#times.push(milliseconds);
    this.wall += milliseconds;
  }

  /** Adds what another sample took. */
  take(other) {
    this.#times.push(...other.#times);
    this.wall += other.wall;
    this.cpu += other.cpu;
  }

  get count() {
    return this.#times.length;
  }

  get cpuEach() {
    return this.cpu / this.count;
  }

  get perSecond() {
    return (this.count / this.wall) * 1000;
  }

  at(share) {
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }
}

/**
 * Milliseconds of processor time that the process used while `act` ran. The kernel counts in steps of 10 ms, so `act` is
 * to be a batch of some tens of them.
 */
export async function cpuOf(pid, act) {
  const before = cpuSeconds(pid);
  await act();
  return (cpuSeconds(pid) - before) * 1000;
}

/**
 * Runs `act(target, round)` for every target in every round, the order turned round each time. A target that has had
 * `seconds` for itself is left out of further rounds, so that the slower one cannot hold up the run.
 */
export async function interleave(targets, rounds, act, seconds = 60) {
  const spent = new Map(targets.map((target) => [target, 0]));
  for (let round = 0; round < rounds; round += 1) {
    for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
      if (spent.get(target) > seconds * 1000) continue;
      const start = performance.now();
      await act(target, round);
      spent.set(target, spent.get(target) + performance.now() - start);
    }
  }
}
