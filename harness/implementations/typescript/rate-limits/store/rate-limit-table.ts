import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../../../../kits/typescript/index.ts';
import type { KeyAttributes } from '../keys/index-key.ts';
import type { RecordType } from '../records/record-type.ts';
import { translation } from './document-translation.ts';

/** The table of the rate limiter. */
export class RateLimitTable {
  readonly #client: DynamoDBClient;
  readonly #documents: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBClient, tableName: string) {
    this.#client = client;
    this.#documents = DynamoDBDocumentClient.from(client, {
      marshallOptions: { ...translation.marshallOptions },
      unmarshallOptions: { ...translation.unmarshallOptions },
    });
    this.#tableName = tableName;
  }

  static open(store: Store, tableName: string): RateLimitTable {
    const client = new DynamoDBClient({
      endpoint: store.endpoint,
      region: store.region,
      credentials: { accessKeyId: store.access_key_id, secretAccessKey: store.secret_access_key },
    });
    return new RateLimitTable(client, tableName);
  }

  /** Stores an item in place of any other with its key. */
  async put<T>(type: RecordType<T>, value: T): Promise<void> {
    await this.#documents.send(new PutCommand({ TableName: this.#tableName, Item: type.toItem(value) }));
  }

  /** Reads the latest state of an item; `undefined` when there is none. */
  async get<T>(type: RecordType<T>, key: KeyAttributes): Promise<T | undefined> {
    const { Item: item } = await this.#documents.send(
      new GetCommand({ TableName: this.#tableName, Key: key, ConsistentRead: true }),
    );
    return item === undefined ? undefined : type.fromItem(item);
  }

  close(): void {
    this.#client.destroy();
  }
}
