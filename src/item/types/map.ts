import type { ValueType } from '../../model/model.ts';
import { Violation } from '../../scalar/violation.ts';
import { type AttributeValue, tagsOf } from '../../value/attribute-value.ts';
import { isObject, type Json, setProperty } from '../../value/json.ts';
import { isWellFormed } from '../../value/text.ts';
import { defaultedWithin, refuseStray } from '../defaulted.ts';
import type { CompileSlot, ValueCodec } from '../value-codec.ts';

type MapType = Extract<ValueType, { kind: 'map' }>;

export function mapCodec(type: MapType, compile: CompileSlot): ValueCodec {
  const values = compile(type.values);
  const checkKey = (key: string): Violation | undefined => {
    if (key === '') return new Violation('empty', key, 'a key that is not empty');
    return isWellFormed(key) ? undefined : new Violation('unicode', key, 'well-formed Unicode');
  };
  return {
    write: (value, leaveOut) => {
      if (!isObject(value)) return new Violation('type', value, 'an object');
      const stray = leaveOut === undefined ? undefined : refuseStray(leaveOut, (name) => Object.hasOwn(value, name));
      if (stray !== undefined) return stray;
      const keys = Object.keys(value);
      if (keys.length === 0 && !type.allowEmpty) return new Violation('empty', value, 'an object that is not empty');
      const M: { [key: string]: AttributeValue } = {};
      for (const key of keys) {
        const written =
          checkKey(key) ??
          values.write(value[key], leaveOut?.inside.get(key)) ??
          new Violation('empty', value[key], 'a value; this one would be left out');
        if (written instanceof Violation) return written.within(key);
        setProperty(M, key, written);
      }
      return { M };
    },
    read: (value, defaulted) => {
      const members = tagsOf(value).M;
      if (members === undefined) return new Violation('type', value, 'type M');
      const object: { [key: string]: Json } = {};
      const keys = Object.keys(members);
      if (keys.length === 0 && !type.allowEmpty) return new Violation('empty', value, 'a map that is not empty');
      for (const key of keys) {
        const inner = members[key];
        const start = defaulted.length;
        const read = checkKey(key) ?? (inner === undefined ? null : values.read(inner, defaulted));
        if (read instanceof Violation) return read.within(key);
        if (defaulted.length > start) defaultedWithin(defaulted, start, key);
        setProperty(object, key, read);
      }
      return object;
    },
  };
}
