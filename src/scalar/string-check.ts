import type { StringType } from '../model/model.ts';
import { compileMatcher } from '../regex/automaton.ts';
import { oncePer } from '../value/remember.ts';
import { codePointLength, isWellFormed, utf8Length } from '../value/text.ts';
import type { TextCheck } from './text-check.ts';
import { Violation } from './violation.ts';

/** Checks text against a string type: enumeration, length in bytes and in code points, pattern, reserved values. */
export const stringCheck: (type: StringType) => TextCheck = oncePer(compileCheck);

function compileCheck(type: StringType): TextCheck {
  const { allowEmpty, minLength, maxLength, maxBytes, pattern } = type;
  const isMatch = pattern === null ? undefined : compileMatcher(pattern.automaton);
  const source = pattern?.source;
  const values = type.enum === null ? undefined : new Set(type.enum);
  const reserved = type.reserved.length === 0 ? undefined : new Set(type.reserved);
  // A pattern over ASCII alone refuses lone surrogates by itself.
  const asciiOnly = pattern?.automaton.transitions.every((list) => list.every((each) => each.max < 128)) ?? false;
  // A value that is part of keys comes several times with one item.
  let matching = '';
  return (text) => {
    if (text === '' && !allowEmpty) return new Violation('empty', text, 'text that is not empty');
    if (values !== undefined) {
      return values.has(text) ? undefined : new Violation('enum', text, `one of ${[...values].join(', ')}`);
    }
    // No UTF-16 unit takes more than three bytes.
    if (maxBytes !== undefined && text.length * 3 > maxBytes && utf8Length(text) > maxBytes) {
      return new Violation('max-bytes', text, `at most ${maxBytes} bytes of UTF-8`);
    }
    // The number of code points is at most that of UTF-16 units, so most texts need no count.
    if (maxLength !== null && text.length > maxLength && codePointLength(text) > maxLength) {
      return new Violation('max-length', text, `at most ${maxLength} characters`);
    }
    // And at least half of it.
    if (text.length < 2 * minLength && codePointLength(text) < minLength) {
      return new Violation('min-length', text, `at least ${minLength} characters`);
    }
    if (!asciiOnly && !isWellFormed(text)) return new Violation('unicode', text, 'well-formed Unicode');
    if (isMatch !== undefined && (text !== matching || text === '')) {
      if (!isMatch(text)) return new Violation('pattern', text, `text that matches ${source}`);
      matching = text;
    }
    if (reserved?.has(text) === true) return new Violation('reserved', text, 'a value that is not reserved');
    return undefined;
  };
}
