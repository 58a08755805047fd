import { didYouMean } from '../../diagnostics/suggest.ts';
import { type Context, report } from '../context.ts';
import { child, entriesOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import type { TableNaming } from './model.ts';
import { textAt } from './read.ts';
import { fillTemplate, isTableName, templateVariables } from './table-name.ts';

const templateKeys = ['template', 'values'];
const environmentKeys = ['env', 'prefix_env', 'suffix', 'local'];

/** Reads the `name` of a table; `null` for one that DynamoDB calls what the schema calls it. */
export function tableNamingFrom(
  context: Context,
  node: SourceNode | undefined,
  logicalName: string,
): TableNaming | null {
  const text = textOf(node);
  if (node !== undefined && text !== undefined) checkName(context, node, text);
  if (node === undefined || text === logicalName) return null;
  if (text !== undefined) return { kind: 'literal', text };
  const template = entriesOf(node).some(({ key }) => templateKeys.includes(key));
  const other = entriesOf(node).find(({ key }) => environmentKeys.includes(key));
  if (template && other !== undefined) {
    report(context, 'value-conflict', other, `"${other.key}" says where the name is, and "template" what it is`, {
      help: 'keep the template, or "env", "prefix_env" and "local"',
    });
  }
  return template ? templateFrom(context, node) : environmentFrom(context, node);
}

function templateFrom(context: Context, node: SourceNode): TableNaming {
  const place = child(node, 'template') ?? node;
  const template = textAt(node, 'template') ?? '';
  const written = namedIn(child(node, 'values'));
  const values = written.map((entry) => ({ name: entry.key, value: textOf(entry.value) ?? '' }));
  const variables = templateVariables(template);
  if (template === '') {
    report(context, 'missing-key', node, 'there are values here, and no template that uses them', {
      help: 'add "template:"',
    });
    return { kind: 'template', template, values };
  }
  const unknown = variables.filter((name) => !values.some((each) => each.name === name));
  for (const name of unknown) {
    report(context, 'reference-unknown', place, `the template has no value for "{${name}}"`, {
      help: values.length === 0 ? `add "values:" with "${name}:"` : didYouMean(name, namesOf(values)),
    });
  }
  for (const entry of written) {
    if (variables.includes(entry.key)) continue;
    report(context, 'reference-unknown', entry, `the template does not use the value "${entry.key}"`, {
      help: didYouMean(entry.key, variables),
    });
  }
  const name = fillTemplate(template, values);
  if (unknown.length === 0) checkName(context, place, name);
  return { kind: 'template', template, values };
}

/** @param place where the name is written, or what it is made of */
export function checkName(context: Context, place: SourceNode | SourceEntry, name: string): void {
  if (isTableName(name)) return;
  report(context, 'value-invalid', place, `"${name}" is no name of a table`, {
    help: 'a name has 3 to 255 of letters, digits, "_", "-" and "."',
  });
}

function environmentFrom(context: Context, node: SourceNode): TableNaming {
  const naming = {
    kind: 'environment' as const,
    env: textAt(node, 'env'),
    prefixEnv: textAt(node, 'prefix_env'),
    suffix: textAt(node, 'suffix'),
    local: textAt(node, 'local'),
  };
  if (naming.local !== null) checkName(context, child(node, 'local') ?? node, naming.local);
  if ((naming.prefixEnv === null) !== (naming.suffix === null)) {
    const [there, missing] = naming.suffix === null ? ['prefix_env', 'suffix'] : ['suffix', 'prefix_env'];
    report(context, 'missing-key', child(node, there) ?? node, `"${there}" is half a name without "${missing}"`, {
      help: `add "${missing}:"`,
    });
  } else if (naming.env === null && naming.prefixEnv === null) {
    report(context, 'missing-key', node, 'nothing says what the table is called in production', {
      help: 'add "env:", or "prefix_env:" and "suffix:", or "template:"',
    });
  }
  return naming;
}

function namesOf(values: readonly { readonly name: string }[]): readonly string[] {
  return values.map(({ name }) => name);
}
