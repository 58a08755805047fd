import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { withDefaultsOnly } from './support/records.ts';

export const defaultWhenOtherAbsent: Fault = {
  id: 'default-when-other-absent',
  summary: 'When one attribute with a default is left out, the others get their defaults too, whatever was given.',
  hazard: 'null-missing-vs-default',
  seenIn:
    'config = config.isComplete() ? config : DEFAULTS, and every "options || defaults" that is asked one level too high.',
  killedBy: 'item-encode',

  apply: (codec) =>
    takingRecords(codec, (record, recordType) => {
      const given = recordType.attributes.filter((each) => each.default !== undefined);
      return given.every(({ name }) => Object.hasOwn(record, name)) ? record : withDefaultsOnly(record, recordType);
    }),
};
