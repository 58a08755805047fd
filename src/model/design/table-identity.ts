import { type Context, report } from '../context.ts';
import { child, type SourceEntry } from '../source.ts';
import type { TableDesign } from './model.ts';
import { fillTemplate } from './table-name.ts';

type Declared = { readonly entry: SourceEntry; readonly design: TableDesign };

/** Two tables that are one in DynamoDB: a schema of each would be a half of what is in it. */
export function checkTablesDiffer(context: Context, tables: readonly Declared[]): void {
  for (const [index, { entry, design }] of tables.entries()) {
    for (const [what, name] of namesOf(design)) {
      const twin = tables
        .slice(0, index)
        .find((other) => namesOf(other.design).some((each) => each[0] === what && each[1] === name));
      if (twin === undefined) continue;
      const place = child(entry.value, 'name') ?? entry;
      report(context, 'value-conflict', place, `the table "${twin.design.name}" has ${what} "${name}" already`, {
        help: 'give each table a name of its own, or declare the table once, with the record types of both',
      });
      break;
    }
  }
}

/** What a table is called wherever it is, each with what it is. */
function namesOf({ name, naming }: TableDesign): readonly (readonly [string, string])[] {
  if (naming === null) return [['the DynamoDB name', name]];
  if (naming.kind === 'literal') return [['the DynamoDB name', naming.text]];
  if (naming.kind === 'template') return [['the DynamoDB name', fillTemplate(naming.template, naming.values)]];
  const { env, prefixEnv, suffix, local } = naming;
  return [
    ...(env === null ? [] : [['the environment variable', env] as const]),
    ...(prefixEnv === null || suffix === null ? [] : [['the DynamoDB name', `{${prefixEnv}}-${suffix}`] as const]),
    ...(local === null ? [] : [['the local name', local] as const]),
  ];
}
