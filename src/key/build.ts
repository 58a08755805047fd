import type { ComponentToken, KeyPart, KeyToken, ScalarType } from '../model/model.ts';
import { canContain } from '../regex/explore.ts';
import { Violation } from '../scalar/violation.ts';
import { encodeComponent } from './encoding/encode.ts';
import { encodedType } from './encoding/encoded-type.ts';
import { checkKeyLength } from './limits.ts';

/** The text of each component, already checked against its type; `undefined` for one that is absent. */
export type ComponentTexts = (name: string) => string | undefined;

/** Builds the text of one attribute. */
export type BuildKey = (texts: ComponentTexts) => string | Violation;

/**
 * Compiles a pattern into a function that renders it. Rendering only concatenates; what makes it invertible is that
 * no component may contain the character that ends it.
 */
export function compileBuild(part: KeyPart, typeOf: (name: string) => ScalarType): BuildKey {
  const steps = part.pattern.tokens.map((token) => compileToken(token, typeOf));
  const { at } = part;
  const [first] = steps;
  if (steps.length === 1 && first !== undefined) return (texts) => finish(first(texts));
  return (texts) => {
    let key = '';
    for (const step of steps) {
      const text = step(texts);
      if (text instanceof Violation) return finish(text);
      key += text;
    }
    return finish(key);
  };

  function finish(key: string | Violation): string | Violation {
    const result = key instanceof Violation ? key : (checkKeyLength(key, part)?.within(part.attribute.name, at) ?? key);
    if (result instanceof Violation) result.at ??= at;
    return result;
  }
}

function compileToken(token: KeyToken, typeOf: (name: string) => ScalarType): BuildKey {
  if (token.kind === 'literal') return () => token.text;
  const { name, until, encodings } = token;
  const type = encodedType(typeOf(name), encodings);
  const text = componentText(token, typeOf(name));
  const mayBeEmpty = type.kind === 'string' && type.allowEmpty;
  // Many domains cannot contain the character at all; then there is nothing to look for at run time.
  const mayContain = until !== null && mayContainCharacter(type, until);
  if (!mayBeEmpty && !mayContain) return text;
  return (texts) => {
    const written = text(texts);
    if (written instanceof Violation) return written;
    if (written === '')
      return new Violation('component-empty', written, 'text that is not empty, because it is part of a key').within(
        name,
      );
    if (until !== null && mayContain && written.includes(until)) {
      return new Violation('delimiter', written, `text without "${until}", which ends it in a key`).within(name);
    }
    return written;
  };
}

function componentText({ name, encodings }: ComponentToken, type: ScalarType): BuildKey {
  if (encodings.length === 0) {
    return (texts) =>
      texts(name) ?? new Violation('required', undefined, 'a value, because it is part of a key').within(name);
  }
  return (texts) => {
    const text = encodeComponent(texts(name), encodings, type);
    return text instanceof Violation ? text.within(name) : text;
  };
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
