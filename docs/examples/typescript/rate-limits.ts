import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import {
  entityPattern,
  type Item,
  type Keys,
  keyOf,
  NumberText,
  namespacePattern,
  resourcePattern,
  Values,
  write,
} from './values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Three record types of a rate limiter's table, for the AWS SDK's DynamoDBClient. */
export type RecordType<T> = {
  readonly name: string;
  readonly fromRecord: (record: Json) => T;
  readonly fromItem: (item: Item) => T;
  readonly keys: (value: T) => Keys;
  readonly toItem: (value: T) => Item;
};

export type EntityMeta = {
  readonly namespaceId: string;
  readonly entityId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly cascade: boolean;
  readonly metadata: ReadonlyMap<string, string>;
  readonly createdAt: string;
};

function readEntity(values: Values, namespaceId: string): EntityMeta {
  const entityId = values.text('entity_id', entityPattern);
  const name = values.text('name');
  const parent = values.take('parent_id', null);
  const parentId = parent === null ? null : values.matching('parent_id', parent, entityPattern, 256);
  const cascade = values.take('cascade', false);
  values.require(typeof cascade === 'boolean', `cascade: ${cascade}`);
  const metadata = new Map<string, string>();
  for (const [key, value] of values.map('metadata')) {
    values.require(typeof value === 'string', `metadata: ${key}`);
    metadata.set(key, value);
  }
  return { namespaceId, entityId, name, parentId, cascade, metadata, createdAt: values.timestamp('created_at') };
}

export const entityMeta: RecordType<EntityMeta> = {
  name: 'entity_meta',

  fromRecord(record) {
    const values: Values = new Values('invalid-record', record);
    const namespaceId = values.text('namespace_id', namespacePattern);
    // Who has no name is called by its id.
    if ((record['name'] ?? '') === '' && record['name'] !== null) values.rest.set('name', record['entity_id']);
    const entity = readEntity(values, namespaceId);
    values.nothingElse();
    return entity;
  },

  fromItem(item) {
    const values: Values = Values.ofItem(item);
    const [namespaceId, entityId] = values.key(/^([^/]*)\/ENTITY#(.*)$/, '#META');
    const entity = readEntity(values, namespaceId);
    values.require(entity.entityId === entityId, 'entity_id is another one than in the key');
    return entity;
  },

  keys({ namespaceId, entityId, parentId }) {
    const entity = `${namespaceId}/ENTITY#${entityId}`;
    const keys = {
      primary: keyOf({ PK: entity, SK: '#META' }),
      gsi4: keyOf({ GSI4PK: namespaceId, GSI4SK: entity }),
    };
    if (parentId === null) return keys;
    return { ...keys, gsi1: keyOf({ GSI1PK: `${namespaceId}/PARENT#${parentId}`, GSI1SK: `CHILD#${entityId}` }) };
  },

  toItem(entity) {
    const { entityId: entity_id, name, parentId: parent_id, cascade, createdAt: created_at } = entity;
    // marshall loses a name like "__proto__".
    const members = [...entity.metadata].map(([key, value]): [string, AttributeValue] => [key, { S: value }]);
    const item = write(entityMeta.keys(entity), { entity_id, name, parent_id, cascade, created_at });
    return { ...item, metadata: { M: Object.fromEntries(members) } };
  },
};

/** Which resources have limits. DynamoDB has no empty set, so the attribute goes with its last member. */
export type ResourceRegistry = { readonly namespaceId: string; readonly resources: ReadonlySet<string> };

export const resourceRegistry: RecordType<ResourceRegistry> = {
  name: 'resource_registry',

  fromRecord(record) {
    const values: Values = new Values('invalid-record', record);
    const namespaceId = values.text('namespace_id', namespacePattern);
    const members = values.take('resources', []);
    values.require(Array.isArray(members), 'resources: no list');
    const resources = new Set(members.map((each) => values.matching('resources', each, resourcePattern, 64)));
    values.require(resources.size === members.length, 'resources: one of them twice');
    values.nothingElse();
    return { namespaceId, resources };
  },

  fromItem(item) {
    const values: Values = Values.ofItem(item);
    const [namespaceId] = values.key(/^([^/]*)\/SYSTEM#$/, '#RESOURCES');
    const members = values.take('resources', new Set());
    values.require(members instanceof Set, 'resources: no set');
    const resources = [...members].map((each) => values.matching('resources', each, resourcePattern, 64));
    return { namespaceId, resources: new Set(resources) };
  },

  keys: ({ namespaceId }) => registryKeys(namespaceId, '#RESOURCES'),

  toItem: (registry) =>
    write(resourceRegistry.keys(registry), registry.resources.size === 0 ? {} : { resources: registry.resources }),
};

/** How many entities have limits of their own on a resource. The name of the attribute is the resource. */
export type EntityConfigRegistry = { readonly namespaceId: string; readonly counts: ReadonlyMap<string, bigint> };

export const entityConfigRegistry: RecordType<EntityConfigRegistry> = {
  name: 'entity_config_registry',

  fromRecord(record) {
    const values: Values = new Values('invalid-record', record);
    const namespaceId = values.text('namespace_id', namespacePattern);
    const counts = new Map<string, bigint>();
    for (const [name, count] of values.map('{config_resource}')) {
      values.require(isCounter(name), `no resource: ${name}`);
      counts.set(name, values.integer64(name, count));
    }
    values.nothingElse();
    return { namespaceId, counts };
  },

  fromItem(item) {
    const values: Values = Values.ofItem(item);
    const [namespaceId] = values.key(/^([^/]*)\/SYSTEM#$/, '#ENTITY_CONFIG_RESOURCES');
    const counts = new Map<string, bigint>();
    for (const [name, count] of values.rest) {
      if (!isCounter(name)) continue;
      values.require(count instanceof NumberText, `${name}: no number`);
      counts.set(name, values.integer64(name, count.text));
    }
    return { namespaceId, counts };
  },

  keys: ({ namespaceId }) => registryKeys(namespaceId, '#ENTITY_CONFIG_RESOURCES'),

  toItem: (registry) => write(entityConfigRegistry.keys(registry), Object.fromEntries(registry.counts)),
};

function registryKeys(namespaceId: string, sort: string): Keys {
  const partition = `${namespaceId}/SYSTEM#`;
  return { primary: keyOf({ PK: partition, SK: sort }), gsi4: keyOf({ GSI4PK: namespaceId, GSI4SK: partition }) };
}

function isCounter(name: string): boolean {
  const isKey = /^(?:(?:GSI[1-4])?[PS]K|LSI[1-5]SK)$/.test(name);
  return !isKey && (name === '_default_' || (resourcePattern.test(name) && name.length <= 64));
}

export const types = [entityMeta, resourceRegistry, entityConfigRegistry];
