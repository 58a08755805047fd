import { checkAttributeValue } from '../../../src/item/attribute-value-check.ts';
import { itemBytes, maximumItemBytes } from '../../../src/item/size.ts';
import { maximumKeyBytes } from '../../../src/key/limits.ts';
import type { Table } from '../../../src/model/model.ts';
import { Violation } from '../../../src/scalar/violation.ts';
import type { AttributeValue, Item } from '../../../src/value/attribute-value.ts';

/**
 * Which rule of DynamoDB an item breaks that is put into a table; `undefined` when it knows none, whatever a schema says.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export function brokenRule(item: Item, table: Table): string | undefined {
  for (const [name, value] of Object.entries(item))
    if (checkAttributeValue(value) instanceof Violation) return `the value of ${name}`;
  if (itemBytes(item) > maximumItemBytes) return 'the size of the item';
  for (const [place, key] of table.keys.entries())
    for (const [role, attributes] of [
      ['partition', key.partitionKeys],
      ['sort', key.sortKeys],
    ] as const)
      for (const { name, type } of attributes) {
        const value = item[name];
        if (value === undefined && place === 0) return `${name} is missing`;
        if (value !== undefined && !holds(value, type, maximumKeyBytes[role])) return `${name} is no key`;
      }
  return undefined;
}

function holds(value: AttributeValue, type: 'S' | 'N' | 'B', maximumBytes: number): boolean {
  if (type === 'N') return 'N' in value;
  const text = type === 'S' && 'S' in value ? value.S : type === 'B' && 'B' in value ? value.B : undefined;
  if (text === undefined || text === '') return false;
  return Buffer.byteLength(text, type === 'S' ? 'utf8' : 'base64') <= maximumBytes;
}
