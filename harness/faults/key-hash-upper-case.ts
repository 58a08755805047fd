import type { Fault } from './fault.ts';
import { buildingKeys } from './support/decorate.ts';

export const keyHashUpperCase: Fault = {
  id: 'key-hash-upper-case',
  summary: 'The hash in a key is written in upper-case hexadecimal.',
  hazard: 'key-hash-shard-suffix',
  seenIn:
    ".NET's Convert.ToHexString and Java's HexFormat.withUpperCase() write upper case; most others write lower case.",
  killedBy: 'key-build',
  apply: (codec) =>
    buildingKeys(codec, (text, part) =>
      part.pattern.tokens.some(
        (token) => token.kind === 'component' && token.encodings.some((each) => each.kind === 'sha256'),
      )
        ? text.replace(/[0-9a-f]{64}/g, (hash) => hash.toUpperCase())
        : text,
    ),
};
