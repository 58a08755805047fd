import { endOfString } from './json-text.ts';

/**
 * Duplicate keys in JSON. A parser keeps the last of them and says nothing, and RFC 8259 §4 leaves open what else others
 * do: two programs may read two records from one text.
 */

const colon = 0x3a;

/**
 * The way to the first key that is there twice in one object: names of members and indexes of lists.
 *
 * @param text valid JSON
 * @param value what it was parsed to
 */
export function findDuplicateKey(text: string, value: unknown): readonly string[] | undefined {
  // A key that is there twice is written out twice and kept once. Counting is far cheaper than looking at each key.
  return countKeysInText(text) === countKeys(value) ? undefined : locate(text);
}

/** Calls go this deep; what is nested deeper, which no record is, is looked at without them. */
const maximumCalls = 200;

/** The number of keys of all objects in a value. */
function countKeys(value: unknown, calls = maximumCalls): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (calls === 0) return countDeepKeys(value);
  let count = 0;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const member of members) if (typeof member === 'object') count += countKeys(member, calls - 1);
  return Array.isArray(value) ? count : count + members.length;
}

/** The same with a stack of its own: JSON may be nested deeper than calls may be. */
function countDeepKeys(value: object): number {
  let count = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const members: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += members.length;
    for (const member of members) waiting.push(member);
  }
  return count;
}

function countKeysInText(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    const next = skipSpace(text, endOfString(text, start));
    if (text.charCodeAt(next) === colon) count++;
    start = text.indexOf('"', next);
  }
  return count;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) code = text.charCodeAt(++at);
  return at;
}

type Level = { readonly keys: Set<string> | undefined; segment: string; index: number };

function locate(text: string): readonly string[] | undefined {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '{':
        levels.push({ keys: new Set(), segment: '', index: 0 });
        break;
      case '[':
        levels.push({ keys: undefined, segment: '0', index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level?.keys === undefined && level !== undefined) level.segment = String(++level.index);
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.keys !== undefined && text.charCodeAt(skipSpace(text, end)) === colon) {
          // Two spellings of one name, with escapes and without, are one key.
          level.segment = String(JSON.parse(text.slice(at, end)));
          if (level.keys.has(level.segment)) return levels.map((each) => each.segment);
          level.keys.add(level.segment);
        }
        at = end - 1;
        break;
      }
    }
  }
  return undefined;
}
