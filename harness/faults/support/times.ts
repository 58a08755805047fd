import type { Codec } from '../../../src/item/codec.ts';
import { typeOfComponent } from '../../../src/model/component-types.ts';
import { componentsOf } from '../../../src/model/key-pattern.ts';
import type { RecordType } from '../../../src/model/model.ts';
import { timestampCheck } from '../../../src/scalar/timestamp-check.ts';
import type { JsonObject } from '../../../src/value/json.ts';
import type { TimestampFormat } from '../../../src/value/timestamp.ts';
import { takingRecords, writingValues } from './decorate.ts';
import { mapMembers } from './walk.ts';

/** Does something to the times that keys cut to a day, a month or a year, before the keys are built. */
export function cuttingTimes(codec: Codec, change: (text: string, format: TimestampFormat) => string): Codec {
  const changed = (record: JsonObject, recordType: RecordType): JsonObject => {
    const names = namesOfCutTimes(recordType);
    return mapMembers(record, (value, name) => {
      const type = names.has(name) ? typeOfComponent(recordType, name) : undefined;
      const isTime =
        type?.kind === 'timestamp' && typeof value === 'string' && timestampCheck(type)(value) === undefined;
      return isTime ? change(value, type.format) : value;
    });
  };
  const { buildKeys } = takingRecords(codec, changed);
  return { ...codec, buildKeys };
}

function namesOfCutTimes({ keys }: RecordType): ReadonlySet<string> {
  const tokens = keys.flatMap((key) => key.parts.flatMap((part) => componentsOf(part.pattern)));
  return new Set(
    tokens.filter(({ encodings }) => encodings.some((each) => each.kind === 'time')).map(({ name }) => name),
  );
}

/** A text that begins with a day, with the year of its week (ISO 8601) in the place of its year. */
export function withWeekYear(text: string): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (day === undefined) return text;
  const date = new Date(`${day}T00:00:00Z`);
  // The Thursday of a week is always in the year to which the week belongs.
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  return String(date.getUTCFullYear()).padStart(4, '0') + text.slice(4);
}

/** Does something to every timestamp that is written as text. */
export function writingTimestamps(codec: Codec, change: (text: string) => string): Codec {
  return writingValues(codec, (value, type) =>
    'S' in value && type.kind === 'timestamp' ? { S: change(value.S) } : value,
  );
}
