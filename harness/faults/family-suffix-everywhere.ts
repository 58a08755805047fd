import type { Fault } from './fault.ts';
import { readingFamilies } from './support/records.ts';

export const familySuffixEverywhere: Fault = {
  id: 'family-suffix-everywhere',
  summary: 'The suffix is removed wherever it stands in the name of a member.',
  hazard: 'family-name-parse',
  seenIn: 'str.replace("_tk", "") in Python replaces all.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingFamilies(codec, (member, { suffix }) => (suffix === '' ? member : member.replaceAll(suffix, ''))),
};
