import { holds, lacks, type Probe } from './probe.ts';

const text = (name: string) => ({ name, type: 'S' as const });

/** Works in a table of its own, because a store may refuse such a table as a whole. */
export const multiAttributeIndexKeys: Probe = {
  id: 'multi-attribute-index-keys',
  description: 'A global index can have several attributes per key, and a query can name them all.',
  async run({ wire, tables, tableName: neighbour, key: { pk } }) {
    const tableName = `${neighbour}-multi`;
    await tables.createTable({
      tableName,
      billingMode: 'PAY_PER_REQUEST',
      partitionKeys: [text('pk')],
      sortKeys: [],
      globalSecondaryIndexes: [
        {
          name: 'probe-index',
          partitionKeys: [text('p1'), text('p2')],
          sortKeys: [text('s1'), text('s2')],
          projection: 'ALL',
        },
      ],
      localSecondaryIndexes: [],
    });
    try {
      const keys = { p1: { S: 'a' }, p2: { S: 'b' }, s1: { S: 'c' }, s2: { S: 'd' } };
      await tables.putItem(tableName, { pk, ...keys });
      const { Count: count } = await wire.send('Query', {
        TableName: tableName,
        IndexName: 'probe-index',
        KeyConditionExpression: 'p1 = :a AND p2 = :b AND s1 = :c AND s2 = :d',
        ExpressionAttributeValues: { ':a': keys.p1, ':b': keys.p2, ':c': keys.s1, ':d': keys.s2 },
      });
      return count === 1 ? holds : lacks(`the query found ${count} items instead of 1`);
    } finally {
      await tables.deleteTable(tableName);
    }
  },
};
