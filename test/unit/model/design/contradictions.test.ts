import { describe, expect, it } from 'vitest';
import { reportsOf } from '../../../support/design.ts';

/** A schema of two record types, with what is said about them and their attributes. */
function withParts(parts: { relations?: string; query?: string; other?: string; shop?: string }): string {
  return `
table: { name: things, keys: { primary: { partition_key: PK } } }
record_types:
  person:
    pk_pattern: "P#{id}"
    attributes:
      id: { type: string, max_length: 9, required: true }
      shop: { type: string, max_length: 9${parts.shop ?? ''} }
  shop:
    pk_pattern: "S#{id}"
    ${parts.other ?? ''}
    attributes:
      id: { type: string, max_length: 9, required: true }
relations: [${parts.relations ?? ''}]
access_patterns:
  one: { operation: get, returns: [shop]${parts.query ?? ''} }
operations:
  drop: { record_type: shop, type: delete${parts.query ?? ''} }
`;
}

const ends = 'from: person.shop, to: shop.id';

/** What contradicts itself, all that is said of it, and what does not. */
const cases: readonly (readonly [
  wrong: Parameters<typeof withParts>[0],
  reported: readonly string[],
  right: Parameters<typeof withParts>[0],
])[] = [
  [
    { relations: `{ ${ends}, counts: { average: 10, maximum: 2 } }` },
    [
      '[value-conflict] relations[0].counts.average (10): the average 10 is larger than the maximum 2; exchange them, or correct one',
    ],
    { relations: `{ ${ends}, counts: { average: 2, maximum: 10 } }` },
  ],
  [
    { relations: `{ ${ends} }, { ${ends}, required: true }` },
    [
      '[value-conflict] relations[1] ({ from: person.shop, to: shop.id, required: true }): the relation from "person.shop" to "shop.id" is listed twice; keep one of them',
    ],
    // What was there when the reference was written may go, and the reference stay.
    { relations: `{ ${ends}, required: true, on_missing: orphan_allowed }, { from: shop.id, to: person.shop }` },
  ],
  [
    { query: ', rps: { peak: 1, average: 5 }' },
    [
      '[value-conflict] access_patterns.one.rps.average (5): the average 5 is larger than the peak 1; exchange them, or correct one',
      '[value-conflict] operations.drop.rps.average (5): the average 5 is larger than the peak 1; exchange them, or correct one',
    ],
    { query: ', rps: { peak: 5, average: 5.0 }' },
  ],
  [
    { shop: ', deprecated: { use: shop }' },
    [
      '[value-conflict] record_types.person.attributes.shop.deprecated.use (shop): "shop" is deprecated, and cannot be used instead of itself; name another attribute, or remove "use"',
    ],
    { shop: ', deprecated: { use: id }' },
  ],
  [
    { other: 'deprecated: { use: shop }' },
    [
      '[value-conflict] record_types.shop.deprecated.use (shop): "shop" is deprecated, and cannot be used instead of itself; name another record type, or remove "use"',
    ],
    { other: 'deprecated: { use: person }' },
  ],
];

describe.each(cases)('%j', (wrong, reported, right) => {
  it('is refused', () => {
    expect(reportsOf(withParts(wrong))).toEqual(reported);
  });

  it(`and not ${JSON.stringify(right)}`, () => {
    expect(reportsOf(withParts(right))).toEqual([]);
  });
});
