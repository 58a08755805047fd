import { catalogue, type DiagnosticCode } from './catalogue.ts';

/**
 * Errors that can be meant: the schema has a meaning all the same, and so have its vectors. What a design says beside
 * the shape of items, and what patterns imply. Every warning can be meant; of any other error it is not clear what a
 * tool should do with the schema.
 */
const meant: readonly DiagnosticCode[] = [
  'consistency-unavailable',
  'id-not-in-key',
  'index-sort-key-missing',
  'key-collision',
  'partition-incomplete',
  'projection-missing',
  'relation-type',
  'sort-mismatch',
  'source-not-unique',
  'transition-unreachable',
  'ttl-not-seconds',
];

/** Whether a text is the name of a diagnostic. */
export function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}

/** Whether a schema may break this rule on purpose. */
export function isWaivable(code: DiagnosticCode): boolean {
  return catalogue[code][0] === 'warning' || meant.includes(code);
}

/** Every rule that can be waived. */
export const waivableCodes: readonly DiagnosticCode[] = Object.keys(catalogue).filter(isCode).filter(isWaivable);
