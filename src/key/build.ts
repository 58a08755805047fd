import type { ComponentToken, Encoding, KeyPart, KeyToken, ScalarType } from '../model/model.ts';
import { canContain } from '../regex/explore.ts';
import { Violation } from '../scalar/violation.ts';
import { encodeComponent } from './encoding/encode.ts';
import { encodedType } from './encoding/encoded-type.ts';
import { compileKeyLength } from './limits.ts';

/**
 * The text of each component, already checked against its type, in the order of the names it was compiled with;
 * `undefined` for one that is absent.
 */
export type ComponentTexts = readonly (string | undefined)[];

/** What one pattern does with the texts of its components. */
export type BuildKey = {
  /** The text of the attribute. */
  readonly build: (texts: ComponentTexts) => string | Violation;
  /** Whether building gives exactly this text; false also when only building can tell. Makes no text to compare with. */
  readonly surelyBuilds: (texts: ComponentTexts, key: string) => boolean;
};

type Step = {
  /** `undefined` for a component. */
  readonly literal: string | undefined;
  readonly name: string;
  readonly slot: number;
  /** What is written for a value; `undefined` where that is the value itself. */
  readonly encode: ((text: string | undefined) => string | Violation) | undefined;
  readonly refuse: ((text: string) => Violation | undefined) | undefined;
};

/**
 * Compiles a pattern into a function that renders it. Rendering only concatenates; what makes it invertible is that
 * no component may contain the character that ends it.
 *
 * @param names the components, in the order in which their texts will come
 */
export function compileBuild(part: KeyPart, typeOf: (name: string) => ScalarType, names: readonly string[]): BuildKey {
  const whole = part.place === 'computed' ? 'a computed attribute' : 'a key';
  const steps = part.pattern.tokens.map((token) => compileToken(token, typeOf, names, whole));
  const plain = steps.every((step) => step.encode === undefined);
  const checkLength = compileKeyLength(part);
  const { at } = part;
  const attribute = part.attribute.name;
  return {
    build: (texts) => {
      let key = '';
      for (const step of steps) {
        const text = step.literal ?? textOf(step, texts, whole);
        if (text instanceof Violation) return text.within(step.name, at);
        const refused = step.refuse?.(text)?.within(step.name, at);
        if (refused !== undefined) return refused;
        key += text;
      }
      return checkLength(key)?.within(attribute, at) ?? key;
    },
    surelyBuilds: (texts, key) => {
      if (!plain) return false;
      let index = 0;
      for (const { literal, slot, refuse } of steps) {
        const text = literal ?? texts[slot];
        if (text === undefined || refuse?.(text) !== undefined) return false;
        // Faster than `startsWith` with an offset.
        if (key.slice(index, index + text.length) !== text) return false;
        index += text.length;
      }
      return index === key.length && checkLength(key) === undefined;
    },
  };
}

function textOf({ slot, encode }: Step, texts: ComponentTexts, whole: string): string | Violation {
  const value = texts[slot];
  if (encode !== undefined) return encode(value);
  return value ?? new Violation('required', undefined, `a value, because it is part of ${whole}`);
}

/** @param whole what the token is a part of, in the words of an error */
function compileToken(
  token: KeyToken,
  typeOf: (name: string) => ScalarType,
  names: readonly string[],
  whole: string,
): Step {
  if (token.kind === 'literal')
    return { literal: token.text, name: '', slot: -1, encode: undefined, refuse: undefined };
  const { name, until, encodings } = token;
  const type = encodedType(typeOf(name), encodings);
  const mayBeEmpty =
    [type, typeOf(name)].some((each) => each.kind === 'string' && each.allowEmpty) || encodings.some(leavesOut);
  // Many domains cannot contain the character at all; then there is nothing to look for at run time.
  const mayContain = until !== null && mayContainCharacter(type, until);
  const refuse = (text: string): Violation | undefined => {
    if (text === '')
      return new Violation('component-empty', text, `text that is not empty, because it is part of ${whole}`);
    if (until !== null && mayContain && text.includes(until)) {
      return new Violation('delimiter', text, `text without "${until}", which ends it in ${whole}`);
    }
    return undefined;
  };
  return {
    literal: undefined,
    name,
    slot: names.indexOf(name),
    encode: encoderOf(token, typeOf(name)),
    refuse: mayBeEmpty || mayContain ? refuse : undefined,
  };
}

/** What leaves characters out may leave none. */
function leavesOut({ kind }: Encoding): boolean {
  return kind === 'trim' || kind === 'strip';
}

function encoderOf(
  { encodings }: ComponentToken,
  type: ScalarType,
): ((text: string | undefined) => string | Violation) | undefined {
  return encodings.length === 0 ? undefined : (text) => encodeComponent(text, encodings, type);
}

function mayContainCharacter(type: ScalarType, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  switch (type.kind) {
    case 'string':
      if (type.enum !== null) return type.enum.some((value) => value.includes(character));
      return type.pattern === null || canContain(type.pattern.automaton, code);
    case 'timestamp':
      return /[-0-9:.TZ+]/.test(character);
    case 'binary':
      return /[A-Za-z0-9+/=]/.test(character);
    default:
      return /[-0-9.]/.test(character);
  }
}
