import { defineConfig } from 'vitest/config';

// No test has a time limit: a hang is a bug to see, not a number to tune.
const shared = {
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  globals: false,
  sequence: { shuffle: true },
  setupFiles: ['test/record-methods.ts', 'test/seed.ts'],
  // These three are each project's own: said above the projects they would reach none of them.
  // Threads share the machine's compiled code cache and start faster than processes.
  pool: 'threads' as const,
  // Nothing in the house keeps module-level state, so files of one worker may share its loaded modules.
  isolate: false,
  // Files wait for sockets and children now and then: a worker a core.
  maxWorkers: '100%',
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/contract/**', 'test/compat/**', 'test/bench/**', 'test/image/**'],
        },
      },
      { test: { ...shared, name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      { test: { ...shared, name: 'image', include: ['test/image/**/*.test.ts'] } },
    ],
  },
});
