import type { Fault } from './fault.ts';
import { fillingComponents } from './support/template.ts';

export const keyTemplateDollar: Fault = {
  id: 'key-template-dollar',
  summary: 'A component goes through the replacement text of a template, where "$&" stands for what is replaced.',
  hazard: 'key-template-replacement',
  seenIn:
    "template.replace('{id}', id) in JavaScript; Matcher.replaceAll() in Java, sub() of Python's re and ReplaceAllString() of Go have characters of their own.",
  killedBy: 'key-build',

  apply: (codec) =>
    fillingComponents(codec, ({ token, text }) => {
      const placeholder = `{${token.name}}`;
      return placeholder.replace(placeholder, text);
    }),
};
