import type { ValueType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import type { AttributeValue } from '../../value/attribute-value.ts';
import type { Json } from '../../value/json.ts';
import { defaultedWithin, refuseStray } from '../defaulted.ts';
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
    write: (value, leaveOut) => {
      if (!Array.isArray(value)) return new Violation('type', value, 'a list');
      const stray =
        leaveOut === undefined
          ? undefined
          : refuseStray(leaveOut, (name) => name !== 'length' && Object.hasOwn(value, name));
      if (stray !== undefined) return stray;
      const L: AttributeValue[] = [];
      for (const [index, each] of value.entries()) {
        const written =
          items.write(each, leaveOut?.inside.get(String(index))) ??
          new Violation('empty', each, 'a value; this one would be left out');
        if (written instanceof Violation) return written.within(String(index));
        L.push(written);
      }
      return check(value) ?? { L };
    },
    read: (value, defaulted) => {
      if (!('L' in value)) return new Violation('type', value, 'type L');
      const list: Json[] = [];
      for (const [index, each] of value.L.entries()) {
        const start = defaulted.length;
        const read = items.read(each, defaulted);
        if (read instanceof Violation) return read.within(String(index));
        if (defaulted.length > start) defaultedWithin(defaulted, start, String(index));
        list.push(read);
      }
      return check(list) ?? list;
    },
  };
}
