import { type Context, report } from '../context.ts';
import type { Attribute, ValueType } from '../model.ts';
import { child, itemsOf, namedIn } from '../source.ts';
import { refuseUnquoted } from '../unquoted.ts';
import { neverHas } from './admits.ts';
import type { DeclaredAttribute } from './declaration.ts';
import { takesNotAll } from './takes.ts';

/** What an attribute says about another one that cannot come true. */
export function checkAttribute(context: Context, declared: DeclaredAttribute): void {
  checkCondition(context, declared);
  checkDefaultFrom(context, declared);
}

function checkCondition(context: Context, { attribute, siblings, node }: DeclaredAttribute): void {
  if (attribute.presentWhen === null) return;
  const condition = siblings.find(({ name }) => name === attribute.presentWhen?.attribute);
  if (isCircle(attribute, siblings)) {
    report(
      context,
      'value-conflict',
      child(node, 'present_when') ?? node,
      `whether "${attribute.name}" is there depends on "${attribute.presentWhen?.attribute}", and that, in the end, on "${attribute.name}"`,
      { help: 'let one of them depend on an attribute outside of the circle' },
    );
    return;
  }
  const written = namedIn(child(node, 'present_when'))[0]?.value;
  if (condition === undefined) return;
  for (const [index, value] of attribute.presentWhen.values.entries()) {
    const place = itemsOf(written)[index] ?? node;
    const problem = refuseUnquoted(context, place, condition.type) ? undefined : neverHas(condition.type, value);
    if (problem === undefined) continue;
    report(context, 'value-conflict', place, `"${condition.name}" never has this value: "${value}" ${problem}`, {
      help: `"${attribute.name}" would never be there because of it; correct the value`,
    });
  }
}

/** Whether what an attribute depends on depends on it; said of the last attribute of the circle alone. */
function isCircle(attribute: Attribute, siblings: readonly Attribute[]): boolean {
  const seen = [attribute];
  for (;;) {
    const next = siblings.find(({ name }) => name === seen.at(-1)?.presentWhen?.attribute);
    if (next === undefined || next === attribute) {
      const last = Math.max(...seen.map((each) => siblings.indexOf(each)));
      return next !== undefined && seen.length > 1 && siblings[last] === attribute;
    }
    if (seen.includes(next)) return false;
    seen.push(next);
  }
}

function checkDefaultFrom(context: Context, { attribute, siblings, node }: DeclaredAttribute): void {
  if (attribute.defaultFrom === null) return;
  const source = siblings.find(({ name }) => name === attribute.defaultFrom && name !== attribute.name);
  // Of two that refer to each other, the second is told.
  if (source?.defaultFrom === attribute.name && siblings.indexOf(source) > siblings.indexOf(attribute)) return;
  const found = source === undefined ? undefined : defaultFromProblem(attribute, source);
  if (found === undefined) return;
  report(context, 'value-conflict', child(node, 'default_from') ?? node, found.message, { help: found.help });
}

type Problem = { readonly message: string; readonly help: string };

function defaultFromProblem(attribute: Attribute, source: Attribute): Problem | undefined {
  const [own, other] = [described(attribute.type), described(source.type)];
  if (own !== other)
    return {
      message: `"${source.name}" is of type ${other}, and "${attribute.name}" of type ${own}, so the one cannot be the default of the other`,
      help: 'name an attribute of the same type',
    };
  if (source.defaultFrom !== null)
    return {
      message: `"${source.name}" has its own default from "${source.defaultFrom}", and a default is looked for once`,
      help:
        source.defaultFrom === attribute.name
          ? 'one of the two needs a value that is not from the other'
          : `write "default_from: ${source.defaultFrom}", or give "${source.name}" another default`,
    };
  if (attribute.required && mayBeMissing(source))
    return {
      message: `"${attribute.name}" is required, and "${source.name}" may be missing, so there may be no default`,
      help: `make "${source.name}" required, or "${attribute.name}" optional`,
    };
  if (source.nullable && !attribute.nullable)
    return {
      message: `"${source.name}" may be NULL, and "${attribute.name}" may not, so the one cannot be the default of the other`,
      help: `add "nullable: true" to "${attribute.name}", or name another attribute`,
    };
  const reason = takesNotAll(attribute.type, source.type);
  if (reason === undefined) return undefined;
  return {
    message: `not every value of "${source.name}" is known to be one of "${attribute.name}": ${reason}`,
    help: 'make the type as wide as that of the other attribute; "parameter" lets the two share one',
  };
}

/** Whether a writer may find no value there, not even a default. */
function mayBeMissing({ required, default: value, defaultOn }: Attribute): boolean {
  return !(required || (value !== undefined && defaultOn !== 'read'));
}

function described(type: ValueType): string {
  if (type.kind === 'timestamp') return `timestamp (${type.format})`;
  return type.kind === 'struct' || type.kind === 'document' ? 'map' : type.kind;
}
