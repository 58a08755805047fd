import type { ValueType } from '../../model/model.ts';
import { constantsOf, shapeOf } from '../../model/union.ts';
import { Violation } from '../../scalar/violation.ts';
import type { Item } from '../../value/attribute-value.ts';
import { isObject, ownProperty } from '../../value/json.ts';
import type { CompileSlot, ValueCodec } from '../value-codec.ts';
import { compileNoVariant } from './no-variant.ts';

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
  const noVariant = compileNoVariant(variants);
  const matchesConstants = (index: number, textOf: (member: string) => unknown): boolean =>
    compiled[index]?.constants.every(({ name, value }) => value === textOf(name)) === true;
  return {
    write: (value, leaveOut) => {
      const json = jsonShape(value);
      const textOf = isObject(value) ? (member: string): unknown => ownProperty(value, member) : undefined;
      const found = compiled.find(
        (each, index) =>
          each.shape.json === json && (textOf === undefined || sole(compiled, json) || matchesConstants(index, textOf)),
      );
      return found === undefined
        ? new Violation('type', value, noVariant.inRecord(textOf))
        : found.codec.write(value, leaveOut);
    },
    read: (value, defaulted) => {
      const [tag = ''] = Object.keys(value);
      const textOf = 'M' in value ? textsIn(value.M) : undefined;
      const found = compiled.find(
        (each, index) =>
          each.shape.tags.includes(tag) &&
          (textOf === undefined || sole(compiled, 'object') || matchesConstants(index, textOf)),
      );
      return found === undefined
        ? new Violation('type', value, noVariant.inItem(textOf))
        : found.codec.read(value, defaulted);
    },
  };
}

function textsIn(members: Item): (member: string) => unknown {
  return (member) => {
    const inner: unknown = ownProperty(members, member);
    return isObject(inner) ? inner['S'] : undefined;
  };
}

function sole(variants: readonly { readonly shape: { readonly json: string } }[], json: string): boolean {
  return variants.filter((each) => each.shape.json === json).length === 1;
}

function jsonShape(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
