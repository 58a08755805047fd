import type { Answer } from '../../src/check/answer.ts';
import type { Codec } from '../../src/item/codec.ts';
import { firstDifference } from '../../src/value/difference.ts';
import type { JsonObject } from '../../src/value/json.ts';
import { refusalOf } from '../../src/vector/refusal.ts';
import type {
  ItemVector,
  KeyVector,
  OrderVector,
  ReadVector,
  RefusalInput,
  RefusalVector,
} from '../../src/vector/vector.ts';
import { accepted } from './results.ts';

/** The vector of a record, as the generator would write it. */
export function itemVector(codec: Codec, recordType: string, slug: string, record: JsonObject): ItemVector {
  const item = accepted(codec.encode(recordType, record));
  const read = accepted(codec.decode(item, recordType)).record;
  return {
    id: `${recordType}/${slug}`,
    description: 'a record',
    scenario: 'all-attributes',
    subject: '',
    hazards: [],
    record,
    keys: accepted(codec.buildKeys(recordType, record)),
    item,
    ...(firstDifference(record, read) === undefined ? {} : { read }),
  };
}

/** The vector of the keys of a record. */
export function keyVector(codec: Codec, recordType: string, slug: string, record: JsonObject): KeyVector {
  const keys = accepted(codec.buildKeys(recordType, record));
  return {
    id: `${recordType}/${slug}`,
    description: 'keys',
    scenario: 'all-attributes',
    subject: '',
    hazards: [],
    record,
    keys,
  };
}

/** The vector of records in the order of an index, which is that in which they are given. */
export function orderVector(
  codec: Codec,
  recordType: string,
  slug: string,
  index: string,
  records: readonly JsonObject[],
): OrderVector {
  const entries = records.map((record) => ({
    record,
    key: accepted(codec.buildKeys(recordType, record))[index] ?? {},
  }));
  return {
    id: `${recordType}/${slug}`,
    description: 'an order',
    scenario: 'all-attributes',
    subject: '',
    hazards: [],
    index,
    entries,
  };
}

/** The vector of an item that must be read. */
export function readVector(codec: Codec, recordType: string, slug: string, item: ReadVector['item']): ReadVector {
  const { record } = accepted(codec.decode(item, recordType));
  return {
    id: `${recordType}/${slug}`,
    description: 'an item',
    scenario: 'all-attributes',
    subject: '',
    hazards: [],
    item,
    record,
  };
}

/** The vector of something that must be refused. */
export function refusalVector(codec: Codec, recordType: string, slug: string, input: RefusalInput): RefusalVector {
  const refused = refusalOf(codec, recordType, input);
  if (refused === undefined) throw new TypeError(`${recordType}/${slug} is accepted`);
  const { class: refusalClass, path, rule } = refused;
  return {
    id: `${recordType}/${slug}`,
    description: 'a mistake',
    scenario: 'unknown-member',
    subject: '',
    hazards: [],
    ...input,
    error: { class: refusalClass, path, rule },
  };
}

/** An answer with these members. */
export function ok(value: { readonly [member: string]: unknown }): Answer {
  return { kind: 'ok', value };
}

/** An answer that is an error of this class. */
export function error(errorClass: string, message = 'because'): Answer {
  return { kind: 'error', class: errorClass, message };
}
