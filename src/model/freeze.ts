/** Freezes a value and everything in it, which must be objects and lists alone: a typed array cannot be frozen. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (Array.isArray(value)) for (const inner of value) deepFreeze(inner);
  // What is no object is not worth a call: most of a model are names and places.
  else for (const key in value) if (typeof value[key] === 'object') deepFreeze(value[key]);
  return value;
}
