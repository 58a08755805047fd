import type { ValueType } from '../../model/model.ts';
import { constantsOf, shapeOf } from '../../model/union.ts';
import { Violation } from '../../scalar/violation.ts';
import { isObject } from '../../value/json.ts';
import type { CompileSlot, ValueCodec } from '../value-codec.ts';

/**
 * One of several types. In a record the shape of the value says which; in an item its type tag does, or for maps the
 * constant member that the compiler of schemas demands.
 */
export function unionCodec(variants: readonly ValueType[], compile: CompileSlot): ValueCodec {
  const compiled = variants.map((type) => ({
    codec: compile({ type, nullable: false }),
    shape: shapeOf(type),
    constants: constantsOf(type),
  }));
  const expected = `one of ${[...new Set(compiled.map((each) => each.shape.json))].join(', ')}`;
  const matchesConstants = (index: number, textOf: (member: string) => unknown): boolean =>
    compiled[index]?.constants.every(({ name, value }) => value === textOf(name)) === true;
  return {
    write: (value, leaveOut) => {
      const json = jsonShape(value);
      const found = compiled.find(
        (each, index) =>
          each.shape.json === json &&
          (!isObject(value) || sole(compiled, json) || matchesConstants(index, (member) => value[member])),
      );
      return found === undefined ? new Violation('type', value, expected) : found.codec.write(value, leaveOut);
    },
    read: (value, defaulted) => {
      const [tag = ''] = Object.keys(value);
      const found = compiled.find(
        (each, index) =>
          each.shape.tags.includes(tag) &&
          (!('M' in value) ||
            sole(compiled, 'object') ||
            matchesConstants(index, (member) => {
              const inner: unknown = Object.hasOwn(value.M, member) ? value.M[member] : undefined;
              return isObject(inner) ? inner['S'] : undefined;
            })),
      );
      return found === undefined ? new Violation('type', value, expected) : found.codec.read(value, defaulted);
    },
  };
}

function sole(variants: readonly { readonly shape: { readonly json: string } }[], json: string): boolean {
  return variants.filter((each) => each.shape.json === json).length === 1;
}

function jsonShape(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
