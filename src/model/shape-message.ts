import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { didYouMeanWord } from '../diagnostics/synonyms.ts';
import { shortJson } from '../value/json.ts';
import { codePointLength } from '../value/text.ts';
import type { ShapeError } from './shape.ts';
import { kindsIn, kindsOf, type ShapePart } from './shape-kinds.ts';
import { patternInWords } from './shape-patterns.ts';

/** What a violation of a shape is, in our words. `key` is the one that is wrong, of a mapping. */
type Finding = {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  readonly key?: string;
};

/** Whether the help for a violation says more of what is allowed, and is no advice to whoever edits a file. */
export function isFact(error: ShapeError): boolean {
  if (error.keyword === 'maxItems' || error.keyword === 'maxLength') return ruleOf(error) !== undefined;
  return ['additionalProperties', 'enum', 'pattern', 'propertyNames', 'uniqueItems'].includes(error.keyword);
}

/**
 * @param subject what is wrong, in quotation marks where it has a name
 * @param required whether the value has to be there: then to remove it is no advice
 * @param written the number that is wrong, as the file has it; the validator was given a double
 */
export function explainViolation(error: ShapeError, subject: string, required = false, written?: string): Finding {
  const shown = written ?? shortJson(error.data, 60);
  const { params } = error;
  const limit = String(params['limit']);
  const invalid = (message: string, help: string): Finding => ({ code: 'value-invalid', message, help });
  const orRemove = required ? '' : ', or remove the key';
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema as ShapePart | undefined)?.properties ?? {});
      return { code: 'unknown-key', message: `unknown key "${key}"`, help: didYouMeanWord(key, known), key };
    }
    case 'required': {
      const key = String(params['missingProperty']);
      return { code: 'missing-key', message: `${subject} has no "${key}"`, help: `add "${key}:"` };
    }
    case 'type': {
      const message = `${subject} must be ${kindsOf(params['type'])}, and is ${shown}`;
      return {
        code: 'wrong-type',
        message,
        help: ruleBeyondQuotes(error) ?? correction(params['type'], error.data, orRemove),
      };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      return invalid(`${subject} cannot be ${shown}`, didYouMeanWord(String(error.data), allowed));
    }
    case 'const': {
      const only = shortJson(params['allowedValue']);
      return invalid(`${subject} must be ${only}, and is ${shown}`, `write ${only}`);
    }
    case 'pattern':
      return invalid(`${subject} cannot be ${shown}`, ruleOf(error) ?? patternInWords(String(params['pattern'])));
    case 'propertyNames': {
      const key = String(params['propertyName']);
      const rule = (error.parentSchema as ShapePart | undefined)?.propertyNames?.description;
      return { ...invalid(`"${key}" cannot be a name here`, rule ?? 'give it another name'), key };
    }
    case 'oneOf':
      return {
        code: 'wrong-type',
        message: `${subject} cannot be ${shown}`,
        help: `write ${kindsIn(error.schema)}${orRemove}`,
      };
    case 'minLength':
    case 'minItems':
    case 'minProperties': {
      const help = `write ${limit === '1' ? first[error.keyword] : missing(error, params['limit'] as number)}${orRemove}`;
      return limit === '1'
        ? invalid(`${subject} must not be empty`, help)
        : invalid(`${subject} must have at least ${sizeOf(error, limit)}`, help);
    }
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties': {
      const message = `${subject} must have at most ${sizeOf(error, limit)}`;
      const rule = error.keyword === 'maxProperties' ? undefined : ruleOf(error);
      return invalid(message, rule ?? tooMany(error, params['limit'] as number));
    }
    case 'uniqueItems': {
      const twice = Array.isArray(error.data) ? error.data[params['i'] as number] : undefined;
      return invalid(`${subject} has ${shortJson(twice, 60)} twice`, 'remove one of them');
    }
    case 'minimum':
      return invalid(`${subject} must be at least ${limit}, and is ${shown}`, `write ${limit} or more`);
    case 'maximum':
      return invalid(`${subject} must be at most ${limit}, and is ${shown}`, `write ${limit} or less`);
    case 'exclusiveMinimum':
      return invalid(`${subject} must be more than ${limit}, and is ${shown}`, `write more than ${limit}`);
    default:
      return invalid(`${subject} cannot be ${shown}`, `write another value${orRemove}`);
  }
}

/** What there must be one of, at the least. */
const first = {
  minLength: 'a text of one character or more',
  minItems: 'one entry or more',
  minProperties: 'one key or more',
} as const;

/** What is allowed, where the shape says it in words. */
function ruleOf({ parentSchema }: ShapeError): string | undefined {
  return (parentSchema as ShapePart | undefined)?.$comment;
}

/** How much there must be, and how much there is: "2 entries, and has 1". */
function sizeOf(error: ShapeError, limit: string): string {
  if (typeof error.data === 'string') return `${limit} characters, and has ${sizeIn(error.data)}`;
  return `${limit} ${limit === '1' ? 'entry' : 'entries'}, and has ${sizeIn(error.data)}`;
}

function missing({ data }: ShapeError, limit: number): string {
  const rest = limit - sizeIn(data);
  const [one, several] = typeof data === 'string' ? ['character', 'characters'] : ['entry', 'entries'];
  return `${rest} more ${rest === 1 ? one : several}`;
}

function tooMany({ data }: ShapeError, limit: number): string {
  if (typeof data !== 'string') return `remove all but ${limit}`;
  const rest = sizeIn(data) - limit;
  return `remove ${rest} ${rest === 1 ? 'character' : 'characters'}`;
}

function sizeIn(data: unknown): number {
  if (typeof data === 'string') return codePointLength(data);
  return Array.isArray(data) ? data.length : Object.keys(data as object).length;
}

/** What a text must be that a number would not be in quotes either: a version. */
function ruleBeyondQuotes(error: ShapeError): string | undefined {
  const pattern = (error.parentSchema as ShapePart | undefined)?.pattern;
  const isPlain = typeof error.data === 'number' || typeof error.data === 'boolean';
  if (pattern === undefined || !isPlain || new RegExp(pattern, 'u').test(String(error.data))) return undefined;
  return ruleOf(error) ?? patternInWords(pattern);
}

/** What to do about a value of another type: most often, quotes are missing or too many. */
function correction(wanted: unknown, found: unknown, orRemove: string): string {
  const types = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)];
  if (types.includes('string') && (typeof found === 'number' || typeof found === 'boolean'))
    return 'put quotes around it';
  if (types.includes('boolean') && typeof found === 'string') return flagInsteadOf(found);
  if ((types.includes('integer') || types.includes('number')) && typeof found === 'string')
    return 'write it in digits alone, without quotes';
  return `write ${kindsOf(wanted)} here${orRemove}`;
}

/** Words of YAML 1.1, as `yes`, need no quotes to be text; `true` does. */
function flagInsteadOf(text: string): string {
  if (/^(?:true|false)$/i.test(text)) return 'write true or false, without quotes';
  const meant = /^(?:y|yes|on)$/i.test(text) ? 'true' : /^(?:n|no|off)$/i.test(text) ? 'false' : undefined;
  if (meant === undefined) return 'write true or false';
  return `write ${meant}; ${text} is a text in YAML 1.2, which has true and false alone`;
}
