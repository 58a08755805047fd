import { type Context, placeOf, report } from './context.ts';
import type { Attribute, ComputedAttribute, KeyPart, Presence, RecordKey } from './model.ts';
import { mayBeAbsent } from './record-key.ts';

/** Checks what several keys of a record type say about one attribute, and that an index can do what its `when` says. */
export function checkSharedKeys(
  context: Context,
  keys: readonly RecordKey[],
  attributes: readonly Attribute[],
  computed: readonly ComputedAttribute[],
): void {
  for (const [position, key] of keys.entries()) {
    for (const part of key.parts) checkOnePattern(context, key, part, keys.slice(0, position));
    if (position > 0) checkCondition(context, key, keys, attributes, computed);
  }
}

/** An item has one value for an attribute, so two indexes with one attribute need one pattern, or never apply at once. */
function checkOnePattern(context: Context, key: RecordKey, part: KeyPart, before: readonly RecordKey[]): void {
  for (const other of before) {
    const twin = other.parts.find(({ attribute }) => attribute.name === part.attribute.name);
    if (twin === undefined || twin.pattern.text === part.pattern.text || exclude(key.when, other.when)) continue;
    const { name } = part.attribute;
    report(
      context,
      'value-conflict',
      placeOf(part),
      `"${name}" is "${part.pattern.text}" for "${key.index.name}" here, and "${twin.pattern.text}" for "${other.index.name}" in line ${twin.at.line}`,
      { help: 'an item has one of them: write one pattern, or say "when" so that no item is in both' },
    );
    return;
  }
}

/** Whether no item meets both: one attribute would have to have two values. */
function exclude(left: readonly Presence[], right: readonly Presence[]): boolean {
  return left.some((mine) =>
    right.some(
      (its) =>
        mine.component === its.component &&
        mine.values !== null &&
        its.values !== null &&
        !mine.values.some((value) => its.values?.includes(value)),
    ),
  );
}

/** DynamoDB puts an item into an index as soon as it has the attributes, whoever wrote them. */
function checkCondition(
  context: Context,
  key: RecordKey,
  keys: readonly RecordKey[],
  attributes: readonly Attribute[],
  computed: readonly ComputedAttribute[],
): void {
  const ignored = key.when.find(
    (presence) =>
      !(presence.values === null && mayBeAbsent(attributes, presence.component) === undefined) &&
      !key.parts.some((part) => tells(part.attribute.name, presence)),
  );
  if (ignored === undefined) return;
  const names = key.parts.map(({ attribute }) => `"${attribute.name}"`).join(' and ');
  const { line, column, path } = key.at;
  report(
    context,
    'value-conflict',
    { at: { line, column, length: key.index.name.length }, path },
    `an item is in "${key.index.name}" whenever it has ${names}, whatever "when" says of "${ignored.component}"`,
    { help: 'remove the condition, or give the index a key attribute that nothing else writes' },
  );

  /** Whether an item with the key attribute of that name meets a condition for certain. */
  function tells(name: string, presence: Presence): boolean {
    const attribute = attributes.find((each) => each.name === name);
    if (attribute !== undefined)
      return (presence.values === null && presence.component === name) || comesWith(attributes, attribute, presence);
    const written = computed.find((each) => each.name === name);
    const primary = keys[0]?.parts.some(({ attribute }) => attribute.name === name) === true;
    const writers = keys.filter(({ parts }) => parts.some(({ attribute }) => attribute.name === name));
    const conditions = written !== undefined ? [written.when] : primary ? [[]] : writers.map(({ when }) => when);
    return conditions.every((each) => each.some((other) => implies(other, presence)));
  }
}

/**
 * Whether an attribute is there only where a condition is met, so that the condition says nothing new. Where readers supply the
 * very value that it depends on, an item may have the one without the other.
 */
function comesWith(attributes: readonly Attribute[], { presentWhen }: Attribute, presence: Presence): boolean {
  const source = attributes.find(({ name }) => name === presentWhen?.attribute);
  if (presentWhen === null || source === undefined) return false;
  const supplied = source.defaultOn !== 'write' && presentWhen.values.includes(String(source.default));
  return !supplied && implies({ component: presentWhen.attribute, values: presentWhen.values }, presence);
}

function implies(narrow: Presence, wide: Presence): boolean {
  if (narrow.component !== wide.component) return false;
  return wide.values === null || (narrow.values?.every((value) => wide.values?.includes(value)) ?? false);
}
