import type { Fault } from './fault.ts';
import { buildWithEmptyComponents } from './support/records.ts';

export const keyEmptyComponent: Fault = {
  id: 'key-empty-component',
  summary: 'A key is built from a component that is an empty string.',
  hazard: 'key-empty-component',
  seenIn:
    "Interpolation again: Amplify's generated composite keys have an empty segment for each missing field (aws-amplify/amplify-data issue 719).",
  killedBy: 'key-build-refusal',
  apply: (codec) => ({ ...codec, buildKeys: buildWithEmptyComponents(codec) }),
};
