import { versionNames } from '../../version-shape.ts';
import { closed, ids, prose, text, texts } from './parts.ts';

/** What was decided, and against what. */
export const decisionsShape = {
  type: 'object',
  minProperties: 1,
  propertyNames: ids,
  additionalProperties: closed(
    {
      kind: {
        enum: ['table_structure', 'key_design', 'index_design', 'denormalization', 'other'],
        description: 'What the decision is about.',
        default: 'other',
      },
      choice: { ...text, description: 'What was chosen.', examples: ['A lookup table with the ISBN as its key.'] },
      alternatives: { ...texts, description: 'What else there was.', examples: [['an index on ISBN']] },
      justification: { ...text, description: 'Why it was chosen.', examples: ['An index refuses no second item.'] },
      trade_offs: { ...texts, description: 'What it costs.', examples: [['every change is a transaction']] },
      rollback: { ...prose, description: 'How to go back.', examples: ['Delete the table.'] },
      monitoring: { ...texts, description: 'What to watch.', examples: [['cancelled transactions']] },
      concerns: {
        ...texts,
        description: 'The parts of the schema that it is about: their paths, as "check --json" gives them.',
        examples: [['tables.isbns', 'record_types.book.unique']],
      },
    },
    ['choice', 'justification'],
  ),
  description: 'What was decided about the design, by name.',
  examples: [{ lookup: { choice: 'A lookup table.', justification: 'An index refuses no second item.' } }],
} as const;

/** What each version changed. */
export const changelogShape = {
  type: 'object',
  minProperties: 1,
  propertyNames: versionNames,
  additionalProperties: {
    oneOf: [
      text,
      closed(
        {
          description: { ...text, description: 'What changed.', examples: ['Orders have a note.'] },
          breaking: {
            type: 'boolean',
            description: 'Readers or writers of the version before cannot go on as they are.',
            default: false,
          },
          migration: { ...text, description: 'What becomes of the items that are there.', examples: ['None needed.'] },
        },
        ['description'],
      ),
    ],
  },
  description: 'What changed, by version. The version of the schema is one of them, and none is later.',
  examples: [{ '1.1.0': 'Orders have a note.', '1.0.0': 'The first one.' }],
} as const;
