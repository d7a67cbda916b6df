/**
 * `simsphere/vitest`: a simulator for every test that asks for one, and matchers.
 *
 * @example
 * import { expect } from 'vitest';
 * import { test } from 'simsphere/vitest';
 *
 * test('my code powers on a VM', async ({ sim }) => {
 *   await myCode({ url: sim.url, ...sim.credentials, ca: sim.ca });
 *   expect(sim).toHaveReceived('PowerOnVM_Task', { target: 'web' });
 *   expect(sim).toHaveNoLeaks();
 * });
 */
import { test as base, expect, type TestAPI } from 'vitest';
import { type Simulator, type StartOptions, startSimulator } from '../index.ts';
import { matchers, type SimsphereMatchers, unsupportedMessage } from './matchers.ts';

export {
  assertNoLeaks,
  assertReceived,
  assertSupported,
  type CalledMethod,
  type ExpectedCall,
  type LeakOptions,
  matchers,
  type SimsphereMatchers,
} from './matchers.ts';

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: as vitest declares it
  interface Matchers<T = any> extends SimsphereMatchers<T> {}
}

expect.extend(matchers as never);

export interface SimFixtures {
  /** How to start the simulator; set by `test.override` or `test.extend`. */
  simOptions: StartOptions;
  /** `fail`, the default: a test fails that called a method which simsphere has not built. */
  unsupported: 'fail' | 'allow';
  sim: Simulator;
}

/**
 * Vitest's `test` with a fresh simulator for each test that asks for `sim`. A test also fails when the simulator met an
 * exception that nobody foresaw, for its caller saw no more than a SystemError.
 */
export const test: TestAPI<SimFixtures> = base.extend<SimFixtures>({
  simOptions: {},
  unsupported: 'fail',
  sim: async ({ simOptions, unsupported }, use) => {
    const sim = await startSimulator({ port: 0, ...simOptions });
    try {
      await use(sim);
      guard(sim, unsupported);
    } finally {
      await sim.close();
    }
  },
}) as TestAPI<SimFixtures>;

interface FileFixtures extends SimFixtures {
  started: Simulator;
}

/**
 * The same with one simulator for all tests of a file: it is reset before each, which takes a few milliseconds.
 * `simOptions` is set for the whole file, by `testPerFile.extend({ simOptions: [{ ... }, { scope: 'file' }] })`.
 */
export const testPerFile: TestAPI<SimFixtures> = base.extend<FileFixtures>({
  simOptions: [{}, { scope: 'file' }],
  unsupported: 'fail',
  started: [
    async ({ simOptions }: Pick<SimFixtures, 'simOptions'>, use: (sim: Simulator) => Promise<void>) => {
      const sim = await startSimulator({ port: 0, ...simOptions });
      try {
        await use(sim);
      } finally {
        await sim.close();
      }
    },
    { scope: 'file' },
  ],
  sim: async ({ started, unsupported }: FileFixtures, use: (sim: Simulator) => Promise<void>) => {
    started.reset();
    const known = started.unforeseen.length;
    await use(started);
    guard(started, unsupported, known);
  },
} as never) as unknown as TestAPI<SimFixtures>;

/** What a test must not have met, whatever it looked at itself. `known` is what others met before it. */
function guard(sim: Simulator, unsupported: SimFixtures['unsupported'], known = 0): void {
  const unforeseen = sim.unforeseen.slice(known);
  if (unforeseen.length > 0) {
    throw new AggregateError(unforeseen, `the simulator met ${unforeseen.length} unforeseen exception(s)`);
  }
  const message = unsupported === 'fail' ? unsupportedMessage(sim) : undefined;
  if (message !== undefined) throw new Error(`${message} (the fixture \`unsupported: 'allow'\` lets that be)`);
}
