import { type Codec, compileCodec } from '../../../src/item/codec.ts';
import type { Attribute, Family, KeyPart, KeyToken, RecordType, Slot, ValueType } from '../../../src/model/model.ts';
import { constantsOf } from '../../../src/model/union.ts';

/** A codec whose author read the design differently. */
export function misread(codec: Codec, change: (recordType: RecordType) => RecordType): Codec {
  return compileCodec({ ...codec.model, recordTypes: codec.model.recordTypes.map(change) });
}

/** The same for each attribute, members of maps included, wherever the maps are. */
export function misreadAttributes(codec: Codec, change: (attribute: Attribute) => Attribute): Codec {
  const deep = (attribute: Attribute): Attribute => change({ ...attribute, type: deepType(attribute.type) });
  const deepType = <Type extends ValueType>(type: Type): Type =>
    type.kind === 'struct' ? { ...type, members: type.members.map(deep) } : inside(type, deepType);
  return misread(codec, (recordType) => ({ ...recordType, attributes: recordType.attributes.map(deep) }));
}

export function misreadFamilies(codec: Codec, change: (family: Family) => Family): Codec {
  return misread(codec, (recordType) => ({ ...recordType, families: recordType.families.map(change) }));
}

/** The same for each type: of attributes, of families and the names of their members, of components, of what is inside. */
export function misreadTypes(codec: Codec, change: <Type extends ValueType>(type: Type) => Type): Codec {
  const deep = <Type extends ValueType>(type: Type): Type => change(inside(type, deep));
  return misread(codec, (recordType) => ({
    ...recordType,
    attributes: recordType.attributes.map((each) => ({ ...each, type: deep(each.type) })),
    families: recordType.families.map((each) => ({ ...each, type: deep(each.type), domain: deep(each.domain) })),
    components: recordType.components.map((each) => ({ ...each, type: deep(each.type) })),
  }));
}

/** The same for what is inside of the values of attributes, and not for the attributes themselves. */
export function misreadInside(codec: Codec, change: <Inner extends Slot>(slot: Inner) => Inner): Codec {
  const deep = (type: ValueType): ValueType => {
    const changed = <Inner extends Slot>(slot: Inner): Inner => change({ ...slot, type: deep(slot.type) });
    switch (type.kind) {
      case 'list':
        return { ...type, items: changed(type.items) };
      case 'map':
        return { ...type, values: changed(type.values) };
      case 'struct':
        return { ...type, members: type.members.map(changed) };
      case 'union':
        return { ...type, variants: type.variants.map((variant) => told(variant, deep(variant))) };
      default:
        return type;
    }
  };
  return misread(codec, (recordType) => ({
    ...recordType,
    attributes: recordType.attributes.map((each) => ({ ...each, type: deep(each.type) })),
  }));
}

function inside<Type extends ValueType>(type: Type, deep: <Inner extends ValueType>(inner: Inner) => Inner): Type {
  switch (type.kind) {
    case 'list':
      return { ...type, items: { ...type.items, type: deep(type.items.type) } };
    case 'map':
      return { ...type, values: { ...type.values, type: deep(type.values.type) } };
    case 'struct':
      return { ...type, members: type.members.map((each) => ({ ...each, type: deep(each.type) })) };
    case 'union':
      return { ...type, variants: type.variants.map((variant) => told(variant, deep(variant))) };
    default:
      return type;
  }
}

/** A variant that is misread, and is told from the others all the same: its constants stay as they are. */
function told(right: ValueType, wrong: ValueType): ValueType {
  if (right.kind !== 'struct' || wrong.kind !== 'struct') return wrong;
  const constants = new Set(constantsOf(right).map(({ name }) => name));
  return {
    ...wrong,
    members: wrong.members.map((each, index) => (constants.has(each.name) ? (right.members[index] ?? each) : each)),
  };
}

/** The same for the pattern of each key attribute. */
export function misreadTokens(
  codec: Codec,
  change: (tokens: readonly KeyToken[], part: KeyPart) => readonly KeyToken[],
): Codec {
  return misread(codec, (recordType) => ({
    ...recordType,
    keys: recordType.keys.map((key) => ({
      ...key,
      parts: key.parts.map((part) => ({
        ...part,
        pattern: { ...part.pattern, tokens: change(part.pattern.tokens, part) },
      })),
    })),
  }));
}

/** Only what writes is wrong. */
export function asWriter(codec: Codec, { encode, buildKeys }: Codec): Codec {
  return { ...codec, encode, buildKeys };
}

/** Only what reads items is wrong. */
export function asReader(codec: Codec, { decode }: Codec): Codec {
  return { ...codec, decode };
}

/** Only what takes keys apart is wrong. */
export function asParser(codec: Codec, { parseKey }: Codec): Codec {
  return { ...codec, parseKey };
}
