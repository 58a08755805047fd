import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';

export const keyCutAt255: Fault = {
  id: 'key-cut-at-255',
  summary: 'Keys are cut off after 255 characters.',
  hazard: 'key-length-bytes',
  seenIn: 'MySQL without its strict mode cuts what is too long for VARCHAR(255), and warns only.',
  killedBy: 'key-build',

  apply: (codec) => buildingKeys(codec, (text) => Array.from(text).slice(0, 255).join('')),
};
