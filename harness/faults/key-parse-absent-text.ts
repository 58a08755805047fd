import type { Fault } from './fault.ts';
import { parsingComponents } from './support/parse.ts';

export const keyParseAbsentText: Fault = {
  id: 'key-parse-absent-text',
  summary: 'A component that reads "None" or "null" is taken for absent when a key is parsed.',
  hazard: 'key-null-interpolation',
  seenIn: 'pandas: read_csv() takes "None", "null" and "NA" for missing values.',
  killedBy: 'key-parse',

  apply: (codec) => parsingComponents(codec, (text) => (['None', 'null'].includes(text) ? undefined : text)),
};
