import type { Answer } from '../check/answer.ts';
import type { Capabilities } from '../plan/capabilities.ts';
import type { Item } from '../value/attribute-value.ts';
import { findDuplicateKey } from '../value/duplicate-key.ts';
import { isObject, type JsonObject, shortJson } from '../value/json.ts';

/** What is asked of an adapter, without the `id` that the driver adds. */
export type Request =
  | PureRequest
  | { readonly op: 'item.put'; readonly record_type: string; readonly record: JsonObject }
  | { readonly op: 'item.get'; readonly record_type: string; readonly components: { readonly [name: string]: string } }
  | HelloRequest
  | { readonly op: 'bye' };

/** A request that needs no store. */
export type PureRequest =
  | { readonly op: 'key.build' | 'item.encode'; readonly record_type: string; readonly record: JsonObject }
  | { readonly op: 'key.parse'; readonly record_type: string; readonly index: string; readonly key: JsonObject | Item }
  | { readonly op: 'item.decode'; readonly record_type: string; readonly item: JsonObject | Item };

export type HelloRequest = {
  readonly op: 'hello';
  readonly protocol: 1;
  readonly schema: { readonly name: string; readonly version: string; readonly digest: string };
  readonly store: {
    readonly endpoint: string;
    readonly region: string;
    readonly access_key_id: string;
    readonly secret_access_key: string;
    readonly tables: { readonly [name: string]: string };
  } | null;
  readonly now: string;
};

/** What an adapter says about itself. */
export type Hello = {
  readonly implementation: string;
  readonly language: string;
  readonly version: string;
  readonly runtime?: string;
  readonly capabilities: Capabilities;
  readonly window?: number;
  readonly schema_digest?: string;
  readonly generated?: { readonly [recordType: string]: readonly string[] };
  readonly not_read?: { readonly [recordType: string]: readonly string[] };
};

const errorClasses = new Set(['invalid-record', 'invalid-key', 'invalid-item', 'not-found', 'internal']);

/**
 * Reads one line of an adapter's output. `id` is missing when the line cannot be matched to a request, and then `answer`
 * is a protocol violation.
 */
export function readAnswer(line: string): { readonly id: number | undefined; readonly answer: Answer } {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return violation(undefined, `no JSON on standard output: ${shortText(line)}`);
  }
  const keys = countKeys(message, maximumNesting);
  if (keys === undefined)
    return violation(undefined, `an answer nested deeper than ${maximumNesting} levels: ${shortText(line)}`);
  if (!isObject(message)) return violation(undefined, `no JSON object on standard output: ${shortText(line)}`);
  const { id } = message;
  if (typeof id !== 'number' || !Number.isSafeInteger(id))
    return violation(undefined, `an answer without a numeric "id": ${shortText(line)}`);
  // Two programs may read two answers from one text with a key that is there twice.
  const twice = hasEachKeyOnce(line, keys) ? undefined : findDuplicateKey(line, message);
  if (twice !== undefined)
    return violation(twice[0] === 'id' ? undefined : id, `"${twice.join('.')}" is there twice: ${shortText(line)}`);
  const kinds = ['ok', 'error', 'unsupported'].filter((kind) => Object.hasOwn(message, kind));
  if (kinds.length !== 1)
    return violation(id, `an answer has exactly one of "ok", "error" and "unsupported": ${shortText(line)}`);
  const { ok, error, unsupported } = message;
  if (isObject(ok)) return { id, answer: { kind: 'ok', value: ok } };
  if (typeof unsupported === 'string') return { id, answer: { kind: 'unsupported', reason: unsupported } };
  if (
    isObject(error) &&
    typeof error['class'] === 'string' &&
    typeof error['message'] === 'string' &&
    errorClasses.has(error['class'])
  ) {
    return { id, answer: { kind: 'error', class: error['class'], message: error['message'] } };
  }
  return violation(id, `"${kinds[0]}" has not the shape that the protocol gives it: ${shortText(line)}`);
}

/** Far more than an item may have, and far less than what exhausts the stack of whoever compares. */
const maximumNesting = 200;

/** The number of keys of all objects in a value, or `undefined` when it is nested too deep. */
function countKeys(value: unknown, levels: number): number | undefined {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return undefined;
  let count = 0;
  const isList = Array.isArray(value);
  const members = value as { readonly [key: string]: unknown };
  // What JSON.parse makes inherits nothing that this would visit, and every answer of an adapter is walked through.
  for (const key in members) {
    if (!isList) count++;
    const member = members[key];
    if (typeof member !== 'object') continue;
    const inside = countKeys(member, levels - 1);
    if (inside === undefined) return undefined;
    count += inside;
  }
  return count;
}

const quote = 0x22;

/**
 * Whether a text surely has no key twice; far cheaper than to find out whether it has. Each key ends with a quote before a
 * colon, and what looks like that inside of a text only makes for a closer look.
 */
function hasEachKeyOnce(text: string, keys: number): boolean {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1))
    if (text.charCodeAt(at - 1) === quote) count++;
  return count === keys && !spacesBeforeColon.some((each) => text.includes(each));
}

const spacesBeforeColon = [' :', '\t:', '\r:', '\n:'];

function violation(
  id: number | undefined,
  detail: string,
): { readonly id: number | undefined; readonly answer: Answer } {
  return { id, answer: { kind: 'protocol-violation', detail } };
}

function shortText(line: string): string {
  return shortJson(line, 160);
}
