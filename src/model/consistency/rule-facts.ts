import type { Condition, Operand, Predicate, Rule } from '../rule-types.ts';

/** What a rule says of one attribute in every record that it applies to. */
export type Fact = {
  readonly path: string;
  readonly predicate: Predicate;
  /** Whether it does not hold. */
  readonly negated: boolean;
  /** `null` for what the attribute itself says, or the condition of the rules. */
  readonly rule: Rule | null;
};

/** The tests that must all hold where a condition does. What stands behind `any_of` need not. */
export function factsOf(condition: Condition, rule: Rule | null, negated = false): readonly Fact[] {
  switch (condition.kind) {
    case 'test':
      return [{ path: condition.path.join('.'), predicate: condition.predicate, negated, rule }];
    case 'not':
      return factsOf(condition.condition, rule, !negated);
    case 'all':
    case 'any':
      return (condition.kind === 'all') === !negated || condition.conditions.length === 1
        ? condition.conditions.flatMap((each) => factsOf(each, rule, negated))
        : [];
  }
}

/** Every attribute that is there and not NULL where a fact holds. */
export function presentIn({ path, predicate, negated }: Fact): readonly string[] {
  if (predicate.kind === 'present') return predicate.value === negated ? [] : [path];
  if (negated) return [];
  const operands = 'values' in predicate ? predicate.values : 'operand' in predicate ? [predicate.operand] : [];
  const [only, more] = operands;
  return only?.kind === 'path' && more === undefined ? [path, only.path.join('.')] : [path];
}

/** Whether a fact says that an attribute is absent or NULL. */
export function isAbsence({ predicate, negated }: Fact): boolean {
  return predicate.kind === 'present' && predicate.value === negated;
}

const words = {
  less_than: 'is less than',
  at_most: 'is at most',
  greater_than: 'is greater than',
  at_least: 'is at least',
  starts_with: 'starts with',
} as const;

/** A fact as a part of a sentence: `"n" is at least 5`. */
export function described(fact: Fact): string {
  const { path, predicate, negated } = fact;
  const name = `"${path}"`;
  switch (predicate.kind) {
    case 'present':
      return `${name} is ${isAbsence(fact) ? 'absent or NULL' : 'present'}`;
    case 'empty':
      return `${name} is ${predicate.value === negated ? 'not ' : ''}empty`;
    case 'in': {
      const values = predicate.values.map(operandText);
      return `${name} is ${negated ? 'not ' : ''}${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`;
    }
    default:
      return `${negated ? 'not ' : ''}${name} ${words[predicate.kind]} ${operandText(predicate.operand)}`;
  }
}

function operandText(operand: Operand): string {
  return operand.kind === 'path' ? `"${operand.path.join('.')}"` : String(operand.value);
}
