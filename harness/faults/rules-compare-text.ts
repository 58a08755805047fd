import { comparedAsText, withTests } from '../../src/model/rule-tests.ts';
import type { Fault } from './fault.ts';
import { misread } from './support/misread.ts';

export const rulesCompareText: Fault = {
  id: 'rules-compare-text',
  summary: 'A rule compares numbers as texts: 9 is more than 10.',
  hazard: 'num-compared-as-text',
  seenIn: 'Programs that keep exact numbers as the text in which they arrive.',
  killedBy: 'item-encode',
  apply: (codec) =>
    misread(codec, (recordType) => ({
      ...recordType,
      rules: recordType.rules.map((rule) => withTests(rule, comparedAsText)),
    })),
};
