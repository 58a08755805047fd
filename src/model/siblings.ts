import { didYouMean } from '../diagnostics/suggest.ts';
import { type Context, report } from './context.ts';
import type { Attribute } from './model.ts';
import { entryOf, type SourceEntry } from './source.ts';

/** Checks what the attributes of a record type, or the members of a map, say about each other. */
export function checkSiblings(
  context: Context,
  declared: readonly SourceEntry[],
  attributes: readonly Attribute[],
): void {
  checkReferences(context, declared, attributes);
  checkConditions(context, declared, attributes);
}

/** Members are like attributes, but an item has families and computed attributes only at its top. */
export function checkMembers(context: Context, declared: readonly SourceEntry[]): void {
  for (const entry of declared) {
    const computed = entryOf(entry.value, 'computed_from');
    if (computed !== undefined)
      report(
        context,
        'value-conflict',
        computed,
        `"${entry.key}" is a member of a map, and only attributes are computed`,
        {
          help: 'declare what is computed under "attributes" of the record type',
        },
      );
    if (/[{}]/.test(entry.key))
      report(context, 'family-syntax', entry, `"${entry.key}" is no name: the members of a map are no family`, {
        help: 'write "values" for a map whose keys are free, or declare the family under "attributes" of the record type',
      });
  }
}

function checkReferences(context: Context, declared: readonly SourceEntry[], attributes: readonly Attribute[]): void {
  const names = attributes.map((attribute) => attribute.name);
  for (const attribute of attributes) {
    for (const name of [attribute.defaultFrom, attribute.presentWhen?.attribute]) {
      if (name == null || (names.includes(name) && name !== attribute.name)) continue;
      const entry = declared.find((each) => each.key === attribute.name);
      if (entry === undefined) continue;
      report(context, 'reference-unknown', entry, `"${entry.key}" refers to "${name}", which is no other attribute`, {
        help: didYouMean(
          name,
          names.filter((each) => each !== entry.key),
        ),
      });
    }
  }
}

/** A writer decides by what it writes, and a reader by what it reads; a default of readers alone makes them disagree. */
function checkConditions(context: Context, declared: readonly SourceEntry[], attributes: readonly Attribute[]): void {
  for (const { name, presentWhen } of attributes) {
    if (presentWhen === null) continue;
    const condition = attributes.find((each) => each.name === presentWhen.attribute);
    const entry = declared.find((each) => each.key === name);
    if (
      condition === undefined ||
      entry === undefined ||
      condition.default === undefined ||
      condition.defaultOn !== 'read'
    )
      continue;
    report(
      context,
      'value-conflict',
      entry,
      `"${name}" depends on "${condition.name}", whose default only readers know`,
      {
        help: `remove "default_on: read" from "${condition.name}"`,
      },
    );
  }
}
