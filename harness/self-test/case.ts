import type { Answer } from '../../src/check/answer.ts';
import {
  checkItemDecode,
  checkItemEncode,
  checkKeyBuild,
  checkKeyParse,
  checkRefusal,
} from '../../src/check/checks.ts';
import type { Judgement } from '../../src/check/problem.ts';
import type { CheckId } from '../../src/check/registry.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { RefusalVector, VectorFile } from '../../src/vector/vector.ts';
import { toAnswer } from '../drivers/reference-driver.ts';

/** The operations of a codec that a check without a store asks for. */
type Method = 'buildKeys' | 'parseKey' | 'encode' | 'decode';

/** One comparison of a run, with any codec in the place of a program. */
export type Case = {
  readonly check: CheckId;
  readonly vector: string;
  readonly method: Method;
  readonly judge: (codec: Codec) => Judgement;
};

/** Nothing is forgiven: a codec chooses no values itself, and returns whatever it reads. */
const strict = { generated: [], notRead: [] } as const;

/** The comparisons that a run makes of a vector file without a store, in its order. */
export function casesOf(reference: Codec, recordType: RecordType, file: VectorFile): readonly Case[] {
  const { name } = recordType;
  switch (file.kind) {
    case 'refusals':
      return file.vectors.map((vector) => refusalCase(name, vector));
    case 'reads':
      return file.vectors.map((vector) => ({
        check: 'item-decode',
        vector: vector.id,
        method: 'decode',
        judge: (codec) => checkItemDecode(recordType, vector, decode(codec, name, vector.item), strict),
      }));
    case 'items':
      return file.vectors.flatMap((vector): readonly Case[] => [
        {
          check: 'key-build',
          vector: vector.id,
          method: 'buildKeys',
          judge: (codec) => checkKeyBuild(vector, buildKeys(codec, name, vector.record)),
        },
        ...Object.entries(vector.keys)
          .filter(([index, key]) => reference.parseKey(name, index, key).ok)
          .map(
            ([index, key]): Case => ({
              check: 'key-parse',
              vector: vector.id,
              method: 'parseKey',
              judge: (codec) => checkKeyParse(reference, recordType, index, key, parseKey(codec, name, index, key)),
            }),
          ),
        {
          check: 'item-encode',
          vector: vector.id,
          method: 'encode',
          judge: (codec) => checkItemEncode(reference, recordType, vector, encode(codec, name, vector.record), strict),
        },
        {
          check: 'item-decode',
          vector: vector.id,
          method: 'decode',
          judge: (codec) => checkItemDecode(recordType, vector, decode(codec, name, vector.item), strict),
        },
      ]);
  }
}

function refusalCase(name: string, vector: RefusalVector): Case {
  const { id } = vector;
  switch (vector.op) {
    case 'key.build':
      return {
        check: 'key-build-refusal',
        vector: id,
        method: 'buildKeys',
        judge: (codec) => checkRefusal(vector, buildKeys(codec, name, vector.record)),
      };
    case 'key.parse':
      return {
        check: 'key-parse-refusal',
        vector: id,
        method: 'parseKey',
        judge: (codec) => checkRefusal(vector, parseKey(codec, name, vector.index, vector.key)),
      };
    case 'item.encode':
      return {
        check: 'item-encode-refusal',
        vector: id,
        method: 'encode',
        judge: (codec) => checkRefusal(vector, encode(codec, name, vector.record)),
      };
    case 'item.decode':
      return {
        check: 'item-decode-refusal',
        vector: id,
        method: 'decode',
        judge: (codec) => checkRefusal(vector, decode(codec, name, vector.item)),
      };
  }
}

function buildKeys(codec: Codec, recordType: string, record: unknown): Answer {
  return toAnswer(codec.buildKeys(recordType, record), (keys) => ({ keys }));
}

function parseKey(codec: Codec, recordType: string, index: string, key: unknown): Answer {
  return toAnswer(codec.parseKey(recordType, index, key), (components) => ({ components }));
}

function encode(codec: Codec, recordType: string, record: unknown): Answer {
  return toAnswer(codec.encode(recordType, record), (item) => ({ item }));
}

function decode(codec: Codec, recordType: string, item: unknown): Answer {
  return toAnswer(codec.decode(item, recordType), ({ record }) => ({ record }));
}
