import type { Fault } from './fault.ts';
import { readingFamilies } from './support/records.ts';

export const familyFirstSeparator: Fault = {
  id: 'family-first-separator',
  summary: 'The name of a member ends at the first separator: "b_req_min_tk" is read as "req".',
  hazard: 'family-name-parse',
  seenIn: 'name.split("_")[1].',
  killedBy: 'item-decode',
  apply: (codec) => readingFamilies(codec, (member) => member.split('_')[0] ?? member),
};
