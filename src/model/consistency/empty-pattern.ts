import { type Automaton, matches } from '../../regex/automaton.ts';
import { countTexts } from '../../regex/count.ts';
import { oncePer } from '../../value/remember.ts';
import { codePointLength } from '../../value/text.ts';
import { type Context, report } from '../context.ts';
import type { StringType } from '../model.ts';
import { child } from '../source.ts';
import type { Declaration } from './declaration.ts';

/** A pattern that, with the lengths and reserved values beside it, leaves no text. */
export function checkPattern(context: Context, { type, node }: Declaration): void {
  if (type.kind !== 'string' || !leavesNoText(type)) return;
  const { maxLength } = type;
  const minLength = shortest(type);
  const place = child(node, 'pattern') ?? node;
  if (reservedIn(type).length > 0) {
    report(context, 'value-conflict', place, 'every text that matches this pattern is reserved', {
      help: 'widen the pattern, or take one of its values out of "reserved"',
    });
    return;
  }
  const most = maxLength === null ? 'or more' : `to ${maxLength}`;
  report(context, 'value-conflict', place, `no text of ${minLength} ${most} characters matches this pattern`, {
    help: 'correct the pattern, or "min_length", "max_length" and "max_bytes"',
  });
}

/** Whether a pattern has no text but those that its lengths and reserved values exclude. */
export function leavesNoText(type: StringType): boolean {
  const { maxLength, pattern } = type;
  const minLength = shortest(type);
  // That the lengths contradict each other is said without the pattern.
  if (pattern === null || (maxLength !== null && minLength > maxLength)) return false;
  const reserved = reservedIn(type).length;
  return hasAtMost(pattern.automaton)(`${minLength} ${maxLength} ${reserved}`, minLength, maxLength, reserved);
}

/** Whether a language has so many texts of these lengths and no more; remembered, because many values have one pattern. */
const hasAtMost = oncePer((automaton: Automaton) => {
  const known = new Map<string, boolean>();
  return (question: string, minLength: number, maxLength: number | null, most: number): boolean => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const count = countTexts(automaton, minLength, maxLength, most + 1);
    const answer = count !== undefined && count <= most;
    known.set(question, answer);
    return answer;
  };
});

/** The reserved values that the type would have otherwise. */
function reservedIn(type: StringType): readonly string[] {
  return [...new Set(type.reserved)].filter((text) => {
    const length = codePointLength(text);
    const { maxLength, pattern } = type;
    const fits = length >= shortest(type) && (maxLength === null || length <= maxLength);
    return fits && pattern !== null && matches(pattern.automaton, text);
  });
}

function shortest({ minLength, allowEmpty }: StringType): number {
  return Math.max(minLength, allowEmpty ? 0 : 1);
}
