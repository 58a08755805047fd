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
    noExample: 'No example is shown: it would have more than two million characters.',
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
