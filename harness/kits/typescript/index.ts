/**
 * Makes an Itemproof adapter in TypeScript or JavaScript short: describe it with {@link defineAdapter}, run it
 * with {@link serve}. Needs nothing but Node.js.
 *
 * @packageDocumentation
 */
export { type Adapter, type Awaitable, defineAdapter, type Operations } from './adapter.ts';
export {
  attributeFromJson,
  itemFromJson,
  itemToJson,
  MalformedAttribute,
  type SdkAttribute,
  type SdkItem,
} from './attribute-values.ts';
export type {
  AttributeJson,
  AttributesByRecordType,
  Capabilities,
  ItemJson,
  JsonValue,
  KeysJson,
  OperationName,
  RecordJson,
  Session,
  Store,
} from './messages.ts';
export { Refusal, type RefusalClass, Unsupported } from './refusals.ts';
export { converse, serve } from './serve.ts';
