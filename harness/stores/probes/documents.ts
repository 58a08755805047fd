import type { AttributeValue } from '../../../src/value/attribute-value.ts';
import { shortJson } from '../../../src/value/json.ts';
import { expectPutRefused, holds, lacks, type Probe, read, roundTrip } from './probe.ts';

/** A scalar inside so many lists. */
function nested(lists: number): AttributeValue {
  let value: AttributeValue = { S: 'x' };
  for (let level = 0; level < lists; level++) value = { L: [value] };
  return value;
}

export const nestingLimit: Probe = {
  id: 'nesting-limit',
  description: 'Documents may be nested 32 levels deep and no deeper.',
  async run(context) {
    await roundTrip(context, { document: nested(31) });
    return expectPutRefused(context, { document: nested(32) });
  },
};

export const protoAttribute: Probe = {
  id: 'proto-attribute',
  description: 'An attribute may be named __proto__, in an item and in a map.',
  async run(context) {
    const attributes = { ['__proto__']: { S: 'top' }, map: { M: { ['__proto__']: { S: 'inner' } } } };
    const { map, ...rest } = await roundTrip(context, attributes);
    const inner = map !== undefined && 'M' in map && Object.hasOwn(map.M, '__proto__');
    return inner && Object.hasOwn(rest, '__proto__') ? holds : lacks('the attribute was lost');
  },
};

export const documentEquality: Probe = {
  id: 'document-equality',
  description: 'A condition compares maps and lists by content.',
  async run(context) {
    const document = { M: { list: { L: [{ S: 'x' }] } } };
    await roundTrip(context, { document });
    await context.wire.send('DeleteItem', {
      TableName: context.tableName,
      Key: context.key,
      ConditionExpression: 'document = :document',
      ExpressionAttributeValues: { ':document': document },
    });
    return holds;
  },
};

export const listAppend: Probe = {
  id: 'list-append',
  description: 'SET of a list member beyond the end appends it, without filling the gap.',
  async run(context) {
    await roundTrip(context, { list: { L: [{ S: 'x' }] } });
    await context.wire.send('UpdateItem', {
      TableName: context.tableName,
      Key: context.key,
      UpdateExpression: 'SET #list[5] = :member',
      ExpressionAttributeNames: { '#list': 'list' },
      ExpressionAttributeValues: { ':member': { S: 'y' } },
    });
    const { list } = await read(context);
    const appended = list !== undefined && 'L' in list && list.L.length === 2;
    return appended ? holds : lacks(`the list became ${shortJson(list)}`);
  },
};
