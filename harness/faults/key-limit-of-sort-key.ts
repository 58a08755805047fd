import type { Codec } from '../../src/item/codec.ts';
import { tagsOf } from '../../src/value/attribute-value.ts';
import type { Fault } from './fault.ts';
import { recordTypeOf } from './support/decorate.ts';

export const keyLimitOfSortKey: Fault = {
  id: 'key-limit-of-sort-key',
  summary: 'Partition keys of more than 1024 bytes are refused, which is the limit of sort keys.',
  hazard: 'key-length-bytes',
  seenIn: 'One constant MAX_KEY_BYTES for both; DynamoDB allows 2048 bytes in a partition key.',
  killedBy: 'key-build',

  apply: (codec) => {
    const buildKeys: Codec['buildKeys'] = (name, record) => {
      const built = codec.buildKeys(name, record);
      const recordType = recordTypeOf(codec, name);
      if (!built.ok || recordType === undefined) return built;
      const long = Object.values(built.value)
        .flatMap((key) => Object.values(key))
        .map((value) => tagsOf(value).S ?? '')
        .find((text) => Buffer.byteLength(text) > 1024);
      if (long === undefined) return built;
      const message = 'a key is too long';
      const expected = 'at most 1024 bytes';
      const { at } = recordType;
      return {
        ok: false,
        error: { class: 'invalid-record', rule: 'key-too-long', path: '', message, value: long, expected, at },
      };
    };
    return { ...codec, buildKeys };
  },
};
