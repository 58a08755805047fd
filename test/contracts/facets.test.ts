import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Attribute, Model, RecordType, ValueType } from '../../src/model/model.ts';
import { isObject, ownProperty } from '../../src/value/json.ts';
import { compileContract, compileContractText, contractText } from './support/contracts.ts';

/** What the issue about execution state asks of each entity: fields, ownership, retention, editing, relations and export. */
const contracts = ['execution-state/schema', 'execution-state/history/v1-bundles'];

/** Attributes of which no document says whether a user may change them. */
const unsettled: { readonly [contract: string]: readonly string[] } = {
  'execution-state/schema': [
    'bookkeeping_document.accountId',
    'bookkeeping_document.documentType',
    'bookkeeping_document.statementMonth',
    'conversation.audience',
    'conversation.currentReference',
    'conversation.objective',
    'conversation.status',
    'plugin_draft.data',
    'plugin_draft.status',
  ],
};

/** Attributes that are called like the id of a record type, and are something else. */
const otherIds: { readonly [contract: string]: readonly string[] } = {
  // Who it is in the channel, and a booking or something that is written in its place.
  'execution-state/schema': ['intake_item.sourceActor.userId', 'sponsor_history.bookingId'],
};

it.each(contracts)('%s: every record type says whose it is, how long it is kept, and who writes it', (name) => {
  const lacking = modelOf(name).design.recordTypes.flatMap((each) => {
    const facets = { ...each, writers: each.writers.length === 0 ? null : each.writers };
    return (['owner', 'retention', 'lifecycle', 'sourceOfTruth', 'writers'] as const)
      .filter((facet) => facets[facet] === null)
      .map((facet) => `${each.name}: ${facet}`);
  });
  expect(lacking).toEqual([]);
});

it.each(contracts)('%s: every attribute says whether a user may change it, where a document does', (name) => {
  const { recordTypes, design } = modelOf(name);
  const said = new Set(
    design.attributes.filter((each) => each.userEditable !== null).map((each) => `${each.recordType}.${each.path}`),
  );
  const unsaid = recordTypes
    .flatMap((recordType) => recordType.attributes.map((attribute) => `${recordType.name}.${attribute.name}`))
    .filter((path) => !said.has(path));
  expect(unsaid.sort()).toEqual(unsettled[name] ?? []);
});

it.each(contracts)('%s: every record type is exported, or it is said why not', (name) => {
  const exported = modelOf(name).design.recordTypes.map((each) => [each.name, each.export !== null] as const);
  expect(exported.filter(([, is]) => is).length).toBeGreaterThan(9);
  expect(notExported(name).sort()).toEqual(
    exported
      .filter(([, is]) => !is)
      .map(([recordType]) => recordType)
      .sort(),
  );
});

it.each(contracts)('%s: what is called like the id of a record type refers to one, in lists and maps too', (name) => {
  expect(missingRelations(modelOf(name)).sort()).toEqual(otherIds[name] ?? []);
});

it('a reference in a list that has no relation is noticed', () => {
  const relation = /^ {2}- \{ from: "card\.intakeRefs\[\]\.intakeItemId".*\n/m;
  const { model } = compileContractText(contractText('execution-state/schema').replace(relation, ''));
  if (model === undefined) throw new TypeError('does not compile');
  expect(missingRelations(model)).toContain('card.intakeRefs[].intakeItemId');
});

/** Paths that end in the name of a record type and "Id", or "Ids", and that no relation starts from. */
function missingRelations({ recordTypes, design }: Model): string[] {
  const ids = recordTypes.map(
    ({ name }) => `${name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}Id`,
  );
  const related = new Set(design.relations.map(({ from }) => `${from.recordType}.${from.path}`));
  return recordTypes
    .flatMap((recordType) => pathsOf(recordType))
    .filter((path) => ids.includes(path.replace(/s\[\]$/, '').replace(/^.*\./, '')) && !related.has(path));
}

function pathsOf({ name, attributes }: RecordType): readonly string[] {
  return attributes.flatMap((attribute) => pathsBelow(`${name}.${attribute.name}`, attribute.type));
}

function pathsBelow(path: string, type: ValueType): readonly string[] {
  if (type.kind === 'list') return pathsBelow(`${path}[]`, type.items.type);
  if (type.kind !== 'struct') return [path];
  return type.members.flatMap((member: Attribute) => pathsBelow(`${path}.${member.name}`, member.type));
}

/** The record types under `x-export.not_exported`, each of which has a reason. */
function notExported(name: string): string[] {
  const groups = ownProperty(objectAt(parse(contractText(name)), 'x-export'), 'not_exported');
  return (Array.isArray(groups) ? groups : []).flatMap((group) => {
    expect(ownProperty(group, 'reason')).toMatch(/\.$/);
    return ownProperty(group, 'record_types') as string[];
  });
}

function objectAt(value: unknown, key: string): { readonly [key: string]: unknown } {
  const found = isObject(value) ? ownProperty(value, key) : undefined;
  if (!isObject(found)) throw new TypeError(`no ${key}`);
  return found;
}

function modelOf(name: string): Model {
  const { model } = compileContract(name);
  if (model === undefined) throw new TypeError(`${name} does not compile`);
  return model;
}
