import type { Fault } from './fault.ts';
import { readingValues } from './support/decorate.ts';

export const textReadAstralSplit: Fault = {
  id: 'text-read-astral-split',
  summary: 'A character outside the basic plane is read as two that are none.',
  hazard: 'str-astral-character',
  seenIn: "Readers of CESU-8, Java's modified UTF-8.",
  killedBy: 'item-decode',
  apply: (codec) =>
    readingValues(codec, (value, type) =>
      type.kind === 'string' && typeof value === 'string'
        ? [...value].map((each) => (each.length === 2 ? '\ufffd\ufffd' : each)).join('')
        : value,
    ),
};
