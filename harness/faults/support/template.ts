import type { Codec } from '../../../src/item/codec.ts';
import { typeOfComponent } from '../../../src/model/component-types.ts';
import type { ComponentToken, KeyPart, RecordType, ScalarType } from '../../../src/model/model.ts';
import { tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject, type JsonObject, ownProperty } from '../../../src/value/json.ts';
import { recordTypeOf } from './decorate.ts';
import { mapMembers } from './walk.ts';

/** A component in its place: its value in the record, and what the design makes of it in the key. */
export type Filled = {
  readonly token: ComponentToken;
  readonly type: ScalarType;
  readonly value: string;
  readonly text: string;
};

/** Puts key attributes together in a way of its own. Those of which a component is hashed, cut or nested stay as they are. */
export function joiningKeys(codec: Codec, join: (pieces: readonly (string | Filled)[]) => string): Codec {
  return {
    ...codec,
    buildKeys: (name, record) => {
      const built = codec.buildKeys(name, record);
      const recordType = recordTypeOf(codec, name);
      if (!built.ok || recordType === undefined || !isObject(record)) return built;
      const parts = new Map(recordType.keys.flatMap((key) => key.parts.map((part) => [part.attribute.name, part])));
      const value = Object.entries(built.value).map(([index, key]) => {
        const attributes = mapMembers(key, (each, attribute) => {
          const part = parts.get(attribute);
          const pieces = part === undefined ? undefined : piecesOf(part, recordType, record as JsonObject);
          return pieces === undefined || tagsOf(each).S === undefined ? each : { S: join(pieces) };
        });
        return [index, attributes] as const;
      });
      return { ok: true, value: Object.fromEntries(value) };
    },
  };
}

/** The same for the text of each component. */
export function fillingComponents(codec: Codec, fill: (component: Filled) => string): Codec {
  return joiningKeys(codec, (pieces) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : fill(piece))).join(''),
  );
}

function piecesOf(
  { pattern }: KeyPart,
  recordType: RecordType,
  record: JsonObject,
): readonly (string | Filled)[] | undefined {
  const pieces: (string | Filled)[] = [];
  for (const token of pattern.tokens) {
    if (token.kind === 'literal') {
      pieces.push(token.text);
      continue;
    }
    const value = ownProperty(record, token.name);
    const type = typeOfComponent(recordType, token.name);
    const text = typeof value === 'string' ? padded(value, token) : undefined;
    if (typeof value !== 'string' || type === undefined || text === undefined) return undefined;
    pieces.push({ token, type: type as ScalarType, value, text });
  }
  return pieces;
}

function padded(value: string, { encodings }: ComponentToken): string | undefined {
  const [first, second] = encodings;
  if (first === undefined) return value;
  return first.kind === 'pad' && second === undefined ? value.padStart(first.width, '0') : undefined;
}
