import { isObject, type Json } from './json.ts';
import { compareUtf8 } from './text.ts';

/** The first place where two JSON values differ. A missing side is `undefined`. */
export type Difference = {
  readonly path: readonly string[];
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
};

/**
 * Compares two JSON values: objects without order, lists with. Differences in the order of the expected keys, then what
 * is too much, ordered by the bytes of its names: whoever answers in another order each time gives one report.
 */
export function firstDifference(
  expected: Json | undefined,
  actual: Json | undefined,
  path: readonly string[] = [],
): Difference | undefined {
  // Most values are the same, which is found out sooner than where they differ.
  if (path.length === 0 && areSame(expected, actual)) return undefined;
  if (expected === actual) return undefined;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
      const difference = firstDifference(expected[index] as Json | undefined, actual[index] as Json | undefined, [
        ...path,
        String(index),
      ]);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  if (isObject(expected) && isObject(actual)) {
    const extra = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
    for (const key of [...Object.keys(expected), ...extra.sort(compareUtf8)]) {
      const left = Object.hasOwn(expected, key) ? (expected[key] as Json) : undefined;
      const right = Object.hasOwn(actual, key) ? (actual[key] as Json) : undefined;
      const difference = firstDifference(left, right, [...path, key]);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return { path, expected, actual };
}

function areSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((each, index) => areSame(each, right[index]));
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && areSame(left[key], right[key]))
  );
}
