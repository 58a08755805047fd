import type { AttributeValue as SdkValue } from '@aws-sdk/client-dynamodb';
import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';

/** An item as the AWS SDK for JavaScript has it: bytes are bytes, and no base64. */
export function toSdk(item: Item): Record<string, SdkValue> {
  return mapped(item, valueToSdk);
}

/** The item that the SDK would send, as it stands on the wire. */
export function fromSdk(item: Record<string, SdkValue>): Item {
  return mapped(item, valueFromSdk);
}

function valueToSdk(value: AttributeValue): SdkValue {
  if ('B' in value) return { B: Buffer.from(value.B, 'base64') };
  if ('BS' in value) return { BS: value.BS.map((each) => Buffer.from(each, 'base64')) };
  if ('L' in value) return { L: value.L.map(valueToSdk) };
  if ('M' in value) return { M: mapped(value.M, valueToSdk) };
  return value as SdkValue;
}

function valueFromSdk(value: SdkValue): AttributeValue {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(valueFromSdk) };
  if (value.M !== undefined) return { M: mapped(value.M, valueFromSdk) };
  return value as AttributeValue;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function mapped<From, To>(object: { readonly [name: string]: From }, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
