import { entriesOf, itemsOf, namedIn, type SourceEntry, type SourceNode } from './source.ts';

/** Tests of attributes, combined. An empty `all` always holds. */
export type Combined<Test> =
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Combined<Test>[] }
  | { readonly kind: 'not'; readonly condition: Combined<Test> }
  | Test;

export type WrittenOperator =
  | 'exists'
  | 'present'
  | 'empty'
  | 'equals'
  | 'in'
  | 'less_than'
  | 'at_most'
  | 'greater_than'
  | 'at_least'
  | 'starts_with';

/** One thing that is said of an attribute, and where. A value by itself is `equals`, a list of them `in`. */
export type WrittenPredicate = {
  readonly operator: WrittenOperator;
  /** One, except for `in`. */
  readonly operands: readonly SourceNode[];
  readonly node: SourceNode;
};

/** What is said of one attribute, whose path is the key of the entry. */
export type WrittenTest = {
  readonly entry: SourceEntry;
  readonly predicates: readonly WrittenPredicate[];
  /** Whether it stands behind an odd number of `not`. */
  readonly negated: boolean;
};

/**
 * Reads a condition, of a rule or of an operation: a mapping from attributes to what they must be like, all of which
 * must hold, or `any_of`, `all_of` and `not`. What the names and values in it mean is for `testsOf` to say.
 */
export function conditionOf<Test>(
  node: SourceNode,
  testsOf: (written: WrittenTest) => readonly Test[],
  negated = false,
): Combined<Test> {
  const inner = (each: SourceNode): Combined<Test> => conditionOf(each, testsOf, negated);
  return allOf(
    namedIn(node).map((entry): Combined<Test> => {
      if (entry.key === 'any_of') return { kind: 'any', conditions: itemsOf(entry.value).map(inner) };
      if (entry.key === 'all_of') return { kind: 'all', conditions: itemsOf(entry.value).map(inner) };
      if (entry.key === 'not') return { kind: 'not', condition: conditionOf(entry.value, testsOf, !negated) };
      return allOf(testsOf({ entry, predicates: predicatesOf(entry.value), negated }));
    }),
  );
}

function allOf<Test>(conditions: readonly Combined<Test>[]): Combined<Test> {
  const [only, more] = conditions;
  return only !== undefined && more === undefined ? only : { kind: 'all', conditions };
}

function predicatesOf(value: SourceNode): readonly WrittenPredicate[] {
  if (value.kind === 'scalar') return [{ operator: 'equals', operands: [value], node: value }];
  if (value.kind === 'list') return [{ operator: 'in', operands: value.items, node: value }];
  return entriesOf(value).map((entry): WrittenPredicate => {
    const { key, value: node } = entry;
    // `{ attribute: path }` is a value, which the attribute must equal, whatever else is said of it.
    if (key === 'attribute' || key === 'parameter') {
      return { operator: 'equals', operands: [{ ...value, entries: [entry] }], node: value };
    }
    return { operator: key as WrittenOperator, operands: key === 'in' ? itemsOf(node) : [node], node };
  });
}
