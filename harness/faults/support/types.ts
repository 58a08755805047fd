import type { RecordType, Slot, TimestampType, ValueType } from '../../../src/model/model.ts';
import { compilePattern } from '../../../src/regex/pattern.ts';

/** A type as somebody takes it who does not look at patterns, or at what is too long, reserved or not listed. */
export function withoutPattern<Type extends ValueType>(type: Type): Type {
  return type.kind === 'string' ? { ...type, pattern: null, enum: null, reserved: [], maxLength: null } : type;
}

/** The same without the smallest and the largest value of a number. */
export function withoutBounds<Type extends ValueType>(type: Type): Type {
  return isNumber(type) ? { ...type, minimum: null, maximum: null, enum: null, multipleOf: null } : type;
}

/** A type with nothing left of its domain: an empty string and 0 are values too. */
export function withoutDomain<Type extends ValueType>(type: Type): Type {
  const wide = withoutBounds(withoutPattern(type));
  return wide.kind === 'string' ? { ...wide, allowEmpty: true, minLength: 0 } : wide;
}

/** What may be anything of its kind, missing or NULL. */
export function withoutChecks<Inner extends Slot>(slot: Inner): Inner {
  const open = { ...slot, type: withoutDomain(slot.type), nullable: true };
  return 'required' in open ? { ...open, required: false } : open;
}

/**
 * A text with another pattern.
 *
 * @throws TypeError for a pattern that the schema language does not know; then the fault is no fault
 */
export function withPattern<Type extends ValueType>(type: Type, change: (source: string) => string): Type {
  const pattern = type.kind === 'string' ? type.pattern : null;
  if (pattern === null) return type;
  const source = change(pattern.source);
  const compiled = compilePattern(source);
  if ('problem' in compiled) throw new TypeError(`${source}: ${compiled.problem.message}`);
  return { ...type, maxLength: null, pattern: { source, automaton: compiled.automaton } };
}

/** A text that may go on behind a character that separates components, and be anything there. */
export function withDelimiters<Type extends ValueType>(type: Type): Type {
  return withPattern(type, (source) => `(?:${source})(?:[#/][^\\n]*)?`);
}

function isNumber(type: ValueType): boolean {
  return type.kind === 'integer' || type.kind === 'decimal';
}

/** Whether values of a type are stored as N. */
export function isNumeric(type: ValueType): boolean {
  return isNumber(type) || isTimestamp(type, 'epoch-seconds', 'epoch-milliseconds');
}

export function isTimestamp(type: ValueType, ...formats: readonly TimestampType['format'][]): boolean {
  return type.kind === 'timestamp' && formats.includes(type.format);
}

export function isSet(type: ValueType): boolean {
  return type.kind === 'string_set' || type.kind === 'number_set' || type.kind === 'binary_set';
}

/** The most characters that a member of a record may have; infinity where it does not say. */
export function maximumLength({ attributes, components }: RecordType, name: string): number {
  const type = [...attributes, ...components].find((each) => each.name === name)?.type;
  return (type?.kind === 'string' ? type.maxLength : null) ?? Number.POSITIVE_INFINITY;
}
