import { type Awaitable, methods, type Operations } from './adapter.ts';
import type { ItemJson, JsonValue, OperationName, RecordJson } from './messages.ts';
import { Refusal, type RefusalClass, Unsupported } from './refusals.ts';

/** A request as it was parsed: an object, and nothing more is known. */
export type RequestJson = { readonly [member: string]: unknown };

/** How an operation is run, and how an invalid value in its request is called. */
interface Route {
  readonly invalid: RefusalClass;
  /** Called only when the operation is there. */
  run(operations: Operations, recordType: string, request: RequestJson): Awaitable<JsonValue>;
}

const routes: Readonly<Record<OperationName, Route>> = {
  'key.build': {
    invalid: 'invalid-record',
    run: (operations, recordType, request) =>
      then(operations.buildKeys?.(recordType, objectIn(request, 'record')), (keys) => ({ keys: result(keys) })),
  },
  'key.parse': {
    invalid: 'invalid-key',
    run: (operations, recordType, request) =>
      then(operations.parseKey?.(recordType, textIn(request, 'index'), itemIn(request, 'key')), (components) => ({
        components: result(components),
      })),
  },
  'item.encode': {
    invalid: 'invalid-record',
    run: (operations, recordType, request) =>
      then(operations.encodeItem?.(recordType, objectIn(request, 'record')), (item) => ({ item: result(item) })),
  },
  'item.decode': {
    invalid: 'invalid-item',
    run: (operations, recordType, request) =>
      then(operations.decodeItem?.(recordType, itemIn(request, 'item')), (record) => ({ record: result(record) })),
  },
  'item.put': {
    invalid: 'invalid-record',
    run: (operations, recordType, request) =>
      then(operations.putItem?.(recordType, objectIn(request, 'record')), () => ({})),
  },
  'item.get': {
    invalid: 'invalid-item',
    run: (operations, recordType, request) =>
      then(operations.getItem?.(recordType, objectIn(request, 'components')), (record) => {
        if (record === undefined) throw new Refusal('not-found', 'no item with this key');
        return { record };
      }),
  },
};

function isOperation(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(routes, name);
}

/** Runs one request; what it returns belongs into `ok`. Refusals and accidents are thrown, now or later. */
export function dispatch(operations: Operations, request: RequestJson): Awaitable<JsonValue> {
  const operation = request['op'];
  if (!isOperation(operation)) throw new Unsupported(`no operation ${JSON.stringify(operation)}`);
  if (operations[methods[operation]] === undefined) throw new Unsupported(`${operation} is not supported`);
  return routes[operation].run(operations, textIn(request, 'record_type'), request);
}

/** The class of a refusal when a request for this operation holds an invalid value. */
export function invalidClass(operation: unknown): RefusalClass | undefined {
  return isOperation(operation) ? routes[operation].invalid : undefined;
}

/** Goes on with a value without a turn of the event loop when it is there already. */
function then<T, U>(value: Awaitable<T>, next: (value: T) => U): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Keeps an operation that forgot its `return` from looking like one that found nothing to say. */
function result<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('the operation returned nothing');
  return value;
}

function textIn(request: RequestJson, member: string): string {
  const value = request[member];
  if (typeof value !== 'string') throw new TypeError(`malformed request: ${member} must be a string`);
  return value;
}

function objectIn(request: RequestJson, member: string): RecordJson {
  const value = request[member];
  if (!isJsonObject(value)) throw new TypeError(`malformed request: ${member} must be an object`);
  return value;
}

/** The attribute values themselves are left to the operation. */
function itemIn(request: RequestJson, member: string): ItemJson {
  return objectIn(request, member) as ItemJson;
}

function isJsonObject(value: unknown): value is RecordJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
