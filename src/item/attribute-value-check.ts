import { maximumNesting } from '../model/nesting.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue } from '../value/attribute-value.ts';
import { isBase64 } from '../value/base64.ts';
import { expectedNumber, normalizeDecimal } from '../value/decimal.ts';
import { isObject, setProperty } from '../value/json.ts';
import { isWellFormed } from '../value/text.ts';

/**
 * Reads a value that should be DynamoDB JSON: exactly one type tag with a value of its shape. Numbers come back in
 * normal form and sets in order.
 *
 * @param depth how many maps and lists are around the value
 * @param transparent the tag of an outermost map that is not part of the path
 */
export function checkAttributeValue(value: unknown, depth = 0, transparent?: 'M'): AttributeValue | Violation {
  return check(value, depth, transparent !== undefined);
}

function check(value: unknown, depth: number, transparent = false): AttributeValue | Violation {
  if (!isObject(value)) return new Violation('attribute-value', value, 'DynamoDB JSON, for example {"S":"text"}');
  const tags = Object.keys(value);
  const tag = tags[0];
  if (tags.length !== 1 || tag === undefined) return new Violation('attribute-value', value, 'exactly one type tag');
  const inner = value[tag];
  switch (tag) {
    case 'S':
      return typeof inner === 'string' ? (wellFormed(inner) ?? { S: inner }) : wrong(value, 'a string under S');
    case 'N':
      return number(inner, value);
    case 'B':
      return typeof inner === 'string' && isBase64(inner) ? { B: inner } : wrong(value, 'padded base64 under B');
    case 'BOOL':
      return typeof inner === 'boolean' ? { BOOL: inner } : wrong(value, 'true or false under BOOL');
    case 'NULL':
      return inner === true ? { NULL: true } : wrong(value, 'true under NULL');
    case 'M':
      return isObject(inner) ? map(inner, depth + 1, transparent) : wrong(value, 'an object under M');
    case 'L':
      return Array.isArray(inner) ? list(inner, depth + 1) : wrong(value, 'a list under L');
    case 'SS':
    case 'NS':
    case 'BS':
      return set(tag, inner, value);
    default:
      return wrong(value, 'one of the tags S, N, B, BOOL, NULL, M, L, SS, NS, BS');
  }
}

function wrong(value: unknown, expected: string): Violation {
  return new Violation('attribute-value', value, expected);
}

function wellFormed(text: string): Violation | undefined {
  return isWellFormed(text) ? undefined : new Violation('unicode', text, 'well-formed Unicode');
}

function number(inner: unknown, value: unknown): AttributeValue | Violation {
  if (typeof inner !== 'string') return new Violation('number', value, 'a number, as text');
  const normal = normalizeDecimal(inner);
  return normal === undefined ? new Violation('number', value, `${expectedNumber(inner)}, as text`) : { N: normal };
}

function map(
  inner: { readonly [key: string]: unknown },
  depth: number,
  transparent: boolean,
): AttributeValue | Violation {
  if (depth > maximumNesting) return new Violation('nesting', inner, `at most ${maximumNesting} levels`);
  const M: { [key: string]: AttributeValue } = {};
  for (const key of Object.keys(inner)) {
    const checked =
      key === ''
        ? new Violation('empty', key, 'a key that is not empty')
        : (wellFormed(key) ?? check(inner[key], depth));
    if (checked instanceof Violation) return transparent ? checked.within(key) : checked.within(key).within('M');
    setProperty(M, key, checked);
  }
  return { M };
}

function list(inner: readonly unknown[], depth: number): AttributeValue | Violation {
  if (depth > maximumNesting) return new Violation('nesting', inner, `at most ${maximumNesting} levels`);
  const L: AttributeValue[] = [];
  for (const [index, each] of inner.entries()) {
    const checked = check(each, depth);
    if (checked instanceof Violation) return checked.within(String(index)).within('L');
    L.push(checked);
  }
  return { L };
}

function set(tag: 'SS' | 'NS' | 'BS', inner: unknown, value: unknown): AttributeValue | Violation {
  if (!Array.isArray(inner) || inner.length === 0) return wrong(value, `a list that is not empty under ${tag}`);
  const members = new Set<string>();
  for (const each of inner) {
    const checked = check({ [tag.charAt(0)]: each }, 0);
    if (checked instanceof Violation) return checked.within(tag);
    const text = String(Object.values(checked)[0]);
    if (members.has(text)) return new Violation('duplicate', each, 'each member once').within(tag);
    members.add(text);
  }
  return { [tag]: [...members].sort() } as unknown as AttributeValue;
}
