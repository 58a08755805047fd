import type { Codec, Refusal } from '../item/codec.ts';
import type { Json } from '../value/json.ts';
import type { RefusalInput } from './vector.ts';

/** What the codec says to the input of a refusal; `undefined` when it accepts it. */
export function refusalOf(codec: Codec, recordType: string, input: RefusalInput): Refusal | undefined {
  const result = ask(codec, recordType, input);
  return result.ok ? undefined : result.error;
}

function ask(
  codec: Codec,
  recordType: string,
  input: RefusalInput,
): { readonly ok: true } | { readonly ok: false; readonly error: Refusal } {
  switch (input.op) {
    case 'key.build':
      return codec.buildKeys(recordType, input.record);
    case 'item.encode':
      return codec.encode(recordType, input.record);
    case 'key.parse':
      return codec.parseKey(recordType, input.index, input.key);
    case 'item.decode':
      return codec.decode(input.item, recordType);
  }
}

/** What a refusal is about, without its name: two with the same content are one. */
export function contentOf(input: RefusalInput): Json {
  switch (input.op) {
    case 'key.parse':
      return { op: input.op, index: input.index, key: input.key };
    case 'item.decode':
      return { op: input.op, item: input.item };
    default:
      return { op: input.op, record: input.record };
  }
}
