import { expect, it } from 'vitest';
import { applicableScenarios } from '../../../src/generate/coverage/applicable.ts';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { isObject } from '../../../src/value/json.ts';
import type { ItemVector } from '../../../src/vector/vector.ts';
import { smallCodec } from '../../support/small.ts';

const tags = ['S', 'N', 'B', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'BS'];

function itemsOf(attributes: string): readonly ItemVector[] {
  return generateVectors(smallCodec(attributes)).flatMap((file) => (file.kind === 'items' ? file.vectors : []));
}

/** The tags of the values in a stored value, itself included. */
function tagsIn(stored: unknown): readonly string[] {
  if (!isObject(stored)) return [];
  return Object.entries(stored).flatMap(([tag, inner]) => {
    const values = tag === 'L' || tag === 'M' ? Object.values(inner as object) : [];
    return [tag, ...values.flatMap(tagsIn)];
  });
}

it.each([
  ['data: { type: any }', '/data'],
  ['data: { type: any, nullable: true }', '/data'],
  ['data: { type: list, items: { type: any, nullable: true } }', '/data/*'],
  ['data: { type: list, items: { type: any } }', '/data/*'],
  ['data: { type: list, max_items: 2, items: { type: any } }', '/data/*'],
  ['data: { type: list, min_items: 14, items: { type: any } }', '/data/*'],
  ['data: { type: map, values: { type: any, nullable: true } }', '/data/*'],
  ['data: { type: map, members: { own: { type: any } } }', '/data/own'],
])('{ %s } is shown with each of the ten types', (attributes, subject) => {
  const vectors = itemsOf(attributes).filter((each) => each.subject === subject);
  const all = vectors.filter(({ scenario }) => scenario === 'ten-types');
  expect(new Set(all.flatMap(({ item }) => tagsIn(item.data)))).toEqual(new Set(tags));
  const pair = vectors.filter(({ scenario }) => scenario === 'number-beside-text');
  expect(pair.map(({ item }) => JSON.stringify(item.data))).toEqual([
    expect.stringMatching(/\{"S":"1"\}.*\{"N":"1"\}/),
  ]);
});

it('an attribute of any type has each of them itself, but for NULL, which is another scenario', () => {
  const stored = itemsOf('data: { type: any, nullable: true }').flatMap(({ item }) => Object.keys(item.data ?? {}));
  expect([...new Set(stored)].sort()).toEqual([...tags].sort());
  const own = itemsOf('data: { type: any }').flatMap(({ item }) => Object.keys(item.data ?? {}));
  expect([...new Set([...own, 'NULL'])].sort()).toEqual([...tags].sort());
});

it.each([
  ['data: { type: any }', '/data'],
  ['data: { type: list, items: { type: any } }', '/data/*'],
  ['data: { type: map, values: { type: any } }', '/data/*'],
])('coverage looks for free-form content in { %s }', (attributes, subject) => {
  const [thing] = smallCodec(attributes).model.recordTypes;
  const found = thing === undefined ? [] : applicableScenarios(thing).filter((each) => each.subject === subject);
  expect(found.map(({ scenario }) => scenario)).toEqual(expect.arrayContaining(['ten-types', 'number-beside-text']));
});

it('coverage looks for no items in a list that has none', () => {
  const [thing] = smallCodec('data: { type: list, max_items: 0, items: { type: any } }').model.recordTypes;
  const found = thing === undefined ? [] : applicableScenarios(thing);
  expect(found.filter(({ scenario }) => scenario === 'ten-types')).toEqual([]);
});
