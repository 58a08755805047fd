import type { ComponentToken, ScalarType } from '../../model/model.ts';
import { encodeComponent } from './encode.ts';

/** Whether a key has a text for the value in the place of a component, without the character that ends it there. */
export function standsIn({ encodings, until }: ComponentToken, type: ScalarType, value: string): boolean {
  const text = encodeComponent(value, encodings, type);
  return typeof text === 'string' && text !== '' && (until === null || !text.includes(until));
}
