import type { Condition, Operand, Rule } from './rule-types.ts';

/** A condition on one attribute. */
export type Test = Extract<Condition, { kind: 'test' }>;

/** Everything that a rule tests, in its order. */
export function testsOfRule({ given, holds, otherwise }: Rule): readonly Test[] {
  return [given, holds, otherwise].flatMap((condition) => (condition === null ? [] : testsOf(condition)));
}

function testsOf(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case 'test':
      return [condition];
    case 'not':
      return testsOf(condition.condition);
    default:
      return condition.conditions.flatMap(testsOf);
  }
}

/** A rule with another condition in the place of each of its tests. */
export function withTests(rule: Rule, change: (test: Test) => Condition): Rule {
  const changed = (condition: Condition): Condition => {
    if (condition.kind === 'test') return change(condition);
    if (condition.kind === 'not') return { kind: 'not', condition: changed(condition.condition) };
    return { kind: condition.kind, conditions: condition.conditions.map(changed) };
  };
  const { given, holds, otherwise } = rule;
  return {
    ...rule,
    given: given && changed(given),
    holds: changed(holds),
    otherwise: otherwise && changed(otherwise),
  };
}

/** Whether a test compares numbers by their values, and which of them is larger matters. */
export function comparesNumbers({ predicate }: Test): boolean {
  return 'numeric' in predicate && predicate.numeric;
}

/** The same test of a program that compares the texts of numbers. */
export function comparedAsText(test: Test): Test {
  return 'numeric' in test.predicate ? { ...test, predicate: { ...test.predicate, numeric: false } } : test;
}

/** What a test compares with. */
export function operandsOf({ predicate }: Test): readonly Operand[] {
  if (predicate.kind === 'in') return predicate.values;
  return 'operand' in predicate ? [predicate.operand] : [];
}

/** The paths of the attributes that a test compares with. */
export function comparedPaths(test: Test): readonly (readonly string[])[] {
  return operandsOf(test).flatMap((each) => (each.kind === 'path' ? [each.path] : []));
}
