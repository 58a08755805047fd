import { schemaWith } from '../../../src/diagnostics/explain/explanation.ts';

/**
 * Schemas that have a hazard which only a diagnostic finds, where the example of the diagnostic shows another one.
 * By hazard.
 */
export const exhibits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'key-float-interpolation': schemaWith({
      pk: 'THING#{id}#{rate}',
      attributes: ['rate: { type: decimal, required: true }'],
    }),
    'key-collection-interpolation': schemaWith({
      pk: 'THING#{id}#{tags}',
      attributes: ['tags: { type: list, items: { type: string }, required: true }'],
    }),
    'key-pad-negative': schemaWith({
      pk: 'THING#{id}#{rank:06}',
      attributes: ['rank: { type: integer, minimum: -5, maximum: 9, required: true }'],
    }),
    'key-pad-overflow': schemaWith({
      pk: 'THING#{id}#{rank:02}',
      attributes: ['rank: { type: integer, minimum: 0, maximum: 1000, required: true }'],
    }),
    'nesting-depth': schemaWith({
      attributes: [`deep: ${'{ type: list, items: '.repeat(33)}{ type: string }${' }'.repeat(33)}`],
    }),
  }),
);
