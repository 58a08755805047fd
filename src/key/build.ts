import type { KeyPart, KeyToken, ScalarType } from '../model/model.ts';
import { canContain } from '../regex/explore.ts';
import { Violation } from '../scalar/violation.ts';
import { checkKeyLength } from './limits.ts';

/** The text of each component, already checked against its type, in the order of the names it was compiled with. */
export type ComponentTexts = readonly string[];

/** What one pattern does with the texts of its components. */
export type BuildKey = {
  /** The text of the key attribute. */
  readonly build: (texts: ComponentTexts) => string | Violation;
  /** Whether building gives exactly this text; false also when only building can tell. Makes no text to compare with. */
  readonly surelyBuilds: (texts: ComponentTexts, key: string) => boolean;
};

type Step =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly slot: number;
      readonly refuse: ((text: string) => Violation | undefined) | undefined;
    };

/**
 * Compiles a pattern into a function that renders it. Rendering only concatenates; what makes it invertible is that
 * no component may contain the character that ends it.
 *
 * @param names the components, in the order in which their texts will come
 */
export function compileBuild(part: KeyPart, typeOf: (name: string) => ScalarType, names: readonly string[]): BuildKey {
  const steps = part.pattern.tokens.map((token) => compileToken(token, typeOf, names));
  const { at, place } = part;
  const attribute = part.attribute.name;
  return {
    build: (texts) => {
      let key = '';
      for (const step of steps) {
        const text = step.kind === 'literal' ? step.text : textAt(texts, step.slot);
        const refused = step.kind === 'literal' ? undefined : step.refuse?.(text)?.within(step.name, at);
        if (refused !== undefined) return refused;
        key += text;
      }
      return checkKeyLength(key, place)?.within(attribute, at) ?? key;
    },
    surelyBuilds: (texts, key) => {
      let index = 0;
      for (const step of steps) {
        const text = step.kind === 'literal' ? step.text : textAt(texts, step.slot);
        if (step.kind === 'component' && step.refuse?.(text) !== undefined) return false;
        if (!key.startsWith(text, index)) return false;
        index += text.length;
      }
      return index === key.length && checkKeyLength(key, place) === undefined;
    },
  };
}

function compileToken(token: KeyToken, typeOf: (name: string) => ScalarType, names: readonly string[]): Step {
  if (token.kind === 'literal') return token;
  const { name, until } = token;
  const slot = names.indexOf(name);
  const type = typeOf(name);
  const mayBeEmpty = type.kind === 'string' && type.allowEmpty;
  // Many domains cannot contain the character at all; then there is nothing to look for at run time.
  const mayContain = until !== null && mayContainCharacter(type, until);
  if (!mayBeEmpty && !mayContain) return { kind: 'component', name, slot, refuse: undefined };
  const refuse = (text: string): Violation | undefined => {
    if (text === '')
      return new Violation('component-empty', text, 'text that is not empty, because it is part of a key');
    if (until !== null && mayContain && text.includes(until)) {
      return new Violation('delimiter', text, `text without "${until}", which ends it in a key`);
    }
    return undefined;
  };
  return { kind: 'component', name, slot, refuse };
}

function textAt(texts: ComponentTexts, slot: number): string {
  const text = texts[slot];
  if (text === undefined) throw new TypeError(`there is no text for component ${slot}`);
  return text;
}

function mayContainCharacter(type: ScalarType, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  switch (type.kind) {
    case 'string':
      if (type.enum !== null) return type.enum.some((value) => value.includes(character));
      return type.pattern === null || canContain(type.pattern.automaton, code);
    case 'timestamp':
      return /[-0-9:.TZ+]/.test(character);
    default:
      return /[-0-9.]/.test(character);
  }
}
