import { variablePart } from '../model/member-name.ts';
import type { RecordType, SourceReference } from '../model/model.ts';

/** The place in the schema that says what an attribute of an item, or a member of a record, must be. */
export function locate(recordType: RecordType, path: readonly string[]): SourceReference {
  // Keys are reported as index, attribute; items as attribute; records as member. The name of an index may be a member of
  // a family that explains every name, so the attribute goes first.
  const inIndex = path.length > 1 && recordType.keys.some((key) => key.index.name === path[0]);
  for (const name of inIndex ? path.slice(0, 2).reverse() : path.slice(0, 2)) {
    const found = locateName(recordType, name);
    if (found !== undefined) return found;
  }
  const index = recordType.keys.find((key) => key.index.name === path[0]);
  return index?.at ?? recordType.at;
}

function locateName(recordType: RecordType, name: string): SourceReference | undefined {
  const attribute = recordType.attributes.find((each) => each.name === name);
  if (attribute !== undefined) return attribute.at;
  for (const key of recordType.keys) {
    const part = key.parts.find((each) => each.attribute.name === name);
    if (part !== undefined) return part.at;
  }
  const component = recordType.components.find((each) => each.name === name);
  if (component !== undefined) return component.at;
  return recordType.families.find((each) => each.name === name || variablePart(each, name) !== undefined)?.at;
}
