import type { KeyPattern, KeyToken } from './model.ts';

/** What is wrong with the text of a key pattern, and the offset where. */
export type KeyPatternProblem = {
  readonly code: 'key-pattern-syntax' | 'adjacent-components';
  readonly message: string;
  readonly offset: number;
};

const componentName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A pattern that is one literal, whatever characters it has. */
export function constantPattern(text: string): KeyPattern {
  return { text, tokens: text === '' ? [] : [{ kind: 'literal', text }] };
}

/** Reads `USER#{user_id}`: literal text, components in braces, and `{{` or `}}` for a brace itself. */
export function parseKeyPattern(text: string): KeyPattern | KeyPatternProblem {
  const tokens: { kind: 'literal' | 'component'; text: string; offset: number }[] = [];
  let literal = '';
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    if ((character === '{' || character === '}') && text.charAt(index + 1) === character) {
      literal += character;
      index += 2;
    } else if (character === '{') {
      const end = text.indexOf('}', index);
      if (end < 0) return problem('the brace that opens here is never closed', index);
      const name = text.slice(index + 1, end);
      if (!componentName.test(name)) {
        return problem(`"{${name}}" is no component: a name has letters, digits and "_"`, index);
      }
      if (literal !== '') tokens.push({ kind: 'literal', text: literal, offset: index - literal.length });
      literal = '';
      tokens.push({ kind: 'component', text: name, offset: index });
      index = end + 1;
    } else if (character === '}') {
      return problem('this brace closes nothing; write "}}" for a brace itself', index);
    } else {
      literal += character;
      index++;
    }
  }
  if (literal !== '') tokens.push({ kind: 'literal', text: literal, offset: text.length - literal.length });
  for (const [position, token] of tokens.entries()) {
    const next = tokens[position + 1];
    if (token.kind === 'component' && next?.kind === 'component') {
      return {
        code: 'adjacent-components',
        message: `"{${token.text}}" and "{${next.text}}" touch, so nothing says where one ends`,
        offset: next.offset,
      };
    }
  }
  return { text, tokens: tokens.map((token, position) => toToken(token.kind, token.text, tokens[position + 1]?.text)) };
}

function toToken(kind: 'literal' | 'component', text: string, following: string | undefined): KeyToken {
  if (kind === 'literal') return { kind, text };
  return {
    kind,
    name: text,
    until: following === undefined ? null : String.fromCodePoint(following.codePointAt(0) ?? 0),
  };
}

function problem(message: string, offset: number): KeyPatternProblem {
  return { code: 'key-pattern-syntax', message, offset };
}

/** The names of the components of a pattern, in order, each once. */
export function componentNames(pattern: KeyPattern): readonly string[] {
  return [...new Set(pattern.tokens.flatMap((token) => (token.kind === 'component' ? [token.name] : [])))];
}
