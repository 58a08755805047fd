import compare from 'semver/functions/compare.js';

/** The versions of Semantic Versioning 2.0.0, without build metadata, which orders nothing. */
const identifier = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
export const versionPattern = `^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-${identifier}(\\.${identifier})*)?$`;

/** Which of two versions comes first, by Semantic Versioning 2.0.0 §11: below 0, 0 or above it, as for sorting. */
export function compareVersions(left: string, right: string): number {
  return compare(left, right);
}
