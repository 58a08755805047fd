import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run of the tests with one line that every reader of logs understands: `5156 passed, 0 failed, 2 skipped`. The
 * summary before it is for people, and looks different in each version of the runner.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of testModules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) counts[test.result().state] += 1;
      // A file that could not be loaded has no test that says so.
      if (tests.length === 0 && module.state() === 'failed') counts.failed += 1;
    }
    const skipped = counts.skipped + counts.pending;
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${skipped} skipped\n`);
  }
}
