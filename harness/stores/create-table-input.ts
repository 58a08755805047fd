import type {
  AttributeDefinition,
  CreateTableCommandInput,
  KeySchemaElement,
  Projection as SdkProjection,
} from '@aws-sdk/client-dynamodb';
import { HarnessError } from '../host/harness-error.ts';
import type { IndexDefinition, KeyAttribute, KeySchema, Projection, TableDefinition } from './table-definition.ts';

/** DynamoDB demands a throughput with PROVISIONED; local stores do not enforce it. */
const throughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };

/** The request that creates the table in a local store: no stream, no backups, no tags. */
export function createTableInput(table: TableDefinition): CreateTableCommandInput {
  const provisioned = table.billingMode === 'PROVISIONED' ? { ProvisionedThroughput: throughput } : {};
  const index = (definition: IndexDefinition) => ({
    IndexName: definition.name,
    KeySchema: keySchema(definition),
    Projection: projection(definition.projection),
  });
  const globals = table.globalSecondaryIndexes.map((definition) => ({ ...index(definition), ...provisioned }));
  const locals = table.localSecondaryIndexes.map(index);
  return {
    TableName: table.tableName,
    BillingMode: table.billingMode,
    ...provisioned,
    AttributeDefinitions: attributeDefinitions(table),
    KeySchema: keySchema(table),
    // DynamoDB refuses an empty list of indexes.
    ...(globals.length === 0 ? {} : { GlobalSecondaryIndexes: globals }),
    ...(locals.length === 0 ? {} : { LocalSecondaryIndexes: locals }),
  };
}

function keySchema({ partitionKeys, sortKeys }: KeySchema): KeySchemaElement[] {
  return [
    ...partitionKeys.map(({ name }) => ({ AttributeName: name, KeyType: 'HASH' as const })),
    ...sortKeys.map(({ name }) => ({ AttributeName: name, KeyType: 'RANGE' as const })),
  ];
}

function projection(wanted: Projection): SdkProjection {
  return typeof wanted === 'string'
    ? { ProjectionType: wanted }
    : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...wanted.include] };
}

function attributeDefinitions(table: TableDefinition): AttributeDefinition[] {
  const types = new Map<string, KeyAttribute['type']>();
  for (const keys of [table, ...table.globalSecondaryIndexes, ...table.localSecondaryIndexes]) {
    for (const { name, type } of [...keys.partitionKeys, ...keys.sortKeys]) {
      const known = types.get(name);
      if (known !== undefined && known !== type) {
        throw new HarnessError(
          'table-definition-invalid',
          `Table ${table.tableName} uses the attribute ${name} as a key of type ${known} and as a key of type ${type}`,
          { hint: 'A key attribute has one type in the table and in all its indexes.' },
        );
      }
      types.set(name, type);
    }
  }
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
}
