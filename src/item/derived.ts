import type { ComponentTexts } from '../key/build.ts';
import { parsedNames } from '../key/parse.ts';
import { compileRecordKey, type PlacedValues, type RecordKeyCodec } from '../key/record-key.ts';
import { componentTypes } from '../model/component-types.ts';
import { isOptional } from '../model/encoding.ts';
import { componentNames, componentsOf } from '../model/key-pattern.ts';
import type { ComputedAttribute, KeyPart, Presence, RecordType, SourceReference } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { type Rule, Violation } from '../scalar/violation.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { type JsonObject, ownProperty, setProperty } from '../value/json.ts';
import { isSameKey } from './key-value.ts';
import { compileReadTexts, compileTexts, type Reading } from './texts.ts';

type Target = { [name: string]: AttributeValue };
type Values = { readonly [name: string]: unknown };

/** The attributes of an item that follow from its record: keys, and what is computed. */
export type Derived = {
  readonly primary: RecordKeyCodec;
  /** The primary key of the components that `textOf` knows, by name. */
  readonly buildPrimary: (textOf: (name: string) => string | undefined) => Item | Violation;
  /** The keys of the record type, the primary key first. */
  readonly keys: readonly (RecordKeyCodec & { readonly index: string })[];
  /** Names that nothing else may have. */
  readonly names: ReadonlySet<string>;
  /** Puts the keys that every item has in front, which is where people look for them. */
  readonly reserve: (item: Target) => undefined;
  readonly write: (record: Values, item: Target) => Violation | undefined;
  /** Refuses an item whose derived attributes are not exactly those that its record gives. */
  readonly check: (reading: Reading) => Violation | undefined;
  /** Reads the components that are in no attribute and not in the primary key, as far as the item has their indexes. */
  readonly readComponents: (values: PlacedValues, parsed: (string | undefined)[]) => Violation | undefined;
  /** Whether the attributes that tell record types apart are those of this one. */
  readonly discriminates: (values: PlacedValues) => Violation | undefined;
  /** The components that keys tell, in the order of the texts that their parsers fill. */
  readonly parsed: readonly string[];
};

/** Stands in for a key until its components are known; every one of them is replaced before an item leaves `encode`. */
const placeholder: AttributeValue = { NULL: true };

const noNames: ReadonlySet<string> = new Set();

type Group = {
  readonly codec: RecordKeyCodec;
  readonly always: boolean;
  /** The attributes of the group that are no attributes of the record type. */
  readonly built: readonly string[];
  readonly rule: Rule;
  readonly what: string;
  readonly at: SourceReference;
};

/** The names of the attributes that every item of a record type may have, each once: first those of its record. */
export function namesOfItem({ attributes, computed, keys }: RecordType): readonly string[] {
  const parts = [...keys.flatMap((key) => key.parts), ...computed.map((each) => each.part)];
  return [...new Set([...attributes.map(({ name }) => name), ...parts.map(({ attribute }) => attribute.name)])];
}

/**
 * @param placeOf the place of each of `namesOfItem` in the values that a reader is given
 * @throws TypeError for a record type without a primary key, which the compiler of schemas refuses
 */
export function compileDerived(recordType: RecordType, placeOf: (name: string) => number): Derived {
  const { attributes, computed, keys } = recordType;
  const attributeNames = new Set(attributes.map((attribute) => attribute.name));
  const typeOf = componentTypes(recordType);
  const others = new Set([
    ...(keys[0]?.parts.map((part) => part.attribute.name) ?? []),
    ...computed.map((each) => each.name),
  ]);
  const patterns = [...keys.flatMap((key) => key.parts), ...computed.map((each) => each.part)];
  const names = [
    ...new Set([
      ...patterns.flatMap((part) => componentNames(part.pattern)),
      ...[...keys, ...computed].flatMap((each) => each.when.map((presence) => presence.component)),
    ]),
  ];
  // A key that says that a value is absent says it of the item, even if a reader has a default for it.
  const mayLack = names.map((name) =>
    patterns.some((part) => componentsOf(part.pattern).some((token) => token.name === name && isOptional(token))),
  );
  const lacksNone = !mayLack.includes(true);
  const isAttribute = (name: string): boolean => attributeNames.has(name);
  const texts = compileTexts(names, isAttribute);
  const conditions = new Set([...keys, ...computed].flatMap((each) => each.when.map((presence) => presence.component)));
  const parsed = [...new Set([...names, ...patterns.flatMap(parsedNames)])];
  const attributePlace = (name: string): number => (isAttribute(name) ? placeOf(name) : -1);
  const isCondition = (name: string): boolean => conditions.has(name) || mayLack[names.indexOf(name)] === true;
  const readTexts = compileReadTexts(names, attributePlace, isCondition);
  const noneIsConditional = !names.some(isCondition);
  const compile = (
    source: { readonly parts: readonly KeyPart[]; readonly when: readonly Presence[]; readonly at: SourceReference },
    rule: Rule,
    what: string,
  ): Group => {
    const codec = compileRecordKey(source, attributes, typeOf, parsed, placeOf);
    // The primary key and what is computed are there whether or not the item is in an index that reuses them.
    const reused = rule === 'index-key' ? others : noNames;
    const built = codec.attributes.filter((name) => !attributeNames.has(name) && !reused.has(name));
    return { codec, built, always: source.when.length === 0, rule, what, at: source.at };
  };
  const keyGroups = keys.map((key) => ({
    ...compile(key, key.index.kind === 'primary' ? 'key-mismatch' : 'index-key', 'no key for this index'),
    index: key.index.name,
  }));
  const computedGroups = computed.map((each) => {
    const group = compile({ parts: [each.part], when: each.when, at: each.at }, 'computed', 'no value');
    return each.discriminator ? group : { ...group, codec: withinType(group.codec, each) };
  });
  const groups: readonly Group[] = [...keyGroups, ...computedGroups];
  const [primary] = keyGroups;
  if (primary === undefined) throw new TypeError(`the record type ${recordType.name} has no primary key`);
  // A key of plain components was compared with its attributes one by one, which says more about a difference.
  const isPlain = keys[0]?.parts.every((part) =>
    componentsOf(part.pattern).every((token) => token.encodings.length === 0 && !token.name.includes('.')),
  );
  const checked = isPlain === true ? groups.slice(1) : groups;
  const discriminators = computedGroups.filter((_, index) => computed[index]?.discriminator === true);

  const write = (record: Values, item: Target): Violation | undefined => {
    const stored = texts.ofItem(record, item);
    // What a reader had supplied is left out of the item, and its key is built from the record.
    const all = stored.includes(undefined)
      ? texts.ofRecord(record as JsonObject).map((text, slot) => stored[slot] ?? (mayLack[slot] ? undefined : text))
      : stored;
    for (const { codec, built, always } of groups) {
      if (!always && !codec.applies(stored)) continue;
      if (built.length === 0 && codec.needed.some((slot) => stored[slot] === undefined)) continue;
      // A key attribute that is an attribute itself was written as one, or left out as one.
      const whole = built.length === codec.attributes.length;
      const target: Target = whole ? item : {};
      const violation = codec.build(all, target);
      if (violation !== undefined) return violation;
      if (!whole) for (const name of built) setProperty(item, name, ownProperty(target, name) ?? placeholder);
    }
    return undefined;
  };

  const isOfAnother = (name: string, codec: RecordKeyCodec, present: ComponentTexts): boolean =>
    groups.some((each) => each.codec !== codec && each.built.includes(name) && each.codec.applies(present));

  const check = (reading: Reading): Violation | undefined => {
    const { values } = reading;
    const texts = readTexts.ofRecord(reading);
    const present = noneIsConditional ? texts : readTexts.ofItem(reading);
    const fromRecord = lacksNone ? texts : texts.map((text, slot) => (mayLack[slot] ? present[slot] : text));
    for (const { codec, built, always, rule, what, at } of checked) {
      const wanted = always || codec.applies(present);
      // An attribute that only writers supply may be missing, and then no key follows from the record.
      const applies = wanted && hasAll(fromRecord, codec.needed);
      // Most keys are right, and can be recognised without building what they should be.
      if (applies && codec.surelyBuilt(fromRecord, values)) continue;
      const derived: Target = {};
      const violation = applies ? codec.build(fromRecord, derived) : undefined;
      if (violation !== undefined) return violation;
      for (const name of built) {
        const expected = ownProperty(derived, name);
        const found = values[placeOf(name)];
        if (isSameKey(expected, found)) continue;
        // Two indexes may have one attribute, of which the other one takes care.
        if (expected === undefined && isOfAnother(name, codec, present)) continue;
        return new Violation(rule, found, expected === undefined ? what : JSON.stringify(expected)).within(name, at);
      }
    }
    return undefined;
  };

  const inPrimary = new Set(keys[0]?.parts.flatMap((part) => componentNames(part.pattern)));
  const isElsewhere = (part: KeyPart): boolean =>
    componentNames(part.pattern).some(
      (name) => !inPrimary.has(name) && recordType.components.some((each) => each.name === name),
    );
  const elsewhere = [
    ...keyGroups.filter((_, index) => keys[index]?.parts.some(isElsewhere)),
    ...computedGroups.filter((_, index) => computed.slice(index, index + 1).some(({ part }) => isElsewhere(part))),
  ];

  return {
    primary: primary.codec,
    parsed,
    buildPrimary: (textOf) => {
      const key: Target = {};
      return primary.codec.build(names.map(textOf), key) ?? key;
    },
    keys: keyGroups.map(({ codec, index }) => ({ ...codec, index })),
    names: new Set(groups.flatMap((group) => group.built)),
    reserve: (item) => {
      for (const { always, built } of keyGroups)
        if (always) for (const name of built) setProperty(item, name, placeholder);
    },
    write,
    check,
    readComponents: (values, texts) => {
      for (const { codec, always } of elsewhere) {
        // What every item has must be there, because nothing else tells the component.
        const violation =
          always || codec.attributes.every((name) => values[placeOf(name)] !== undefined)
            ? codec.parse(values, texts)
            : undefined;
        if (violation !== undefined) return violation;
      }
      return undefined;
    },
    discriminates: (values) => {
      for (const { codec, rule, at } of discriminators) {
        const wanted: Target = {};
        codec.build([], wanted);
        const [name = ''] = codec.attributes;
        const found = values[placeOf(name)];
        const expected = ownProperty(wanted, name);
        if (!isSameKey(expected, found)) return new Violation(rule, found, JSON.stringify(expected)).within(name, at);
      }
      return undefined;
    },
  };
}

/** Whether there is a text in each of these places. */
function hasAll(texts: ComponentTexts, slots: readonly number[]): boolean {
  for (const slot of slots) if (texts[slot] === undefined) return false;
  return true;
}

/** A computed value is one of the attribute's own type, or the record that gives it is refused. */
function withinType(codec: RecordKeyCodec, { name, type, part, at }: ComputedAttribute): RecordKeyCodec {
  const check = scalarCheck(type);
  return {
    ...codec,
    // Only a built text can be held against the type.
    surelyBuilt: () => false,
    build: (texts, target) => {
      const violation = codec.build(texts, target);
      if (violation !== undefined) return violation;
      const value = ownProperty(target, name);
      const text = value === undefined ? undefined : tagsOf(value)[part.attribute.type];
      return text === undefined ? undefined : check(text)?.within(name, at);
    },
  };
}
