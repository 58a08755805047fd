import { describe, expect, it } from 'vitest';
import { isMap, parseDocument, visit } from 'yaml';
import { keysPage } from '../../src/emit/keys-page/keys-page.ts';
import { languageSchema } from '../../src/model/language-schema.ts';
import { isObject } from '../../src/value/json.ts';
import { page } from './support/pages.ts';

// The reference of the language against the JSON Schema of it, which editors show.

const { text, blocks } = page('docs/schema-language.md');

/** What the tables of the page are about, by the heads of their first columns. */
const mappings: { readonly [head: string]: readonly object[] } = {
  'key of the file': [languageSchema.properties],
  'key of a table': [languageSchema.$defs.table.properties],
  'key of a key': [languageSchema.$defs.key.properties],
  'key of a record type': [languageSchema.$defs.recordType.properties],
  'key of an index of a record type': [languageSchema.$defs.recordIndex.properties],
  'key of a value': [languageSchema.$defs.value.properties, languageSchema.$defs.attribute.properties],
  'key of an attribute': [languageSchema.$defs.attribute.properties],
  'key of a family': [languageSchema.$defs.attribute.properties],
  'key of a relation': [languageSchema.properties.relations.items.properties],
  'key of an invariant': [languageSchema.properties.invariants.additionalProperties.properties],
  'key of a column': [
    languageSchema.$defs.table.properties.relational.properties.columns.additionalProperties.properties,
  ],
  'key of an access pattern or step': [
    languageSchema.$defs.accessPattern.properties,
    languageSchema.$defs.accessPatternStep.properties,
  ],
  'key of an operation or step': [
    languageSchema.$defs.operation.properties,
    languageSchema.$defs.operationStep.properties,
  ],
};

const rows = rowsOf(text);

describe('the tables of keys', () => {
  it('are about every mapping that has them', () => {
    expect(new Set(rows.map(({ head }) => head))).toEqual(new Set(Object.keys(mappings)));
  });

  it.each(rows)('$head: $key has the default of the JSON Schema', ({ head, key, shown }) => {
    expect((mappings[head] ?? []).some((properties) => Object.hasOwn(properties, key))).toBe(true);
    for (const properties of mappings[head] ?? []) {
      const written = defaultOf(properties, key);
      // "none", or words where the default depends on something else.
      if (written === undefined) expect(shown).not.toMatch(/^`/);
      else expect(shown.startsWith(`\`${written}\``), `${shown}, and not ${written}`).toBe(true);
    }
  });

  it('have every key with a default', () => {
    const missing = Object.entries(mappings).flatMap(([head, all]) => {
      const inTables = new Set(rows.filter((row) => sharesKeys(row.head, head)).map(({ key }) => key));
      return all.flatMap((properties) =>
        Object.keys(properties).filter((key) => defaultOf(properties, key) !== undefined && !inTables.has(key)),
      );
    });
    expect(missing).toEqual([]);
  });
});

describe('the page of keys', () => {
  const { text: listed } = page('docs/schema-keys.md');

  it('is what the JSON Schema says', () => {
    expect(listed).toBe(keysPage());
  });

  it('has every key, and nothing without a meaning', () => {
    const cells = [...listed.matchAll(/^\| `([a-z0-9_]+)` \| (.+?) \| (.*?) \|/gm)];
    expect(new Set(cells.map(([, key]) => key))).toEqual(new Set(namesIn(languageSchema)));
    expect(cells.filter(([, , takes, meaning]) => takes === '' || meaning === '').map(([, key]) => key)).toEqual([]);
  });

  it('lists a mapping once, and names it where it can stand', () => {
    const headings = [...listed.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).toContain('`record_types.NAME.attributes.NAME`');
    const linked = [...listed.matchAll(/\]\(#([a-z_-]+)\)/g)].map(([, anchor]) => anchor);
    expect(linked).toContain('record_typesnameattributesname');
  });
});

it('every key of the language is in an example', () => {
  const used = new Set(blocks.filter(({ language }) => language === 'yaml').flatMap((block) => keysIn(block.text)));
  expect([...new Set(namesIn(languageSchema))].filter((name) => !used.has(name)).sort()).toEqual([]);
});

/** Values, attributes and families have keys in common, which stand in one of their tables. */
function sharesKeys(one: string, other: string): boolean {
  const related = ['key of a value', 'key of an attribute', 'key of a family'];
  return one === other || (related.includes(one) && related.includes(other));
}

/** The rows of the tables whose first column is about keys, one for each key that is named there. */
function rowsOf(markdown: string): readonly { readonly head: string; readonly key: string; readonly shown: string }[] {
  const found: { readonly head: string; readonly key: string; readonly shown: string }[] = [];
  let head: string | undefined;
  for (const line of markdown.split('\n')) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!line.startsWith('|')) head = undefined;
    else if (cells[1]?.startsWith('key of ')) head = cells[1];
    else if (head !== undefined)
      for (const [, key = ''] of (cells[1] ?? '').matchAll(/`([a-z_]+)`/g))
        found.push({ head, key, shown: cells[3] ?? '' });
  }
  return found;
}

/** The default of a key as the page writes it. */
function defaultOf(properties: object, key: string): string | undefined {
  const entry = Object.entries(properties).find(([name]) => name === key)?.[1] as { readonly default?: unknown };
  return entry?.default === undefined ? undefined : String(entry.default);
}

/** The keys of all mappings of a block. */
function keysIn(yaml: string): readonly string[] {
  const keys: string[] = [];
  visit(parseDocument(yaml), {
    Node: (_, node) => {
      if (isMap(node)) keys.push(...node.items.map(({ key }) => String(key)));
    },
  });
  return keys;
}

/** The names of all properties of a JSON Schema, however deep. */
function namesIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (!isObject(schema)) return [];
  const own = isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}
