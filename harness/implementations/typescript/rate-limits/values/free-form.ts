import { NumberValueImpl } from '@aws-sdk/util-dynamodb';
import type { ItemJson } from '../../../../kits/typescript/index.ts';
import { marshallItem, unmarshallItem } from '../store/document-translation.ts';
import { mapAt } from './collections.ts';
import { InvalidValue } from './invalid-value.ts';
import { normalNumber } from './number-text.ts';
import { text } from './text.ts';
import type { ValueCodec } from './value-codec.ts';

type SetMember = string | NumberValueImpl | Uint8Array;

/** Whatever DynamoDB can hold, with exact numbers. */
export type DocumentValue =
  | null
  | boolean
  | SetMember
  | readonly DocumentValue[]
  | ReadonlyMap<string, DocumentValue>
  | ReadonlySet<SetMember>;

export type Document = ReadonlyMap<string, DocumentValue>;

/** A map whose shape is nobody's business; in a record it is DynamoDB JSON. */
export const freeForm: ValueCodec<Document> = {
  // Not more than a guess about the JSON: what is no DynamoDB JSON is refused on the way.
  fromRecord: (json, path) => documentAt(unmarshallItem(json as ItemJson, path), path),
  toRecord: (document) => marshallItem(Object.fromEntries(document)),
  fromAttribute: documentAt,
  toAttribute: (document) => document,
};

const anyText = text({ allowEmpty: true });

function documentAt(value: unknown, path: string): Document {
  return mapAt(value, path, documentValueAt);
}

function documentValueAt(value: unknown, path: string): DocumentValue {
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((element, at) => documentValueAt(element, `${path}[${at}]`));
  if (value instanceof Set) return setAt(value, path);
  if (isScalar(value)) return scalarAt(value, path);
  return documentAt(value, path);
}

function setAt(members: ReadonlySet<unknown>, path: string): ReadonlySet<SetMember> {
  const scalars = [...members].filter(isScalar).map((member) => scalarAt(member, path));
  // To a Set they are objects, each of them another one; and the same number may have been written in two ways.
  const numbers = scalars.filter((member) => member instanceof NumberValueImpl).map(String);
  if (new Set(numbers).size < numbers.length) throw new InvalidValue(path, 'must not repeat a member');
  return new Set(scalars);
}

function isScalar(value: unknown): value is SetMember {
  return typeof value === 'string' || value instanceof NumberValueImpl || value instanceof Uint8Array;
}

function scalarAt(value: SetMember, path: string): SetMember {
  if (typeof value === 'string') return anyText.fromAttribute(value, path);
  if (value instanceof Uint8Array) return value;
  const number = normalNumber(value.toString());
  if (number === undefined) throw new InvalidValue(path, 'must be a number that DynamoDB can hold');
  return NumberValueImpl.from(number);
}
