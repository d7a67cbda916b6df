import { defineConfig } from 'vitest/config';

// No test has a time limit: a hang is a bug to see, not a number to tune.
const shared = {
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  globals: false,
  sequence: { shuffle: true },
  setupFiles: ['test/record-methods.ts'],
};

export default defineConfig({
  test: {
    // Threads share the machine's compiled code cache and start faster than processes.
    pool: 'threads',
    // Nothing in the house keeps module-level state, so files of one worker may share its loaded modules.
    isolate: false,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/contract/**', 'test/compat/**', 'test/bench/**'],
        },
      },
      { test: { ...shared, name: 'contract', include: ['test/contract/**/*.test.ts'] } },
    ],
  },
});
