import type { Fault } from './fault.ts';
import { writingValues } from './support/decorate.ts';

export const textLineEnds: Fault = {
  id: 'text-line-ends',
  summary: 'Line feeds become carriage return and line feed.',
  hazard: 'str-control-characters',
  seenIn: 'Text mode of files on Windows, and textareas of browsers.',
  killedBy: 'item-encode',
  apply: (codec) => writingValues(codec, (value) => ('S' in value ? { S: value.S.replaceAll('\n', '\r\n') } : value)),
};
