import type { BinaryType, NumberType, ScalarType, StringType, TimestampType } from '../../model/model.ts';
import { timeSources } from '../../value/time-source.ts';
import type { TimestampFormat } from '../../value/timestamp.ts';
import type { JsonSchema } from './json-schema.ts';

/** What timestamps look like. That a day exists no pattern says: that is for `format`, where a validator looks at it. */
const timestamps: { readonly [format in TimestampFormat]: { readonly source: string; readonly format?: string } } = {
  'iso-seconds': { source: timeSources['iso-seconds'], format: 'date-time' },
  'iso-milliseconds': { source: timeSources['iso-milliseconds'], format: 'date-time' },
  'iso-microseconds': { source: timeSources['iso-microseconds'], format: 'date-time' },
  rfc3339: { source: timeSources.rfc3339, format: 'date-time' },
  date: { source: timeSources.date, format: 'date' },
  month: { source: timeSources.month },
  'epoch-seconds': { source: '(?:0|[1-9][0-9]{0,11})' },
  'epoch-milliseconds': { source: '(?:0|[1-9][0-9]{0,14})' },
};

/** Scalars are text in record JSON: also numbers, since a double would not hold them. */
export function scalarSchema(type: ScalarType): JsonSchema {
  if (type.kind === 'string') return stringSchema(type);
  if (type.kind === 'binary') return binarySchema(type);
  return type.kind === 'timestamp' ? timestampSchema(type) : numberSchema(type);
}

/**
 * Lengths count code points here as there, and patterns have the same syntax. Bytes cannot be said: a text of so many
 * bytes has at most as many code points, and the rest is a comment.
 */
export function stringSchema(type: StringType): JsonSchema {
  if (type.enum !== null) return { type: 'string', enum: type.enum };
  const minLength = Math.max(type.minLength, type.allowEmpty ? 0 : 1);
  return {
    type: 'string',
    ...(minLength > 0 ? { minLength } : {}),
    ...(type.maxLength === null ? {} : { maxLength: type.maxLength }),
    ...(type.maxBytes === undefined ? {} : { $comment: `at most ${type.maxBytes} bytes of UTF-8` }),
    ...(type.pattern === null ? {} : { pattern: wholeText(type.pattern.source) }),
    ...(type.reserved.length === 0 ? {} : { not: { enum: type.reserved } }),
  };
}

/** A pattern of the dialect matches the whole value; one of JSON Schema matches anywhere in it. */
function wholeText(source: string): string {
  const body = source.replace(/^\^/, '').replace(/(?<!\\)((?:\\\\)*)\$$/, '$1');
  return `^(?:${body})$`;
}

function numberSchema(type: NumberType): JsonSchema {
  if (type.enum !== null && type.kind === 'integer') return { type: 'string', enum: type.enum };
  return type.kind === 'integer'
    ? { type: 'string', pattern: '^(?:0|-?[1-9][0-9]{0,37})$' }
    : { type: 'string', pattern: decimal };
}

const decimal = '^[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?$';

function timestampSchema(type: TimestampType): JsonSchema {
  const { source, format } = timestamps[type.format];
  return { type: 'string', ...(format === undefined ? {} : { format }), pattern: `^${source}$` };
}

/** Padded base64, of which the bits before the padding that belong to no byte are zero (RFC 4648 §3.5). */
const base64 = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$';

/** Padded base64. Its length says how many bytes there are to within two, and its padding how many of those are missing. */
function binarySchema({ minLength, maxLength, allowEmpty }: BinaryType): JsonSchema {
  const fewest = Math.max(minLength, allowEmpty ? 0 : 1);
  const [shortest, longest] = [textLength(fewest), maxLength === null ? null : textLength(maxLength)];
  // So many padding characters a text of the shortest length may have, and one of the longest length must have.
  const mayHave = (3 - (fewest % 3)) % 3;
  const mustHave = maxLength === null ? 0 : (3 - (maxLength % 3)) % 3;
  const excluded = [
    ...(fewest > 0 && mayHave < 2 ? [{ maxLength: shortest, pattern: `${'='.repeat(mayHave + 1)}$` }] : []),
    ...(longest !== null && mustHave > 0 ? [{ minLength: longest, not: { pattern: `${'='.repeat(mustHave)}$` } }] : []),
  ];
  return {
    type: 'string',
    contentEncoding: 'base64',
    pattern: base64,
    minLength: shortest,
    ...(longest === null ? {} : { maxLength: longest }),
    ...(excluded.length === 0 ? {} : { not: { anyOf: excluded } }),
  };
}

/** The length of padded base64 of so many bytes. */
function textLength(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** DynamoDB has no key of a map without characters. */
export const keyOfMap: JsonSchema = { type: 'string', minLength: 1 };

/** DynamoDB JSON, as it stands in free-form values: one member, which names the type. */
export const attributeValue: JsonSchema = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    S: { type: 'string' },
    N: { type: 'string', pattern: decimal },
    B: { type: 'string', pattern: base64 },
    BOOL: { type: 'boolean' },
    NULL: { const: true },
    L: { type: 'array', items: { $ref: '#/$defs/attributeValue' } },
    M: { type: 'object', propertyNames: keyOfMap, additionalProperties: { $ref: '#/$defs/attributeValue' } },
    SS: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
    NS: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: decimal } },
    BS: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: base64 } },
  },
};
