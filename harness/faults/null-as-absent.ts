import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const nullAsAbsent: Fault = {
  id: 'null-as-absent',
  summary: 'NULL is left out.',
  hazard: 'null-vs-absent',
  seenIn: "The Enhanced Client for Java with ignoreNulls, serde's skip_serializing_if, filters of None in Python.",
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('NULL' in value ? undefined : value)),
};
