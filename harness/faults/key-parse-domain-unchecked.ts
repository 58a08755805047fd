import type { Fault } from './fault.ts';
import { asParser, misreadTypes } from './support/misread.ts';
import { withoutPattern } from './support/types.ts';

export const keyParseDomainUnchecked: Fault = {
  id: 'key-parse-domain-unchecked',
  summary: 'Any text is taken as a component when a key is parsed.',
  hazard: 'regex-class-unicode',
  seenIn: 'Parsers that split, and leave validation to "whoever wrote it".',
  killedBy: 'key-parse-refusal',
  apply: (codec) => asParser(codec, misreadTypes(codec, withoutPattern)),
};
