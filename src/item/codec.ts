import { didYouMean } from '../diagnostics/suggest.ts';
import type { Model, RecordType, SourceReference } from '../model/model.ts';
import { type Rule, Violation } from '../scalar/violation.ts';
import type { Item } from '../value/attribute-value.ts';
import { isObject } from '../value/json.ts';
import { compileCandidates } from './candidates.ts';
import type { Keys } from './keys-of-item.ts';
import { compileRecord, type Decoded, type EncodeOptions, type Opened, type RecordCodec } from './record-codec.ts';
import { keyOf, unrecognised } from './unrecognised.ts';

/** What was refused: a record to be written, an item that was read, or a key. */
export type RefusalClass = 'invalid-record' | 'invalid-item' | 'invalid-key';

/** Why something was refused, for a program and for a person. */
export type Refusal = {
  readonly class: RefusalClass;
  readonly rule: Rule;
  /** JSON pointer (RFC 6901) into the record, item or key. */
  readonly path: string;
  readonly message: string;
  readonly value: unknown;
  readonly expected: string;
  /** The place in the schema that says so. */
  readonly at: SourceReference | undefined;
};

/** An answer or a refusal. Bad input is never an exception. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** What was found in an item, and the record type that it is of. */
export type DecodedItem = Decoded & { readonly recordType: string };

type Identified = { readonly codec: RecordCodec; readonly opened: Opened };

/** The reference codec of a schema. Every function is pure, and total: it answers whatever it is given. */
export type Codec = {
  readonly model: Model;
  /** A record as an item, key attributes included. */
  readonly encode: (recordType: string, record: unknown, options?: EncodeOptions) => Result<Item>;
  /** An item as a record. Without a record type, finds it by the primary key. */
  readonly decode: (item: unknown, recordType?: string) => Result<DecodedItem>;
  /** The record type whose primary key an item has. */
  readonly identify: (item: unknown) => Result<RecordType>;
  /** The key attributes of a record, for each index that it is in. */
  readonly buildKeys: (recordType: string, record: unknown) => Result<Keys>;
  /** The primary key that components make, checked like those of a record. */
  readonly primaryKey: (recordType: string, components: unknown) => Result<Item>;
  /** The components of the key of one index. */
  readonly parseKey: (
    recordType: string,
    index: string,
    key: unknown,
  ) => Result<{ readonly [component: string]: string }>;
};

/** Compiles a model. What can be decided about the schema is decided now; encoding and decoding only run closures. */
export function compileCodec(model: Model): Codec {
  const codecs = new Map(model.recordTypes.map((recordType) => [recordType.name, compileRecord(recordType)]));

  const find = (name: string): RecordCodec | Violation =>
    codecs.get(name) ??
    new Violation(
      'record-type',
      name,
      `a record type of ${model.name}; ${didYouMean(name, [...codecs.keys()])}`,
    ).within('record_type');

  const candidates = compileCandidates([...codecs.values()]);

  const identify = (item: unknown, unless = ''): Identified | Violation => {
    if (!isObject(item)) return new Violation('type', item, 'an item, as an object');
    const found: Identified[] = [];
    for (const codec of candidates(item as Item)) {
      const opened = codec.recognise(item as Item);
      if (opened !== undefined) found.push({ codec, opened });
    }
    const [only, second] = found;
    if (only !== undefined && second === undefined) return only;
    if (only === undefined) {
      const keyed = candidates(item as Item).filter((codec) => codec.hasKey(item as Item));
      return unrecognised(model, item, keyed);
    }
    return new Violation(
      'record-type',
      keyOf(model, item),
      `one record type, but ${found.map(({ codec }) => codec.recordType.name).join(' and ')} have this key${unless}`,
    );
  };

  const decode = (item: unknown, name: string | undefined): DecodedItem | Violation => {
    const identified = name === undefined ? identify(item, ', and no record type is given') : undefined;
    if (identified instanceof Violation) return identified;
    const codec = identified?.codec ?? find(name ?? '');
    if (codec instanceof Violation) return codec;
    const decoded = codec.decode(item, identified?.opened);
    if (decoded instanceof Violation) return decoded;
    const { record, defaulted, unknownAttributes } = decoded;
    return { record, defaulted, unknownAttributes, recordType: codec.recordType.name };
  };

  return {
    model,
    encode: (name, record, options) => {
      const codec = find(name);
      return toResult('invalid-record', codec instanceof Violation ? codec : codec.encode(record, options));
    },
    decode: (item, name) => toResult('invalid-item', decode(item, name)),
    identify: (item) => {
      const identified = identify(item);
      return toResult('invalid-item', identified instanceof Violation ? identified : identified.codec.recordType);
    },
    buildKeys: (name, record) => {
      const codec = find(name);
      return toResult('invalid-record', codec instanceof Violation ? codec : codec.buildKeys(record));
    },
    primaryKey: (name, components) => {
      const codec = find(name);
      return toResult('invalid-key', codec instanceof Violation ? codec : codec.primaryKey(components));
    },
    parseKey: (name, index, key) => {
      const codec = find(name);
      const parsed = codec instanceof Violation ? codec : codec.parseKey(index, key);
      return toResult('invalid-key', parsed instanceof Violation ? parsed : Object.fromEntries(parsed));
    },
  };
}

function toResult<Outcome>(refusalClass: RefusalClass, result: Outcome): Result<Exclude<Outcome, Violation>> {
  if (!(result instanceof Violation)) return { ok: true, value: result as Exclude<Outcome, Violation> };
  const { rule, path, message, value, expected, at } = result;
  return { ok: false, error: { class: refusalClass, rule, path, message, value, expected, at } };
}
