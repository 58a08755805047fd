import { endOf } from '../model/component-width.ts';
import { isInvertible, isOptional } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, ComponentToken, KeyPart, KeyPattern, Presence, ScalarType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { encodeComponent } from './encoding/encode.ts';
import { absentText, compileDerive, withoutOr } from './overlap.ts';

/** Refuses the texts of the attributes of a key, each of which was parsed, where together no record can have them. */
export type Contradiction = (texts: readonly string[]) => Violation | undefined;

/** A component in one place of a key, and its place among all of them. */
type Told = { readonly token: ComponentToken; readonly part: KeyPart; readonly place: number };

/** @param written the texts of all components of a key, as they are in it */
type Check = (written: readonly string[]) => Violation | undefined;

/**
 * Compiles what the components of one key say about each other: one that stands there twice, what the condition of the index
 * demands, and attributes that are present only with a value of another one. `undefined` where they say nothing, as in most
 * keys, which are then not looked at a second time.
 */
export function compileContradiction(
  { parts, when }: { readonly parts: readonly KeyPart[]; readonly when: readonly Presence[] },
  attributes: readonly Attribute[],
  typeOf: (name: string) => ScalarType,
): Contradiction | undefined {
  const told: readonly Told[] = parts
    .flatMap((part) => componentsOf(part.pattern).map((token) => ({ token, part })))
    .map((each, place) => ({ ...each, place }));
  const checks: readonly Check[] = [
    ...told.flatMap((later) =>
      told.slice(0, later.place).flatMap((earlier) => compileRepeated(earlier, later, typeOf) ?? []),
    ),
    ...told.flatMap((each) => when.flatMap((presence) => compileWhen(each, presence, typeOf) ?? [])),
    ...told.flatMap((each) => told.flatMap((other) => compilePresent(each, other, attributes, typeOf) ?? [])),
  ];
  if (checks.length === 0) return undefined;
  return (texts) => {
    const written = parts.flatMap((part, index) => textsIn(part.pattern, texts[index] ?? ''));
    for (const check of checks) {
      const violation = check(written);
      if (violation !== undefined) return violation;
    }
    return undefined;
  };
}

/** The texts of the components of a pattern, in a text that it is known to fit. */
function textsIn({ tokens }: KeyPattern, text: string): readonly string[] {
  const found: string[] = [];
  let index = 0;
  for (const token of tokens) {
    const end = token.kind === 'literal' ? index + token.text.length : endOf(token, text, index);
    if (token.kind === 'component') found.push(text.slice(index, end));
    index = end;
  }
  return found;
}

/** One component in two places; the later one is refused. */
function compileRepeated(earlier: Told, later: Told, typeOf: (name: string) => ScalarType): Check | undefined {
  const tokens = [earlier.token, later.token] as const;
  const [first, second] = tokens;
  if (first.name !== second.name) return undefined;
  // What tells the value, or is written in one way, was compared when it was parsed; what stands for none was not.
  const hidesAbsence = tokens.some(isOptional) && tokens.some(tellsValue);
  if (!hidesAbsence && (tokens.every(tellsValue) || first.label === second.label)) return undefined;
  const refuse = (value: string, expected: string): Violation =>
    new Violation('key-mismatch', value, expected).within(second.name).within(later.part.attribute.name, later.part.at);
  const type = typeOf(first.name);
  const forward = compileDerive(first, second, type);
  if (forward !== undefined)
    return (written) => {
      const [from = '', to = ''] = [written[earlier.place], written[later.place]];
      const derived = forward(from);
      return derived === to
        ? undefined
        : refuse(to, `${textOf(derived)}, as "${from}" in the place of {${first.label}} says`);
    };
  const backward = compileDerive(second, first, type);
  if (backward !== undefined)
    return (written) => {
      const [from = '', to = ''] = [written[earlier.place], written[later.place]];
      return backward(to) === from ? undefined : refuse(to, `what gives "${from}" in the place of {${first.label}}`);
    };
  if (!tokens.some(isOptional)) return undefined;
  return (written) => {
    const [from = '', to = ''] = [written[earlier.place], written[later.place]];
    const isAbsent = from === absentText(first);
    return isAbsent === (to === absentText(second))
      ? undefined
      : refuse(to, `${isAbsent ? 'no value' : 'a value'}, as in the place of {${first.label}}`);
  };
}

function tellsValue({ encodings }: ComponentToken): boolean {
  return encodings.every(isInvertible);
}

function textOf(derived: string | Violation): string {
  return derived instanceof Violation ? 'nothing' : `"${derived}"`;
}

/** A component that the condition of the index names: an item with another value is not in it. */
function compileWhen(
  { token, part, place }: Told,
  { component, values }: Presence,
  typeOf: (name: string) => ScalarType,
): Check | undefined {
  if (token.name !== component) return undefined;
  const absent = absentText(token);
  const allowed = values === null ? undefined : textsOf(values, token, typeOf(token.name));
  if (allowed === undefined && absent === undefined) return undefined;
  const expected = values === null ? 'a value' : values.join(' or ');
  return (written) => {
    const text = written[place] ?? '';
    if (text !== absent && allowed?.has(text) !== false) return undefined;
    return new Violation('index-key', text, `${expected}, or no key for this index`)
      .within(token.name)
      .within(part.attribute.name, part.at);
  };
}

/** An attribute that is present exactly with some values of another one, and that other one, in one key. */
function compilePresent(
  { token, part, place }: Told,
  condition: Told,
  attributes: readonly Attribute[],
  typeOf: (name: string) => ScalarType,
): Check | undefined {
  const attribute = attributes.find((each) => each.name === token.name);
  const presentWhen = attribute?.presentWhen ?? null;
  if (attribute === undefined || presentWhen?.attribute !== condition.token.name) return undefined;
  const allowed = textsOf(presentWhen.values, condition.token, typeOf(condition.token.name));
  const absent = absentText(token);
  // What stands for absence stands for NULL too, and another value may have the same hash.
  const demands = !attribute.nullable && withoutOr(condition.token.encodings).every(isInvertible);
  return (written) => {
    const [text = '', other = ''] = [written[place], written[condition.place]];
    // What holds where the other one is absent depends on its default.
    if (other === absentText(condition.token)) return undefined;
    const isAbsent = text === absent;
    if (allowed.has(other) ? !isAbsent || !demands : isAbsent) return undefined;
    const expected = isAbsent
      ? `a value, because ${condition.token.name} is ${other}`
      : `nothing, unless ${condition.token.name} is ${presentWhen.values.join(' or ')}`;
    return new Violation('present-when', text, expected).within(token.name).within(part.attribute.name, part.at);
  };
}

/** What values are in one place of a key. */
function textsOf(values: readonly string[], { encodings }: ComponentToken, type: ScalarType): ReadonlySet<string> {
  const texts = values.map((value) => encodeComponent(value, encodings, type));
  return new Set(texts.filter((text) => typeof text === 'string'));
}
