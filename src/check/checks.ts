import type { Codec } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import { isObject, type JsonObject } from '../value/json.ts';
import { segmentsOf } from '../value/json-pointer.ts';
import type { ItemVector, KeyVector, OrderEntry, ReadVector, RefusalVector } from '../vector/vector.ts';
import type { Answer } from './answer.ts';
import { compareExactly, compareItems, compareRecords } from './compare.ts';
import { failed, type Judgement, judgeTrouble, passed } from './problem.ts';

/** What an implementation declared about itself that changes what may be expected of it. */
export type Allowances = {
  /** Attributes whose value its writer chooses. */
  readonly generated: readonly string[];
  /** Attributes that its reader does not return. */
  readonly notRead: readonly string[];
};

/** `key-build`: the keys of a record, in every index it is in, are exactly those of the vector. */
export function checkKeyBuild(vector: KeyVector, answer: Answer): Judgement {
  if (answer.kind !== 'ok') return judgeTrouble(answer, vector.keys as JsonObject);
  return (
    lacks(answer, 'keys', vector.keys as JsonObject) ?? compareExactly(vector.keys as JsonObject, answer.value['keys'])
  );
}

/** `key-build` of a record of an order vector: its key in the index that is sorted. Right keys are sorted right, by their bytes. */
export function checkSortedKey(index: string, { key }: OrderEntry, answer: Answer): Judgement {
  const expected = { [index]: key as JsonObject };
  if (answer.kind !== 'ok') return judgeTrouble(answer, expected);
  const keys = answer.value['keys'];
  // In which other indexes the record is, other vectors say.
  if (!isObject(keys)) return lacks(answer, 'keys', expected) ?? compareExactly(expected, keys);
  return compareExactly(expected, Object.hasOwn(keys, index) ? { [index]: keys[index] } : {});
}

/** `key-parse`: the components of a key are those that it was built from. */
export function checkKeyParse(
  codec: Codec,
  recordType: RecordType,
  index: string,
  key: Item,
  answer: Answer,
): Judgement {
  const parsed = codec.parseKey(recordType.name, index, key);
  if (!parsed.ok)
    throw new TypeError(`the key of ${recordType.name} in ${index} cannot be parsed: ${parsed.error.message}`);
  if (answer.kind !== 'ok') return judgeTrouble(answer, parsed.value);
  return lacks(answer, 'components', parsed.value) ?? compareExactly(parsed.value, answer.value['components']);
}

/** `item-encode`: the item that would be written has exactly the attributes of the vector. */
export function checkItemEncode(
  codec: Codec,
  recordType: RecordType,
  vector: ItemVector,
  answer: Answer,
  allowances: Allowances,
): Judgement {
  if (answer.kind !== 'ok') return judgeTrouble(answer, vector.item as JsonObject);
  return (
    lacks(answer, 'item', vector.item as JsonObject) ??
    compareWritten(codec, recordType, vector.item, answer.value['item'], allowances)
  );
}

/** `item-decode`: the record that is read from an item is that of the vector. */
export function checkItemDecode(
  recordType: RecordType,
  vector: ItemVector | ReadVector,
  answer: Answer,
  allowances: Allowances,
): Judgement {
  const expected = 'keys' in vector ? (vector.read ?? vector.record) : vector.record;
  return checkRead(recordType, expected, answer, allowances);
}

/** `key-build-refusal`, `key-parse-refusal`, `item-encode-refusal`, `item-decode-refusal`: refused, with the right class of error. */
export function checkRefusal(vector: RefusalVector, answer: Answer): Judgement {
  const expected = vector.error.class;
  switch (answer.kind) {
    case 'ok':
      return failed('accepted', `accepted, though ${vector.description}`, {
        path: segmentsOf(vector.error.path),
        expected,
        actual: answer.value as JsonObject,
      });
    case 'error':
      if (answer.class === expected) return passed;
      return answer.class === 'internal'
        ? failed('internal', `something unexpected happened: ${answer.message}`, { expected })
        : failed('wrong-class', `refused with ${answer.class}`, { expected, actual: answer.class });
    default:
      return judgeTrouble(answer, expected);
  }
}

/** `raw-put`: what the store holds after a put is the item of the vector. */
export function checkRawPut(
  codec: Codec,
  recordType: RecordType,
  vector: ItemVector,
  answer: Answer,
  stored: Item | undefined,
  allowances: Allowances,
): Judgement {
  if (answer.kind !== 'ok') return judgeTrouble(answer, vector.item as JsonObject);
  if (stored === undefined)
    return failed('wrong', 'the store has no item with this key', { expected: vector.item as JsonObject });
  return compareWritten(codec, recordType, vector.item, stored, allowances);
}

/** `raw-put`, where the item came after the answer. */
export function judgeLatePut(vector: ItemVector): Judgement {
  const expected = vector.item as JsonObject;
  return failed('wrong', 'the store had no item with this key when the answer came, and has one now', { expected });
}

/**
 * `raw-put`, where nothing is stored under the key: whether the item was written under another one.
 *
 * @param sent the item that the writer says it sends
 */
export function checkSentKey(vector: ItemVector, sent: Item): Judgement {
  const key = vector.keys['primary'] ?? {};
  const name = Object.keys(key).find((each) => !compareExactly(key[each] as JsonObject, sent[each]).passed);
  if (name === undefined) return passed;
  return failed(
    'wrong',
    `the store has no item with this key; it is sent under another one, in which "${name}" differs`,
    { path: [name], expected: key[name] as JsonObject, actual: sent[name] as JsonObject | undefined },
  );
}

/** The record that a stored item means to whoever reads it. */
export function meaningOf(codec: Codec, recordType: RecordType, stored: Item): JsonObject {
  const decoded = codec.decode(stored, recordType.name);
  if (!decoded.ok) throw new TypeError(`an item that passed raw-put cannot be decoded: ${decoded.error.message}`);
  return decoded.value.record;
}

/**
 * `read-back` and `cross-read`: the record that is read through the store is the one that the stored item means.
 *
 * @param meant what `meaningOf` says
 */
export function checkRead(
  recordType: RecordType,
  meant: JsonObject,
  answer: Answer,
  allowances: Allowances,
): Judgement {
  if (answer.kind !== 'ok') return judgeTrouble(answer, meant);
  return (
    lacks(answer, 'record', meant) ?? compareRecords(recordType, meant, answer.value['record'], allowances.notRead)
  );
}

/** An answer of another shape shows what it has instead: mostly a member that is called nearly the same. */
function lacks({ value }: Extract<Answer, { kind: 'ok' }>, name: string, expected: JsonObject): Judgement | undefined {
  if (value[name] !== undefined) return undefined;
  const others = Object.keys(value).map((each) => JSON.stringify(each));
  const instead = others.length === 0 ? 'it is empty' : `it has ${others.slice(0, 3).join(', ')}`;
  return failed('wrong', `the answer has no "${name}": ${instead}`, { expected, actual: value as JsonObject });
}

/** Compares a written item; what the writer may choose itself need only be there and valid. */
function compareWritten(
  codec: Codec,
  recordType: RecordType,
  expected: Item,
  actual: unknown,
  { generated }: Allowances,
): Judgement {
  const compared = compareItems(expected as JsonObject, actual, generated);
  if (!compared.passed || generated.length === 0) return compared;
  const missing = generated.find(
    (name) => Object.hasOwn(expected, name) && !(isObject(actual) && Object.hasOwn(actual, name)),
  );
  if (missing !== undefined)
    return failed('wrong', `"${missing}" is missing`, {
      path: [missing],
      expected: expected[missing] as JsonObject | undefined,
    });
  const decoded = codec.decode(actual, recordType.name);
  return decoded.ok ? passed : failed('wrong', decoded.error.message, { path: segmentsOf(decoded.error.path) });
}
