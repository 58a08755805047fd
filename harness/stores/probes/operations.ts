import { isObject, shortJson } from '../../../src/value/json.ts';
import { StoreRejection } from '../store-rejection.ts';
import { holds, lacks, type Probe, roundTrip } from './probe.ts';

export const conditionFailureItem: Probe = {
  id: 'condition-failure-item',
  description: 'A write whose condition fails returns the stored item when asked to.',
  async run(context) {
    await roundTrip(context, {});
    try {
      await context.wire.send('DeleteItem', {
        TableName: context.tableName,
        Key: context.key,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
    } catch (error) {
      if (!(error instanceof StoreRejection)) throw error;
      return isObject(error.item) ? holds : lacks('no item came with the refusal');
    }
    return lacks('the failing condition was ignored');
  },
};

export const transactions: Probe = {
  id: 'transactions',
  description: 'TransactWriteItems and TransactGetItems exist.',
  async run({ wire, tableName, key }) {
    await wire.send('TransactWriteItems', { TransactItems: [{ Put: { TableName: tableName, Item: key } }] });
    const reply = await wire.send('TransactGetItems', { TransactItems: [{ Get: { TableName: tableName, Key: key } }] });
    const [first] = Array.isArray(reply['Responses']) ? reply['Responses'] : [];
    return isObject(first) && isObject(first['Item']) ? holds : lacks(`TransactGetItems answered ${shortJson(reply)}`);
  },
};

export const partiql: Probe = {
  id: 'partiql',
  description: 'ExecuteStatement exists.',
  async run({ wire, tableName, key }) {
    await wire.send('ExecuteStatement', {
      Statement: `SELECT pk FROM "${tableName}" WHERE pk = ? AND sk = ?`,
      Parameters: [key.pk, key.sk],
    });
    return holds;
  },
};

export const timeToLive: Probe = {
  id: 'time-to-live',
  description: 'UpdateTimeToLive exists.',
  async run({ wire, tableName }) {
    await wire.send('UpdateTimeToLive', {
      TableName: tableName,
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    });
    return holds;
  },
};
