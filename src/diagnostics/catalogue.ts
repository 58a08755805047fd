/**
 * Every diagnostic there is. A code is part of the public interface: it is never renamed and never reused.
 * The text says what the rule protects from; the message of a diagnostic says what is wrong in one place.
 */
export const catalogue = {
  'adjacent-components': [
    'error',
    'A component before another one needs a literal after it or values of one length, or their values run together.',
  ],
  'component-may-be-absent': ['error', 'A component of a key that an item may lack leaves the key without a value.'],
  'component-not-scalar': ['error', 'Only strings, integers and timestamps have one text that can stand in a key.'],
  'component-undeclared': ['warning', 'A component that is neither an attribute nor a parameter may be any text.'],
  'consistency-unavailable': ['error', 'A global index is always eventually consistent, whatever a reader asks for.'],
  'default-invalid': ['error', 'A default must itself be a valid value.'],
  'duplicate-key': ['error', 'A key that occurs twice in a mapping loses one of its values.'],
  'encoding-invalid': [
    'error',
    'An encoding of a component must be one that its values have, and that readers can check.',
  ],
  'example-invalid': ['error', 'An example must be a valid value.'],
  'family-ambiguous': ['error', 'An attribute name that two families explain has no single meaning.'],
  'family-collision': ['warning', 'A member whose attribute has the name of another one cannot be told from it.'],
  'family-syntax': ['error', 'The name of an attribute family is a prefix, one variable in braces, and a suffix.'],
  'file-too-large': ['error', 'A file that takes minutes to read is data, and no schema.'],
  'hazard-unknown': ['error', 'A vector for a hazard that nobody registered is found by nobody who looks for it.'],
  'id-not-in-key': ['error', 'An identifier that is no part of the primary key may belong to two items.'],
  'index-attribute-type': [
    'error',
    'DynamoDB refuses an item whose index key attribute has another type than the index.',
  ],
  'index-quota': [
    'warning',
    'DynamoDB refuses to create a table with more global indexes than the quota of its account.',
  ],
  'index-sort-key-missing': [
    'error',
    'An item that has the partition key of an index but not its sort key is not in the index.',
  ],
  'index-unknown': ['error', 'A record type can only fill the indexes that its table has.'],
  'index-unlisted': [
    'warning',
    'An item is in every index whose key attributes it has, whether or not the schema says so.',
  ],
  'json-syntax': ['error', 'A vector file is JSON, which every language reads alike.'],
  'key-ambiguous': [
    'warning',
    'Two records that differ in what their key is made of, and have one key, overwrite each other.',
  ],
  'key-attribute-repeated': ['error', 'Each attribute of a key is another one.'],
  'key-collision': ['error', 'Two record types that can build the same key overwrite each other.'],
  'key-event-resolution': [
    'warning',
    'Events that only a time tells apart overwrite each other within its smallest step.',
  ],
  'key-lacks-variant': ['warning', 'Variants of a record that the key does not tell apart overwrite each other.'],
  'key-missing': ['error', 'A record type needs a pattern for each attribute of the primary key, and no other.'],
  'key-order': ['warning', 'Sort keys are ordered as text, whatever their components mean.'],
  'key-pattern-syntax': ['error', 'A key pattern is literal text with components in braces.'],
  'key-size': ['warning', 'DynamoDB refuses keys above a length in bytes, one record at a time.'],
  'key-update': ['error', 'DynamoDB refuses an update of the primary key of an item.'],
  'keys-not-compared': ['warning', 'Keys that are too large to compare may be the same, and nobody knows.'],
  'missing-key': ['error', 'A required key is missing.'],
  'naming-style': ['warning', 'Attributes of several styles are misspelt by whoever remembers one of them.'],
  'partition-incomplete': ['error', 'DynamoDB reads one partition at a time, so all of its key must be known.'],
  'pattern-invalid': [
    'error',
    'Patterns are regular expressions that match the same text in every language, in linear time.',
  ],
  'prefix-overlap': [
    'warning',
    'A query for the start of a sort key also finds other record types that start like that.',
  ],
  'prefix-sibling': ['warning', 'A query for a sort key that ends within a component also finds longer values of it.'],
  'prefix-unused': [
    'warning',
    'A prefix that no key begins with was renamed or misspelt somewhere, or is not needed any more.',
  ],
  'projection-missing': ['error', 'An index returns only the attributes that it projects.'],
  'record-impossible': ['error', 'A record type that no record can meet has no vectors, and nobody can write it.'],
  'reference-unknown': ['error', 'A name must refer to something that the schema declares.'],
  'relation-type': ['error', 'A reference is one value, of the type of the value that it refers to.'],
  'sort-mismatch': ['error', 'A condition on a sort key that no item can meet finds nothing, and no error says so.'],
  'source-not-unique': [
    'error',
    'What no two rows share, two items can share, when neither a key nor a constraint sees to it.',
  ],
  'source-unmapped': ['warning', 'A column that becomes no attribute is lost when the data is moved.'],
  'transition-unreachable': [
    'error',
    'A state that no transition leads to is superfluous, or its transition was forgotten.',
  ],
  'ttl-not-seconds': ['error', 'Time to Live reads whole seconds since 1970; items with anything else never expire.'],
  'ttl-unused': ['warning', 'A table whose items lack the attribute of Time to Live keeps them for ever.'],
  'union-ambiguous': ['error', 'The variants of a union must look different in a record, which names none of them.'],
  'unknown-key': ['error', 'A key that nobody reads is a mistake in waiting. Your own keys start with "x-".'],
  'update-overlap': ['error', 'DynamoDB refuses an update that changes one attribute twice.'],
  'update-type': ['error', 'Adding, deleting members and appending work on numbers, sets and lists only.'],
  'value-conflict': ['error', 'Two statements about one thing contradict each other.'],
  'value-invalid': ['error', 'A value is outside what its key allows.'],
  'vector-differs': ['error', 'Vectors must be those that the schema gives: none missing, changed or superfluous.'],
  'vector-duplicate': [
    'error',
    'A vector that is there twice proves nothing more, and one of two names is read by nobody.',
  ],
  'vector-format': ['error', 'Vector files have one form, so that their difference is what has changed.'],
  'vector-invalid': ['error', 'A vector file must have the published shape.'],
  'vectors-taken': ['error', 'A folder holds the vectors of one schema; to write others there would delete them.'],
  'waiver-expired': ['error', 'A waiver that nobody looks at again outlives its reason.'],
  'waiver-refused': ['error', 'An error that leaves a schema without a meaning cannot be meant.'],
  'waiver-unused': ['error', 'A waiver that waives nothing hides the next mistake.'],
  'wrong-type': ['error', 'A value has another type than its key allows.'],
  'yaml-alias': ['error', 'Anchors, aliases and tags are not part of the schema language.'],
  'yaml-syntax': ['error', 'The file is no YAML 1.2 document.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;

/** The stable name of a diagnostic. */
export type DiagnosticCode = keyof typeof catalogue;
