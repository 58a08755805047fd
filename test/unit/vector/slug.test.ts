import { expect, it } from 'vitest';
import { slugOfDescription } from '../../../src/vector/case/slug.ts';

it.each([
  ['A card that is too long!', 'a-card-that-is-too-long'],
  ['Länge über 10', 'lange-uber-10'],
  ['café, naïve', 'cafe-naive'],
  ['日本語', 'case'],
  ['  ', 'case'],
])('%s becomes %s', (description, slug) => {
  expect(slugOfDescription(description)).toBe(slug);
});
