// What a careful program writes by hand: an object literal with template strings for the keys, and the SDK's
// `marshall`; `unmarshall` and picking out the values to read. It checks nothing: any value of any type is written and
// read, a component that contains its delimiter makes a wrong key, and reading ignores the keys of the indexes.
// Numbers are JavaScript numbers, exact up to 2^53. Writes and reads DynamoDB JSON.
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { counters, nativeRecord } from './records.mjs';

const families = counters.map((counter) => ({ counter, family: `b_{limit}_${counter}`, suffix: `_${counter}` }));

const entityMeta = {
  encode: ({ namespace_id, entity_id, name, parent_id, cascade, metadata, created_at }) =>
    marshall({
      PK: `${namespace_id}/ENTITY#${entity_id}`,
      SK: '#META',
      GSI1PK: `${namespace_id}/PARENT#${parent_id}`,
      GSI1SK: `CHILD#${entity_id}`,
      GSI4PK: namespace_id,
      GSI4SK: `${namespace_id}/ENTITY#${entity_id}`,
      entity_id,
      name,
      parent_id,
      cascade,
      metadata,
      created_at,
    }),
  decode: (stored) => {
    const { PK, entity_id, name, parent_id, cascade, metadata, created_at } = unmarshall(stored);
    return { namespace_id: PK.slice(0, PK.indexOf('/')), entity_id, name, parent_id, cascade, metadata, created_at };
  },
};

const bucket = {
  encode: (record) => {
    const { namespace_id, shard_id, entity_id, resource, rf, cascade, parent_id, shard_count, ttl } = record;
    const item = {
      PK: `${namespace_id}/BUCKET#${entity_id}#${resource}#${shard_id}`,
      SK: '#STATE',
      GSI2PK: `${namespace_id}/RESOURCE#${resource}`,
      GSI2SK: `BUCKET#${entity_id}#${shard_id}`,
      GSI3PK: `${namespace_id}/ENTITY#${entity_id}`,
      GSI3SK: `BUCKET#${resource}#${shard_id}`,
      GSI4PK: namespace_id,
      GSI4SK: `BUCKET#${entity_id}#${resource}#${shard_id}`,
      entity_id,
      resource,
      rf,
      cascade,
      parent_id,
      shard_count,
      ttl,
    };
    for (const { counter, family } of families) {
      const values = record[family];
      for (const limit of Object.keys(values)) item[`b_${limit}_${counter}`] = values[limit];
    }
    return marshall(item);
  },
  decode: (stored) => {
    const item = unmarshall(stored);
    const { PK, entity_id, resource, rf, cascade, parent_id, shard_count, ttl } = item;
    const record = {
      namespace_id: PK.slice(0, PK.indexOf('/')),
      shard_id: Number(PK.slice(PK.lastIndexOf('#') + 1)),
      entity_id,
      resource,
      rf,
      cascade,
      parent_id,
      shard_count,
      ttl,
    };
    for (const { family } of families) record[family] = {};
    for (const name of Object.keys(item)) {
      if (!name.startsWith('b_')) continue;
      const found = families.find(({ suffix }) => name.endsWith(suffix));
      if (found !== undefined) record[found.family][name.slice(2, -found.suffix.length)] = item[name];
    }
    return record;
  },
};

export function handWritten(recordType) {
  return {
    name: 'hand-written + marshall',
    input: nativeRecord,
    ...(recordType === 'bucket' ? bucket : entityMeta),
    itemOf: (encoded) => encoded,
    extraAttributes: [],
  };
}
