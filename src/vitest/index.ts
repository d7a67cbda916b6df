/**
 * `simsphere/vitest`: a simulator of its own for every test that asks for one.
 *
 * @example
 * import { test } from 'simsphere/vitest';
 *
 * test('my code powers on a VM', async ({ sim }) => {
 *   await myCode({ url: sim.url, ...sim.credentials, ca: sim.ca });
 * });
 */
import { test as base, type TestAPI } from 'vitest';
import { type Simulator, type StartOptions, startSimulator } from '../index.ts';

export interface SimFixtures {
  /** Started for the test, closed after it. */
  sim: Simulator;
  /** How to start it; set by `test.override` or `test.extend`. */
  simOptions: StartOptions;
}

/**
 * Vitest's `test` with the fixture `sim`. A test also fails when the simulator met an exception that nobody foresaw:
 * its caller saw no more than a SystemError.
 */
export const test: TestAPI<SimFixtures> = base.extend<SimFixtures>({
  simOptions: {},
  sim: async ({ simOptions }, use) => {
    const sim = await startSimulator({ port: 0, ...simOptions });
    try {
      await use(sim);
    } finally {
      await sim.close();
    }
    if (sim.unforeseen.length > 0) {
      throw new AggregateError(sim.unforeseen, `the simulator met ${sim.unforeseen.length} unforeseen exception(s)`);
    }
  },
}) as TestAPI<SimFixtures>;
