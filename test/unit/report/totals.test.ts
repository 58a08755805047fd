import { expect, it } from 'vitest';
import type { CaseJudged } from '../../../src/report/events.ts';
import { exitCodeOf, totalsOf } from '../../../src/report/totals.ts';

function judged(implementation: string, status: CaseJudged['status']): CaseJudged {
  return { type: 'case', check: 'key-build', implementation, vector: 'a/b', status };
}

it('counts every case once, and those of each implementation', () => {
  const cases = [
    judged('ada', 'passed'),
    judged('bob', 'failed'),
    judged('ada', 'known'),
    judged('ada', 'not_run'),
    judged('reference', 'passed'),
  ];
  const { all, implementations } = totalsOf(cases, ['bob', 'ada', 'eve']);
  expect(all).toEqual({ planned: 5, passed: 2, failed: 1, known: 1, not_run: 1 });
  expect(implementations).toEqual([
    { name: 'bob', planned: 1, passed: 0, failed: 1, known: 0, not_run: 0 },
    { name: 'ada', planned: 3, passed: 1, failed: 0, known: 1, not_run: 1 },
    { name: 'eve', planned: 0, passed: 0, failed: 0, known: 0, not_run: 0 },
    { name: 'reference', planned: 1, passed: 1, failed: 0, known: 0, not_run: 0 },
  ]);
  for (const each of [all, ...implementations])
    expect(each.planned).toBe(each.passed + each.failed + each.known + each.not_run);
});

it.each([
  ['all passed', { passed: 3, failed: 0, known: 0, complaints: [] }, 0],
  ['all failed as known', { passed: 0, failed: 0, known: 3, complaints: [] }, 0],
  ['one failed', { passed: 3, failed: 1, known: 0, complaints: [] }, 1],
  ['something is wrong with the run', { passed: 3, failed: 0, known: 0, complaints: ['x'] }, 1],
  ['nothing was compared', { passed: 0, failed: 0, known: 0, complaints: [] }, 3],
  ['nothing was compared, and something is wrong', { passed: 0, failed: 0, known: 0, complaints: ['x'] }, 3],
  ['it was broken off', { passed: 3, failed: 0, known: 0, complaints: [], broken_off: 'x' }, 3],
  ['it was broken off after a failure', { passed: 3, failed: 1, known: 0, complaints: [], broken_off: 'x' }, 3],
])('ends, when %s, with %o as %i', (_what, summary, code) => {
  expect(exitCodeOf(summary)).toBe(code);
});
