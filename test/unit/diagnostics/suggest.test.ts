import { expect, it } from 'vitest';
import { didYouMeanVector } from '../../../src/diagnostics/suggest.ts';

const ids = [
  ...Array.from({ length: 20 }, (_, index) => `site/pairs-${index}`),
  'trip/complete',
  'trip/encode-driver-empty',
  'trip/encode-driver-null',
  'trip/minimal',
  'trip/only-driver',
  'trip/unit-mile',
];

it.each([
  ['trip/minimla', 'did you mean "trip/minimal"?'],
  [
    'trip/driver',
    'the nearest of trip are "trip/only-driver", "trip/encode-driver-null", "trip/encode-driver-empty", "trip/minimal"',
  ],
  ['trip/nope', 'the nearest of trip are "trip/complete", "trip/minimal", "trip/unit-mile", "trip/only-driver"'],
  [
    'trp/encode-driver-nothing',
    'the nearest of trip are "trip/encode-driver-null", "trip/encode-driver-empty", "trip/only-driver", "trip/complete"',
  ],
  ['vehicle/minimal', 'an id starts with its record type, as "site/pairs-0"; there is "site", "trip"'],
])('of %s: %s', (id, expected) => {
  expect(didYouMeanVector(id, ids)).toBe(expected);
});

it.each<[readonly string[], string]>([
  [[], 'there is none to refer to'],
  [['trip/minimal'], 'there is "trip/minimal"'],
])('of few ids shows all: %j', (few, expected) => {
  expect(didYouMeanVector('trip/nope', few)).toBe(expected);
});
