import type { ValueType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import type { AttributeValue } from '../../value/attribute-value.ts';
import type { Json } from '../../value/json.ts';
import type { CompileSlot, ValueCodec } from '../value-codec.ts';

type ListType = Extract<ValueType, { kind: 'list' }>;

export function listCodec(type: ListType, compile: CompileSlot): ValueCodec {
  const items = compile(type.items);
  const check = (list: readonly unknown[]): Violation | undefined => {
    if (list.length === 0 && !type.allowEmpty) return new Violation('empty', list, 'a list that is not empty');
    if (list.length < type.minItems) return new Violation('min-items', list, `at least ${type.minItems} items`);
    if (type.maxItems !== null && list.length > type.maxItems)
      return new Violation('max-items', list, `at most ${type.maxItems} items`);
    return undefined;
  };
  return {
    write: (value) => {
      if (!Array.isArray(value)) return new Violation('type', value, 'a list');
      const L: AttributeValue[] = [];
      for (const [index, each] of value.entries()) {
        const written = items.write(each) ?? new Violation('empty', each, 'a value; this one would be left out');
        if (written instanceof Violation) return written.within(String(index));
        L.push(written);
      }
      return check(value) ?? { L };
    },
    read: (value) => {
      if (!('L' in value)) return new Violation('type', value, 'type L');
      const list: Json[] = [];
      for (const [index, each] of value.L.entries()) {
        const read = items.read(each);
        if (read instanceof Violation) return read.within(String(index));
        list.push(read);
      }
      return check(list) ?? list;
    },
  };
}
