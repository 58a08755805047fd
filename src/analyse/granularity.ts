import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import { componentTypes } from './types.ts';

/**
 * The component of the primary key at which the periods begin whose length an enumeration says: `start`, of `window` with
 * `hourly` and `daily`. `undefined` for every other attribute. An hour and a day that begin together are two records, so
 * this is certain where others are guesses, and holds with a default as well.
 *
 * By name: `window_start` belongs to `window`, whatever its values are. By values, all of them periods: of an attribute
 * called like a granularity, beside any time; or of any attribute, beside a component called like a start. A monthly or
 * yearly subscription has neither, and is a property of one record.
 */
export function startOfPeriods(recordType: RecordType, { name, type }: Attribute): string | undefined {
  if (type.kind !== 'string' || type.enum === null || type.enum.length < 2) return undefined;
  const arePeriods = type.enum.every((value) => period.test(value));
  const typeOf = componentTypes(recordType);
  const components = (recordType.keys[0]?.parts ?? []).flatMap((part) => componentsOf(part.pattern));
  return components.find((component) => {
    if (startNames(name).includes(component.name)) return true;
    if (!arePeriods) return false;
    const { kind } = typeOf(component.name);
    if (startName.test(component.name)) return kind !== 'string' && kind !== 'binary';
    return granularityName.test(name) && kind === 'timestamp';
  })?.name;
}

function startNames(name: string): readonly string[] {
  return ['_start', 'Start', '_begin', 'Begin', '_from', 'From'].map((ending) => `${name}${ending}`);
}

const period =
  /^(?:\d+[smhdwy]|(?:\d+[ _-]?)?(?:seconds?|min|minutes?|hours?|hourly|days?|daily|weeks?|weekly|months?|monthly|quarters?|quarterly|years?|yearly|annual))$/i;

const startName = /^(?:start|begin|window|period|bucket|interval)$|(?:_|(?<=[a-z]))(?:start|Start|begin|Begin)$/;

const granularityName = /(?:^|_)(?:window|granularity|resolution|rollup|aggregation|bucket)(?:$|_)/i;
