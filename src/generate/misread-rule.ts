import { type Test, withTests } from '../model/rule-tests.ts';
import type { Condition, Predicate, Rule } from '../model/rule-types.ts';
import { slugOf } from './values/string.ts';

/** A rule as somebody has it who made one mistake when reading it. */
export type Misreading = {
  /** Different for each misreading of a rule. */
  readonly slug: string;
  /** What a program does that has it so, after "a program that". */
  readonly mistake: string;
  readonly rule: Rule;
  /** Whether records that break the rule may keep it as it is misread, and whether those that keep it may break it so. */
  readonly allows: boolean;
  readonly forbids: boolean;
};

type Mistake = {
  readonly slug: string;
  readonly mistake: string;
  readonly condition: Condition;
  /** Whether the test is true more often than it should be, and not less. */
  readonly isLooser: boolean;
};

const always: Condition = { kind: 'all', conditions: [] };
const never: Condition = { kind: 'any', conditions: [] };

/**
 * What a rule becomes when one of its tests is forgotten or weakened, or what stands under "else" is forgotten.
 *
 * @param mayLack whether an attribute may be absent
 */
export function misreadingsOf(rule: Rule, mayLack: (path: readonly string[]) => boolean): readonly Misreading[] {
  const paths = new Map<string, number>();
  const misread = directedTests(rule).flatMap(({ test, direction }) => {
    const path = test.path.join('.');
    const count = (paths.get(path) ?? 0) + 1;
    paths.set(path, count);
    const place = `${slugOf(path)}${count === 1 ? '' : `-${count}`}`;
    return mistakesAbout(test, mayLack(test.path)).map(({ slug, mistake, condition, isLooser }) => ({
      slug: `${place}-${slug}`,
      mistake,
      rule: withTests(rule, (each) => (each === test ? condition : each)),
      allows: direction === 'either' || (direction === 'with') === isLooser,
      forbids: direction === 'either' || (direction === 'against') === isLooser,
    }));
  });
  if (rule.otherwise === null) return misread;
  const withoutElse = { rule: { ...rule, otherwise: null }, allows: true, forbids: false };
  return [...misread, { slug: 'else-forgotten', mistake: 'forgets "else"', ...withoutElse }];
}

/** Whether a rule is kept more often when a test is true more often, or less often, or now this and now that. */
type Direction = 'with' | 'against' | 'either';

type DirectedTest = { readonly test: Test; readonly direction: Direction };

const opposite = { with: 'against', against: 'with', either: 'either' } as const;

function directedTests({ given, holds, otherwise }: Rule): readonly DirectedTest[] {
  return [
    ...(given === null ? [] : directed(given, otherwise === null ? 'against' : 'either')),
    ...directed(holds, 'with'),
    ...(otherwise === null ? [] : directed(otherwise, 'with')),
  ];
}

function directed(condition: Condition, direction: Direction): readonly DirectedTest[] {
  if (condition.kind === 'test') return [{ test: condition, direction }];
  if (condition.kind === 'not') return directed(condition.condition, opposite[direction]);
  return condition.conditions.flatMap((each) => directed(each, direction));
}

function mistakesAbout(test: Test, mayLack: boolean): readonly Mistake[] {
  const { path, predicate } = test;
  const name = `"${path.join('.')}"`;
  const isThere: Condition = { kind: 'test', path, predicate: { kind: 'present', value: true } };
  const other = withOtherBound(predicate);
  return [
    { slug: 'overlooked', mistake: `does not look at ${name}`, condition: always, isLooser: true },
    { slug: 'never', mistake: `never finds ${name} as it should be`, condition: never, isLooser: false },
    ...(predicate.kind === 'present'
      ? []
      : [{ slug: 'only-there', mistake: `looks only whether ${name} is there`, condition: isThere, isLooser: true }]),
    ...(predicate.kind === 'present' || !mayLack
      ? []
      : [
          {
            slug: 'may-lack',
            mistake: `is content when ${name} is absent`,
            condition: { kind: 'any', conditions: [test, { kind: 'not', condition: isThere }] } as const,
            isLooser: true,
          },
        ]),
    ...(other === undefined
      ? []
      : [
          {
            slug: 'bound',
            mistake: `is wrong about ${name} at its bound`,
            condition: { ...test, predicate: other },
            isLooser: other.kind === 'at_most' || other.kind === 'at_least',
          },
        ]),
  ];
}

const otherBounds = {
  less_than: 'at_most',
  at_most: 'less_than',
  greater_than: 'at_least',
  at_least: 'greater_than',
} as const;

/** The comparison that differs on the bound only. */
function withOtherBound(predicate: Predicate): Predicate | undefined {
  if (!('operand' in predicate) || predicate.kind === 'starts_with') return undefined;
  return { ...predicate, kind: otherBounds[predicate.kind] };
}
