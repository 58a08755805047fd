/** The operations of the adapter protocol that a check needs. */
export type Operation = 'key.build' | 'key.parse' | 'item.encode' | 'item.decode' | 'item.put' | 'item.get';

/** Every operation, in the order of the documents. */
export const operations: readonly Operation[] = [
  'key.build',
  'key.parse',
  'item.encode',
  'item.decode',
  'item.put',
  'item.get',
];

/** Every check: its stable id, the operation that the implementation must support, and what it proves. */
export const checks = {
  'key-build': {
    op: 'key.build',
    store: false,
    proves: 'builds the keys of a record, in every index, character for character',
  },
  'key-build-refusal': {
    op: 'key.build',
    store: false,
    proves: 'builds no key from a component that would be ambiguous or invalid',
  },
  'key-parse': { op: 'key.parse', store: false, proves: 'finds in a key the components that it was built from' },
  'key-parse-refusal': { op: 'key.parse', store: false, proves: 'takes no key that building would not have made' },
  'item-encode': { op: 'item.encode', store: false, proves: 'makes from a record exactly the item of the design' },
  'item-encode-refusal': { op: 'item.encode', store: false, proves: 'writes no record that breaks the design' },
  'item-decode': { op: 'item.decode', store: false, proves: 'reads from an item exactly the record that it means' },
  'item-decode-refusal': {
    op: 'item.decode',
    store: false,
    proves: 'does not make up a record from an item that breaks the design',
  },
  'raw-put': { op: 'item.put', store: true, proves: 'leaves exactly the item of the design in the store' },
  'read-back': { op: 'item.get', store: true, proves: 'reads its own items from the store' },
  'cross-read': { op: 'item.get', store: true, proves: 'reads from the store what every other implementation wrote' },
} as const satisfies {
  readonly [id: string]: { readonly op: Operation; readonly store: boolean; readonly proves: string };
};

/** The stable id of a check. */
export type CheckId = keyof typeof checks;

/** The ids of all checks, in the order of the report. */
export const checkIds = Object.keys(checks) as readonly CheckId[];

/** The check of what an operation without a store must refuse. */
export function refusalCheckOf(op: 'key.build' | 'key.parse' | 'item.encode' | 'item.decode'): CheckId {
  switch (op) {
    case 'key.build':
      return 'key-build-refusal';
    case 'key.parse':
      return 'key-parse-refusal';
    case 'item.encode':
      return 'item-encode-refusal';
    case 'item.decode':
      return 'item-decode-refusal';
  }
}
