import type { SetType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import type { AttributeValue } from '../../value/attribute-value.ts';
import type { Json } from '../../value/json.ts';
import type { CompileSlot, ValueCodec } from '../value-codec.ts';

const tags = { string_set: ['SS', 'S'], number_set: ['NS', 'N'], binary_set: ['BS', 'B'] } as const;

/**
 * Sets are written in the order of their text, so that one set has one text. DynamoDB keeps no order, refuses
 * duplicates (numbers by value) and cannot store an empty set.
 */
export function setCodec(type: SetType, compile: CompileSlot): ValueCodec {
  const items = compile({ type: type.items, nullable: false });
  const [tag, itemTag] = tags[type.kind];
  return {
    write: (value) => {
      if (!Array.isArray(value)) return new Violation('type', value, 'a list of the members of a set');
      if (value.length === 0) {
        return type.emptySet === 'omit' ? undefined : new Violation('empty', value, 'a set that is not empty');
      }
      const members = new Set<string>();
      for (const [index, each] of value.entries()) {
        const written = items.write(each);
        const violation = written instanceof Violation ? written : addMember(members, textOf(written, itemTag), each);
        if (violation !== undefined) return violation.within(String(index));
      }
      return { [tag]: [...members].sort() } as unknown as AttributeValue;
    },
    read: (value, defaulted) => {
      const stored: unknown = (value as { readonly [tag: string]: unknown })[tag];
      if (!Array.isArray(stored)) return new Violation('type', value, `type ${tag}`);
      const members: Json[] = [];
      const seen = new Set<string>();
      for (const [index, each] of stored.entries()) {
        const read = items.read({ [itemTag]: each } as AttributeValue, defaulted);
        const violation = read instanceof Violation ? read : addMember(seen, String(read), each);
        if (violation !== undefined) return violation.within(String(index));
        members.push(read as Json);
      }
      return members;
    },
  };
}

function textOf(written: AttributeValue | undefined, tag: string): string {
  return String((written as { readonly [tag: string]: unknown } | undefined)?.[tag]);
}

function addMember(members: Set<string>, text: string, value: unknown): Violation | undefined {
  if (members.has(text)) return new Violation('duplicate', value, 'each member once');
  members.add(text);
  return undefined;
}
