// DynamoDB-Toolbox 2. What it does and does not do here:
//  - It makes the primary key with `computeKey`. It has no notion of the other indexes' keys: they are attributes that
//    `putLink` callbacks fill, which comes to the same items.
//  - It checks types and presence. Patterns, lengths and bounds could be checked by callbacks; they are left out, so it
//    does less than the reference. It also does not refuse a component that contains its delimiter.
//  - It has no attribute names with a variable (b_{limit}_tk): the attributes of all four limits are declared one by
//    one, and its records are laid flat before the clock starts.
//  - Components of keys have to be attributes: the items have more attributes.
//  - Numbers are JavaScript numbers (or bigints where declared), exact up to 2^53.
//  - `params()` gives an item of JavaScript values, and `format` takes one. The step to DynamoDB JSON, which the SDK's
//    document client makes later, is measured in the variant "+ marshall".
// Its own extras (timestamps, an attribute with the entity's name) are switched off.
import {
  boolean,
  Entity,
  EntityFormatter,
  item,
  number,
  PutItemCommand,
  record,
  string,
  Table,
} from 'dynamodb-toolbox';
import { counters, flatRecord, limits } from './records.mjs';

const table = new Table({
  name: 'rate_limits',
  partitionKey: { name: 'PK', type: 'string' },
  sortKey: { name: 'SK', type: 'string' },
});
const linked = (build) => string().hidden().putLink(build);

const entityMeta = () =>
  new Entity({
    name: 'entity_meta',
    table,
    timestamps: false,
    entityAttribute: false,
    schema: item({
      namespace_id: string().key(),
      entity_id: string().key(),
      name: string(),
      parent_id: string(),
      cascade: boolean().default(false),
      metadata: record(string(), string()),
      created_at: string(),
      GSI1PK: linked(({ namespace_id, parent_id }) => `${namespace_id}/PARENT#${parent_id}`),
      GSI1SK: linked(({ entity_id }) => `CHILD#${entity_id}`),
      GSI4PK: linked(({ namespace_id }) => namespace_id),
      GSI4SK: linked(({ namespace_id, entity_id }) => `${namespace_id}/ENTITY#${entity_id}`),
    }),
    computeKey: ({ namespace_id, entity_id }) => ({ PK: `${namespace_id}/ENTITY#${entity_id}`, SK: '#META' }),
  });

const bucket = () =>
  new Entity({
    name: 'bucket',
    table,
    timestamps: false,
    entityAttribute: false,
    schema: item({
      namespace_id: string().key(),
      shard_id: number().key(),
      entity_id: string().key(),
      resource: string().key(),
      rf: number(),
      cascade: boolean().default(false),
      parent_id: string().optional(),
      shard_count: number().default(1),
      ttl: number().optional(),
      ...Object.fromEntries(
        counters.flatMap((counter) => limits.map((limit) => [`b_${limit}_${counter}`, number().optional()])),
      ),
      GSI2PK: linked(({ namespace_id, resource }) => `${namespace_id}/RESOURCE#${resource}`),
      GSI2SK: linked(({ entity_id, shard_id }) => `BUCKET#${entity_id}#${shard_id}`),
      GSI3PK: linked(({ namespace_id, entity_id }) => `${namespace_id}/ENTITY#${entity_id}`),
      GSI3SK: linked(({ resource, shard_id }) => `BUCKET#${resource}#${shard_id}`),
      GSI4PK: linked(({ namespace_id }) => namespace_id),
      GSI4SK: linked(({ entity_id, resource, shard_id }) => `BUCKET#${entity_id}#${resource}#${shard_id}`),
    }),
    computeKey: ({ namespace_id, entity_id, resource, shard_id }) => ({
      PK: `${namespace_id}/BUCKET#${entity_id}#${resource}#${shard_id}`,
      SK: '#STATE',
    }),
  });

export function dynamodbToolbox(recordType) {
  const entity = recordType === 'bucket' ? bucket() : entityMeta();
  const formatter = entity.build(EntityFormatter);
  return {
    name: 'dynamodb-toolbox',
    native: true,
    input: flatRecord,
    encode: (values) => entity.build(PutItemCommand).item(values).params().Item,
    decode: (stored) => formatter.format(stored),
    extraAttributes: ['namespace_id', ...(recordType === 'bucket' ? ['shard_id'] : [])],
  };
}
