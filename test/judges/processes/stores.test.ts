import { afterAll, beforeAll, expect, it } from 'vitest';
import { readItem } from '../../../harness/stores/read-item.ts';
import { StoreRejection } from '../../../harness/stores/store-rejection.ts';
import { compareItems } from '../../../src/check/compare.ts';
import type { Item } from '../../../src/value/attribute-value.ts';
import { type Engine, engines, startTimeoutMs } from '../../stores/support/engines.ts';
import { type Exception, unexcused, type Verdict } from '../support/exceptions.ts';
import { brokenRule } from '../support/store-rules.ts';
import { judgingStores, type StoredTable, tableOf, tablesOf } from '../support/stores.ts';
import { committedSuites, itemsOf, type JudgedItem } from '../support/suites.ts';

// Real stores take every committed item and give back the same one, and refuse every item that breaks a rule of DynamoDB.

const prefix = 'judges-test-';
const tables = tablesOf(
  committedSuites.map(({ model }) => model),
  prefix,
);
const stores = judgingStores(tables, prefix);

/** What a store does otherwise than DynamoDB. */
const divergences: { readonly [engine in Engine]: readonly Exception<JudgedItem>[] } = {
  dynoxide: [],
  dynalite: [
    {
      name: '__proto__',
      reason: 'it assigns members of a map, and to assign "__proto__" changes the prototype of an object',
      covers: ({ item }) => JSON.stringify(item).includes('"__proto__":'),
    },
  ],
  'dynamodb-local': [],
};

beforeAll(stores.start, startTimeoutMs);
afterAll(stores.stop);

/** The items of `refusals`: what somebody may have stored, whether a store lets him or not. */
const refusedItems: readonly JudgedItem[] = committedSuites.flatMap(({ name, files }) =>
  files.flatMap((file) =>
    file.kind !== 'refusals'
      ? []
      : file.vectors.flatMap((vector) =>
          vector.op === 'item.decode'
            ? [{ suite: name, recordType: file.record_type, id: vector.id, item: vector.item as Item }]
            : [],
        ),
  ),
);

it.each(engines)('%s takes every committed item, and gives back the same one', async (engine) => {
  expect(unexcused(await keep(engine, itemsOf()), divergences[engine])).toEqual([]);
});

it.each(engines)('%s refuses the items that break a rule of DynamoDB, and takes the others', async (engine) => {
  const verdicts = await inTurn(refusedItems, async (each) => {
    const rule = brokenRule(each.item, placeOf(each).table);
    const refused = await refusalOf(engine, each);
    if (rule === undefined) return verdict(each, refused);
    return verdict(each, refused === undefined ? `the store takes it, against DynamoDB: ${rule}` : undefined);
  });
  expect(unexcused(verdicts, [])).toEqual([]);
  expect(
    refusedItems.filter((each) => brokenRule(each.item, placeOf(each).table) !== undefined).length,
  ).toBeGreaterThan(20);
});

it('finds an item that a store gives back as another', async () => {
  const [first] = itemsOf();
  if (first === undefined) throw new TypeError('no item');
  const unstorable: JudgedItem = { ...first, id: 'empty set', item: { ...first.item, tags: { SS: [] } } };
  expect(unexcused(await keep('dynoxide', [first, unstorable]), [])).toEqual([
    expect.stringMatching(/^bookstore empty set: PutItem was refused: /),
  ]);
});

/**
 * Puts each item, and looks at what is there when the next one of its key replaces it: one request for each. What is in
 * different keys goes side by side.
 */
async function keep(engine: Engine, items: readonly JudgedItem[]): Promise<readonly Verdict<JudgedItem>[]> {
  const byKey = new Map<string, JudgedItem[]>();
  for (const each of items) {
    const key = JSON.stringify([placeOf(each).tableName, keyOf(each)]);
    const versions = byKey.get(key);
    if (versions === undefined) byKey.set(key, [each]);
    else versions.push(each);
  }
  // The longest first, so that none is left for the end.
  const longestFirst = [...byKey.values()].sort((left, right) => right.length - left.length);
  const verdicts = await inTurn(longestFirst, async (versions) => {
    const verdicts: Verdict<JudgedItem>[] = [];
    let before: JudgedItem | undefined;
    for (const each of versions) {
      try {
        const found = await put(engine, each);
        if (before !== undefined) verdicts.push(verdict(before, differenceOf(before, found)));
        before = each;
      } catch (error) {
        if (!(error instanceof StoreRejection)) throw error;
        verdicts.push(verdict(each, error.message));
      }
    }
    if (before !== undefined) {
      const found = await stores.of(engine).store.tables.getItem(placeOf(before).tableName, keyOf(before));
      verdicts.push(verdict(before, differenceOf(before, found)));
    }
    return verdicts;
  });
  return verdicts.flat();
}

/** Does the work of each part, some of them at a time. */
async function inTurn<Part, Result>(
  parts: readonly Part[],
  work: (part: Part) => Promise<Result>,
): Promise<readonly Result[]> {
  const waiting = parts.values();
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (const part of waiting) results.push(await work(part));
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return results;
}

/** Puts an item; answers the one that it replaces. */
async function put(engine: Engine, each: JudgedItem): Promise<Item | undefined> {
  const { tableName } = placeOf(each);
  const request = { TableName: tableName, Item: each.item, ReturnValues: 'ALL_OLD' };
  const { Attributes: old } = await stores.of(engine).wire.send('PutItem', request);
  return old === undefined ? undefined : readItem(old, `PutItem on table ${tableName}`);
}

async function refusalOf(engine: Engine, each: JudgedItem): Promise<string | undefined> {
  try {
    await put(engine, each);
    return undefined;
  } catch (error) {
    if (error instanceof StoreRejection) return error.message;
    throw error;
  }
}

function differenceOf({ item }: JudgedItem, found: Item | undefined): string | undefined {
  const judgement = compareItems(item, found);
  return judgement.passed ? undefined : `${judgement.problem.message} ${judgement.problem.path.join('.')}`;
}

function verdict(each: JudgedItem, objection: string | undefined): Verdict<JudgedItem> {
  return { of: each, id: `${each.suite} ${each.id}`, objection };
}

function keyOf(each: JudgedItem): Item {
  const [primary] = placeOf(each).table.keys;
  const names = [...(primary?.partitionKeys ?? []), ...(primary?.sortKeys ?? [])].map(({ name }) => name);
  return Object.fromEntries(names.flatMap((name) => (each.item[name] === undefined ? [] : [[name, each.item[name]]])));
}

function placeOf({ suite, recordType }: JudgedItem): StoredTable {
  return tableOf(tables, suite, recordType);
}
