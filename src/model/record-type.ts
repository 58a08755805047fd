import { didYouMean } from '../diagnostics/suggest.ts';
import { componentsFrom } from './component.ts';
import { computedFrom, discriminatorFrom, isComputed } from './computed.ts';
import { type Context, referenceTo, report } from './context.ts';
import { familyFrom, isFamilyName } from './family.ts';
import type { Attribute, ComputedAttribute, Family, RecordType, Table } from './model.ts';
import { recordKeysFrom } from './record-key.ts';
import { rulesFrom } from './rule.ts';
import { size } from './scalar-type.ts';
import { checkSharedKeys } from './shared-key.ts';
import { checkSiblings } from './siblings.ts';
import { child, namedIn, type SourceEntry, textOf } from './source.ts';
import { attributeFrom, slotFrom } from './value-type.ts';

/** Reads one entry under `record_types`; its digest is added later. */
export function recordTypeFrom(
  context: Context,
  entry: SourceEntry,
  tables: readonly Table[],
  unknownAttributes: RecordType['unknownAttributes'],
): Omit<RecordType, 'digest'> | undefined {
  const table = tableOf(context, entry, tables);
  const declared = namedIn(child(entry.value, 'attributes'));
  const single = declared.filter((each) => !isFamilyName(each.key));
  const attributes = single.filter((each) => !isComputed(each)).map((each) => attributeFrom(context, each));
  const computed = [
    ...single.filter(isComputed).map((each) => {
      const { type } = slotFrom(context, each.value);
      return computedFrom(context, each, type, attributes);
    }),
    discriminatorFrom(context, entry),
  ].filter((each) => each !== undefined);
  const families = declared
    .filter((each) => isFamilyName(each.key))
    .map((each) => familyFrom(context, each))
    .filter((each) => each !== undefined);
  // What the attributes are says nothing of the keys, and is judged all the same.
  if (table === undefined) return undefined;
  const keys = recordKeysFrom(context, entry, table, { attributes, computed });
  checkSharedKeys(context, keys, attributes, computed);
  checkSiblings(context, declared, attributes);
  checkFamilies(context, declared, families);
  checkComputed(context, entry, computed, attributes);
  return {
    name: entry.key,
    table,
    description: textOf(child(entry.value, 'description')) ?? '',
    keys,
    attributes,
    families,
    components: componentsFrom(context, entry, { keys, computed, attributes }),
    computed,
    rules: rulesFrom(context, entry, attributes),
    unknownAttributes: (textOf(child(entry.value, 'unknown_attributes')) ??
      unknownAttributes) as RecordType['unknownAttributes'],
    maximumItemBytes: size(entry.value, 'max_item_bytes') ?? 409_600,
    at: referenceTo(context, entry.path, entry.at),
  };
}

/** What is computed has a name of its own. */
function checkComputed(
  context: Context,
  entry: SourceEntry,
  computed: readonly ComputedAttribute[],
  attributes: readonly Attribute[],
): void {
  for (const { name, discriminator } of computed) {
    const taken =
      (discriminator && attributes.some((each) => each.name === name)) ||
      computed.filter((each) => each.name === name).length > 1;
    if (taken) {
      const place = discriminator ? (child(entry.value, 'discriminator') ?? entry) : entry;
      report(context, 'value-conflict', place, `"${name}" is an attribute of its own, and cannot be computed too`, {
        help: discriminator
          ? `remove "${name}" from "attributes", or name another attribute in "discriminator"`
          : `give one of the two another name`,
      });
    }
  }
}

function tableOf(context: Context, entry: SourceEntry, tables: readonly Table[]): Table | undefined {
  const node = child(entry.value, 'table');
  const name = textOf(node);
  if (name === undefined) {
    if (tables.length > 1)
      report(context, 'missing-key', entry, `"${entry.key}" does not say which table it is in`, {
        help: 'add "table:"',
      });
    return tables.length > 1 ? undefined : tables[0];
  }
  const table = tables.find((each) => each.name === name);
  if (table === undefined)
    report(context, 'reference-unknown', node ?? entry, `there is no table "${name}"`, {
      help: didYouMean(
        name,
        tables.map((each) => each.name),
      ),
    });
  return table;
}

function checkFamilies(context: Context, declared: readonly SourceEntry[], families: readonly Family[]): void {
  for (const [index, family] of families.entries()) {
    const twin = families
      .slice(0, index)
      .find((each) => each.prefix === family.prefix && each.suffix === family.suffix);
    const entry = declared.find((each) => each.key === family.name);
    if (twin !== undefined && entry !== undefined) {
      report(
        context,
        'family-ambiguous',
        entry,
        `every name that "${family.name}" explains is also explained by "${twin.name}"`,
        { help: 'give one of them another prefix or suffix' },
      );
    }
  }
}
