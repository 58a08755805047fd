import type { Fault } from './fault.ts';
import { readingFamilies } from './support/records.ts';

export const familySuffixStripped: Fault = {
  id: 'family-suffix-stripped',
  summary: 'The suffix of a member\'s name is taken away as a set of characters: "task_tk" becomes "tas".',
  hazard: 'family-name-parse',
  seenIn: 'Python\'s str.rstrip("_tk"), and strings.TrimRight in Go.',
  killedBy: 'item-decode',
  apply: (codec) =>
    readingFamilies(codec, (member, { suffix }) => {
      let end = member.length;
      while (end > 0 && suffix.includes(member[end - 1] ?? ' ')) end--;
      return member.slice(0, end);
    }),
};
