import type { Family } from './model.ts';

/** What stands in the place of a family's variable, in the name of an attribute; `undefined` for a name of another form. */
export function variablePart({ prefix, suffix }: Pick<Family, 'prefix' | 'suffix'>, name: string): string | undefined {
  const isOfItsForm = name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix);
  return isOfItsForm ? name.slice(prefix.length, name.length - suffix.length) : undefined;
}
