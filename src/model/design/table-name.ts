import { ownProperty } from '../../value/json.ts';
import type { TableDesign, TableNaming } from './model.ts';

/** What a name is resolved in: whether it is production, and the environment variables that are set. */
export type NamingEnvironment = {
  readonly production: boolean;
  readonly variables: { readonly [name: string]: string };
};

/** A name and where it is from, or what there is to do to get one. */
export type ResolvedTableName =
  | { readonly name: string; readonly from: 'literal' | 'template' | 'env' | 'prefix_env' | 'local' }
  | { readonly problem: string };

const validName = /^[a-zA-Z0-9_.-]{3,255}$/;

/** Whether DynamoDB accepts a table of this name. */
export function isTableName(name: string): boolean {
  return validName.test(name);
}

/**
 * The name that a table has in DynamoDB. Of names that come from the environment, the variable with the whole name goes
 * first, then that of the prefix, then the local name, which production does not have. A variable that is empty is not
 * set.
 */
export function resolveTableName(
  { name, naming }: Pick<TableDesign, 'name' | 'naming'>,
  environment: NamingEnvironment,
): ResolvedTableName {
  const resolved = unchecked(naming ?? { kind: 'literal', text: name }, environment);
  if ('problem' in resolved || isTableName(resolved.name)) return resolved;
  return { problem: `"${resolved.name}" is no name of a table: 3 to 255 of letters, digits, "_", "-" and "."` };
}

function unchecked(naming: TableNaming, { production, variables }: NamingEnvironment): ResolvedTableName {
  if (naming.kind === 'literal') return { name: naming.text, from: 'literal' };
  if (naming.kind === 'template') return { name: fillTemplate(naming.template, naming.values), from: 'template' };
  const { env, prefixEnv, suffix, local } = naming;
  const whole = variableOf(variables, env);
  if (whole !== undefined) return { name: whole, from: 'env' };
  const prefix = variableOf(variables, prefixEnv);
  if (prefix !== undefined && suffix !== null) return { name: `${prefix}-${suffix}`, from: 'prefix_env' };
  if (!production && local !== null) return { name: local, from: 'local' };
  const missing = [env, prefixEnv].filter((name) => name !== null).join(' or ');
  return { problem: `set ${missing}${production ? ': production has no local names' : ''}` };
}

function variableOf(variables: { readonly [name: string]: string }, name: string | null): string | undefined {
  const value = name === null ? undefined : ownProperty(variables, name);
  return value === '' ? undefined : value;
}

/** The variables of a template, in order. */
export function templateVariables(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** A template with its values; a variable without one stays as it is. */
export function fillTemplate(
  template: string,
  values: readonly { readonly name: string; readonly value: string }[],
): string {
  return template.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => values.find((each) => each.name === name)?.value ?? whole,
  );
}
