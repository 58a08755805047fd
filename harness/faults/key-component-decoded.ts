import type { Fault } from './fault.ts';
import { fillingComponents } from './support/template.ts';

export const keyComponentDecoded: Fault = {
  id: 'key-component-decoded',
  summary: 'A component is percent-decoded before a key is built, once more than it was encoded.',
  hazard: 'key-escape-function-divergence',
  seenIn: 'decodeURIComponent() around path parameters that the web framework has decoded already.',
  killedBy: 'key-build',

  apply: (codec) =>
    fillingComponents(codec, ({ text }) =>
      text.replace(/%[0-7][0-9A-Fa-f]/g, (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(1), 16))),
    ),
};
