import type { TimestampType } from '../model/model.ts';
import { isTimestamp } from '../value/timestamp.ts';
import type { TextCheck } from './text-check.ts';
import { Violation } from './violation.ts';

/** Checks text against a timestamp format. */
export function timestampCheck(type: TimestampType): TextCheck {
  const { format } = type;
  return (text) =>
    isTimestamp(text, format) ? undefined : new Violation('timestamp', text, `a timestamp of format ${format}`);
}
