import type { Context } from '../context.ts';
import type { QueryParameter, RecordType, Table } from '../model.ts';
import { child, entriesOf, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { accessPatternFrom } from './access-pattern.ts';
import { attributeDesignsFrom } from './attribute-design.ts';
import { changelogFrom } from './changelog.ts';
import { checkParameterSources } from './component-source.ts';
import { decisionsFrom } from './decision.ts';
import { checkFallbacks } from './fallback.ts';
import { checkProjections } from './index-projection.ts';
import { invariantFrom } from './invariant.ts';
import type { Design, NamingStyle } from './model.ts';
import { checkNamingStyle } from './naming-style.ts';
import { operationFrom } from './operation.ts';
import { textAt, textsAt } from './read.ts';
import { recordTypeDesignFrom } from './record-type-design.ts';
import { checkRelationsDiffer, relationFrom } from './relation.ts';
import { checkSourceCoverage } from './source-coverage.ts';
import { sourcesFrom } from './source-database.ts';
import { tableDesignFrom } from './table-design.ts';
import { checkTablesDiffer } from './table-identity.ts';
import { checkLookupsAreWritten } from './written-lookups.ts';

/** Reads what a schema says beside the shape of items, and reports whatever of it cannot be so. */
export function designFrom(
  outer: Context,
  root: SourceNode,
  tables: readonly Table[],
  recordTypes: readonly RecordType[],
): Design<QueryParameter> {
  // What is wrong with a parameter would be found again in every attribute of its type.
  const context: Context = { ...outer, diagnostics: [] };
  const design = readDesign(context, root, tables, recordTypes);
  const said = new Map(
    context.diagnostics
      .map((each) => [`${each.position.line}:${each.position.column}:${each.message}`, each] as const)
      .reverse(),
  );
  outer.diagnostics.push(...[...said.values()].reverse());
  return design;
}

function readDesign(
  context: Context,
  root: SourceNode,
  tables: readonly Table[],
  recordTypes: readonly RecordType[],
): Design<QueryParameter> {
  const named = new Map(recordTypes.map((recordType) => [recordType.name, recordType]));
  const declared = namedIn(child(root, 'record_types')).flatMap((entry) => {
    const recordType = named.get(entry.key);
    return recordType === undefined ? [] : [{ entry, recordType }];
  });
  const style = textAt(child(root, 'conventions'), 'attribute_names') as NamingStyle | null;
  if (style !== null) checkNamingStyle(context, root, tables, style);
  const sources = sourcesFrom(context, root);
  const scope = { recordTypes, sources, version: textOf(child(root, 'version')) };
  const designs = declared.map((each) => recordTypeDesignFrom(context, each.entry, each.recordType, scope));
  checkLookupsAreWritten(
    context,
    declared.map(({ entry }) => entry),
  );
  const attributes = declared.flatMap((each, index) =>
    attributeDesignsFrom(context, each.entry, each.recordType, { ...scope, tables: designs[index]?.source ?? [] }),
  );
  checkParameterSources(context, root, sources, designs);
  checkSourceCoverage(context, child(root, 'sources'), sources, { recordTypes, designs, attributes });
  const compatibility = child(root, 'compatibility');
  const declaredTables = tableEntries(root, tables);
  const described = declaredTables.map(({ entry, keys, table }) => ({
    entry,
    design: tableDesignFrom(context, entry, keys, table, { tables, recordTypes }),
  }));
  checkTablesDiffer(context, described);
  for (const { keys, table } of declaredTables) checkProjections(context, keys, table, recordTypes);
  const relations = itemsOf(child(root, 'relations'));
  checkRelationsDiffer(context, relations);
  const operations = namedIn(child(root, 'operations')).map((entry) =>
    operationFrom(context, entry, { recordTypes, designs, attributes }),
  );
  checkFallbacks(context, child(root, 'operations'), operations);
  return {
    domain: textAt(root, 'domain'),
    owner: textAt(root, 'owner'),
    status: textAt(root, 'status'),
    profiles: textsAt(root, 'profiles'),
    compatibility: { policy: textAt(compatibility, 'policy'), preOneZero: textAt(compatibility, 'pre_1_0') },
    conventions: { attributeNames: style, delimiter: textAt(child(root, 'conventions'), 'delimiter') },
    tables: described.map(({ design }) => design),
    relations: relations.map((node) => relationFrom(context, node, recordTypes)),
    invariants: namedIn(child(root, 'invariants')).map((entry) => invariantFrom(context, entry, recordTypes)),
    accessPatterns: namedIn(child(root, 'access_patterns')).map((entry) =>
      accessPatternFrom(context, entry, { tables, recordTypes }),
    ),
    operations,
    recordTypes: designs,
    attributes,
    sources,
    decisions: decisionsFrom(context, root),
    changelog: changelogFrom(context, root),
  };
}

/** The declarations of tables, each with its keys, which may stand beside it, and the table that was made of it. */
function tableEntries(
  root: SourceNode,
  tables: readonly Table[],
): readonly { readonly entry: SourceEntry; readonly keys: SourceNode | undefined; readonly table: Table }[] {
  const several = namedIn(child(root, 'tables'));
  const entries = several.length > 0 ? several : entriesOf(root).filter(({ key }) => key === 'table');
  return entries.flatMap((entry, position) => {
    const table = tables[position];
    return table === undefined ? [] : [{ entry, keys: child(entry.value, 'keys') ?? child(root, 'keys'), table }];
  });
}
