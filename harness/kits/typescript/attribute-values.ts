import type { AttributeJson, ItemJson } from './messages.ts';

/** One DynamoDB value as the AWS SDK for JavaScript has it: like DynamoDB JSON, but binary as bytes. */
export type SdkAttribute =
  | { S: string }
  | { N: string }
  | { B: Uint8Array }
  | { BOOL: boolean }
  | { NULL: true }
  | { M: SdkItem }
  | { L: SdkAttribute[] }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: Uint8Array[] };

/** An item as the AWS SDK for JavaScript has it. */
export type SdkItem = { [attribute: string]: SdkAttribute };

/** Thrown when something is no DynamoDB JSON. */
export class MalformedAttribute extends Error {
  override readonly name = 'MalformedAttribute';
}

/** From DynamoDB JSON to the SDK's form. Throws {@link MalformedAttribute}. */
export function itemFromJson(json: unknown, path = 'item'): SdkItem {
  return Object.fromEntries(
    Object.entries(objectOf(json, path)).map(([name, value]) => [name, attributeFromJson(value, `${path}.${name}`)]),
  );
}

/** From the SDK's form to DynamoDB JSON. Takes any value of the SDK's `AttributeValue` type but `$unknown`. */
export function itemToJson(item: { readonly [attribute: string]: unknown }): ItemJson {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, attributeToJson(value as SdkAttribute)]),
  );
}

/** {@link itemFromJson} for a single value. */
export function attributeFromJson(json: unknown, path = 'value'): SdkAttribute {
  const members = Object.entries(objectOf(json, path));
  const [type, value] = members[0] ?? [];
  if (members.length !== 1) throw new MalformedAttribute(`${path}: must have exactly one type`);
  switch (type) {
    case 'S':
      return { S: textOf(value, path) };
    case 'N':
      return { N: numberOf(value, path) };
    case 'B':
      return { B: bytesOf(value, path) };
    case 'BOOL':
      if (typeof value === 'boolean') return { BOOL: value };
      throw new MalformedAttribute(`${path}: BOOL must be true or false`);
    case 'NULL':
      if (value === true) return { NULL: true };
      throw new MalformedAttribute(`${path}: NULL must be true`);
    case 'M':
      return { M: itemFromJson(value, path) };
    case 'L':
      return { L: arrayOf(value, path).map((element, index) => attributeFromJson(element, `${path}[${index}]`)) };
    case 'SS':
      return { SS: setOf(value, path, textOf) };
    case 'NS':
      return { NS: setOf(value, path, numberOf) };
    case 'BS':
      setOf(value, path, textOf);
      return { BS: setOf(value, path, bytesOf) };
    default:
      throw new MalformedAttribute(`${path}: no DynamoDB type ${JSON.stringify(type)}`);
  }
}

function attributeToJson(value: SdkAttribute): AttributeJson {
  if ('B' in value) return { B: base64Of(value.B) };
  if ('BS' in value) return { BS: value.BS.map(base64Of) };
  if ('M' in value) return { M: itemToJson(value.M) };
  if ('L' in value) return { L: value.L.map(attributeToJson) };
  return value;
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function objectOf(json: unknown, path: string): object {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw new MalformedAttribute(`${path}: must be an object`);
}

function arrayOf(json: unknown, path: string): unknown[] {
  if (Array.isArray(json)) return json;
  throw new MalformedAttribute(`${path}: must be an array`);
}

function textOf(json: unknown, path: string): string {
  if (typeof json === 'string') return json;
  throw new MalformedAttribute(`${path}: must be a string`);
}

function numberOf(json: unknown, path: string): string {
  const text = textOf(json, path);
  if (/^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return text;
  throw new MalformedAttribute(`${path}: must be a number`);
}

function bytesOf(json: unknown, path: string): Uint8Array {
  const text = textOf(json, path);
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is no base64; the detour back tells.
  if (bytes.toString('base64') === text) return bytes;
  throw new MalformedAttribute(`${path}: must be padded base64`);
}

function setOf<T>(json: unknown, path: string, memberOf: (json: unknown, path: string) => T): T[] {
  const members = arrayOf(json, path).map((member) => memberOf(member, path));
  if (members.length === 0) throw new MalformedAttribute(`${path}: a set must not be empty`);
  if (new Set(members).size < members.length) throw new MalformedAttribute(`${path}: a set must not repeat a member`);
  return members;
}
