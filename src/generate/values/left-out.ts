import type { Attribute, ValueType } from '../../model/model.ts';

/** Whether a writer stores nothing for a value, because it is an empty set. */
export function isLeftOut(type: ValueType, value: unknown): boolean {
  return 'emptySet' in type && type.emptySet === 'omit' && Array.isArray(value) && value.length === 0;
}

/** Whether readers understand that an attribute is not there. */
export function mayBeLeftOut({ required, default: value, defaultOn, presentWhen }: Attribute): boolean {
  return presentWhen === null && (!required || (value !== undefined && defaultOn !== 'write'));
}

/** Whether a writer need not be given an attribute, because it supplies a default. */
export function isSupplied({ default: value, defaultFrom, defaultOn }: Attribute): boolean {
  return defaultOn !== 'read' && (value !== undefined || defaultFrom !== null);
}
