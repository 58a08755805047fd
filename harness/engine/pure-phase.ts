import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer } from '../../src/check/answer.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Driver } from '../drivers/driver.ts';
import { allowancesOf } from './allowances.ts';
import { judge, requestOf } from './comparison.ts';
import { tracebackLines } from './complain.ts';
import { notAsked } from './not-asked.ts';
import type { OnOutcome } from './taken-back.ts';

export type PurePhase = {
  readonly codec: Codec;
  readonly drivers: ReadonlyMap<string, Driver>;
  /** Fails when the store of the run is lost, which may be why an adapter is in trouble. */
  readonly stillThere: () => Promise<void>;
  readonly onOutcome: OnOutcome;
};

/** Makes the comparisons that need no store: every adapter at once, each with many requests under way. */
export async function runPurePhase(
  { codec, drivers, stillThere, onOutcome }: PurePhase,
  cases: readonly PlannedCase[],
): Promise<void> {
  await Promise.all(
    cases.map(async (planned) => {
      const driver = drivers.get(planned.implementation);
      if (planned.notRun !== null || driver === undefined) {
        onOutcome({ planned, result: { notRun: planned.notRun ?? 'not started' } });
        return;
      }
      const request = requestOf(planned);
      const answer = await driver.ask(request);
      if (driver.gaveUp(answer)) {
        await stillThere();
        onOutcome({ planned, result: { notRun: notAsked(planned.implementation) } });
        return;
      }
      const result = judge(codec, planned, answer, allowancesOf(driver.hello, planned.recordType.name));
      const trouble = answer.kind === 'crashed' || answer.kind === 'timeout' || answer.kind === 'protocol-violation';
      if (trouble) await stillThere();
      const stderr = trouble ? driver.stderr() : isInternal(answer) ? await lastWords(driver) : undefined;
      onOutcome({ planned, result, ...(stderr === undefined ? {} : { stderr }) }, [request]);
    }),
  );
}

function isInternal(answer: Answer): boolean {
  return answer.kind === 'error' && answer.class === 'internal';
}

/**
 * What an adapter wrote when it met something unexpected. It goes on, so that this may be about another request; it may
 * also do so thousands of times, and only as much is kept as a traceback needs.
 */
async function lastWords(driver: Driver): Promise<string> {
  // It wrote this before its answer, but of two pipes either may be read first.
  await nextTurn();
  return driver.stderr().split('\n').slice(-tracebackLines).join('\n');
}
