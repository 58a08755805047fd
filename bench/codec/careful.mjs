// What a program writes by hand that trusts no item: the SDK's `unmarshall`, then each value against its type, bounds and
// pattern, the primary key against its pattern, the keys of every index against those that the record gives, defaults, and
// what is left over. It checks what the reference checks of these two record types, with regular expressions; it says
// only the first thing that is wrong, and not where. Numbers are JavaScript numbers, exact up to 2^53.
import assert from 'node:assert/strict';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { counters, limits, nativeRecord } from './records.mjs';

const namespacePattern = /^(?:[A-Za-z0-9_][A-Za-z0-9_-]{10}|default|_)$/;
const entityPattern = /^[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*$/;
const resourcePattern = /^[a-zA-Z][a-zA-Z0-9_.\-/:]*$/;
const limitPattern = /^[a-zA-Z][a-zA-Z0-9_.-]*$/;
const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const familyPattern = /^b_(.+)_(tk|cp|ra|rp|tc)$/;
const mostOfTime = 253_402_300_799;
const mostOfCount = 2_147_483_647;

function refuse(what) {
  throw new TypeError(`refused: ${what}`);
}

function textOf(value, pattern, longest, what) {
  if (typeof value !== 'string' || value.length > longest || !pattern.test(value)) refuse(what);
  return value;
}

function integerOf(value, least, most, what) {
  if (!Number.isSafeInteger(value) || value < least || value > most) refuse(what);
  return value;
}

function isTime(value) {
  if (typeof value !== 'string' || !timePattern.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && `${new Date(time).toISOString().slice(0, 19)}Z` === value;
}

const entityMetaKey = /^([^/]+)\/ENTITY#(.+)$/;

function readEntityMeta(stored) {
  const { PK, SK, GSI1PK, GSI1SK, GSI4PK, GSI4SK, ...rest } = unmarshall(stored);
  const { entity_id, name, parent_id, cascade, metadata, created_at, ...unknownAttributes } = rest;
  const [, namespace_id, id] = entityMetaKey.exec(PK) ?? refuse('PK');
  textOf(namespace_id, namespacePattern, 11, 'namespace_id');
  if (SK !== '#META') refuse('SK');
  if (textOf(entity_id, entityPattern, 256, 'entity_id') !== id) refuse('entity_id');
  if (typeof name !== 'string' || name === '' || name.length > 256 || !name.isWellFormed()) refuse('name');
  if (parent_id !== null && parent_id !== undefined) textOf(parent_id, entityPattern, 256, 'parent_id');
  if (cascade !== undefined && typeof cascade !== 'boolean') refuse('cascade');
  if (metadata !== undefined && (typeof metadata !== 'object' || metadata === null)) refuse('metadata');
  for (const key of Object.keys(metadata ?? {}))
    if (key === '' || !key.isWellFormed() || typeof metadata[key] !== 'string' || !metadata[key].isWellFormed())
      refuse('metadata');
  if (!isTime(created_at)) refuse('created_at');
  const isChild = typeof parent_id === 'string';
  if (GSI1PK !== (isChild ? `${namespace_id}/PARENT#${parent_id}` : undefined)) refuse('GSI1PK');
  if (GSI1SK !== (isChild ? `CHILD#${entity_id}` : undefined)) refuse('GSI1SK');
  if (GSI4PK !== namespace_id || GSI4SK !== `${namespace_id}/ENTITY#${entity_id}`) refuse('GSI4');
  const record = {
    namespace_id,
    entity_id,
    name,
    parent_id: parent_id ?? null,
    cascade: cascade ?? false,
    metadata: metadata ?? {},
    created_at,
  };
  return { record, unknownAttributes };
}

const bucketKey = /^([^/]+)\/BUCKET#([^#]+)#([^#]+)#(0|[1-9][0-9]*)$/;

function readBucket(stored) {
  const { PK, SK, GSI2PK, GSI2SK, GSI3PK, GSI3SK, GSI4PK, GSI4SK, ...rest } = unmarshall(stored);
  const { entity_id, resource, rf, cascade, parent_id, shard_count, ttl, ...others } = rest;
  const [, namespace_id, id, name, shard] = bucketKey.exec(PK) ?? refuse('PK');
  textOf(namespace_id, namespacePattern, 11, 'namespace_id');
  const shard_id = integerOf(Number(shard), 0, mostOfCount, 'shard_id');
  if (SK !== '#STATE') refuse('SK');
  if (textOf(entity_id, entityPattern, 256, 'entity_id') !== id) refuse('entity_id');
  if (textOf(resource, resourcePattern, 64, 'resource') !== name) refuse('resource');
  integerOf(rf, 0, mostOfTime * 1000 + 999, 'rf');
  if (cascade !== undefined && typeof cascade !== 'boolean') refuse('cascade');
  if (parent_id !== undefined) textOf(parent_id, entityPattern, 256, 'parent_id');
  if (shard_count !== undefined) integerOf(shard_count, 1, mostOfCount, 'shard_count');
  if (ttl !== undefined) integerOf(ttl, 0, mostOfTime, 'ttl');
  const record = {
    namespace_id,
    shard_id,
    entity_id,
    resource,
    rf,
    cascade: cascade ?? false,
    parent_id,
    shard_count: shard_count ?? 1,
    ttl,
  };
  const unknownAttributes = readFamilies(others, record);
  const shardKey = `${resource}#${shard_id}`;
  if (GSI2PK !== `${namespace_id}/RESOURCE#${resource}` || GSI2SK !== `BUCKET#${entity_id}#${shard_id}`) refuse('GSI2');
  if (GSI3PK !== `${namespace_id}/ENTITY#${entity_id}` || GSI3SK !== `BUCKET#${shardKey}`) refuse('GSI3');
  if (GSI4PK !== namespace_id || GSI4SK !== `BUCKET#${entity_id}#${shardKey}`) refuse('GSI4');
  return { record, unknownAttributes };
}

/** Every limit has all of the counters, and there is one that each bucket has. */
function readFamilies(attributes, record) {
  const unknown = {};
  for (const counter of counters) record[`b_{limit}_${counter}`] = {};
  for (const attribute of Object.keys(attributes)) {
    const [, limit, counter] = familyPattern.exec(attribute) ?? [];
    if (limit === undefined || limit.length > 64 || !limitPattern.test(limit))
      unknown[attribute] = attributes[attribute];
    else
      record[`b_{limit}_${counter}`][limit] = integerOf(
        attributes[attribute],
        Number.MIN_SAFE_INTEGER,
        Number.MAX_SAFE_INTEGER,
        attribute,
      );
  }
  const leaders = Object.keys(record['b_{limit}_tk']);
  if (!leaders.includes(limits[0])) refuse(limits[0]);
  for (const counter of counters) {
    const members = record[`b_{limit}_${counter}`];
    if (Object.keys(members).length !== leaders.length || !leaders.every((limit) => Object.hasOwn(members, limit)))
      refuse(counter);
  }
  return unknown;
}

const readers = { entity_meta: readEntityMeta, bucket: readBucket };

export function careful(recordType) {
  const read = readers[recordType];
  return {
    name: 'checked by hand',
    decode: (stored) => read(stored).record,
    prove: (found, record) => assert.deepEqual(found, nativeRecord(record)),
  };
}
