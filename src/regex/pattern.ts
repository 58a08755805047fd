import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { type Automaton, compileAutomaton } from './automaton.ts';
import { maximumStates, TooManyWays } from './determinise.ts';
import { explainSyntax } from './syntax-error.ts';

/** What is wrong with a pattern, what to do, and the offset in the pattern's source where it is. */
export type PatternProblem = { readonly message: string; readonly help: string; readonly offset: number };

type Compiled = { readonly automaton: Automaton } | { readonly problem: PatternProblem };

/** A schema repeats its patterns from record type to record type. Only small ones are kept, a hash in hexadecimal among them, and not too many. */
const compiled = new Map<string, Compiled>();
const mostKept = 1024;
const mostStatesKept = 128;

/**
 * Compiles a pattern of the schema language: JavaScript's `u` syntax without what differs between languages or
 * cannot be matched in linear time. A pattern always matches the whole value; one leading `^` and one trailing `$`
 * are accepted and mean nothing.
 */
export function compilePattern(source: string): Compiled {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = compileAfresh(source);
  if ('automaton' in result && result.automaton.stateCount <= mostStatesKept && compiled.size < mostKept)
    compiled.set(source, result);
  return result;
}

function compileAfresh(source: string): Compiled {
  const start = source.startsWith('^') ? 1 : 0;
  const end = endsWithAnchor(source) ? source.length - 1 : source.length;
  const body = source.slice(start, end);
  const problem = checkDialect(body);
  if (problem !== undefined) return { problem: { ...problem, offset: problem.offset + start } };
  try {
    const automaton = compileAutomaton(body);
    if (!automaton.accepting.includes(true)) {
      const help = 'remove what contradicts itself, an empty class [] for example';
      return { problem: { message: 'no text matches this pattern', help, offset: 0 } };
    }
    return { automaton };
  } catch (error) {
    // A library that gives up in another way has not read the pattern either.
    const tooManyWays = error instanceof TooManyWays;
    const why = tooManyWays
      ? 'it can match one text in too many ways'
      : `its automaton has more than ${maximumStates} states`;
    const help = tooManyWays
      ? 'write one repetition instead of one inside of another, [a-z]+ with max_length for ([a-z]{1,40}){1,100}'
      : 'use max_length instead of a large repeat count';
    return { problem: { message: `the pattern is too complex: ${why}`, help, offset: 0 } };
  }
}

function endsWithAnchor(source: string): boolean {
  if (!source.endsWith('$')) return false;
  const backslashes = /\\*$/.exec(source.slice(0, -1))?.[0].length ?? 0;
  return backslashes % 2 === 0;
}

function checkDialect(source: string): PatternProblem | undefined {
  let parsed: AST.Pattern;
  try {
    parsed = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source, 0, source.length, true);
  } catch (error) {
    if (error instanceof RangeError) {
      return { message: 'the pattern is nested too deeply', help: 'write it with fewer groups', offset: 0 };
    }
    const sentence =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: \/.*\/u?: /s, '') : '';
    const offset = error instanceof Error && 'index' in error && typeof error.index === 'number' ? error.index : 0;
    const { message, help } = explainSyntax(sentence, offset === source.length);
    return { message: `not a regular expression: ${message}`, help, offset };
  }
  let problem: PatternProblem | undefined;
  const report = (node: AST.Node, message: string, help: string): void => {
    problem ??= { message, help, offset: node.start };
  };
  visitRegExpAST(parsed, {
    onAssertionEnter: (node) =>
      report(
        node,
        'assertions (^, $, \\b, look-around) are not in the dialect',
        'remove it: a pattern always matches the whole value; a "rules" entry can hold attributes against each other',
      ),
    onBackreferenceEnter: (node) =>
      report(node, 'back references are not in the dialect', 'write out what is repeated'),
    onCharacterSetEnter: (node) => {
      if (node.kind === 'any')
        report(node, '"." means other characters in other languages', 'write the class out, for example [^#]');
      else if (node.kind !== 'digit' && node.kind !== 'word') {
        report(
          node,
          `"${node.raw}" means other characters in other languages`,
          `write the class out, for example ${classFor(node)}`,
        );
      }
    },
  });
  return problem;
}

/** A class that means the same in every language. */
function classFor({ kind, negate }: { readonly kind: string; readonly negate: boolean }): string {
  return kind === 'space' ? `[${negate ? '^' : ''} \\t]` : '[a-zA-Z]';
}
