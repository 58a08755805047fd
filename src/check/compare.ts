import { checkAttributeValue } from '../item/attribute-value-check.ts';
import type { Attribute, RecordType, Slot, ValueType } from '../model/model.ts';
import { constantsOf, shapeOf } from '../model/union.ts';
import { Violation } from '../scalar/violation.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { type Difference, firstDifference } from '../value/difference.ts';
import { isObject, type Json, type JsonObject, setProperty } from '../value/json.ts';
import { segmentsOf } from '../value/json-pointer.ts';
import { failed, type Judgement, passed } from './problem.ts';

/**
 * Compares items by meaning: numbers by value, sets without order, maps without order. NULL, absent and empty stay
 * different, and text is compared code unit by code unit.
 *
 * @param except attributes that are not compared
 */
export function compareItems(expected: JsonObject, actual: unknown, except: readonly string[] = []): Judgement {
  if (!isObject(actual)) return failed('wrong', 'the item is no object', { expected, actual: toJson(actual) });
  const left = canonicalItem(without(expected, except));
  if (left instanceof Violation) throw new TypeError(`the expected item is invalid: ${left.message}`);
  const right = canonicalItem(without(actual, except));
  if (right instanceof Violation) {
    const attribute = segmentsOf(right.path)[0] ?? '';
    return failed('wrong', `no DynamoDB JSON: ${right.message}`, {
      path: [attribute],
      expected: left[attribute],
      actual: toJson(actual[attribute]),
    });
  }
  return judgeAttributes(left, right);
}

/** Compares records by meaning, which the schema knows: a list keeps its order, a set has none. */
export function compareRecords(
  recordType: RecordType,
  expected: JsonObject,
  actual: unknown,
  except: readonly string[] = [],
): Judgement {
  if (!isObject(actual)) return failed('wrong', 'the record is no object', { expected, actual: toJson(actual) });
  const [left, right] = [without(expected, except), without(actual, except)];
  const wanted = canonicalRecord(recordType, left, normalForm);
  let respelt = false;
  const normalising: Spelling = (decimal) => {
    const normal = normalForm(decimal);
    respelt ||= normal !== decimal;
    return normal;
  };
  const judged = judge(firstDifference(wanted, canonicalRecord(recordType, right, normalising)));
  if (!judged.passed || !respelt) return judged;
  const written = firstDifference(wanted, canonicalRecord(recordType, right, asWritten));
  if (written === undefined) return passed;
  return failed(
    'wrong',
    `"${written.path.join('.')}" is the right number, and not in normal form: no exponent, no "+", no needless zeros`,
    written,
  );
}

/** Compares two JSON values as they are: texts, objects without order. */
export function compareExactly(expected: Json, actual: unknown): Judgement {
  return judgeAttributes(expected, toJson(actual) ?? null);
}

const tags = new Set(['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS']);

/** Of a value under another tag than the right one, both tags are said, rather than that a member is missing. */
function judgeAttributes(expected: Json, actual: Json): Judgement {
  const difference = firstDifference(expected, actual);
  const path = difference?.path.slice(0, -1) ?? [];
  const [wanted, found] = [valueAt(expected, path), valueAt(actual, path)];
  const [right, wrong] = [tagOf(wanted), tagOf(found)];
  // The members of a map may have the names of types.
  const isMap = path.at(-1) === 'M' && tagOf(valueAt(expected, path.slice(0, -1))) === 'M';
  if (path.length === 0 || isMap || right === undefined || wrong === undefined || right === wrong)
    return judge(difference);
  return failed('wrong', `"${path.join('.')}": type ${wrong} instead of ${right}`, {
    path,
    expected: wanted,
    actual: found,
  });
}

/** The type of an attribute value in DynamoDB JSON. */
function tagOf(value: Json | undefined): string | undefined {
  const [tag, ...others] = isObject(value) ? Object.keys(value) : [];
  return tag !== undefined && others.length === 0 && tags.has(tag) ? tag : undefined;
}

function valueAt(value: Json, path: readonly string[]): Json | undefined {
  let part: unknown = value;
  for (const name of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    part = (part as { readonly [name: string]: unknown })[name];
  }
  return part as Json | undefined;
}

function judge(difference: Difference | undefined): Judgement {
  if (difference === undefined) return passed;
  const { path } = difference;
  const what =
    difference.expected === undefined
      ? 'is there, and should not be'
      : difference.actual === undefined
        ? 'is missing'
        : 'differs';
  return failed('wrong', `${path.length === 0 ? 'the answer' : `"${path.join('.')}"`} ${what}`, difference);
}

function without(
  object: { readonly [name: string]: unknown },
  names: readonly string[],
): { readonly [name: string]: unknown } {
  if (names.length === 0) return object;
  const copy = { ...object };
  for (const name of names) delete copy[name];
  return copy;
}

function canonicalItem(item: { readonly [name: string]: unknown }): JsonObject | Violation {
  const canonical: { [name: string]: Json } = {};
  for (const name of Object.keys(item)) {
    const value = checkAttributeValue(item[name]);
    if (value instanceof Violation) return value.within(name);
    setProperty(canonical, name, value as Json);
  }
  return canonical;
}

/** What becomes of the text of a decimal. */
type Spelling = (decimal: string) => string;

const normalForm: Spelling = (decimal) => normalizeDecimal(decimal) ?? decimal;
const asWritten: Spelling = (decimal) => decimal;

function canonicalRecord(
  recordType: RecordType,
  record: { readonly [name: string]: unknown },
  spelling: Spelling,
): JsonObject {
  const attributes = new Map<string, Attribute>(recordType.attributes.map((attribute) => [attribute.name, attribute]));
  const families = new Map(recordType.families.map((family) => [family.name, family]));
  const canonical: { [name: string]: Json } = {};
  for (const name of Object.keys(record)) {
    const attribute = attributes.get(name);
    const family = families.get(name);
    const value = toJson(record[name]) ?? null;
    if (attribute !== undefined) setProperty(canonical, name, canonicalValue(attribute, value, spelling));
    else if (family !== undefined && isObject(value))
      setProperty(
        canonical,
        name,
        mapValues(value as JsonObject, (each) => canonicalValue(family, each, spelling)),
      );
    else setProperty(canonical, name, value);
  }
  return canonical;
}

function canonicalValue(slot: Slot, value: Json, spelling: Spelling): Json {
  const { type } = slot;
  switch (type.kind) {
    case 'decimal':
      return typeof value === 'string' ? spelling(value) : value;
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return Array.isArray(value) ? canonicalSet(type.items, value, spelling) : value;
    case 'list':
      return Array.isArray(value) ? value.map((each: Json) => canonicalValue(type.items, each, spelling)) : value;
    case 'map':
      return isObject(value)
        ? mapValues(value as JsonObject, (each) => canonicalValue(type.values, each, spelling))
        : value;
    case 'struct': {
      const members = new Map(type.members.map((member) => [member.name, member]));
      return isObject(value)
        ? mapValues(value as JsonObject, (each, key) =>
            canonicalValue(members.get(key) ?? { type: { kind: 'boolean' }, nullable: true }, each, spelling),
          )
        : value;
    }
    case 'document': {
      const checked = checkAttributeValue({ M: value });
      return checked instanceof Violation || !('M' in checked) ? value : (checked.M as Json);
    }
    case 'any': {
      const checked = checkAttributeValue(value);
      return checked instanceof Violation ? value : (checked as Json);
    }
    case 'union': {
      const variant = variantOf(type.variants, value);
      return variant === undefined ? value : canonicalValue({ type: variant, nullable: false }, value, spelling);
    }
    default:
      return value;
  }
}

/** Sorted by what the members mean, so that another spelling moves none of them. */
function canonicalSet(type: ValueType, members: readonly Json[], spelling: Spelling): Json {
  const slot: Slot = { type, nullable: false };
  return members
    .map((each) => ({ meant: canonicalValue(slot, each, normalForm), shown: canonicalValue(slot, each, spelling) }))
    .sort((left, right) => byText(left.meant, right.meant))
    .map(({ shown }) => shown);
}

/** The variant of a union that a value in a record is of; `undefined` when it looks like none of them. */
function variantOf(variants: readonly ValueType[], value: Json): ValueType | undefined {
  const json = Array.isArray(value) ? 'array' : typeof value;
  const alike = variants.filter((variant) => value !== null && shapeOf(variant).json === json);
  if (alike.length < 2 || !isObject(value)) return alike[0];
  return alike.find((variant) => constantsOf(variant).every((constant) => value[constant.name] === constant.value));
}

function byText(left: Json, right: Json): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  const result: { [key: string]: Json } = {};
  for (const key of Object.keys(object)) setProperty(result, key, change(object[key] ?? null, key));
  return result;
}

/** Values that came over the protocol are JSON already; anything else is shown as nothing. */
function toJson(value: unknown): Json | undefined {
  return value === undefined ? undefined : (value as Json);
}
