import { normalizeDecimal } from '../value/decimal.ts';

type Scalar = {
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly text: string;
  readonly written?: string;
};

/**
 * A scalar as a source node has it.
 *
 * @param value as the YAML library has read it
 * @param source as it is written
 */
export function scalarOf(value: unknown, source: string | undefined): Scalar {
  if (typeof value === 'string') return { type: 'string', text: value };
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) };
  if (typeof value === 'number') {
    const text = numberText(value, source);
    return { type: 'number', text, ...(source === undefined || source === text ? {} : { written: source }) };
  }
  return { type: 'null', text: 'null' };
}

/** A number by its value, so that `1e3`, `1000.0` and `0x3e8` are one; as it is written where DynamoDB holds none such. */
function numberText(value: number, source: string | undefined): string {
  if (source === undefined || !Number.isFinite(value)) return String(value);
  const plain = /^0[xo]|^[+-]?[0-9]+$/.test(source) ? BigInt(source).toString() : source;
  return normalizeDecimal(plain) ?? plain;
}
