import { type Explanations, example } from './explanation.ts';

/** Codes about keys and values that the language does not have, and about references. */
export const shapeExplanations: Explanations = {
  'missing-key': {
    why: [
      'Something that has no sensible default was left out, and guessing it would make a contract that nobody wrote.',
    ],
    example: example(
      { attributes: ['sent_at: { type: timestamp }'] },
      { attributes: ['sent_at: { type: timestamp, format: iso-seconds }'] },
    ),
  },
  'reference-unknown': {
    why: [
      'A name that refers to nothing is misspelt, or what it meant was renamed. The rule that depends on it would never apply.',
    ],
    example: example(
      { attributes: ['code: { type: string, max_length: 4 }', 'label: { type: string, default_from: cod }'] },
      { attributes: ['code: { type: string, max_length: 4 }', 'label: { type: string, default_from: code }'] },
    ),
  },
  'unknown-key': {
    why: [
      'A key that nobody reads does nothing, silently: "requird: true" makes nothing required.',
      'Keys of your own start with "x-", and are left alone.',
    ],
    example: example(
      { attributes: ['label: { type: string, max_lenght: 8 }'] },
      { attributes: ['label: { type: string, max_length: 8 }'] },
    ),
  },
  'value-conflict': {
    why: [
      'Each of two statements is right, and together they cannot be: no value is allowed, or one of them does nothing.',
      'Whoever wrote them meant something else. Found here, it costs a minute; found as refused records, a night.',
    ],
    example: example(
      { attributes: ['size: { type: integer, minimum: 10, maximum: 1 }'] },
      { attributes: ['size: { type: integer, minimum: 1, maximum: 10 }'] },
    ),
  },
  'value-invalid': {
    why: ['The key is right and its value is not one that it takes. The message lists what there is.'],
    example: example({ attributes: ['label: { type: text }'] }, { attributes: ['label: { type: string }'] }),
  },
  'waiver-expired': {
    why: [
      'A waiver with "until" waives for a while: when the version of the schema is that one or a later one, it has ended.',
      'Do now what was put off, and remove the waiver, or say until when it is put off again.',
    ],
    example: example(
      {
        top: [
          'version: 2.0.0',
          'waivers:',
          '  - rule: key-size',
          '    at: record_types.thing.pk_pattern',
          '    reason: Ids get a length with the next version.',
          '    until: 2.0.0',
        ],
      },
      { top: ['version: 2.0.0'] },
    ),
  },
  'waiver-refused': {
    why: [
      'Warnings can be meant, and so can errors of a design that leave every item with one meaning. Others cannot:',
      'of a default that is no value, or of two statements that contradict each other, there are no vectors.',
    ],
    example: example(
      {
        top: [
          'waivers:',
          '  - rule: default-invalid',
          '    at: record_types.thing.attributes.label',
          '    reason: Nobody uses the default anyway.',
        ],
      },
      {},
    ),
  },
  'waiver-unused': {
    why: [
      'A waiver silences one rule at one place. One that silences nothing was meant for another place, or for a mistake that is gone;',
      'left where it is, it would hide the next one.',
    ],
    example: example(
      {
        top: [
          'waivers:',
          '  - rule: key-size',
          '    at: record_types.thing.pk_pattern',
          '    reason: Ids are short, says the other team.',
        ],
      },
      {},
    ),
  },
  'wrong-type': {
    why: [
      'YAML decides the type of a value by its looks: 1.0 is a number, "1.0" is text, true is a boolean, no is text.',
      'A value of another type than its key takes was written with or without quotes by mistake.',
    ],
    example: example(
      { attributes: ['label: { type: string, nullable: "yes" }'] },
      { attributes: ['label: { type: string, nullable: true }'] },
    ),
  },
};
