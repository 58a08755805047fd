import { type Context, report } from '../context.ts';
import type { ValueType } from '../model.ts';
import { child, entriesOf, itemsOf } from '../source.ts';
import { neverHas } from './admits.ts';
import type { DeclaredAttribute } from './declaration.ts';

/** What an attribute says about another one that cannot come true. */
export function checkAttribute(context: Context, declared: DeclaredAttribute): void {
  checkCondition(context, declared);
  checkDefaultFrom(context, declared);
}

function checkCondition(context: Context, { attribute, siblings, node }: DeclaredAttribute): void {
  const condition = siblings.find(({ name }) => name === attribute.presentWhen?.attribute);
  const written = entriesOf(child(node, 'present_when'))[0]?.value;
  if (condition === undefined || attribute.presentWhen === null) return;
  for (const [index, value] of attribute.presentWhen.values.entries()) {
    const problem = neverHas(condition.type, value);
    if (problem === undefined) continue;
    report(
      context,
      'value-conflict',
      itemsOf(written)[index] ?? node,
      `"${condition.name}" never has this value: "${value}" ${problem}`,
      { help: `"${attribute.name}" would never be there because of it; correct the value` },
    );
  }
}

function checkDefaultFrom(context: Context, { attribute, siblings, node }: DeclaredAttribute): void {
  const source = siblings.find(({ name }) => name === attribute.defaultFrom && name !== attribute.name);
  if (source === undefined) return;
  const [own, other] = [described(attribute.type), described(source.type)];
  if (own === other) return;
  report(
    context,
    'value-conflict',
    child(node, 'default_from') ?? node,
    `"${source.name}" is of type ${other}, and "${attribute.name}" of type ${own}, so the one cannot be the default of the other`,
    { help: 'name an attribute of the same type' },
  );
}

function described(type: ValueType): string {
  if (type.kind === 'timestamp') return `timestamp (${type.format})`;
  return type.kind === 'struct' || type.kind === 'document' ? 'map' : type.kind;
}
