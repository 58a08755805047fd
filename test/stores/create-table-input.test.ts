import { expect, it } from 'vitest';
import { createTableInput } from '../../harness/stores/create-table-input.ts';
import type { TableDefinition } from '../../harness/stores/table-definition.ts';

const plain: TableDefinition = {
  tableName: 'users',
  billingMode: 'PAY_PER_REQUEST',
  partitionKeys: [{ name: 'user_id', type: 'S' }],
  sortKeys: [],
  globalSecondaryIndexes: [],
  localSecondaryIndexes: [],
};

it('leaves out what a plain table does not have', () => {
  expect(createTableInput(plain)).toEqual({
    TableName: 'users',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'user_id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'user_id', KeyType: 'HASH' }],
  });
});

it('defines every key attribute once, and gives throughput where it is demanded', () => {
  const input = createTableInput({
    ...plain,
    billingMode: 'PROVISIONED',
    sortKeys: [{ name: 'at', type: 'N' }],
    globalSecondaryIndexes: [
      {
        name: 'multi',
        partitionKeys: [
          { name: 'a', type: 'S' },
          { name: 'user_id', type: 'S' },
        ],
        sortKeys: [
          { name: 'at', type: 'N' },
          { name: 'blob', type: 'B' },
        ],
        projection: { include: ['title'] },
      },
    ],
    localSecondaryIndexes: [
      { name: 'local', partitionKeys: plain.partitionKeys, sortKeys: [{ name: 'a', type: 'S' }], projection: 'ALL' },
    ],
  });
  expect(input.AttributeDefinitions?.map(({ AttributeName }) => AttributeName)).toEqual(['user_id', 'at', 'a', 'blob']);
  expect(input.ProvisionedThroughput).toBeDefined();
  expect(input.GlobalSecondaryIndexes).toEqual([
    {
      IndexName: 'multi',
      KeySchema: [
        { AttributeName: 'a', KeyType: 'HASH' },
        { AttributeName: 'user_id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
        { AttributeName: 'blob', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
      ProvisionedThroughput: input.ProvisionedThroughput,
    },
  ]);
  expect(input.LocalSecondaryIndexes?.[0]).not.toHaveProperty('ProvisionedThroughput');
});

it('refuses one attribute with two key types', () => {
  const sortKeys = [{ name: 'user_id', type: 'N' as const }];
  const index = { name: 'local', partitionKeys: plain.partitionKeys, sortKeys, projection: 'ALL' as const };
  expect(() => createTableInput({ ...plain, localSecondaryIndexes: [index] })).toThrow(
    'Table users uses the attribute user_id as a key of type S and as a key of type N',
  );
});
