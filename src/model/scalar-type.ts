import { didYouMean } from '../diagnostics/suggest.ts';
import { compilePattern } from '../regex/pattern.ts';
import { expectedNumber, isNormalInteger, normalizeDecimal } from '../value/decimal.ts';
import { type TimestampFormat, timestampFormats } from '../value/timestamp.ts';
import { type Context, report } from './context.ts';
import type { BinaryType, NumberType, StringType, TimestampType, ValueType } from './model.ts';
import { child, flagOf, itemsOf, type SourceNode, textOf } from './source.ts';
import { stringFormats } from './string-format.ts';
import { refuseUnquoted } from './unquoted.ts';

/** The largest magnitude of an integer that needs no more than DynamoDB's 38 digits. */
const largestInteger = '9'.repeat(38);

/** Any text but the empty one: what a component is that nobody declared. */
export const anyString: StringType = {
  kind: 'string',
  allowEmpty: false,
  minLength: 0,
  maxLength: null,
  pattern: null,
  enum: null,
  reserved: [],
  examples: [],
};

/** Any number that DynamoDB can store. */
export const anyNumber: NumberType = {
  kind: 'decimal',
  minimum: null,
  maximum: null,
  enum: null,
  scale: null,
  multipleOf: null,
  storedAs: 'N',
  examples: [],
};

/** Any bytes, or none. */
export const anyBinary: BinaryType = { kind: 'binary', allowEmpty: true, minLength: 0, maxLength: null, examples: [] };

/** A boolean key, or its default. */
export function flag(node: SourceNode, key: string, otherwise: boolean): boolean {
  return flagOf(child(node, key)) ?? otherwise;
}

/** A whole number, or `null` where there is none. */
export function size(node: SourceNode, key: string): number | null {
  const text = textOf(child(node, key));
  return text === undefined ? null : Number(text);
}

/** Reads a declaration of type string. */
export function stringType(context: Context, node: SourceNode): StringType {
  const maxBytes = size(node, 'max_bytes');
  const maxLength = leastOf(size(node, 'max_length'), maxBytes);
  const minLength = size(node, 'min_length') ?? 0;
  if (maxLength !== null && minLength > maxLength) {
    report(
      context,
      'value-conflict',
      child(node, 'min_length') ?? node,
      maxLength === maxBytes
        ? `min_length ${minLength} is larger than max_bytes ${maxBytes}, and each character takes a byte or more`
        : `min_length ${minLength} is larger than max_length ${maxLength}`,
      { help: `lower "min_length", or raise "${maxLength === maxBytes ? 'max_bytes' : 'max_length'}"` },
    );
  }
  const format = textOf(child(node, 'format'));
  const own = textOf(child(node, 'pattern'));
  if (format !== undefined && own !== undefined)
    report(
      context,
      'value-conflict',
      child(node, 'format') ?? node,
      '"format" stands for a pattern, and there is a "pattern" too',
      { help: 'keep "pattern", unless the format says all that it says' },
    );
  const source = own ?? (format === undefined ? undefined : formatPattern(context, node, format));
  const values = literals(context, node, (text, type) => (type === 'string' ? text : undefined), 'text');
  let pattern: StringType['pattern'] = null;
  if (source !== undefined) {
    const compiled = compilePattern(source);
    if ('automaton' in compiled) pattern = { source, automaton: compiled.automaton };
    else
      report(context, 'pattern-invalid', child(node, 'pattern') ?? node, compiled.problem.message, {
        offset: compiled.problem.offset,
        help: compiled.problem.help,
      });
  }
  return {
    kind: 'string',
    allowEmpty: flag(node, 'allow_empty', false),
    minLength,
    maxLength,
    ...(maxBytes === null ? {} : { maxBytes }),
    pattern,
    enum: values,
    reserved: itemsOf(child(node, 'reserved')).map((item) => textOf(item) ?? ''),
    examples: examples(context, node, anyString),
  };
}

function leastOf(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.min(left, right);
}

function formatPattern(context: Context, node: SourceNode, format: string): string | undefined {
  const pattern = stringFormats.get(format);
  if (pattern === undefined)
    report(context, 'value-invalid', child(node, 'format') ?? node, `text has no format "${format}"`, {
      help: didYouMean(format, [...stringFormats.keys()]),
    });
  return pattern;
}

/** Reads a declaration of type integer or decimal. */
export function numberType(context: Context, node: SourceNode, kind: 'integer' | 'decimal'): NumberType {
  const read = (text: string): string | undefined => {
    const normal = normalizeDecimal(text);
    return normal !== undefined && (kind === 'decimal' || isNormalInteger(normal)) ? normal : undefined;
  };
  const expected = (text: string): string => {
    const number = normalizeDecimal(text) === undefined ? expectedNumber(text) : 'a number';
    if (kind === 'decimal') return number;
    return number.startsWith('a number') ? number.replace('a number', 'an integer') : 'an integer';
  };
  const bound = (key: 'minimum' | 'maximum', otherwise: string | null): string | null => {
    const written = child(node, key);
    if (written === undefined) return otherwise;
    const text = textOf(written) ?? '';
    const normal = read(text);
    if (normal === undefined)
      report(context, 'value-invalid', written, `"${key}" must be ${expected(text)}`, {
        help: instead(text),
      });
    return normal ?? otherwise;
  };
  return {
    kind,
    minimum: bound('minimum', kind === 'integer' ? `-${largestInteger}` : null),
    maximum: bound('maximum', kind === 'integer' ? largestInteger : null),
    enum: literals(context, node, read, kind === 'integer' ? 'integers' : 'numbers', expected),
    scale: size(node, 'scale'),
    multipleOf: stepOf(context, node),
    storedAs: textOf(child(node, 'stored_as')) === 'S' ? 'S' : 'N',
    examples: examples(context, node, anyNumber),
  };
}

/** What to write in place of a number that is none of its type. */
function instead(text: string): string {
  return normalizeDecimal(text) === undefined
    ? 'write a number that DynamoDB can hold'
    : 'write an integer, or give it the type decimal';
}

/** `multiple_of` in normal form: a whole number that DynamoDB can hold. */
function stepOf(context: Context, node: SourceNode): string | null {
  const written = child(node, 'multiple_of');
  if (written === undefined) return null;
  const normal = normalizeDecimal(textOf(written) ?? '');
  if (normal !== undefined && isNormalInteger(normal) && normal.length <= largestInteger.length) return normal;
  report(context, 'value-invalid', written, '"multiple_of" must be an integer of at most 38 digits', {
    help: 'write it out, without an exponent',
  });
  return null;
}

/** Reads a declaration of type binary. */
export function binaryType(context: Context, node: SourceNode): BinaryType {
  return {
    kind: 'binary',
    allowEmpty: flag(node, 'allow_empty', false),
    minLength: size(node, 'min_length') ?? 0,
    maxLength: size(node, 'max_length'),
    examples: examples(context, node, anyBinary),
  };
}

/** Reads a declaration of type timestamp. */
export function timestampType(context: Context, node: SourceNode): TimestampType {
  const format = textOf(child(node, 'format')) as TimestampFormat | undefined;
  if (format === undefined) {
    report(context, 'missing-key', child(node, 'type') ?? node, 'a timestamp needs a "format"', {
      help: 'add "format: iso-seconds", rfc3339, epoch-seconds or epoch-milliseconds',
    });
  } else if (!timestampFormats.includes(format)) {
    report(context, 'value-invalid', child(node, 'format') ?? node, `a timestamp has no format "${format}"`, {
      help: didYouMean(format, timestampFormats),
    });
    return { kind: 'timestamp', format: 'iso-seconds', examples: [] };
  }
  const type = { kind: 'timestamp', format: format ?? 'iso-seconds', examples: [] } as const;
  return { ...type, examples: examples(context, node, format === undefined ? anyNumber : type) };
}

/** `enum` and `const`, which is an enumeration of one. */
function literals(
  context: Context,
  node: SourceNode,
  read: (text: string, type: string) => string | undefined,
  what: string,
  expected?: (text: string) => string,
): readonly string[] | null {
  const constant = child(node, 'const');
  const list = child(node, 'enum');
  if (constant !== undefined && list !== undefined)
    report(context, 'value-conflict', constant, '"const" and "enum" say the same thing', {
      help: 'keep "const" for one value, and "enum" for several',
    });
  const items = constant === undefined ? (list === undefined ? undefined : itemsOf(list)) : [constant];
  if (items === undefined) return null;
  const values: string[] = [];
  for (const item of items) {
    const value = item.kind === 'scalar' ? read(item.text, item.type) : undefined;
    if (value === undefined && item.kind === 'scalar' && item.type === 'number' && expected !== undefined)
      report(context, 'value-invalid', item, `"${item.written ?? item.text}" must be ${expected(item.text)}`, {
        help: `${instead(item.text)}, or remove it`,
      });
    else if (value === undefined)
      report(context, 'wrong-type', item, `only ${what} can stand here`, {
        help:
          expected === undefined
            ? 'put quotes around text that looks like something else'
            : 'write it in digits alone, or give it the type string',
      });
    else if (values.includes(value))
      report(context, 'value-conflict', item, `"${value}" is listed twice`, { help: 'remove one of them' });
    else values.push(value);
  }
  return values;
}

/** The `examples` of a declaration, as a record has values of this type. */
export function examples(context: Context, node: SourceNode, type: ValueType): readonly string[] {
  const items = itemsOf(child(node, 'examples'));
  const seen = new Set<string>();
  for (const item of items) {
    refuseUnquoted(context, item, type);
    const text = textOf(item) ?? '';
    if (seen.has(text))
      report(context, 'value-conflict', item, `"${text}" is listed twice`, { help: 'remove one of them' });
    seen.add(text);
  }
  return items.map((item) => textOf(item) ?? '');
}
