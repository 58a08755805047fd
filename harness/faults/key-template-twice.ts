import type { Fault } from './fault.ts';
import { joiningKeys } from './support/template.ts';

export const keyTemplateTwice: Fault = {
  id: 'key-template-twice',
  summary:
    'The placeholders of a template are replaced one after another, also in the component that has just been filled in.',
  hazard: 'key-template-replacement',
  seenIn: 'A loop over the members of the record with text.replace("{" + name + "}", value), in every language.',
  killedBy: 'key-build',

  apply: (codec) =>
    joiningKeys(codec, (pieces) => {
      const template = pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.token.name}}`)).join('');
      return pieces.reduce<string>(
        (key, piece) => (typeof piece === 'string' ? key : key.replaceAll(`{${piece.token.name}}`, () => piece.text)),
        template,
      );
    }),
};
