import type { Codec } from '../../src/item/codec.ts';
import { isObject, ownProperty } from '../../src/value/json.ts';
import type { Fault } from './fault.ts';
import { recordTypeOf } from './support/decorate.ts';
import { componentsOfKeys } from './support/keys.ts';

export const keyCacheCollision: Fault = {
  id: 'key-cache-collision',
  summary:
    'Keys are kept in a cache under their components put together without anything between them: "a" and "bc", "ab" and "c" get one key.',
  hazard: 'key-delimiter-injection',
  seenIn:
    'Memoisation with args.join("") in JavaScript, or with a + b in any language; lodash.memoize looks at the first argument only.',
  killedBy: 'key-build',

  apply: (codec) => {
    const known = new Map<string, ReturnType<Codec['buildKeys']>>();
    return {
      ...codec,
      buildKeys: (name, record) => {
        const recordType = recordTypeOf(codec, name);
        if (recordType === undefined || !isObject(record)) return codec.buildKeys(name, record);
        const components = componentsOfKeys(recordType).map((each) => String(ownProperty(record, each) ?? ''));
        const memo = `${name} ${components.join('')}`;
        const built = known.get(memo) ?? codec.buildKeys(name, record);
        if (built.ok) known.set(memo, built);
        return built;
      },
    };
  },
};
