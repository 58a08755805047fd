import { matches } from '../../regex/automaton.ts';
import { countTexts } from '../../regex/count.ts';
import { codePointLength } from '../../value/text.ts';
import { type Context, report } from '../context.ts';
import { child } from '../source.ts';
import type { Declaration } from './declaration.ts';

/** A pattern that, with the lengths and reserved values beside it, leaves no text. */
export function checkPattern(context: Context, { type, node }: Declaration): void {
  if (type.kind !== 'string' || type.pattern === null) return;
  const { automaton } = type.pattern;
  const { maxLength } = type;
  const minLength = Math.max(type.minLength, type.allowEmpty ? 0 : 1);
  // That these contradict each other is said without the pattern.
  if (maxLength !== null && minLength > maxLength) return;
  const reserved = [...new Set(type.reserved)].filter((text) => {
    const length = codePointLength(text);
    return length >= minLength && (maxLength === null || length <= maxLength) && matches(automaton, text);
  });
  const count = countTexts(automaton, minLength, maxLength, reserved.length + 1);
  if (count === undefined || count > reserved.length) return;
  const place = child(node, 'pattern') ?? node;
  if (reserved.length > 0) {
    report(context, 'value-conflict', place, 'every text that matches this pattern is reserved', {
      help: 'widen the pattern, or take one of its values out of "reserved"',
    });
    return;
  }
  const most = maxLength === null ? 'or more' : `to ${maxLength}`;
  report(context, 'value-conflict', place, `no text of ${minLength} ${most} characters matches this pattern`, {
    help: 'correct the pattern, or "min_length" and "max_length"',
  });
}
