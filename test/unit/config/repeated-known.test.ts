import { expect, it } from 'vitest';
import type { KnownFailure } from '../../../src/config/config.ts';
import { repeatedKnown } from '../../../src/config/repeated-known.ts';
import { known } from '../../support/outcomes.ts';

const read = { check: 'cross-read' } as const;

function said(...entries: readonly KnownFailure[]): readonly string[] {
  return repeatedKnown(entries).map(({ message, position, path }) => `${position.line} ${path}: ${message}`);
}

it.each<[string, readonly KnownFailure[]]>([
  ['of other vectors', [known(1, ['one']), known(2, ['two'])]],
  ['of another check', [known(1, ['one']), known(2, ['one'], { check: 'item-decode' })]],
  ['of another implementation', [known(1, ['one']), known(2, ['one'], { implementation: 'bob' })]],
  [
    'of what another one writes',
    [known(1, ['one'], { ...read, writer: 'bob' }), known(2, ['one'], { ...read, writer: 'eve' })],
  ],
])('takes entries %s', (_what, entries) => {
  expect(said(...entries)).toEqual([]);
});

it.each<[string, string | null, string | null]>([
  ['for the same writer', 'bob', 'bob'],
  ['for every writer, and for one', null, 'bob'],
  ['for one writer, and for every writer', 'bob', null],
  ['for every writer twice', null, null],
])('refuses a second entry of the same case: %s', (_what, first, second) => {
  expect(
    said(known(1, ['one', 'two'], { ...read, writer: first }), known(2, ['two'], { ...read, writer: second })),
  ).toEqual(['2 known[2]: itemproof.yaml:1 expects "ada" to fail cross-read of entity_meta/two already']);
});

it('says it once for each entry before', () => {
  expect(said(known(1, ['a', 'b', 'c']), known(2, ['d']), known(3, ['d', 'c', 'b', 'e']))).toEqual([
    '3 known[3]: itemproof.yaml:2 expects "ada" to fail item-encode of entity_meta/d already',
    '3 known[3]: itemproof.yaml:1 expects "ada" to fail item-encode of entity_meta/c and 1 more already',
  ]);
});
