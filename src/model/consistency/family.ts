import { type Context, report } from '../context.ts';
import type { Family, RecordType, StringType } from '../model.ts';
import { child, entryOf, itemsOf, type SourceNode } from '../source.ts';
import { neverHas } from './admits.ts';
import { attributesNode } from './declaration.ts';
import { leavesNoText } from './empty-pattern.ts';

/** Required members that the variable never has, and groups whose families cannot have the same members. */
export function checkFamilies(context: Context, { name, families }: RecordType, root: SourceNode): void {
  const attributes = attributesNode(root, name);
  for (const [index, family] of families.entries()) {
    const node = entryOf(attributes, family.name)?.value;
    if (node === undefined) continue;
    checkRequiredMembers(context, family, node);
    checkMembersLeft(context, family, node);
    const twin = families.slice(0, index).find((each) => each.group !== null && each.group === family.group);
    if (twin === undefined || sameDomain(twin.domain, family.domain)) continue;
    report(
      context,
      'value-conflict',
      child(node, 'group') ?? node,
      `"${family.name}" and "${twin.name}" are of one group, so they have the same members, but "${family.variable}" and "${twin.variable}" have other values`,
      { help: 'use one parameter in both names, or two groups' },
    );
  }
}

function checkRequiredMembers(context: Context, family: Family, node: SourceNode): void {
  const items = itemsOf(child(node, 'required_members'));
  for (const [index, member] of family.requiredMembers.entries()) {
    const problem = neverHas(family.domain, member);
    if (problem !== undefined)
      report(
        context,
        'value-conflict',
        items[index] ?? node,
        `"${member}" can never be a member of "${family.name}": as a value of "${family.variable}", it ${problem}`,
        { help: `correct the member, or the parameter "${family.variable}"` },
      );
  }
}

/** That the variable itself has no value is said where it is declared. */
function checkMembersLeft(context: Context, { name, variable, domain }: Family, node: SourceNode): void {
  const excluded = child(node, 'excluded_members');
  if (excluded === undefined || !(domain.enum?.length === 0 || (domain.enum === null && leavesNoText(domain)))) return;
  report(context, 'value-conflict', excluded, `every value of "${variable}" is excluded, so "${name}" has no members`, {
    help: 'exclude fewer, or remove the family',
  });
}

function sameDomain(left: StringType, right: StringType): boolean {
  const text = ({ pattern, examples: _examples, ...rest }: StringType): string =>
    JSON.stringify({ ...rest, pattern: pattern?.source ?? null });
  return text(left) === text(right);
}
