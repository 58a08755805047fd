import type { Answer } from '../../src/check/answer.ts';
import {
  checkItemDecode,
  checkItemEncode,
  checkKeyBuild,
  checkKeyParse,
  checkRefusal,
} from '../../src/check/checks.ts';
import type { Judgement } from '../../src/check/problem.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { PlannedCase } from '../../src/plan/plan.ts';
import type { Request } from '../../src/protocol/messages.ts';
import type { Driver } from '../drivers/driver.ts';
import { allowancesOf } from './allowances.ts';
import { notAsked } from './not-asked.ts';
import type { OnOutcome } from './taken-back.ts';

/** Makes the comparisons that need no store: every adapter at once, each with many requests under way. */
export async function runPurePhase(
  codec: Codec,
  cases: readonly PlannedCase[],
  drivers: ReadonlyMap<string, Driver>,
  onOutcome: OnOutcome,
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
        onOutcome({ planned, result: { notRun: notAsked(planned.implementation) } });
        return;
      }
      const result = judge(codec, planned, answer, driver);
      // What it wrote may be about another request, unless it ended with this one.
      const trouble = answer.kind === 'crashed' || answer.kind === 'timeout' || answer.kind === 'protocol-violation';
      onOutcome({ planned, result, ...(trouble ? { stderr: driver.stderr() } : {}) }, [request]);
    }),
  );
}

function requestOf({ recordType, vector, check, index }: PlannedCase): Request {
  const record_type = recordType.name;
  if ('error' in vector) {
    switch (vector.op) {
      case 'key.parse':
        return { op: vector.op, record_type, index: vector.index, key: vector.key };
      case 'item.decode':
        return { op: vector.op, record_type, item: vector.item };
      default:
        return { op: vector.op, record_type, record: vector.record };
    }
  }
  if (check === 'item-decode' || !('keys' in vector)) return { op: 'item.decode', record_type, item: vector.item };
  if (check === 'key-parse' && index !== undefined)
    return { op: 'key.parse', record_type, index, key: vector.keys[index] ?? {} };
  return { op: check === 'key-build' ? 'key.build' : 'item.encode', record_type, record: vector.record };
}

function judge(
  codec: Codec,
  { recordType, vector, check, index }: PlannedCase,
  answer: Answer,
  driver: Driver,
): Judgement {
  if ('error' in vector) return checkRefusal(vector, answer);
  const allowances = allowancesOf(driver.hello, recordType.name);
  if (check === 'item-decode' || !('keys' in vector)) return checkItemDecode(recordType, vector, answer, allowances);
  if (check === 'key-build') return checkKeyBuild(vector, answer);
  if (check === 'key-parse' && index !== undefined)
    return checkKeyParse(codec, recordType, index, vector.keys[index] ?? {}, answer);
  return checkItemEncode(codec, recordType, vector, answer, allowances);
}
