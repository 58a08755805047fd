import { attributeFacetNames } from './design/shape/attribute.ts';

/** Keys that say nothing about the type, and may stand beside any type. */
const commonKeys: ReadonlySet<string> = new Set([
  'type',
  'parameter',
  'nullable',
  'description',
  'required',
  'default',
  'default_from',
  'default_on',
  'default_now',
  'present_when',
  'group',
  'required_members',
  'unit',
  'role',
  ...attributeFacetNames,
  'computed_from',
  'on_missing',
  'excluded_members',
]);

const keysOfType: { readonly [type: string]: readonly string[] } = {
  string: [
    'allow_empty',
    'min_length',
    'max_length',
    'max_bytes',
    'pattern',
    'format',
    'enum',
    'const',
    'reserved',
    'default_when_empty',
    'examples',
  ],
  integer: ['minimum', 'maximum', 'enum', 'const', 'multiple_of', 'stored_as', 'examples'],
  decimal: ['minimum', 'maximum', 'enum', 'const', 'scale', 'stored_as', 'examples'],
  boolean: [],
  binary: ['allow_empty', 'min_length', 'max_length', 'examples'],
  timestamp: ['format', 'examples'],
  list: ['items', 'allow_empty', 'min_items', 'max_items'],
  map: ['values', 'members', 'allow_empty'],
  string_set: ['items', 'empty_set'],
  number_set: ['items', 'empty_set'],
  binary_set: ['items', 'empty_set'],
  union: ['variants'],
  any: [],
};

/** Whether a key may stand beside any type. */
export function isOfEveryType(key: string): boolean {
  return commonKeys.has(key);
}

/** Whether a key says something about values of a type. */
export function isOfType(type: string, key: string): boolean {
  return keysOfType[type]?.includes(key) === true;
}

/** The types about whose values a key says something. */
export function typesWith(key: string): readonly string[] {
  return Object.keys(keysOfType).filter((type) => isOfType(type, key));
}
