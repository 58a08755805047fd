import { defineConfig } from 'vitest/config';

/** Files that start commands, each for itself: two of them at a time leave no core idle. */
const withCommands = ['cli', 'docs', 'e2e', 'examples', 'judges/processes'].map(folderOfTests);

/** Files that look at what processes leave behind, or at how long they take. They have the machine for themselves. */
const withProcesses = ['test/e2e/kill.test.ts', ...['drivers', 'process', 'stores'].map(folderOfTests)];

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
          exclude: withProcesses,
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

function folderOfTests(folder: string): string {
  return `test/${folder}/**/*.test.ts`;
}
