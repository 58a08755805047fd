import { attributeAt, isScalar } from '../model/component-types.ts';
import type { RecordType } from '../model/model.ts';
import {
  comparedAsText,
  comparedPaths,
  comparesNumbers,
  operandsOf,
  type Test,
  testsOfRule,
  withTests,
} from '../model/rule-tests.ts';
import type { Rule } from '../model/rule-types.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { copyJson } from '../value/json.ts';
import { assign, conform, isSound, keeps, satisfy, withDefaults } from './conform.ts';
import { type DraftRecord, type RecordDraft, subjectOf } from './draft.ts';
import { agreeOnPresence } from './record.ts';
import { slugOf } from './values/string.ts';

/** Rules that compare numbers. */
export function rulesOfNumbers({ rules }: RecordType): readonly Rule[] {
  return rules.filter((rule) => testsOfRule(rule).some(comparesNumbers));
}

/** Records that keep a rule only where its numbers are compared as numbers: 9 is less than 10, and the text "9" is not less than "10". */
export function comparedNumbers(recordType: RecordType, complete: DraftRecord): readonly RecordDraft[] {
  return rulesOfNumbers(recordType).map((rule): RecordDraft => {
    const record = keptByValue(recordType, complete, rule);
    return {
      scenario: 'numbers-compared',
      subject: subjectOf(rule.name),
      slug: `rule-${slugOf(rule.name)}-by-value`,
      description: `numbers that keep the rule "${rule.name}", and as texts would break it`,
      hazards: ['num-compared-as-text'],
      record: record ?? complete,
      ...(record === undefined
        ? { lost: 'every record that keeps the rule keeps it as well when texts are compared' }
        : {}),
    };
  });
}

function keptByValue(recordType: RecordType, complete: DraftRecord, rule: Rule): DraftRecord | undefined {
  for (const { trial, asText } of trials(recordType, complete, rule)) {
    conform(recordType, trial);
    if (isSound(recordType, trial) && !keeps(asText, withDefaults(recordType, trial))) return trial;
  }
  return undefined;
}

/**
 * A record that breaks one rule and keeps all others, which a program does not see that compares numbers as texts; `undefined` for
 * a rule that compares none.
 */
export function brokenByValue(recordType: RecordType, complete: DraftRecord, rule: Rule): DraftRecord | undefined {
  const others = recordType.rules.filter((each) => each !== rule);
  for (const { trial, asText } of trials(recordType, complete, rule)) {
    const whole = withDefaults(recordType, trial);
    if (!keeps(rule, whole) && keeps(asText, whole) && isSound(recordType, trial, undefined, others)) return trial;
  }
  return undefined;
}

type Trial = {
  readonly trial: DraftRecord;
  /** The rule as a program knows it that compares texts in the place where the trial has other numbers. */
  readonly asText: Rule;
};

function* trials(recordType: RecordType, complete: DraftRecord, rule: Rule): Generator<Trial> {
  for (const test of testsOfRule(rule).filter(comparesNumbers)) {
    const asText = withTests(rule, (each) => (each === test ? comparedAsText(each) : each));
    for (const numbers of numbersFor(recordType, test)) {
      for (const applies of [true, false]) {
        const trial = copyJson(complete) as DraftRecord;
        if (rule.given !== null) satisfy(recordType, trial, rule.given, applies);
        agreeOnPresence(recordType, trial);
        for (const { path, value } of numbers) assign(recordType, trial, path, value);
        yield { trial, asText };
        if (rule.given === null) break;
      }
    }
  }
}

type Assigned = { readonly path: readonly string[]; readonly value: string };

/** Numbers whose texts stand in another order, for what a test looks at. */
function numbersFor(recordType: RecordType, test: Test): readonly (readonly Assigned[])[] {
  const [operand] = operandsOf(test);
  const [other] = comparedPaths(test);
  const own = validNumbers(recordType, test.path, operand?.kind === 'literal' ? String(operand.value) : '');
  if (other === undefined) return own.map((value) => [{ path: test.path, value }]);
  return own.flatMap((value) =>
    validNumbers(recordType, other, '')
      .filter((against) => against !== value)
      .map((against) => [
        { path: test.path, value },
        { path: other, value: against },
      ]),
  );
}

/** So many more digits than what they are compared with, and than their bound; and no more than this. */
const moreDigits = 2;
const mostDigits = 38;

/** The smallest and the largest whole numbers of each length. */
function validNumbers(recordType: RecordType, path: readonly string[], bound: string): readonly string[] {
  const type = attributeAt(recordType.attributes, path)?.type;
  if (type === undefined || !isScalar(type)) return [];
  const check = scalarCheck(type);
  const least = 'minimum' in type ? (type.minimum ?? '') : '';
  const lengths = Array.from(
    { length: Math.min(Math.max(bound.length, least.length) + moreDigits, mostDigits) },
    (_, index) => index + 1,
  );
  return lengths
    .flatMap((length) => ['9'.repeat(length), `1${'0'.repeat(length)}`])
    .filter((text) => check(text) === undefined);
}
