import type { ScalarType } from '../model/model.ts';
import { binaryCheck } from './binary-check.ts';
import { numberCheck } from './number-check.ts';
import { stringCheck } from './string-check.ts';
import type { TextCheck } from './text-check.ts';
import { timestampCheck } from './timestamp-check.ts';

/** The check of a type whose values are text in a record, and so can be components of a key. */
export function scalarCheck(type: ScalarType): TextCheck {
  switch (type.kind) {
    case 'string':
      return stringCheck(type);
    case 'timestamp':
      return timestampCheck(type);
    case 'binary':
      return binaryCheck(type);
    default:
      return numberCheck(type);
  }
}
