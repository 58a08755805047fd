import type { Codec } from '../../../src/item/codec.ts';
import { textInRecord } from '../../../src/item/texts.ts';
import { encodeComponent } from '../../../src/key/encoding/encode.ts';
import { typeOfComponent } from '../../../src/model/component-types.ts';
import type { ComponentToken, KeyPart, RecordType, ScalarType } from '../../../src/model/model.ts';
import { tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject, type JsonObject } from '../../../src/value/json.ts';
import { recordTypeOf } from './decorate.ts';
import { mapMembers } from './walk.ts';

/** A component in its place: its value in the record, and what the design makes of it in the key. */
export type Filled = {
  readonly token: ComponentToken;
  readonly type: ScalarType;
  readonly value: string;
  readonly text: string;
  /** The text without its padding. */
  readonly bare: string;
};

/** Puts key attributes together in a way of its own. Those of which a component is not in the record stay as they are. */
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
    const value = textInRecord(record, token.name.split('.'));
    const type = typeOfComponent(recordType, token.name) as ScalarType | undefined;
    const { encodings } = token;
    if (type === undefined) return undefined;
    const text = encodeComponent(value, encodings, type);
    const unpadded = encodings.filter(({ kind }) => kind !== 'pad');
    const bare = unpadded.length === encodings.length ? text : encodeComponent(value, unpadded, type);
    if (typeof text !== 'string' || typeof bare !== 'string') return undefined;
    // What stands for nothing is no text of a value.
    pieces.push(value === undefined ? text : { token, type, value, text, bare });
  }
  return pieces;
}
