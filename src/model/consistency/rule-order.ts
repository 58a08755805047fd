import { compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import { compareUtf8 } from '../../value/text.ts';
import type { Operand } from '../rule-types.ts';
import type { Fact } from './rule-facts.ts';

/** `from` is at most `to`, or less than it. */
type Edge = { readonly from: string; readonly to: string; readonly strict: boolean; readonly fact: Fact | null };

/**
 * Facts that put something before itself: `a < b`, `b <= c`, `c <= a`, or bounds that leave nothing between them;
 * `undefined` when there are none.
 *
 * @param isNumeric whether the values of an attribute are compared as numbers
 */
export function circleIn(facts: readonly Fact[], isNumeric: (path: string) => boolean): readonly Fact[] | undefined {
  const literals = new Map<string, { readonly value: string; readonly numeric: boolean }>();
  const nodeOf = (operand: Operand, numeric: boolean): string | undefined => {
    if (operand.kind === 'path') return `path ${operand.path.join('.')}`;
    if (typeof operand.value !== 'string' || (numeric && normalizeDecimal(operand.value) === undefined))
      return undefined;
    const node = `${numeric ? 'number' : 'text'} ${operand.value}`;
    literals.set(node, { value: operand.value, numeric });
    return node;
  };
  const edges = facts.flatMap((fact): readonly Edge[] => {
    const { path, predicate, negated } = fact;
    if (negated || predicate.kind === 'starts_with') return [];
    const own = `path ${path}`;
    const numeric = isNumeric(path);
    if (predicate.kind === 'in') {
      const [only, more] = predicate.values;
      const other = only === undefined || more !== undefined ? undefined : nodeOf(only, numeric);
      if (other === undefined) return [];
      return [
        { from: own, to: other, strict: false, fact },
        { from: other, to: own, strict: false, fact },
      ];
    }
    const other = 'operand' in predicate ? nodeOf(predicate.operand, numeric) : undefined;
    if (other === undefined) return [];
    const strict = predicate.kind === 'less_than' || predicate.kind === 'greater_than';
    const up = predicate.kind === 'less_than' || predicate.kind === 'at_most';
    return [{ from: up ? own : other, to: up ? other : own, strict, fact }];
  });
  const all = [...edges, ...orderOf(literals)];
  for (const edge of all) {
    const back = edge.strict ? pathBetween(all, edge.to, edge.from) : undefined;
    if (back === undefined) continue;
    const circle = [edge, ...back].flatMap(({ fact }) => (fact === null ? [] : [fact]));
    return [...new Set(circle)];
  }
  return undefined;
}

/** Literals are in an order of their own. */
function orderOf(literals: ReadonlyMap<string, { readonly value: string; readonly numeric: boolean }>): Edge[] {
  return [true, false].flatMap((numeric) => {
    const compare = numeric ? compareDecimals : compareUtf8;
    const sorted = [...literals]
      .filter(([, literal]) => literal.numeric === numeric)
      .sort(([, left], [, right]) => compare(left.value, right.value));
    return sorted.slice(1).map(([to, { value }], index): Edge => {
      const [from, before] = sorted[index] ?? [to, { value }];
      return { from, to, strict: compare(before.value, value) < 0, fact: null };
    });
  });
}

/** The edges of a shortest way, or `undefined`. */
function pathBetween(edges: readonly Edge[], from: string, to: string): readonly Edge[] | undefined {
  const reached = new Map<string, readonly Edge[]>([[from, []]]);
  for (const [node, way] of reached) {
    if (node === to) return way;
    for (const edge of edges) if (edge.from === node && !reached.has(edge.to)) reached.set(edge.to, [...way, edge]);
  }
  return undefined;
}
