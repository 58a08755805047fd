import { longestVersion, versionPattern } from '../value/version.ts';

/** Three numbers, and perhaps a suffix. The comment is the advice to whoever writes something else. */
export const versionShape = {
  type: 'string',
  pattern: versionPattern,
  maxLength: longestVersion,
  $comment: 'write three numbers with "." between them, and a suffix after "-" if you like',
} as const;
