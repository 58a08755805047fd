import type { Encoding, RecordType, ValueType } from '../model/model.ts';
import { isEpochFormat } from '../value/timestamp.ts';

/**
 * The hazards that ordinary values show already, since they follow from the types of attributes and the shape of keys:
 * what a library makes of a set, how a hash is computed.
 */
export function ordinaryHazards(recordType: RecordType): readonly string[] {
  const { attributes, families, keys } = recordType;
  const parts = keys.flatMap((key) => key.parts);
  const tokens = parts.flatMap((part) => part.pattern.tokens);
  const enumerated = new Set(
    attributes.filter(({ type }) => type.kind === 'string' && type.enum !== null).map(({ name }) => name),
  );
  return [
    ...new Set([
      ...(attributes.length > 0 ? ['attr-name-convention'] : []),
      ...(keys.length > 1 ? ['gsi-sparse'] : []),
      ...parts.flatMap((part) => (part.attribute.type === 'S' ? [] : ['key-type-mismatch'])),
      ...tokens.flatMap((token) => {
        if (token.kind === 'literal') return token.text === token.text.toLowerCase() ? [] : ['key-library-lowercases'];
        const own = enumerated.has(token.name) ? ['key-enum-interpolation'] : [];
        return [...own, ...token.encodings.flatMap((encoding) => encodingHazards[encoding.kind])];
      }),
      ...[...attributes, ...families].flatMap(({ type }) => hazardsOfType(type)),
    ]),
  ];
}

/** The hazards of leaving something out: all that a record type may lack, or one attribute. */
export function hazardsOfAbsence({ keys }: RecordType, name?: string): readonly string[] {
  const leaves = keys.some(({ when }) =>
    when.some(({ component }) => name === undefined || component.split('.')[0] === name),
  );
  return ['null-missing-vs-default', ...(leaves ? ['gsi-sparse'] : [])];
}

const encodingHazards: { readonly [kind in Encoding['kind']]: readonly string[] } = {
  pad: ['key-pad-width'],
  lower: ['key-case-folding-unicode'],
  upper: ['key-case-folding-unicode'],
  trim: ['key-whitespace-trim'],
  strip: [],
  percent: ['key-escape-function-divergence'],
  time: ['time-local-zone'],
  shard: ['key-hash-shard-suffix'],
  sha256: [],
  or: ['key-null-interpolation'],
};

function hazardsOfType(type: ValueType): readonly string[] {
  switch (type.kind) {
    case 'string':
      return type.enum === null ? [] : ['enum-representation'];
    case 'integer':
      return type.storedAs === 'S' ? ['num-text-confusion'] : [];
    case 'decimal':
      return [type.storedAs === 'S' ? 'num-text-confusion' : 'num-decimal-type-not-n'];
    case 'timestamp':
      return [isEpochFormat(type.format) ? 'time-unit' : 'time-native-type'];
    case 'boolean':
      return ['bool-as-number-or-string'];
    case 'binary':
      return ['bin-rust-vec-u8-is-list', 'bin-double-base64'];
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return ['set-or-list', ...hazardsOfType(type.items)];
    case 'list':
      return [
        ...(type.items.type.kind === 'binary' ? ['bin-list-becomes-set'] : []),
        ...hazardsOfType(type.items.type),
      ];
    case 'map':
      return hazardsOfType(type.values.type);
    case 'struct':
      return ['struct-flattening', ...type.members.flatMap((member) => hazardsOfType(member.type))];
    case 'union':
      // The ordinary value of a union is one of its first variant.
      return type.variants.slice(0, 1).flatMap(hazardsOfType);
    default:
      return [];
  }
}
