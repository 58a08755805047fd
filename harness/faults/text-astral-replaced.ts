import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textAstralReplaced: Fault = {
  id: 'text-astral-replaced',
  summary: 'Characters outside the basic plane are replaced.',
  hazard: 'str-astral-character',
  seenIn: 'utf8 of MySQL, which has three bytes; UCS-2 of older drivers.',
  killedBy: 'item-encode',
  apply: (codec) =>
    writingValues(codec, (value) =>
      'S' in value ? { S: value.S.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd') } : value,
    ),
};
