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

/** What a test compares with. */
export function operandsOf({ predicate }: Test): readonly Operand[] {
  if (predicate.kind === 'in') return predicate.values;
  return 'operand' in predicate ? [predicate.operand] : [];
}

/** The paths of the attributes that a test compares with. */
export function comparedPaths(test: Test): readonly (readonly string[])[] {
  return operandsOf(test).flatMap((each) => (each.kind === 'path' ? [each.path] : []));
}
