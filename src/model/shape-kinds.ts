/** What messages look for in a JSON Schema of ours. */
export type ShapePart = {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly ShapePart[];
  readonly properties?: object;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly propertyNames?: { readonly pattern?: string; readonly description?: string };
  readonly $comment?: string;
};

const names: { readonly [type: string]: string } = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

/** A type of JSON Schema, or several, in words. */
export function kindsOf(type: unknown): string {
  return (Array.isArray(type) ? type : [type]).map((each) => names[String(each)] ?? String(each)).join(' or ');
}

/** What the branches of a `oneOf` are for, in words. */
export function kindsIn(branches: unknown): string {
  return [...new Set((branches as readonly ShapePart[]).flatMap(wordsOf))].join(' or ') || 'something else';
}

function wordsOf({ type, enum: values, oneOf, required = [] }: ShapePart): readonly string[] {
  if (oneOf !== undefined) return oneOf.flatMap(wordsOf);
  if (values !== undefined) return values.map((value) => JSON.stringify(value));
  if (type === undefined) return [];
  const keys = required.map((key) => `"${key}"`).join(' and ');
  return [type === 'object' && keys !== '' ? `a mapping with ${keys}` : kindsOf(type)];
}
