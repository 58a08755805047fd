import type { Fault } from './fault.ts';
import { takingValues } from './support/decorate.ts';
import { isNumeric } from './support/types.ts';

export const numberJsonAccepted: Fault = {
  id: 'number-json-accepted',
  summary: 'A JSON number is taken where text belongs, after a parser has rounded it.',
  hazard: 'num-json-path-floats',
  seenIn: 'JSON.parse() and json.loads(), which give a number before anybody can look at its digits.',
  killedBy: 'item-encode-refusal',
  apply: (codec) =>
    takingValues(codec, (value, type) => (isNumeric(type) && typeof value === 'number' ? String(value) : value)),
};
