import { isInvertible } from '../model/encoding.ts';
import type { ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { type ComponentToken, tokenWriter } from './types.ts';
import { variedValues } from './varied-values.ts';

/**
 * Whether a text in a key does not say which value it was made of, and only some texts of its type have one: a hash, a shard, a
 * folded or stripped text. A time that is cut off always has one.
 */
export function needsPreimage({ encodings }: ComponentToken): boolean {
  return !encodings.every(isInvertible) && encodings.every(({ kind }) => kind !== 'time');
}

/**
 * A value that is written as the text, or `undefined` where none is known: nobody finds the values of a hash, so what is tried
 * is the text itself, also in the other case, and values of the type.
 */
export function preimageOf(token: ComponentToken, type: ScalarType, text: string): string | undefined {
  const [check, write] = [scalarCheck(type), tokenWriter(token, type)];
  const value = [text, text.toUpperCase(), text.toLowerCase()].find(
    (each) => check(each) === undefined && write(each) === text,
  );
  return value ?? writtenValues(token, type).get(text);
}

const known = new WeakMap<ComponentToken, ReadonlyMap<string, string>>();

/** Texts that a component that hides its value can certainly have in a key, each with a value that is written so. */
export function writtenValues(token: ComponentToken, type: ScalarType): ReadonlyMap<string, string> {
  const before = known.get(token);
  if (before !== undefined) return before;
  const write = tokenWriter(token, type);
  const values = new Map<string, string>();
  for (const value of variedValues(type)) {
    const text = write(value);
    if (text !== undefined && text !== '' && !values.has(text)) values.set(text, value);
  }
  known.set(token, values);
  return values;
}
