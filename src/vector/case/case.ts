import type { Keys } from '../../item/keys-of-item.ts';
import { shapeOf } from '../../model/shape.ts';
import type { Item } from '../../value/attribute-value.ts';
import { isObject, type JsonObject, ownProperty } from '../../value/json.ts';
import { type Read, readShaped } from '../read.ts';
import type { RefusalInput, RefusalVector, VectorKind } from '../vector.ts';
import { caseSchemaOf } from './case-schema.ts';

/** A vector as somebody writes it down: what is asked, and as much of what is right as they want to say. */
export type VectorCase =
  | {
      readonly kind: 'items';
      readonly record: JsonObject;
      readonly keys?: Keys;
      readonly item?: Item;
      readonly read?: JsonObject;
    }
  | { readonly kind: 'keys'; readonly record: JsonObject; readonly keys?: Keys }
  | { readonly kind: 'reads'; readonly item: Item; readonly record?: JsonObject }
  | {
      readonly kind: 'order';
      readonly index: string;
      readonly entries: readonly { readonly record: JsonObject; readonly key?: Item }[];
    }
  | ({ readonly kind: 'refusals'; readonly error?: Partial<RefusalVector['error']> } & RefusalInput);

const help = 'write one JSON object, as "docs/vectors.md" shows it';

/** Reads a case. What has another shape is a located diagnostic. */
export function readCase(kind: VectorKind, file: string, text: string): Read<VectorCase> {
  const shape = shapeOf(caseSchemaOf(kind, operationOf(text)));
  const { value, diagnostics } = readShaped<JsonObject>(file, text, shape, help);
  return { value: value === undefined ? undefined : ({ kind, ...value } as VectorCase), diagnostics };
}

function operationOf(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? ownProperty(parsed, 'op') : undefined;
  } catch {
    return undefined;
  }
}
