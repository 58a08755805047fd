import { type Explanations, example } from './explanation.ts';

/** What a vector of an example differs in from the first one. */
type VectorParts = { readonly id?: string; readonly text?: string; readonly hazards?: readonly string[] };

/** A file of vectors for the keys of the smallest schema, in the form in which vectors are written. */
function vectorsWith(vectors: readonly VectorParts[]): string {
  const written = vectors.map(({ id = 'a', text = 'a', hazards = [] }) => [
    '    {',
    `      "id": "thing/${id}",`,
    `      "description": "the text ${text}",`,
    '      "origin": "added",',
    `      "hazards": ${JSON.stringify(hazards)},`,
    `      "record": {"id":"${text}"},`,
    `      "keys": {"primary":{"PK":{"S":"THING#${text}"}}}`,
    '    }',
  ]);
  return [
    '{',
    '  "format": 1,',
    '  "schema": "things",',
    '  "record_type": "thing",',
    `  "digest": "sha256:${'0'.repeat(64)}",`,
    '  "kind": "keys",',
    '  "vectors": [',
    written.map((lines) => lines.join('\n')).join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
}

/** Codes about vectors, and about schemas that have none. */
export const vectorExplanations: Explanations = {
  'hazard-unknown': {
    why: [
      'Vectors name the hazards that they are there to find, and "vectors list --hazard" and findings look them up in the register.',
      'A name that is not in it was misspelt. "itemproof hazards" lists those that there are.',
    ],
    example: {
      broken: vectorsWith([{ hazards: ['key-delimiter'] }]),
      repaired: vectorsWith([{ hazards: ['key-delimiter-injection'] }]),
    },
  },
  'json-syntax': {
    why: [
      'Vectors are read by programs in every language, so their files are plain JSON: no comments, no trailing commas, no marks of a merge.',
      'Only the first place is named: what follows it is broken because of it. "itemproof vectors generate" writes the files again.',
    ],
    example: {
      broken: vectorsWith([{}]).replace('    }\n  ]', '    },\n  ]'),
      repaired: vectorsWith([{}]),
    },
  },
  'record-impossible': {
    why: [
      'Vectors begin with a record that has every attribute, and everything else is one change of it. The schema refuses that record.',
      'The message says why: a bound that no value meets, a rule that another one contradicts, a key that is always too long.',
      'Change what it names, or make optional what cannot be there together with the rest.',
    ],
    example: example(
      { attributes: ['first: { type: string, min_length: 250000 }', 'second: { type: string, min_length: 250000 }'] },
      { attributes: ['first: { type: string, min_length: 250000 }', 'second: { type: string, min_length: 2500 }'] },
    ),
  },
  'vector-differs': {
    why: [
      'Vectors are what the schema says, case by case. One that the schema no longer gives tests a contract that is not there any more.',
      'Run "itemproof vectors generate", and look at the difference: it is what the change of the schema means.',
    ],
    example: null,
    noExample: 'No example is shown: it would be a schema and all of its vectors, of which one differs.',
  },
  'vector-duplicate': {
    why: [
      'Two vectors of one id cannot both be named by a finding or by "run --vector", and a reader by id keeps one of them.',
      'Two of one content make a run longer and prove nothing more. Remove one, or say what is different about it.',
    ],
    example: {
      broken: vectorsWith([{ id: 'a' }, { id: 'a', text: 'b' }]),
      repaired: vectorsWith([{ id: 'a' }, { id: 'b', text: 'b' }]),
    },
  },
  'vector-format': {
    why: [
      'Vectors are reviewed as a difference, so files have one form: one member a line, and everything in one order.',
      'An editor or a merge that changes the form hides the case that has changed. "itemproof vectors fmt" brings it back.',
    ],
    example: {
      broken: vectorsWith([{}]).replace('{"id":"a"},', '{\n        "id": "a"\n      },'),
      repaired: vectorsWith([{}]),
    },
  },
  'vector-invalid': {
    why: [
      'Vector files are written by "itemproof vectors generate", and are not edited.',
      'A file of another shape was damaged or merged wrongly, and half of its cases would be compared with nothing.',
    ],
    example: {
      broken: vectorsWith([{}]).replace('thing/a', 'order/a'),
      repaired: vectorsWith([{}]),
    },
  },
  'vectors-taken': {
    why: [
      'A folder holds the vectors of one schema, and "vectors generate" takes away files that the schema no longer gives.',
      'Written to the folder of another schema it would take away all of them. Each schema has a folder of its own: vectors/<name>.',
      'When a schema gets another name, "vectors generate --renamed-from OLD" writes over those of the old one.',
    ],
    example: null,
    noExample: 'No example is shown: it would be a folder with the vectors of another schema.',
  },
};
