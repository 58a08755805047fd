import { longestVersion, versionPattern } from '../value/version.ts';

const rule = 'write three numbers with "." between them, and a suffix after "-" if you like';

/** Three numbers, and perhaps a suffix. The comment is the advice to whoever writes something else. */
export const versionShape = {
  type: 'string',
  pattern: versionPattern,
  maxLength: longestVersion,
  $comment: rule,
} as const;

/** The same as a name. */
export const versionNames = { pattern: versionPattern, maxLength: longestVersion, description: rule } as const;
