import { type AttributeValue, tagsOf } from '../../value/attribute-value.ts';
import { isObject, setProperty } from '../../value/json.ts';

/**
 * A copy of a value of a record with something else at a place; `undefined` takes it away.
 *
 * @param path names of members, and "*" for the first item of a list or the first value of a map
 */
export function withJsonAt(value: unknown, [step, ...rest]: readonly string[], other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (index === 0 ? withJsonAt(each, rest, other) : each));
  if (!isObject(value)) return value;
  const copy: { [name: string]: unknown } = { ...value };
  const name = step === '*' ? (Object.keys(copy)[0] ?? step) : step;
  const inner = withJsonAt(copy[name], rest, other);
  if (inner === undefined) delete copy[name];
  else setProperty(copy, name, inner);
  return copy;
}

/** The same for a stored value. At the place of a member of a set stands its text. */
export function withStoredAt(value: unknown, path: readonly string[], other: unknown): unknown {
  const [step] = path;
  if (step === undefined || !isObject(value)) return other;
  const tags = tagsOf(value as AttributeValue);
  for (const tag of ['M', 'L', 'SS', 'NS', 'BS'] as const) {
    const inner = tags[tag];
    if (inner === undefined) continue;
    return { [tag]: tag === 'M' || tag === 'L' ? inside(inner, path, other) : withJsonAt(inner, path, other) };
  }
  return value;
}

function inside(inner: unknown, [step = '', ...rest]: readonly string[], other: unknown): unknown {
  const entries = Object.entries(inner as { readonly [name: string]: unknown });
  const name = step === '*' ? (entries[0]?.[0] ?? step) : step;
  const old = entries.find(([each]) => each === name)?.[1];
  return withJsonAt(inner, [Array.isArray(inner) ? '*' : name], withStoredAt(old, rest, other));
}
