import type { Model } from '../model/model.ts';

/**
 * The normalised model as plain JSON: every default filled in, every reference resolved. Tables and indexes stand in it
 * once, and are named elsewhere; automata, which follow from the patterns, are left out.
 */
export function modelJson(model: Model): object {
  const tables = new Map(model.tables.map((table) => [table as object, table.name]));
  const indexes = new Map(model.tables.flatMap(({ keys }) => keys.map((key) => [key as object, key.name] as const)));
  const plain = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => plain(each, ''));
    if (typeof value !== 'object' || value === null) return value;
    const name = key === 'table' ? tables.get(value) : key === 'index' ? indexes.get(value) : undefined;
    if (name !== undefined) return name;
    // Defaults and examples are the user's own values, in which any name is a name.
    return Object.fromEntries(
      Object.entries(value)
        .filter(([member]) => key === 'default' || member !== 'automaton')
        .map(([member, inner]) => [member, key === 'default' ? inner : plain(inner, member)]),
    );
  };
  return plain(model, '') as object;
}
