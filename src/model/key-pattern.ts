import { didYouMean } from '../diagnostics/suggest.ts';
import type { WidthOf } from './component-width.ts';
import { encodingsFrom } from './encoding.ts';
import type { ComponentToken, Encoding, KeyPattern, KeyToken } from './model.ts';

/** What is wrong with the text of a key pattern, and the offset where. */
export type KeyPatternProblem = {
  readonly code: 'key-pattern-syntax' | 'adjacent-components' | 'encoding-invalid' | 'reference-unknown';
  readonly message: string;
  readonly offset: number;
  readonly help: string;
};

const componentName = /^[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*$/;

/** A pattern that is one literal, whatever characters it has. */
export function constantPattern(text: string): KeyPattern {
  return { text, tokens: text === '' ? [] : [{ kind: 'literal', text }] };
}

type Part =
  | { readonly kind: 'literal'; readonly text: string; readonly offset: number }
  | {
      readonly kind: 'component';
      readonly text: string;
      readonly encodings: readonly string[];
      readonly offset: number;
    };

/**
 * Reads `USER#{user_id}#{seq:04}`: literal text, components in braces, each with its encodings, and `{{` or `}}` for a
 * brace itself. `{prefixes.name}` is the literal that the schema lists under that name, and stands in the text of the pattern.
 *
 * @param widthOf says where a component ends that another one follows at once; `any` for a text that is only compared
 *   with patterns, where it does not matter
 */
export function parseKeyPattern(
  text: string,
  prefixes: ReadonlyMap<string, string> = new Map(),
  widthOf: WidthOf | 'any' = () => undefined,
): KeyPattern | KeyPatternProblem {
  const parts = partsOf(text, prefixes);
  if ('code' in parts) return parts;
  const merged = mergeLiterals(parts);
  const literals = merged.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  const tokens: KeyToken[] = [];
  for (const [position, part] of merged.entries()) {
    const next = merged[position + 1];
    if (part.kind === 'literal') {
      tokens.push({ kind: 'literal', text: part.text });
      continue;
    }
    const encodings = encodingsFrom(part.encodings, literals);
    if (!Array.isArray(encodings)) {
      const { message, help } = encodings as { readonly message: string; readonly help: string };
      return { code: 'encoding-invalid', message, help, offset: part.offset };
    }
    const touches = next?.kind === 'component' && widthOf !== 'any';
    const width = touches ? widthOf(part.text, encodings as readonly Encoding[]) : undefined;
    const label = [part.text, ...part.encodings].join(':');
    if (touches && width === undefined) {
      return {
        code: 'adjacent-components',
        message: `"{${label}}" and "{${next.text}}" touch, so nothing says where one ends`,
        offset: next.offset,
        help: `put a literal between them, or give "${part.text}" values of one length`,
      };
    }
    tokens.push({
      kind: 'component',
      name: part.text,
      label,
      encodings: encodings as readonly Encoding[],
      until: next?.kind === 'literal' ? String.fromCodePoint(next.text.codePointAt(0) ?? 0) : null,
      ...(width === undefined ? {} : { width }),
    });
  }
  const inlined = parts.map(textOf).join('');
  return inlined === text ? { text, tokens } : { text: inlined, writtenPattern: text, tokens };
}

/** A part as it is written where there are no names for literals. */
function textOf(part: Part): string {
  if (part.kind === 'component') return `{${[part.text, ...part.encodings].join(':')}}`;
  return part.text.replaceAll(/[{}]/g, (brace) => brace + brace);
}

function partsOf(text: string, prefixes: ReadonlyMap<string, string>): readonly Part[] | KeyPatternProblem {
  const parts: Part[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    if ((character === '{' || character === '}') && text.charAt(index + 1) === character) {
      parts.push({ kind: 'literal', text: character, offset: index });
      index += 2;
    } else if (character === '{') {
      const end = text.indexOf('}', index);
      if (end < 0)
        return problem(
          'the brace that opens here is never closed',
          index,
          'close it with "}", or write "{{" for a brace itself',
        );
      const part = partFrom(text.slice(index + 1, end), index, prefixes);
      if ('code' in part) return part;
      parts.push(part);
      index = end + 1;
    } else if (character === '}') {
      return problem('this brace closes nothing', index, 'remove it, or write "}}" for a brace itself');
    } else {
      const end = text.slice(index).search(/[{}]/);
      const literal = end < 0 ? text.slice(index) : text.slice(index, index + end);
      parts.push({ kind: 'literal', text: literal, offset: index });
      index += literal.length;
    }
  }
  return parts;
}

function partFrom(inside: string, offset: number, prefixes: ReadonlyMap<string, string>): Part | KeyPatternProblem {
  const [name = '', ...encodings] = inside.split(':');
  if (!componentName.test(name)) {
    const message = `"{${inside}}" is no component: a name has letters, digits, "_" and "-"`;
    return problem(
      message,
      offset,
      'write the name of an attribute or parameter between the braces, or "{{" for a brace itself',
    );
  }
  if (!name.startsWith('prefixes.')) return { kind: 'component', text: name, encodings, offset };
  const literal = prefixes.get(name.slice('prefixes.'.length));
  if (literal === undefined) {
    const wanted = name.slice('prefixes.'.length);
    const help = didYouMean(wanted, [...prefixes.keys()]);
    return { code: 'reference-unknown', message: `there is no prefix "${wanted}"`, offset, help };
  }
  if (encodings.length > 0)
    return problem(`"{${inside}}" is a literal, which has no encoding`, offset, `write "{${name}}"`);
  return { kind: 'literal', text: literal, offset };
}

function mergeLiterals(parts: readonly Part[]): readonly Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      merged[merged.length - 1] = { ...last, text: last.text + part.text };
    } else if (part.kind !== 'literal' || part.text !== '') merged.push(part);
  }
  return merged;
}

function problem(message: string, offset: number, help: string): KeyPatternProblem {
  return { code: 'key-pattern-syntax', message, offset, help };
}

/** The components of a pattern, in order. */
export function componentsOf(pattern: KeyPattern): readonly ComponentToken[] {
  return pattern.tokens.filter((token) => token.kind === 'component');
}

/** The names of the components of a pattern, in order, each once. */
export function componentNames(pattern: KeyPattern): readonly string[] {
  return [...new Set(componentsOf(pattern).map((token) => token.name))];
}

/** The pattern of an attribute that is its own key. */
export function namedPattern(name: string): KeyPattern {
  return { text: `{${name}}`, tokens: [{ kind: 'component', name, label: name, encodings: [], until: null }] };
}
