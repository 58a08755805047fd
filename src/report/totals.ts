import type { CaseJudged, ImplementationTotals } from './events.ts';

type Counts = { planned: number; passed: number; failed: number; known: number; not_run: number };

/** Counts cases: over all, and for each implementation in the order in which they are first seen. */
export function totalsOf(
  cases: readonly CaseJudged[],
  names: readonly string[],
): { readonly all: Counts; readonly implementations: readonly ImplementationTotals[] } {
  const all = zero();
  const each = new Map(names.map((name) => [name, zero()]));
  for (const { implementation, status } of cases) {
    const counts = each.get(implementation) ?? zero();
    each.set(implementation, counts);
    for (const target of [all, counts]) {
      target.planned++;
      target[status]++;
    }
  }
  return { all, implementations: [...each].map(([name, counts]) => ({ name, ...counts })) };
}

function zero(): Counts {
  return { planned: 0, passed: 0, failed: 0, known: 0, not_run: 0 };
}

type Result = { readonly passed: number; readonly failed: number; readonly known: number };

/** Whether a run has no comparison to show, for whatever reason: then nothing is proven and nothing refuted. */
export function comparedNothing({ passed, failed, known }: Result): boolean {
  return passed + failed + known === 0;
}

type Verdict = Result & { readonly complaints: readonly string[]; readonly broken_off?: string };

/** 0 when the run is green, 1 when it found something, 3 when it compared nothing or could not go on to its end. */
export function exitCodeOf(summary: Verdict): 0 | 1 | 3 {
  if (summary.broken_off !== undefined || comparedNothing(summary)) return 3;
  return summary.failed > 0 || summary.complaints.length > 0 ? 1 : 0;
}
