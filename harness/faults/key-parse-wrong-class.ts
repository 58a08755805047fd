import type { Fault } from './fault.ts';

export const keyParseWrongClass: Fault = {
  id: 'key-parse-wrong-class',
  summary: 'A key that is no key is reported as a wrong item, so that callers handle it as corrupt data.',
  hazard: 'key-entity-tag-case',
  seenIn: 'One catch-all exception for whatever cannot be read.',
  killedBy: 'key-parse-refusal',
  apply: (codec) => ({
    ...codec,
    parseKey: (recordType, index, key) => {
      const parsed = codec.parseKey(recordType, index, key);
      return parsed.ok ? parsed : { ok: false, error: { ...parsed.error, class: 'invalid-item' } };
    },
  }),
};
