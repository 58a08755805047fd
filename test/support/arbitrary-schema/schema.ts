import fc from 'fast-check';
import type { Declaration } from './declared.ts';
import { familyParameters } from './family.ts';
import { keyParameters, type RecordTypeChoices, recordTypeFrom } from './record-type.ts';
import { tableDocument, tableFrom } from './table.ts';
import { arbitraryChoices, tapeOf } from './tape.ts';

const recordType: fc.Arbitrary<RecordTypeChoices> = fc.record({
  components: arbitraryChoices(30),
  keys: arbitraryChoices(70),
  attributes: arbitraryChoices(90),
  others: arbitraryChoices(70),
});

/**
 * Schema documents that use the whole language of items. Most of them compile; the others make mistakes that only the compiler can
 * see, such as a delimiter that every value has. They shrink to one table with one record type of one attribute.
 */
export const arbitrarySchema: fc.Arbitrary<Declaration> = fc
  .record({
    table: arbitraryChoices(50),
    recordTypes: fc.array(recordType, { minLength: 1, maxLength: 3 }),
    prefixes: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ table, recordTypes, prefixes }) => {
    const shape = tableFrom(tapeOf(table), 'things');
    const names = ['alpha', 'beta', 'gamma'];
    const entries = recordTypes.map((choices, index) => {
      // Prefixes that go on from one another are what collisions are made of.
      const prefix = prefixes === 9 ? 'T' : prefixes === 8 ? 'T'.repeat(index + 1) : `T${index}`;
      return [names[index] ?? '', recordTypeFrom(choices, shape, prefix)] as const;
    });
    return {
      name: 'generated',
      parameters: { ...familyParameters, ...keyParameters },
      table: { name: shape.name, ...tableDocument(shape) },
      record_types: Object.fromEntries(entries),
    };
  });

/** A schema as a file. */
export function textOf(document: Declaration): string {
  return JSON.stringify(document, null, 1);
}
