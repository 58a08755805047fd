import type { ScalarType } from '../model/model.ts';
import { numberCheck } from './number-check.ts';
import { stringCheck } from './string-check.ts';
import type { TextCheck } from './text-check.ts';
import { timestampCheck } from './timestamp-check.ts';

/** The check of a type whose values are text in a record, and so can be components of a key. */
export function scalarCheck(type: ScalarType): TextCheck {
  if (type.kind === 'string') return stringCheck(type);
  return type.kind === 'timestamp' ? timestampCheck(type) : numberCheck(type);
}
