import type { Answer } from '../../src/check/answer.ts';
import { operations } from '../../src/check/registry.ts';
import type { Codec, Result } from '../../src/item/codec.ts';
import { referenceName } from '../../src/plan/plan.ts';
import type { PureRequest, Request } from '../../src/protocol/messages.ts';
import type { Item } from '../../src/value/attribute-value.ts';
import type { Driver } from './driver.ts';

/** The one item operations that the reference needs of a store. */
export type ItemAccess = {
  readonly put: (recordType: string, item: Item) => Promise<void>;
  readonly get: (recordType: string, key: Item) => Promise<Item | undefined>;
};

/** The reference codec as a participant like any other: it writes and reads items through the same store. */
export function referenceDriver(codec: Codec, version: string, access: ItemAccess | undefined): Driver {
  return {
    name: referenceName,
    hello: {
      implementation: 'itemproof reference codec',
      language: 'typescript',
      version,
      capabilities: Object.fromEntries(operations.map((op) => [op, true])),
    },
    ask: (request) => answer(codec, access, request),
    gaveUp: () => false,
    revoked: () => new Map(),
    stderr: () => '',
    close: async () => null,
  };
}

async function answer(codec: Codec, access: ItemAccess | undefined, request: Request): Promise<Answer> {
  switch (request.op) {
    case 'item.put': {
      const item = codec.encode(request.record_type, request.record);
      if (item.ok) await access?.put(request.record_type, item.value);
      return toAnswer(item, () => ({}));
    }
    case 'item.get':
      return get(codec, access, request.record_type, request.components);
    case 'hello':
    case 'bye':
      return { kind: 'ok', value: {} };
    default:
      return codecAnswer(codec, request);
  }
}

/** The answer of a codec to a request that needs no store. */
export function codecAnswer(codec: Codec, request: PureRequest): Answer {
  switch (request.op) {
    case 'key.build':
      return toAnswer(codec.buildKeys(request.record_type, request.record), (keys) => ({ keys }));
    case 'key.parse':
      return toAnswer(codec.parseKey(request.record_type, request.index, request.key), (components) => ({
        components,
      }));
    case 'item.encode':
      return toAnswer(codec.encode(request.record_type, request.record), (item) => ({ item }));
    case 'item.decode':
      return toAnswer(codec.decode(request.item, request.record_type), ({ record }) => ({ record }));
  }
}

async function get(
  codec: Codec,
  access: ItemAccess | undefined,
  recordType: string,
  components: { readonly [name: string]: string },
): Promise<Answer> {
  const key = codec.primaryKey(recordType, components);
  if (!key.ok) return toAnswer(key, () => ({}));
  const item = await access?.get(recordType, key.value);
  if (item === undefined) return { kind: 'error', class: 'not-found', message: 'the store has no item with this key' };
  return toAnswer(codec.decode(item, recordType), ({ record }) => ({ record }));
}

/** The result of a codec as the answer of a program. */
function toAnswer<Value>(
  result: Result<Value>,
  wrap: (value: Value) => { readonly [member: string]: unknown },
): Answer {
  if (result.ok) return { kind: 'ok', value: wrap(result.value) };
  return { kind: 'error', class: result.error.class, message: result.error.message };
}
