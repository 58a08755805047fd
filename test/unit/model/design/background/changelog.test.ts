import { expect, it } from 'vitest';
import { type DesignCase, edited, healthyBackground, reportsOf } from '../../../../support/design.ts';

/** Each rule of what versions changed, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'version: 1.2.0',
    'version: 1.1.0',
    [
      '[value-conflict] changelog.1.2.0 (1.2.0): "1.2.0" is later than the schema, which is 1.1.0; write "version: 1.2.0", or correct the entry',
    ],
  ],
  [
    'version: 1.2.0',
    'version: 1.3.0',
    ['[missing-key] changelog (changelog): nothing says what 1.3.0, the version of the schema, changed; add "1.3.0:"'],
  ],
  [
    '  1.1.0: {',
    '  1.1: {',
    [
      '[yaml-syntax] changelog (1.1): a key must be text, and the key 1.1 is not; write three numbers with "." between them, and a suffix after "-" if you like',
    ],
  ],
  [
    '  1.1.0: {',
    '  1.10.0-rc.1: {',
    [
      '[value-conflict] changelog.1.10.0-rc.1 (1.10.0-rc.1): "1.10.0-rc.1" is later than the schema, which is 1.2.0; write "version: 1.10.0-rc.1", or correct the entry',
    ],
  ],
  [
    '  1.1.0: {',
    '  1.01.0: {',
    [
      '[value-invalid] changelog.1.01.0 (1.01.0): "1.01.0" cannot be a name here; write three numbers with "." between them, and a suffix after "-" if you like',
    ],
  ],
  [
    'breaking: true',
    'breaking: yes',
    [
      '[wrong-type] changelog.1.1.0.breaking (yes): "breaking" must be true or false, and is "yes"; write true; yes is a text in YAML 1.2, which has true and false alone',
    ],
  ],
  [
    '1.2.0: Books have a title.',
    '1.2.0: { breaking: true }',
    ['[missing-key] changelog.1.2.0 (1.2.0): "1.2.0" has no "description"; add "description:"'],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});

it.each([['  1.1.0: {', '  1.2.0-rc.1: {']])('says nothing after %j became %j', (from, to) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual([]);
});
