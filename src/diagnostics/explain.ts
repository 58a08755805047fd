import type { DiagnosticCode } from './catalogue.ts';
import { designExplanations } from './explain/design.ts';
import type { Explanation, Explanations } from './explain/explanation.ts';
import { fileExplanations } from './explain/file.ts';
import { keyExplanations } from './explain/keys.ts';
import { shapeExplanations } from './explain/shape.ts';
import { valueExplanations } from './explain/values.ts';
import { vectorExplanations } from './explain/vectors.ts';

/** Every explanation, by code. A test holds that none is missing, and that each example is what it says. */
export const explanations: Explanations = {
  ...fileExplanations,
  ...shapeExplanations,
  ...keyExplanations,
  ...valueExplanations,
  ...designExplanations,
  ...vectorExplanations,
};

/** What there is to say about a code. */
export function explanationOf(code: DiagnosticCode): Explanation {
  return explanations[code] ?? { why: [], example: null, noExample: '' };
}
