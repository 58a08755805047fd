import { describe, expect, it } from 'vitest';
import { reportsOf } from '../../../support/design.ts';

/** A schema with one access pattern, and keys of dates, times, padded numbers and numbers. */
function withQuery(query: string): string {
  return `
table:
  name: reads
  keys:
    primary: { partition_key: PK, sort_key: SK }
    days: { partition_key: GP, sort_key: GS }
    sizes: { kind: lsi, sort_key: { name: size, type: N } }
    minutes: { partition_key: MP, sort_key: MS }
parameters:
  moment: { type: timestamp, format: iso-seconds }
record_types:
  event:
    pk_pattern: "A#{id}"
    sk_pattern: "S#{at}"
    indexes:
      days: { pk_pattern: "{id}", sk_pattern: "{at:date}#{n:04}" }
      sizes: {}
      minutes: { pk_pattern: "{id}", sk_pattern: "{status}#{since}#{count}" }
    attributes:
      id: { type: string, pattern: '[a-z]{1,5}', required: true }
      at: { type: timestamp, format: iso-milliseconds, required: true }
      since: { type: timestamp, format: epoch-seconds, required: true }
      status: { type: string, enum: [open, shut], required: true }
      n: { type: integer, minimum: 0, maximum: 9999, required: true }
      count: { type: integer, minimum: 0, required: true }
      size: { type: integer, minimum: 0, maximum: 99, required: true }
waivers:
  - { rule: key-order, at: record_types.event.indexes.minutes.sk_pattern, reason: Nothing asks for an order. }
access_patterns:
  events: { operation: query, ${query} }
`;
}

function never(place: string, there: string, what: string, key: string): string {
  return `[sort-mismatch] sort.${place} (${there}): no sort key ${what}; sort keys are ${key}, and their components never have such values`;
}

const [key, days, sizes, minutes] = ['"S#{at}"', '"{at:date}#{n:04}"', '"{size}"', '"{status}#{since}#{count}"'];
const declare = 'declare the parameter as a string, an integer or a timestamp';

/** A query that finds nothing, all that is said of it, and one that may find something. */
const cases: readonly (readonly [wrong: string, reported: string, right: string])[] = [
  [
    'sort: { equals: "S#2024" }',
    never('equals', '"S#2024"', 'is "S#2024"', key),
    'sort: { equals: "S#2024-01-01T00:00:00.000Z" }',
  ],
  [
    'sort: { begins_with: "S#2024-13" }',
    never('begins_with', '"S#2024-13"', 'starts with "S#2024-13"', key),
    'sort: { begins_with: "S#2024-12" }',
  ],
  [
    'sort: { begins_with: "S#2024-04-31" }',
    never('begins_with', '"S#2024-04-31"', 'starts with "S#2024-04-31"', key),
    'sort: { begins_with: "S#2024-05-31" }',
  ],
  [
    'sort: { begins_with: "S#1900-02-29" }',
    never('begins_with', '"S#1900-02-29"', 'starts with "S#1900-02-29"', key),
    'sort: { begins_with: "S#2000-02-29" }',
  ],
  [
    'sort: { begins_with: "S#2024-02-30" }',
    never('begins_with', '"S#2024-02-30"', 'starts with "S#2024-02-30"', key),
    'sort: { begins_with: "S#2024-02-29" }',
  ],
  [
    'sort: { equals: "S#{moment}" }',
    never('equals', '"S#{moment}"', 'is "S#{moment}"', key),
    'sort: { equals: "S#{at}" }',
  ],
  [
    'sort: { begins_with: "S#{day}" }, parameters: { day: { type: timestamp, format: iso-seconds } }',
    never('begins_with', '"S#{day}"', 'starts with "S#{day}"', key),
    'sort: { begins_with: "S#{day}" }, parameters: { day: { type: timestamp, format: date } }',
  ],
  [
    'index: days, sort: { begins_with: "2024-01-01T" }',
    never('begins_with', '"2024-01-01T"', 'starts with "2024-01-01T"', days),
    'index: days, sort: { begins_with: "2024-01-01#00" }',
  ],
  [
    'index: days, sort: { equals: "2024-01-01#042" }',
    never('equals', '"2024-01-01#042"', 'is "2024-01-01#042"', days),
    'index: days, sort: { equals: "2024-01-01#0042" }',
  ],
  // A caller may give what the key is built from, or what stands in it.
  [
    'index: days, sort: { begins_with: "{x}" }, parameters: { x: { type: boolean } }',
    `[component-not-scalar] sort.begins_with ("{x}"): "x" is of type boolean, which cannot stand in a key; ${declare}`,
    'index: days, sort: { begins_with: "{moment}" }',
  ],
  [
    'index: minutes, sort: { begins_with: "shut#x" }',
    never('begins_with', '"shut#x"', 'starts with "shut#x"', minutes),
    'index: minutes, sort: { begins_with: "shut#1" }',
  ],
  [
    'index: minutes, sort: { begins_with: "opened#" }',
    never('begins_with', '"opened#"', 'starts with "opened#"', minutes),
    'index: minutes, sort: { begins_with: "op" }',
  ],
  [
    'index: minutes, sort: { begins_with: "open#{since}#-" }',
    never('begins_with', '"open#{since}#-"', 'starts with "open#{since}#-"', minutes),
    'index: minutes, sort: { begins_with: "open#{since}#1" }',
  ],
  [
    'index: sizes, sort: { at_least: "200" }',
    never('at_least', '"200"', 'compares with "200"', sizes),
    'index: sizes, sort: { at_least: "99" }',
  ],
  [
    'index: sizes, sort: { less_than: "0" }',
    never('less_than', '"0"', 'compares with "0"', sizes),
    'index: sizes, sort: { at_most: "0" }',
  ],
  [
    'index: sizes, sort: { between: ["100", "200"] }',
    never('between[0]', '"100"', 'compares with "100"', sizes),
    'index: sizes, sort: { between: ["-1", "200"] }',
  ],
  [
    'index: sizes, sort: { equals: "1.5" }',
    never('equals', '"1.5"', 'is "1.5"', sizes),
    'index: sizes, sort: { equals: "1.0" }',
  ],
  [
    'index: days, sort: { begins_with: 2024 }',
    '[wrong-type] sort.begins_with (2024): the sort key of "days" is no number, so this must be text; put quotes around text that looks like something else',
    'index: days, sort: { begins_with: "2024" }',
  ],
  [
    'index: sizes, sort: { between: [9, 1] }',
    '[sort-mismatch] sort.between (between): nothing is between "9" and "1", which comes before it; exchange them',
    'index: sizes, sort: { between: [1, 9.0] }',
  ],
  [
    'partition: { id: { parameter: q } }, parameters: { q: { type: integer } }',
    '[value-conflict] partition.id.parameter (q): no value of the parameter "q" is one of "id"; give the parameter the type of "id"; the query would find nothing',
    'partition: { id: { parameter: q } }, parameters: { q: { type: string, max_length: 99 } }',
  ],
  [
    'partition: { id: { parameter: q } }, parameters: { q: { type: list, items: { type: string } } }',
    `[component-not-scalar] partition.id.parameter (q): "q" is of type list, which cannot stand in a key; ${declare}`,
    'partition: { id: { parameter: q } }, parameters: { q: { type: string, enum: [a, "1"] } }',
  ],
];

describe.each(cases)('%s', (wrong, reported, right) => {
  it('is refused', () => {
    const said = reportsOf(withQuery(wrong)).map((each) => each.replace('access_patterns.events.', ''));
    expect(said).toEqual([reported]);
  });

  it(`and not ${right}`, () => {
    expect(reportsOf(withQuery(right))).toEqual([]);
  });
});
