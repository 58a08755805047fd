import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';
import { hasPad } from './support/keys.ts';

export const keyPadSpace: Fault = {
  id: 'key-pad-space',
  summary: 'Numbers are padded with spaces.',
  hazard: 'key-pad-width',
  seenIn: '"%4d" for "%04d", and Python\'s rjust(4).',
  killedBy: 'key-build',
  apply: (codec) =>
    buildingKeys(codec, (text, part) =>
      hasPad(part) ? text.replace(/(?<=#)0+(?=[0-9])/g, (zeros) => ' '.repeat(zeros.length)) : text,
    ),
};
