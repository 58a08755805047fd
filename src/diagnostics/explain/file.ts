import { type Explanations, example, schemaWith } from './explanation.ts';

/** Codes about the file, before anything of the schema is looked at. */
export const fileExplanations: Explanations = {
  'duplicate-key': {
    why: [
      'Most readers of YAML keep the last of two equal keys and say nothing, some keep the first.',
      'So one of the two is lost, and which one depends on the program. Remove one of them.',
    ],
    example: example(
      { attributes: ['label: { type: string }', 'label: { type: integer }'] },
      { attributes: ['label: { type: string }'] },
    ),
  },
  'file-too-large': {
    why: [
      'A schema describes items and holds none, so a file of megabytes is something else that was named by mistake,',
      'or was made to keep a program busy. It is not read at all.',
      'A generated schema that is too large is split by table: one file, one contract.',
    ],
    example: null,
  },
  'hazard-unknown': {
    why: [
      'Vectors name the hazards that they are there to find, and "vectors list --hazard" and findings look them up in the register.',
      'A name that is not in it was misspelt. "itemproof hazards" lists those that there are.',
    ],
    example: null,
  },
  'json-syntax': {
    why: [
      'Vectors are read by programs in every language, so their files are plain JSON: no comments, no trailing commas, no marks of a merge.',
      'Only the first place is named: what follows it is broken because of it. "itemproof vectors generate" writes the files again.',
    ],
    example: null,
  },
  'record-impossible': {
    why: [
      'Vectors begin with a record that has every attribute, and everything else is one change of it. The schema refuses that record.',
      'The message says why: a bound that no value meets, a rule that another one contradicts, a key that is always too long.',
      'Change what it names, or make optional what cannot be there together with the rest.',
    ],
    example: null,
  },
  'vector-differs': {
    why: [
      'Vectors are what the schema says, case by case. One that the schema no longer gives tests a contract that is not there any more.',
      'Run "itemproof vectors generate", and look at the difference: it is what the change of the schema means.',
    ],
    example: null,
  },
  'vector-duplicate': {
    why: [
      'Two vectors of one id cannot both be named by a finding or by "run --vector", and a reader by id keeps one of them.',
      'Two of one content make a run longer and prove nothing more. Remove one, or say what is different about it.',
    ],
    example: null,
  },
  'vector-format': {
    why: [
      'Vectors are reviewed as a difference, so files have one form: one member a line, and everything in one order.',
      'An editor or a merge that changes the form hides the case that has changed. "itemproof vectors fmt" brings it back.',
    ],
    example: null,
  },
  'vector-invalid': {
    why: [
      'Vector files are written by "itemproof vectors generate", and are not edited.',
      'A file of another shape was damaged or merged wrongly, and half of its cases would be compared with nothing.',
    ],
    example: null,
  },
  'vectors-taken': {
    why: [
      'A folder holds the vectors of one schema, and "vectors generate" takes away files that the schema no longer gives.',
      'Written to the folder of another schema it would take away all of them. Each schema has a folder of its own: vectors/<name>.',
      'When a schema gets another name, "vectors generate --renamed-from OLD" writes over those of the old one.',
    ],
    example: null,
  },
  'yaml-alias': {
    why: [
      'Anchors, aliases, merge keys and tags mean other things in other YAML libraries, and let a small file expand to a huge one.',
      'A schema is read by people first: write the value out, or declare a parameter and refer to it.',
    ],
    example: example(
      { attributes: ['first: &text { type: string, max_length: 9 }', 'second: { type: string, max_length: 9 }'] },
      {
        top: ['parameters:', '  text: { type: string, max_length: 9 }'],
        attributes: ['first: { parameter: text }', 'second: { parameter: text }'],
      },
    ),
  },
  'yaml-syntax': {
    why: [
      'The file is no YAML 1.2 document, so nothing can be said about what it means.',
      'Only the first place is named: what follows it is broken because of it. A value with ": " or " #" in it needs quotes.',
    ],
    example: {
      broken: schemaWith({ thing: ['description: A thing: any thing.'] }),
      repaired: schemaWith({ thing: ['description: "A thing: any thing."'] }),
    },
  },
};
