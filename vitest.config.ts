import { defineConfig } from 'vitest/config';

/** Files that start processes: whole runs, adapters, stores. They take the machine one after the other. */
const withProcesses = ['drivers', 'cli', 'docs', 'examples', 'stores', 'process', 'e2e', 'judges/processes'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // A limit for what hangs, not a measure of what is slow: a busy machine must not fail a test.
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: withProcesses,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: withProcesses,
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
