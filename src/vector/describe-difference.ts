import type { Difference } from '../value/difference.ts';
import type { Json } from '../value/json.ts';

/** A difference between a vector (expected) and what the schema gives (actual), as the end of a sentence. */
export function describeDifference({ path, expected, actual }: Difference): string {
  const where = path.length === 0 ? '' : `at ${path.join('.')}: `;
  const show = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `${where}the vector has ${show(expected)}, the schema gives ${show(actual)}`;
}
