import type { Attribute } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import type { AttributeValue } from '../../value/attribute-value.ts';
import { isObject, type Json } from '../../value/json.ts';
import { compileMembers } from '../members.ts';
import { compilePlaces } from '../places.ts';
import type { CompileSlot, ValueCodec } from '../value-codec.ts';

/** A map with declared members: like a small record. Members that are not declared are refused. */
export function structCodec(members: readonly Attribute[], compile: CompileSlot): ValueCodec {
  const compiled = compileMembers(members, compile);
  const names = new Set(members.map((member) => member.name));
  const placed = compilePlaces([...names], () => undefined);
  const unknownIn = (object: { readonly [key: string]: unknown }): Violation | undefined => {
    const unknown = Object.keys(object).find((key) => !names.has(key));
    return unknown === undefined
      ? undefined
      : new Violation('unknown', object[unknown], 'no such member').within(unknown);
  };
  return {
    write: (value, leaveOut) => {
      if (!isObject(value)) return new Violation('type', value, 'an object');
      const M: { [key: string]: AttributeValue } = {};
      return unknownIn(value) ?? compiled.write(value, M, leaveOut) ?? { M };
    },
    read: (value, defaulted) => {
      if (!('M' in value)) return new Violation('type', value, 'type M');
      const object: { [key: string]: Json } = {};
      const { values, others } = placed(value.M);
      const [unknown] = others;
      if (unknown !== undefined) return new Violation('unknown', unknown.value, 'no such member').within(unknown.name);
      const found = compiled.read(values, object, defaulted);
      return found instanceof Violation ? found : object;
    },
  };
}
