import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const numberSinglePrecision: Fault = {
  id: 'number-single-precision',
  summary: 'Fractions are kept in 32 bits: 0.1 is stored as 0.10000000149011612.',
  hazard: 'num-binary-vs-decimal-arithmetic',
  seenIn: "Go's float32, Rust's f32, C#'s float.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      'N' in value && type.kind === 'decimal' ? { N: String(Math.fround(Number(value.N))) } : value,
    ),
};
