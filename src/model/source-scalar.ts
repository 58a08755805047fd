type Scalar = { readonly type: 'string' | 'number' | 'boolean' | 'null'; readonly text: string };

/**
 * A scalar as a source node has it.
 *
 * @param value as the YAML library has read it
 * @param source as it is written
 */
export function scalarOf(value: unknown, source: string | undefined): Scalar {
  if (typeof value === 'string') return { type: 'string', text: value };
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) };
  if (typeof value === 'number') return { type: 'number', text: numberText(value, source) };
  return { type: 'null', text: 'null' };
}

/** A whole number in plain notation, whatever its base was; any other number as it is written. */
function numberText(value: number, source: string | undefined): string {
  if (source === undefined || !Number.isFinite(value)) return String(value);
  if (/^0[xo]/.test(source)) return BigInt(source).toString();
  return /^[+-]?[0-9]+$/.test(source) ? BigInt(source).toString() : source;
}
