import type { Declaration } from './declared.ts';
import type { Tape } from './tape.ts';

/** Rules, and the attributes that they are about. Each of them can be kept by itself and together with the others. */
export function rulesFrom(tape: Tape): { readonly attributes: Declaration; readonly rules: readonly Declaration[] } {
  if (!tape.chance(25)) return { attributes: {}, rules: [] };
  const presence = (): Declaration => tape.pick<Declaration>([{}, { nullable: true }, { default: 7 }]);
  const attributes = {
    low: { type: 'integer', minimum: 0, maximum: 20, ...presence() },
    high: { type: 'integer', minimum: 0, maximum: 20, ...presence() },
    state: { type: 'string', enum: ['on', 'off', 'other'], ...tape.pick<Declaration>([{ required: true }, {}]) },
    name: { type: 'string', pattern: '[a-z/]+', max_length: 9, ...tape.pick<Declaration>([{}, { required: true }]) },
    tags: { type: 'list', items: { type: 'boolean' } },
  };
  const candidates: readonly Declaration[] = [
    // biome-ignore-start lint/suspicious/noThenProperty: a key of the language
    { name: 'on-has-low', if: { state: 'on' }, then: { low: { present: true } } },
    { name: 'off-has-no-high', if: { state: ['off', 'other'] }, then: { high: { present: false } } },
    {
      name: 'low-below-high',
      if: { low: { present: true }, high: { present: true } },
      then: { low: { at_most: { attribute: 'high' } } },
    },
    { name: 'low-is-small', assert: { any_of: [{ low: { present: false } }, { low: { less_than: 15 } }] } },
    { name: 'not-seventeen', assert: { not: { high: { equals: 17 } } } },
    { if: { name: { starts_with: 'x' } }, then: { tags: { present: true } }, else: { tags: { empty: true } } },
    { name: 'tags', if: { tags: { empty: false } }, then: { name: { present: true } } },
    { name: 'both', if: { state: 'on' }, then: { all_of: [{ low: { at_least: 1 } }, { low: { in: [1, 2, 3] } }] } },
    // biome-ignore-end lint/suspicious/noThenProperty: a key of the language
  ];
  const rules = candidates.filter(() => tape.chance(30));
  return { attributes, rules };
}
