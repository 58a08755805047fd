import type { AttributeType, Item } from '../../src/value/attribute-value.ts';
import { isBase64 } from '../../src/value/base64.ts';
import { isObject, shortJson } from '../../src/value/json.ts';
import { malformedReply } from './store-reply.ts';

/**
 * Checks that what a store sent is an item, and returns the very same object: copying it property by property is how
 * attributes named `__proto__` get lost.
 */
export function readItem(value: unknown, operation: string, path = 'Item'): Item {
  if (!isItem(value, operation, path)) throw malformedReply(operation, `${path} is ${shortJson(value)}, not an object`);
  return value;
}

function isItem(value: unknown, operation: string, path: string): value is Item {
  if (!isObject(value)) return false;
  for (const [name, member] of Object.entries(value)) {
    checkValue(member, operation, `${path}[${JSON.stringify(name)}]`);
  }
  return true;
}

function checkValue(value: unknown, operation: string, path: string): void {
  const entries = isObject(value) ? Object.entries(value) : [];
  const [first] = entries;
  if (first === undefined || entries.length !== 1) {
    throw malformedReply(operation, `${path} is not an attribute value with exactly one type`);
  }
  const [type, content] = first;
  if (!Object.hasOwn(contents, type))
    throw malformedReply(operation, `${path} has the unknown type ${JSON.stringify(type)}`);
  const check = contents[type as AttributeType];
  if (!check(content, operation, `${path}.${type}`)) {
    throw malformedReply(operation, `${path}.${type} holds ${shortJson(content)}`);
  }
}

type ContentCheck = (content: unknown, operation: string, path: string) => boolean;

const isText: ContentCheck = (content) => typeof content === 'string';
const isBinary: ContentCheck = (content) => typeof content === 'string' && isBase64(content);
const every =
  (check: ContentCheck): ContentCheck =>
  (content, operation, path) =>
    Array.isArray(content) && content.every((member) => check(member, operation, path));

const contents: { readonly [type in AttributeType]: ContentCheck } = {
  S: isText,
  N: isText,
  B: isBinary,
  BOOL: (content) => typeof content === 'boolean',
  NULL: (content) => content === true,
  M: isItem,
  L: (content, operation, path) => {
    if (!Array.isArray(content)) return false;
    for (const [position, member] of content.entries()) checkValue(member, operation, `${path}[${position}]`);
    return true;
  },
  SS: every(isText),
  NS: every(isText),
  BS: every(isBinary),
};
