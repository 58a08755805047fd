import { defineConfig } from 'vitest/config';

/** Files that start one command after the other: two of them at a time leave no core idle. */
const withCommands = ['test/cli/**/*.test.ts', 'test/judges/processes/**/*.test.ts'];

/** Files that start whole runs, adapters and stores. They take the machine one after the other. */
const withProcesses = ['docs', 'drivers', 'e2e', 'examples', 'process', 'stores'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // A limit for what hangs, not a measure of what is slow: a busy machine must not fail a test.
    hookTimeout: 240_000,
    // Tests of pure functions share nothing that they could change, and importing everything for each file took half of
    // the time.
    isolate: false,
    // Otherwise one core is left to the runner, which does next to nothing.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...withCommands, ...withProcesses],
          testTimeout: 240_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: withCommands,
          testTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: withProcesses,
          testTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
