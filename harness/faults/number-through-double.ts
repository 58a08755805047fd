import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const numberThroughDouble: Fault = {
  id: 'number-through-double',
  summary: 'Numbers are written through a double: from 2^53 on, and beyond 17 digits, another number is stored.',
  hazard: 'num-js-unsafe-integer',
  seenIn: "JavaScript's number; Go's interface{} from encoding/json is a float64 too.",
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('N' in value ? { N: String(Number(value.N)) } : value)),
};
