import compare from 'semver/functions/compare.js';

/**
 * The versions of Semantic Versioning 2.0.0, without build metadata, which orders nothing; and as large as they can be
 * compared: with numbers of 15 digits at most.
 */
const number = '(0|[1-9][0-9]{0,14})';
const identifier = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
export const versionPattern = `^${number}\\.${number}\\.${number}(-${identifier}(\\.${identifier})*)?$`;

/** How many characters a version has at most. */
export const longestVersion = 256;

const pattern = new RegExp(versionPattern);

/** Whether a text is a version that can be compared. */
export function isVersion(text: string): boolean {
  return text.length <= longestVersion && pattern.test(text);
}

/** Which of two versions comes first, by Semantic Versioning 2.0.0 §11: below 0, 0 or above it, as for sorting. */
export function compareVersions(left: string, right: string): number {
  return compare(left, right);
}
