// ElectroDB 3. What it does and does not do here:
//  - It builds the keys of every index, with `casing: 'none'` and templates exactly those of the reference.
//  - It checks types, enumerations and presence. Patterns, lengths and bounds could be checked by callbacks; they are
//    left out, so it does less than the reference. It also does not refuse a component that contains its delimiter.
//  - It has no attribute names with a variable (b_{limit}_tk): the attributes of all four limits are declared one by
//    one, and its records are laid flat before the clock starts.
//  - It refuses an index that has the same component in both of its keys, as GSI4 of entity_meta has; the sort key uses
//    a copy of the namespace, which the record brings along.
//  - Components of keys have to be attributes, and an item says which entity it is of: the items have more attributes.
//  - Numbers are JavaScript numbers, exact up to 2^53.
//  - `params()` gives an item of JavaScript values, and `parse` takes one. The step to DynamoDB JSON, which the SDK's
//    document client makes later, is measured in the variant "+ marshall".
import { Entity } from 'electrodb';
import { counters, flatRecord, limits } from './records.mjs';

const table = 'rate_limits';
const text = { type: 'string', required: true };
const number = { type: 'number', required: true };

const index = (pk, sk, fields, composites, name) => ({
  ...(name === undefined ? {} : { index: name }),
  pk: { field: fields[0], casing: 'none', template: pk, composite: composites[0] },
  sk: { field: fields[1], casing: 'none', template: sk, composite: composites[1] },
});

const namespace = ['namespace_id'];

const entityMeta = () =>
  new Entity(
    {
      model: { entity: 'entity_meta', version: '1', service: 'rate_limits' },
      attributes: {
        namespace_id: text,
        namespace_copy: text,
        entity_id: text,
        name: text,
        parent_id: text,
        cascade: { type: 'boolean', required: true, default: false },
        // ElectroDB knows maps of fixed keys only.
        metadata: { type: 'any', required: true },
        created_at: text,
      },
      indexes: {
        primary: index(
          `\${namespace_id}/ENTITY#\${entity_id}`,
          '#META',
          ['PK', 'SK'],
          [['namespace_id', 'entity_id'], []],
        ),
        gsi1: index(
          `\${namespace_id}/PARENT#\${parent_id}`,
          `CHILD#\${entity_id}`,
          ['GSI1PK', 'GSI1SK'],
          [['namespace_id', 'parent_id'], ['entity_id']],
          'GSI1',
        ),
        gsi4: index(
          `\${namespace_id}`,
          `\${namespace_copy}/ENTITY#\${entity_id}`,
          ['GSI4PK', 'GSI4SK'],
          [namespace, ['namespace_copy', 'entity_id']],
          'GSI4',
        ),
      },
    },
    { table },
  );

const bucket = () =>
  new Entity(
    {
      model: { entity: 'bucket', version: '1', service: 'rate_limits' },
      attributes: {
        namespace_id: text,
        shard_id: number,
        entity_id: text,
        resource: text,
        rf: number,
        cascade: { type: 'boolean', required: true, default: false },
        parent_id: { type: 'string' },
        shard_count: { type: 'number', required: true, default: 1 },
        ttl: { type: 'number' },
        ...Object.fromEntries(
          counters.flatMap((counter) => limits.map((limit) => [`b_${limit}_${counter}`, { type: 'number' }])),
        ),
      },
      indexes: {
        primary: index(
          `\${namespace_id}/BUCKET#\${entity_id}#\${resource}#\${shard_id}`,
          '#STATE',
          ['PK', 'SK'],
          [['namespace_id', 'entity_id', 'resource', 'shard_id'], []],
        ),
        gsi2: index(
          `\${namespace_id}/RESOURCE#\${resource}`,
          `BUCKET#\${entity_id}#\${shard_id}`,
          ['GSI2PK', 'GSI2SK'],
          [
            ['namespace_id', 'resource'],
            ['entity_id', 'shard_id'],
          ],
          'GSI2',
        ),
        gsi3: index(
          `\${namespace_id}/ENTITY#\${entity_id}`,
          `BUCKET#\${resource}#\${shard_id}`,
          ['GSI3PK', 'GSI3SK'],
          [
            ['namespace_id', 'entity_id'],
            ['resource', 'shard_id'],
          ],
          'GSI3',
        ),
        gsi4: index(
          `\${namespace_id}`,
          `BUCKET#\${entity_id}#\${resource}#\${shard_id}`,
          ['GSI4PK', 'GSI4SK'],
          [namespace, ['entity_id', 'resource', 'shard_id']],
          'GSI4',
        ),
      },
    },
    { table },
  );

const own = ['__edb_e__', '__edb_v__', 'namespace_id'];

const makers = {
  entity_meta: {
    entity: entityMeta,
    input: (record) => ({ ...flatRecord(record), namespace_copy: record.namespace_id }),
    extraAttributes: [...own, 'namespace_copy'],
  },
  bucket: { entity: bucket, input: flatRecord, extraAttributes: [...own, 'shard_id'] },
};

export function electrodb(recordType) {
  const { input, extraAttributes, ...maker } = makers[recordType];
  const entity = maker.entity();
  return {
    name: 'electrodb',
    native: true,
    input,
    encode: (record) => entity.put(record).params().Item,
    decode: (item) => entity.parse({ Item: item }).data,
    extraAttributes,
  };
}
