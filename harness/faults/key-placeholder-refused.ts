import type { Fault } from './fault.ts';
import { refusingComponents } from './support/keys.ts';

export const keyPlaceholderRefused: Fault = {
  id: 'key-placeholder-refused',
  summary: 'A key in which something like a placeholder is left is taken for one that is not filled in, and refused.',
  hazard: 'key-template-replacement',
  seenIn: 'dynamodb-onetable looks for "${" in a value template that it has expanded, and leaves the attribute out.',
  killedBy: 'key-build',

  apply: (codec) => refusingComponents(codec, (text) => /\{\w+\}/.test(text)),
};
