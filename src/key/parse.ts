import type { KeyPart, ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import type { TextCheck } from '../scalar/text-check.ts';
import { Violation } from '../scalar/violation.ts';
import { checkKeyLength } from './limits.ts';

/** Reads the components of a key attribute into `components`. One that is there already must have the same value. */
export type ParseKey = (text: string, components: Map<string, string>) => Violation | undefined;

type Step =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'component'; readonly name: string; readonly until: string | null; readonly check: TextCheck };

/**
 * Compiles a pattern into its strict parser. A component ends at the first character of the literal that follows it,
 * and must be a value of its type in the only way that building writes it.
 */
export function compileParse(part: KeyPart, typeOf: (name: string) => ScalarType): ParseKey {
  const steps: readonly Step[] = part.pattern.tokens.map((token) =>
    token.kind === 'literal' ? token : { ...token, check: scalarCheck(typeOf(token.name)) },
  );
  const { at, pattern, place } = part;
  const attribute = part.attribute.name;
  const mismatch = (text: string): Violation =>
    new Violation('key-pattern', text, `a key like ${pattern.text}`).within(attribute, at);
  return (text, components) => {
    const tooLong = checkKeyLength(text, place);
    if (tooLong !== undefined) return tooLong.within(attribute, at);
    let index = 0;
    for (const step of steps) {
      if (step.kind === 'literal') {
        if (!text.startsWith(step.text, index)) return mismatch(text);
        index += step.text.length;
        continue;
      }
      const end = step.until === null ? text.length : text.indexOf(step.until, index);
      if (end < 0) return mismatch(text);
      const component = text.slice(index, end);
      const violation =
        component === ''
          ? new Violation('component-empty', text, `text in the place of {${step.name}}`)
          : step.check(component);
      if (violation !== undefined) return violation.within(step.name).within(attribute, at);
      const known = components.get(step.name);
      if (known !== undefined && known !== component) {
        return new Violation('key-mismatch', component, `"${known}", as elsewhere in the key`)
          .within(step.name)
          .within(attribute, at);
      }
      components.set(step.name, component);
      index = end;
    }
    return index === text.length ? undefined : mismatch(text);
  };
}
