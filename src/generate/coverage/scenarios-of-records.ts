import type { Scenario } from './scenario.ts';

/** Scenarios of attributes being there or not, and of whole records and items. */
export const recordScenarios = {
  absent: { family: 'presence', polarity: 'accepted', what: 'an attribute that is left out, alone' },
  'explicit-null': { family: 'presence', polarity: 'accepted', what: 'NULL, which is not the same as absent' },
  'default-supplied': {
    family: 'presence',
    polarity: 'accepted',
    what: 'an attribute that is left out, so that the writer supplies its default',
  },
  'default-written-out': {
    family: 'presence',
    polarity: 'accepted',
    what: 'a value that is the default, and is given all the same',
  },
  'empty-counts-as-absent': {
    family: 'presence',
    polarity: 'accepted',
    what: 'an empty string, for which the default is taken',
  },
  'default-read': {
    family: 'presence',
    polarity: 'accepted',
    what: 'a stored item without the attribute, so that the reader supplies its default',
  },
  'only-one': {
    family: 'presence',
    polarity: 'accepted',
    what: 'one attribute that may be left out, and no other of them',
  },
  'missing-refused': { family: 'presence', polarity: 'refused', what: 'an attribute that must be there, left out' },
  'forbidden-null': { family: 'presence', polarity: 'refused', what: 'NULL where only absence is allowed' },
  'condition-broken': {
    family: 'presence',
    polarity: 'refused',
    what: 'an attribute that is there, or missing, against the attribute on which it depends',
  },
  'all-attributes': { family: 'record', polarity: 'accepted', what: 'every attribute, with ordinary values' },
  'only-required': { family: 'record', polarity: 'accepted', what: 'no attribute that may be left out' },
  'value-pairs': {
    family: 'record',
    polarity: 'accepted',
    what: 'several attributes at once, so that each two classes of values meet in one record',
  },
  'numbers-compared': {
    family: 'record',
    polarity: 'accepted',
    what: 'numbers that keep a rule, and whose texts stand in another order',
  },
  'rule-kept': {
    family: 'record',
    polarity: 'accepted',
    what: 'a record that keeps a rule, and not as others read it',
  },
  'unknown-attribute': { family: 'record', polarity: 'accepted', what: 'a stored attribute of a newer writer' },
  'unknown-attribute-refused': {
    family: 'record',
    polarity: 'refused',
    what: 'a stored attribute of a newer writer, where readers must take none',
  },
  'unknown-member': { family: 'record', polarity: 'refused', what: 'a member that the record type does not have' },
  'other-case-name': {
    family: 'record',
    polarity: 'refused',
    what: 'a stored attribute under its name in another case',
  },
  'rule-broken': { family: 'record', polarity: 'refused', what: 'a record that breaks a rule' },
  'stale-computed': {
    family: 'record',
    polarity: 'refused',
    what: 'a computed attribute that is missing, or does not follow from the item',
  },
} as const satisfies { readonly [id: string]: Scenario };

/** Scenarios of attributes whose names hold values. */
export const familyScenarios = {
  'no-members': { family: 'family', polarity: 'accepted', what: 'no member beyond those that a family always has' },
  'member-name': { family: 'family', polarity: 'accepted', what: 'a member whose name is at the edge of its domain' },
  'several-members': { family: 'family', polarity: 'accepted', what: 'two or more members with different values' },
  'ambiguous-name': {
    family: 'family',
    polarity: 'accepted',
    what: 'a member whose name ends like the name of the family',
  },
  'like-member': {
    family: 'family',
    polarity: 'accepted',
    what: 'stored attributes like members of a family, with names that are none: unknown attributes',
  },
  'member-name-refused': { family: 'family', polarity: 'refused', what: 'a member whose name is none' },
  'reserved-member': { family: 'family', polarity: 'refused', what: 'a member with a reserved name' },
  'mandatory-missing': { family: 'family', polarity: 'refused', what: 'a family without a member that it must have' },
  'uneven-group': { family: 'family', polarity: 'refused', what: 'families of one group with different members' },
  'member-collision': { family: 'family', polarity: 'refused', what: 'a member that is another attribute' },
} as const satisfies { readonly [id: string]: Scenario };

/** Scenarios of keys: what they are made of, their order, and keys that no program builds. */
export const keyScenarios = {
  'absent-literal': {
    family: 'key',
    polarity: 'accepted',
    what: 'a component like the text of a value that is absent',
  },
  'number-like-text': { family: 'key', polarity: 'accepted', what: 'a component of text that looks like a number' },
  'placeholder-as-value': { family: 'key', polarity: 'accepted', what: 'a component like a placeholder of a template' },
  'escaped-already': { family: 'key', polarity: 'accepted', what: 'a component that is percent-encoded already' },
  'look-alike': { family: 'key', polarity: 'accepted', what: 'a component that normalisation makes another text' },
  'literal-inside': { family: 'key', polarity: 'accepted', what: 'a component with a literal of its key inside of it' },
  'year-edge': { family: 'key', polarity: 'accepted', what: 'a time at the end of a year, cut to a day or a year' },
  'confusable-pair': {
    family: 'key',
    polarity: 'accepted',
    what: 'two components that would be one text without what separates them',
  },
  'special-neighbours': {
    family: 'key',
    polarity: 'accepted',
    what: 'special characters on both sides of what separates two components',
  },
  'filled-key': { family: 'key', polarity: 'accepted', what: 'a key of as many bytes as it can have' },
  'index-condition': { family: 'key', polarity: 'accepted', what: 'a value that the condition of an index names' },
  'sort-order': { family: 'key', polarity: 'accepted', what: 'records in the order in which an index returns them' },
  'foreign-key': { family: 'key', polarity: 'refused', what: 'a key of no record type' },
  'stale-key': { family: 'key', polarity: 'refused', what: 'an attribute that says something else than the key' },
  'further-key-attribute': {
    family: 'key',
    polarity: 'refused',
    what: 'a key and an attribute that is no part of it',
  },
  'missing-key-attribute': { family: 'key', polarity: 'refused', what: 'a key without one of its attributes' },
  'numeric-key-attribute': { family: 'key', polarity: 'refused', what: 'a key attribute of another type' },
  'empty-key': { family: 'key', polarity: 'refused', what: 'a key attribute that is empty' },
  'other-literal': { family: 'key', polarity: 'refused', what: 'a key with another literal in it' },
  'longer-key': { family: 'key', polarity: 'refused', what: 'a key with more after it' },
  'empty-component': { family: 'key', polarity: 'refused', what: 'nothing in the place of a component' },
  'other-padding': { family: 'key', polarity: 'refused', what: 'a component with other zeros in front' },
  'contradictory-key': {
    family: 'key',
    polarity: 'refused',
    what: 'a component that says something else than the rest of its key',
  },
  'invalid-component': { family: 'key', polarity: 'refused', what: 'a component that is no value of its type' },
} as const satisfies { readonly [id: string]: Scenario };
