import { isScalar } from '../model/component-types.ts';
import type { RecordType, ValueType } from '../model/model.ts';

/** A record with more attributes than this is shown with those that a case needs, so that somebody can read it. */
const mostShownAttributes = 12;

/** Whether a record type has so many attributes that its vectors are kept short. */
export function isLarge({ attributes }: RecordType): boolean {
  return attributes.length > mostShownAttributes;
}

/**
 * The attributes whose type, word for word, is that of an earlier one. What follows from the type alone is shown where it
 * comes first; absence, NULL and combinations are shown everywhere.
 */
export function repeatedTypes(recordType: RecordType): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    recordType.attributes.flatMap(({ name, type }) => {
      if (!isScalar(type) || ('enum' in type && type.enum !== null)) return [];
      const key = wordsOf(type);
      if (seen.has(key)) return [name];
      seen.add(key);
      return [];
    }),
  );
}

/** The type as text. Of a pattern its source says all. */
export function wordsOf(type: ValueType): string {
  return JSON.stringify(type, (key, value: unknown) => (key === 'automaton' ? undefined : value));
}

/** The first of each scenario. */
export function firstOfEach<Sample extends { readonly scenario: string }>(
  samples: readonly Sample[],
): readonly Sample[] {
  return samples.filter(({ scenario }, index) => samples.findIndex((each) => each.scenario === scenario) === index);
}
