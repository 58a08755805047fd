import type { Fault } from './fault.ts';

export const itemWrongClass: Fault = {
  id: 'item-wrong-class',
  summary: 'An item that is wrong is reported as a wrong request, so that callers are blamed for stored data.',
  hazard: 'null-required-missing',
  seenIn: 'One validation error for both directions: Pydantic\'s ValidationError becomes "400 Bad Request".',
  killedBy: 'item-decode-refusal',
  apply: (codec) => ({
    ...codec,
    decode: (item, name) => {
      const decoded = codec.decode(item, name);
      return decoded.ok ? decoded : { ok: false, error: { ...decoded.error, class: 'invalid-record' } };
    },
  }),
};
