import { expect, it } from 'vitest';
import { type DesignCase, edited, healthyBackground, reportsOf } from '../../../../support/design.ts';

/** Each rule of decisions, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'record_types.book.unique,',
    'record_types.book.uniqe,',
    [
      '[reference-unknown] decisions.lookup.concerns[0] (record_types.book.uniqe): there is nothing at "record_types.book.uniqe" in this schema; did you mean "record_types.book.unique"?',
    ],
  ],
  [
    "'waivers[0]'",
    "'waivers[1]'",
    [
      '[reference-unknown] decisions.lookup.concerns[2] (\'waivers[1]\'): there is nothing at "waivers[1]" in this schema; did you mean "waivers[0]"?',
    ],
  ],
  [
    "'waivers[0]'",
    'invariants.everything.equals',
    [
      '[reference-unknown] decisions.lookup.concerns[2] (invariants.everything.equals): there is nothing at "invariants.everything.equals" in this schema; in "invariants" there is "lines", "total", "cheapest"',
    ],
  ],
  [
    "'waivers[0]'",
    'nonsense',
    [
      '[reference-unknown] decisions.lookup.concerns[2] (nonsense): there is nothing at "nonsense" in this schema; there is "name", "version", "sources", "decisions", "changelog", "table", "record_types", "invariants", "waivers"',
    ],
  ],
  [
    'kind: denormalization',
    'kind: denormalisation',
    [
      '[value-invalid] decisions.lookup.kind (denormalisation): "kind" cannot be "denormalisation"; did you mean "denormalization"?',
    ],
  ],
  ['choice: One table., ', '', ['[missing-key] decisions.keys (keys): "keys" has no "choice"; add "choice:"']],
  [
    '  keys: { choice',
    '  9keys: { choice',
    [
      '[value-invalid] decisions.9keys (9keys): "9keys" cannot be a name here; a name has letters, digits, "_" and "-", and starts with a letter',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to, healthyBackground))).toEqual(reported);
});
