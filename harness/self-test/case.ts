import type { Judgement } from '../../src/check/problem.ts';
import { type CheckId, refusalCheckOf } from '../../src/check/registry.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { KeyVector, VectorFile } from '../../src/vector/vector.ts';
import { codecAnswer } from '../drivers/reference-driver.ts';
import { type Comparison, judge, requestOf } from '../engine/comparison.ts';

/** The methods of a codec that answer the operations without a store. */
const methods = {
  'key.build': 'buildKeys',
  'key.parse': 'parseKey',
  'item.encode': 'encode',
  'item.decode': 'decode',
} as const;

/** One comparison of a run, with any codec in the place of a program. */
export type Case = {
  readonly check: CheckId;
  readonly vector: string;
  readonly method: (typeof methods)[keyof typeof methods];
  readonly judge: (codec: Codec) => Judgement;
};

/** Nothing is forgiven: a codec chooses no values itself, and returns whatever it reads. */
const strict = { generated: [], notRead: [] } as const;

/** The comparisons that a run makes of a vector file without a store, in its order. */
export function casesOf(reference: Codec, recordType: RecordType, file: VectorFile): readonly Case[] {
  const toCase = (comparison: Omit<Comparison, 'recordType'>): Case => {
    const whole = { ...comparison, recordType };
    const request = requestOf(whole);
    return {
      check: comparison.check,
      vector: comparison.vector.id,
      method: methods[request.op],
      judge: (codec) => judge(reference, whole, codecAnswer(codec, request), strict),
    };
  };
  const keysOf = (vector: KeyVector): readonly Case[] => [
    toCase({ vector, check: 'key-build' }),
    ...Object.entries(vector.keys)
      .filter(([index, key]) => reference.parseKey(recordType.name, index, key).ok)
      .map(([index]) => toCase({ vector, check: 'key-parse', index })),
  ];
  switch (file.kind) {
    case 'refusals':
      return file.vectors.map((vector) => toCase({ vector, check: refusalCheckOf(vector.op) }));
    case 'reads':
      return file.vectors.map((vector) => toCase({ vector, check: 'item-decode' }));
    case 'order':
      return file.vectors.flatMap((vector) =>
        vector.entries.map((_, entry) => toCase({ vector, check: 'key-build', index: vector.index, entry })),
      );
    case 'keys':
      return file.vectors.flatMap(keysOf);
    case 'items':
      return file.vectors.flatMap((vector) => [
        ...keysOf(vector),
        toCase({ vector, check: 'item-encode' }),
        toCase({ vector, check: 'item-decode' }),
      ]);
  }
}
