import type { Fault } from './fault.ts';
import { exchangeComponents } from './support/keys.ts';
import { asWriter, misreadTokens } from './support/misread.ts';

export const keyComponentOrder: Fault = {
  id: 'key-component-order',
  summary: 'Two components of a key change places.',
  hazard: 'attr-exchanged',
  seenIn: 'Key helpers with two parameters of one type: link(source, target) called as link(target, source).',
  killedBy: 'key-build',
  apply: (codec) => asWriter(codec, misreadTokens(codec, exchangeComponents)),
};
