import { type Context, referenceTo, report } from './context.ts';
import type { Family, StringType } from './model.ts';
import { anyString } from './scalar-type.ts';
import { child, itemsOf, type SourceEntry, textOf } from './source.ts';
import { slotFrom } from './value-type.ts';

const familyName = /^([^{}]*)\{([A-Za-z_][A-Za-z0-9_]*)\}([^{}]*)$/;

/** Whether the name of an attribute has a variable part. */
export function isFamilyName(name: string): boolean {
  return /[{}]/.test(name);
}

/** Reads one entry under `attributes` whose name has a variable in braces. */
export function familyFrom(context: Context, entry: SourceEntry): Family | undefined {
  const parts = familyName.exec(entry.key);
  if (parts === null) {
    report(
      context,
      'family-syntax',
      entry,
      `"${entry.key}" is no family: one variable in braces, with text before or after it`,
      { help: 'write a name like "b_{limit}_tk"; a name that has braces itself cannot be an attribute' },
    );
    return undefined;
  }
  const [, prefix = '', variable = '', suffix = ''] = parts;
  const node = entry.value;
  for (const key of ['required', 'default', 'default_from', 'default_on', 'present_when', 'default_when_empty']) {
    const misplaced = child(node, key);
    if (misplaced !== undefined)
      report(context, 'value-conflict', misplaced, `"${key}" has no meaning for a family`, {
        help: `remove "${key}"; "required_members" lists the members that every record has`,
      });
  }
  return {
    ...slotFrom(context, node),
    name: entry.key,
    prefix,
    variable,
    suffix,
    domain: without(
      familyDomain(context, entry, variable),
      itemsOf(child(node, 'excluded_members')).map((item) => textOf(item) ?? ''),
    ),
    group: textOf(child(node, 'group')) ?? null,
    requiredMembers: itemsOf(child(node, 'required_members')).map((item) => textOf(item) ?? ''),
    unit: textOf(child(node, 'unit')) ?? null,
    role: textOf(child(node, 'role')) ?? null,
    description: textOf(child(node, 'description')) ?? '',
    at: referenceTo(context, entry.path, entry.at),
  };
}

/** A domain without the members that the family excludes. */
function without(domain: StringType, excluded: readonly string[]): StringType {
  if (excluded.length === 0) return domain;
  return domain.enum === null
    ? { ...domain, reserved: [...domain.reserved, ...excluded] }
    : { ...domain, enum: domain.enum.filter((value) => !excluded.includes(value)) };
}

function familyDomain(context: Context, entry: SourceEntry, variable: string): StringType {
  const parameter = context.parameters.get(variable);
  if (parameter === undefined) {
    report(context, 'component-undeclared', entry, `"{${variable}}" is no parameter, so it may be any text`, {
      help: `declare "${variable}" under "parameters"`,
    });
    return anyString;
  }
  const { type } = parameter;
  if (type.kind === 'string') return type;
  report(
    context,
    'family-syntax',
    entry,
    `the variable of a family is text, and "${variable}" is of type ${type.kind}`,
    { help: `give the parameter "${variable}" the type string, or name another one in the braces` },
  );
  return anyString;
}
