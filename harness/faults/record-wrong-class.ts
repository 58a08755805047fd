import type { Fault } from './fault.ts';

export const recordWrongClass: Fault = {
  id: 'record-wrong-class',
  summary: 'A record that is wrong is reported as a wrong key.',
  hazard: 'num-lenient-parsers',
  seenIn: 'An exception of the key builder that gets through to whoever called the writer.',
  killedBy: 'item-encode-refusal',
  apply: (codec) => ({
    ...codec,
    encode: (name, record, options) => {
      const encoded = codec.encode(name, record, options);
      return encoded.ok ? encoded : { ok: false, error: { ...encoded.error, class: 'invalid-key' } };
    },
  }),
};
