import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';
import { changeEverywhere } from './support/walk.ts';

export const documentNumberRounded: Fault = {
  id: 'document-number-rounded',
  summary: 'Numbers in free-form content go through a double, though those of the schema do not.',
  hazard: 'num-js-fraction-loss-on-read',
  seenIn: 'json.loads() without parse_float, interface{} in Go.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value, type) =>
      type.kind === 'document'
        ? changeEverywhere(value, (each) => ('N' in each ? { N: String(Number(each.N)) } : each))
        : value,
    ),
};
