import { expectPutRefused, expectRefusal, holds, lacks, type Probe } from './probe.ts';

export const emptyIndexKey: Probe = {
  id: 'empty-index-key',
  description: 'An item whose key in an index is an empty string is refused.',
  run: (context) => expectPutRefused(context, { gk: { S: '' } }),
};

export const indexKeyLength: Probe = {
  id: 'index-key-length',
  description: 'An item whose partition key in an index is longer than 2048 bytes is refused.',
  run: (context) => expectPutRefused(context, { gk: { S: 'k'.repeat(2049) } }),
};

export const keyLengthBytes: Probe = {
  id: 'key-length-bytes',
  description: 'Keys are measured in bytes of UTF-8: 513 times é is too long for a sort key.',
  run: ({ wire, tableName, key }) =>
    expectRefusal(wire, 'PutItem', { TableName: tableName, Item: { ...key, sk: { S: 'é'.repeat(513) } } }),
};

export const keyPrefixCase: Probe = {
  id: 'key-prefix-case',
  description:
    'A query for sort keys that begin with a text finds no others: not those that begin with it in capitals.',
  async run({ wire, tableName, key }) {
    await wire.send('PutItem', { TableName: tableName, Item: { ...key, sk: { S: 'small' } } });
    const { Items } = await wire.send('Query', {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': key.pk, ':prefix': { S: 'SM' } },
    });
    return Array.isArray(Items) && Items.length === 0 ? holds : lacks('the key "small" begins with "SM"');
  },
};
