import type { Codec } from '../../src/item/codec.ts';
import { codecOf } from './codec.ts';

/** The text of a schema with one record type "thing", whose key is "T#{id}" and whose other attributes are given. */
export function smallSchema(
  attributes: string,
  options: { readonly thing?: string; readonly top?: string } = {},
): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK }, by_x: { partition_key: XPK, sort_key: XSK } } }
parameters:
  id: { type: string, pattern: '[a-z0-9-]+', max_length: 40 }
  limit: { type: string, pattern: '[a-z_]+', reserved: [wcu] }
${options.top ?? ''}
record_types:
  thing:
    pk_pattern: 'T#{id}'
${indent(options.thing ?? '', 4)}
    attributes:
${indent(attributes.trim() === '' ? '{}' : attributes, 6)}
`;
}

/** The codec of such a schema. */
export function smallCodec(...parts: Parameters<typeof smallSchema>): Codec {
  return codecOf(smallSchema(...parts));
}

function indent(text: string, width: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(width) + line)
    .join('\n');
}
