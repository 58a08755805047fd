import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';

export const keyLowerCased: Fault = {
  id: 'key-lower-cased',
  summary: 'Whole keys are written in lower case, ids included.',
  hazard: 'key-library-lowercases',
  seenIn: "ElectroDB's default; ids in base64url collide (tywalch/electrodb issue 523).",
  killedBy: 'key-build',
  apply: (codec) => buildingKeys(codec, (text) => text.toLowerCase()),
};
