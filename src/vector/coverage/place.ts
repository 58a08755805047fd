import type { Family, ValueType } from '../../model/model.ts';
import { constantsOf, shapeOf } from '../../model/union.ts';
import { type AttributeValue, type Item, tagsOf } from '../../value/attribute-value.ts';
import { isObject, type Json, ownProperty } from '../../value/json.ts';

/** One step from a record to a value inside of it. */
export type Step =
  | { readonly kind: 'member'; readonly name: string }
  /** Every member of a family, which has its own attribute in the item. */
  | { readonly kind: 'family'; readonly family: Family }
  /** Every item of a list or set, every value of a map. */
  | { readonly kind: 'each' }
  /** No step, but a condition: the value is of this variant of a union. */
  | { readonly kind: 'variant'; readonly variants: readonly ValueType[]; readonly index: number };

/** What a record and its item have in one place; either may have nothing there. */
export type Pair = { readonly record: Json | undefined; readonly stored: AttributeValue | undefined };

/** Follows steps in a record and in its item at once. Items of sets are in the record alone. */
export function pairsAt(record: Json, item: Item, steps: readonly Step[]): readonly Pair[] {
  let pairs: readonly Pair[] = [{ record, stored: { M: item } }];
  for (const step of steps) pairs = pairs.flatMap((pair) => follow(pair, step));
  return pairs.filter((pair) => pair.record !== undefined || pair.stored !== undefined);
}

function follow({ record, stored }: Pair, step: Step): readonly Pair[] {
  switch (step.kind) {
    case 'member':
      return [{ record: memberOf(record, step.name), stored: storedMember(stored, step.name) }];
    case 'family': {
      const { name, prefix, suffix } = step.family;
      const members = memberOf(record, name);
      if (!isObject(members)) return [];
      return Object.entries(members).map(([member, value]) => ({
        record: value as Json,
        stored: storedMember(stored, `${prefix}${member}${suffix}`),
      }));
    }
    case 'each': {
      if (Array.isArray(record)) {
        const items = stored === undefined ? undefined : tagsOf(stored).L;
        return (record as readonly Json[]).map((value, index) => ({ record: value, stored: items?.[index] }));
      }
      if (!isObject(record)) return [];
      return Object.entries(record).map(([name, value]) => ({
        record: value as Json,
        stored: storedMember(stored, name),
      }));
    }
    case 'variant':
      return isVariant(record, step.variants, step.index) ? [{ record, stored }] : [];
  }
}

function memberOf(record: Json | undefined, name: string): Json | undefined {
  return isObject(record) ? (ownProperty(record, name) as Json | undefined) : undefined;
}

function storedMember(stored: AttributeValue | undefined, name: string): AttributeValue | undefined {
  const members = stored === undefined ? undefined : tagsOf(stored).M;
  return members === undefined ? undefined : ownProperty(members, name);
}

/** Whether a value is of one variant of a union: by its shape and, among maps, by the constants that tell them apart. */
function isVariant(value: Json | undefined, variants: readonly ValueType[], index: number): boolean {
  const type = variants[index];
  if (type === undefined || value === undefined || value === null) return false;
  const shape = Array.isArray(value) ? 'array' : typeof value;
  if (shapeOf(type).json !== shape) return false;
  const alike = variants.filter((each) => shapeOf(each).json === shape);
  return alike.length === 1 || constantsOf(type).every((constant) => memberOf(value, constant.name) === constant.value);
}

/**
 * Whether a JSON pointer into a record or an item leads to the place of the steps, or into it.
 *
 * @param pointer its segments
 */
export function leadsInto(pointer: readonly string[], steps: readonly Step[]): boolean {
  let at = 0;
  for (const step of steps) {
    const segment = pointer[at];
    if (step.kind === 'variant') continue;
    if (segment === undefined) return false;
    if (step.kind === 'member' && segment !== step.name) return false;
    if (step.kind === 'family') {
      const { name, prefix, suffix } = step.family;
      if (segment === name) at++;
      else if (!(segment.startsWith(prefix) && segment.endsWith(suffix))) return false;
    }
    at++;
  }
  return at <= pointer.length;
}
