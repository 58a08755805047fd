import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { componentsOfKeys } from './support/keys.ts';
import { mapMembers } from './support/walk.ts';

export const keyZeroTextRefused: Fault = {
  id: 'key-zero-text-refused',
  summary: 'A component that reads "0" is taken for nothing, and refused.',
  hazard: 'falsy-dropped',
  seenIn: 'PHP: empty("0") is true. Perl: "0" is false.',
  killedBy: 'key-build',

  apply: (codec) =>
    takingRecords(codec, (record, recordType) => {
      const components = componentsOfKeys(recordType);
      return mapMembers(record, (value, name) => (value === '0' && components.includes(name) ? undefined : value));
    }),
};
