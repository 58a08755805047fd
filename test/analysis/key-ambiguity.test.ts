import { expect, it } from 'vitest';
import { confusedValues } from '../../src/analyse/key-ambiguity.ts';
import { compileSchema } from '../../src/compile.ts';
import { compileCodec } from '../../src/item/codec.ts';
import { type Case, expectImplications, tableOf } from './support.ts';

function confused(
  declaration: string,
  write: (value: string) => string | undefined,
): ReturnType<typeof confusedValues> {
  const source = tableOf(
    `  a: { pk_pattern: "A#{value}", sk: A, attributes: { value: { ${declaration}, required: true } } }\n`,
  );
  const { model } = compileSchema('s.yaml', source);
  const [recordType] = model?.recordTypes ?? [];
  if (recordType === undefined) throw new Error('the schema is wrong');
  return confusedValues(recordType, 'value', (values) => write(values.get('value') ?? ''));
}

const text = 'type: string, max_length: 20';
const number = 'type: integer, minimum: 0, maximum: 99';

it.each([
  ['text cut off', text, (value: string) => value.slice(0, 1)],
  ['text without what is around it', text, (value: string) => value.trim()],
  ['text without its delimiters', text, (value: string) => value.replaceAll('#', '')],
  ['the rest of a division', number, (value: string) => String(Number(value) % 10)],
  ['times of one day', 'type: timestamp, format: iso-seconds', (value: string) => value.slice(0, 10)],
] as const)('finds two values that one key stands for: %s', (_what, declaration, write) => {
  const found = confused(declaration, write);
  expect(found).toBeDefined();
  expect(found?.first).not.toBe(found?.second);
  expect(write(found?.first ?? '')).toBe(write(found?.second ?? ' '));
});

it.each([
  ['as it is', text, (value: string) => value],
  ['escaped', text, (value: string) => value.replace(/[%#]/g, encodeURIComponent)],
  ['in lower case, on purpose', text, (value: string) => value.toLowerCase()],
  ['padded', number, (value: string) => value.padStart(2, '0')],
  ['refused where it would be confused', text, (value: string) => (value.includes('#') ? undefined : value)],
  ['times as they are', 'type: timestamp, format: iso-seconds', (value: string) => value],
] as const)('says nothing of values that keep their difference: %s', (_what, declaration, write) => {
  expect(confused(declaration, write)).toBeUndefined();
});

it('has nothing to say where a delimiter may occur in a value: the codec refuses it there, so no key has two meanings', () => {
  const source = tableOf(
    '  a: { pk_pattern: "A#{x}#{y}", sk: A, attributes: { x: { type: string, required: true, max_length: 9 }, y: { type: string, required: true, max_length: 9 } } }\n',
  );
  const { model, diagnostics } = compileSchema('s.yaml', source);
  expect(diagnostics).toEqual([]);
  if (model === undefined) throw new Error('the schema is wrong');
  const codec = compileCodec(model);
  expect(codec.buildKeys('a', { x: 'p', y: 'q#r' }).ok).toBe(true);
  expect(codec.buildKeys('a', { x: 'p#q', y: 'r' }).ok).toBe(false);
});

const listed = '{ type: string, enum: [Abc, aBc], required: true }';
const anyCase = "{ type: string, pattern: '[d-fD-F]{1,9}', required: true }";
const moment = '{ type: timestamp, format: iso-seconds, required: true }';

function named(pattern: string, declaration: string, id = ''): string {
  return tableOf(`  a: { pk_pattern: "A#${pattern}", sk: S, ${id}attributes: { value: ${declaration} } }\n`);
}

const meantAsTwo: readonly Case[] = [
  {
    what: 'listed values in lower case',
    schema: named('{value:lower}', listed),
    expected: [['key-ambiguous', 'record_types.a.pk_pattern', '"Abc" and "aBc": {"PK":"A#abc","SK":"S"}']],
  },
  { what: 'listed values as they are', schema: named('{value}', listed), expected: [] },
  { what: 'listed values that stay apart', schema: named('{value:lower}', listed.replace('aBc', 'b')), expected: [] },
  {
    what: 'identifiers in lower case',
    schema: named('{value:lower}', anyCase, 'id: value, '),
    expected: [['key-ambiguous', 'record_types.a.pk_pattern', 'two values of "value"', '"PK":"A#d"']],
  },
  {
    what: 'identifiers that are in lower case already',
    schema: named('{value:lower}', anyCase.replace('D-F', ''), 'id: value, '),
    expected: [],
  },
  {
    what: 'identifiers as they are beside lower case',
    schema: named('{value:lower}#{value}', anyCase, 'id: value, '),
    expected: [],
  },
  { what: 'text in lower case, on purpose', schema: named('{value:lower}', anyCase), expected: [] },
  {
    what: 'times by which records are called, cut off',
    schema: named('{value:month}', moment, 'id: value, '),
    expected: [['key-ambiguous', 'record_types.a.pk_pattern', '"2024-01-01T00:00:01Z": {"PK":"A#2024-01","SK":"S"}']],
  },
  { what: 'times cut off, on purpose', schema: named('{value:month}', moment), expected: [] },
];

it.each(meantAsTwo)('values that are meant as two: $what', expectImplications);

/** A record type whose key has one component twice, with these encodings. */
function twice(first: string, second: string, declaration: string): string {
  return tableOf(
    `  a: { pk_pattern: "A#{value:${first}}", sk_pattern: "S#{value:${second}}", attributes: { value: { ${declaration}, required: true } } }\n`,
  );
}

const serial = 'type: string, max_length: 20';
const path = 'record_types.a.pk_pattern';

const encodedTwice: readonly Case[] = [
  {
    what: 'a shard, and what is left without hyphens',
    schema: twice('shard(crc32,16)', 'strip(-)', serial),
    expected: [['key-ambiguous', path, 'two values of "value", "a" and "a---": {"PK":"A#3","SK":"S#a"}']],
  },
  {
    what: 'a shard, and what is left in lower case without hyphens',
    schema: twice('shard(crc32,4)', 'lower:strip(-)', serial),
    expected: [['key-ambiguous', path, 'two values of "value"', '"SK":"S#']],
  },
  {
    what: 'without one character, and without another',
    schema: twice('strip(-)', 'strip(+)', serial),
    expected: [['key-ambiguous', path, '"-+" and "+-": {"PK":"A#+","SK":"S#-"}']],
  },
  {
    what: 'without hyphens, and without spaces around it',
    schema: twice('strip(-)', 'trim', serial),
    expected: [['key-ambiguous', path, '"- " and " -": {"PK":"A# ","SK":"S#-"}']],
  },
  {
    what: 'two shards of a code of one length',
    schema: twice('shard(crc32,16)', 'shard(fnv1a32,16)', "type: string, pattern: '[A-F]{3}'"),
    expected: [['key-ambiguous', path, 'two values of "value"']],
  },
  {
    what: 'a shard, and the value without hyphens where it has none',
    schema: twice('shard(crc32,16)', 'strip(-)', "type: string, pattern: '[A-Z0-9]{1,9}'"),
    expected: [],
  },
  {
    what: 'without spaces around it where there are none, and without hyphens',
    schema: twice('trim', 'strip(-)', "type: string, pattern: '[A-Z-]{1,9}'"),
    expected: [],
  },
  {
    what: 'without hyphens, and escaped',
    schema: twice('strip(-)', 'percent', serial),
    expected: [],
  },
];

it.each(encodedTwice)('several encodings of one component: $what', expectImplications);

const pairs = ['strip(-)', 'strip(+)', 'strip(-):trim', 'trim', 'upper', 'shard(crc32,4)', 'shard(fnv1a32,16)'].flatMap(
  (first, index, all) => all.slice(index).map((second) => [first, second] as const),
);

it.each(pairs)('finds what trying all short values finds: %s and %s', (first, second) => {
  for (const declaration of ['type: string, max_length: 4', "type: string, pattern: '[ab+-]{4}'"]) {
    const { model, diagnostics } = compileSchema('s.yaml', twice(first, second, declaration));
    if (model === undefined) throw new Error('the schema is wrong');
    const codec = compileCodec(model);
    const keyOf = (value: string): string | undefined => {
      const built = codec.buildKeys('a', { value });
      return built.ok ? JSON.stringify(built.value) : undefined;
    };
    const message = diagnostics.find(({ code }) => code === 'key-ambiguous')?.message;
    const isConfused = shortValues.some(isSecondOf(keyOf));
    expect(message !== undefined, `${declaration}: ${message ?? 'nothing'}`).toBe(isConfused);
    if (message === undefined) continue;
    const [, one, other] = /"value", (".*?") and (".*?"): /.exec(message) ?? [];
    const keys = [one, other].map((each) => keyOf(JSON.parse(each ?? '""')));
    expect(keys[0]).toBeDefined();
    expect(keys[0]).toBe(keys[1]);
  }
});

/** All texts of one to four of a few characters. */
const shortValues = [1, 2, 3, 4].flatMap((length) =>
  Array.from({ length: length - 1 }).reduce<readonly string[]>(
    (texts) => texts.flatMap((text) => [...'aAb+- '].map((each) => text + each)),
    [...'aAb+- '],
  ),
);

/** Whether another value had the same key before, and differed in more than upper and lower case. */
function isSecondOf(keyOf: (value: string) => string | undefined): (value: string) => boolean {
  const seen = new Map<string, string>();
  return (value) => {
    const key = keyOf(value);
    if (key === undefined) return false;
    const known = seen.get(key) ?? value;
    seen.set(key, known);
    return known.toLowerCase() !== value.toLowerCase();
  };
}
