import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';

export const keyDecomposed: Fault = {
  id: 'key-decomposed',
  summary: 'Keys are normalised to form D of Unicode, in which an accent is a character of its own.',
  hazard: 'key-unicode-normalisation',
  seenIn: 'File names of HFS+ on macOS, which programs use as ids.',
  killedBy: 'key-build',

  apply: (codec) => buildingKeys(codec, (text) => text.normalize('NFD')),
};
