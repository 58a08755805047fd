import type { ValueType } from '../../../src/model/model.ts';
import { constantsOf, shapeOf } from '../../../src/model/union.ts';
import { type AttributeValue, tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject } from '../../../src/value/json.ts';

/** The variant of a union that a value of a record is of; `undefined` for one of none. */
export function variantOf(variants: readonly ValueType[], value: unknown): ValueType | undefined {
  const json = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const alike = variants.filter((each) => shapeOf(each).json === json);
  return isObject(value) ? toldBy(alike, (name) => value[name]) : alike[0];
}

/** The same of a stored value. */
export function variantOfStored(variants: readonly ValueType[], value: AttributeValue): ValueType | undefined {
  const [tag = ''] = Object.keys(value);
  const alike = variants.filter((each) => shapeOf(each).tags.includes(tag));
  const { M } = tagsOf(value);
  return M === undefined ? alike[0] : toldBy(alike, (name) => tagsOf(M[name] ?? { NULL: true }).S);
}

/** Of several maps the one whose constants are there. */
function toldBy(maps: readonly ValueType[], textOf: (name: string) => unknown): ValueType | undefined {
  return maps.length < 2
    ? maps[0]
    : maps.find((each) => constantsOf(each).every(({ name, value }) => textOf(name) === value));
}
