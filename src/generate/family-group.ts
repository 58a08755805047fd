import type { Family, RecordType } from '../model/model.ts';

/** The families that must have the same members as this one, itself included. */
export function groupOf({ families }: RecordType, family: Family): readonly Family[] {
  return family.group === null ? [family] : families.filter((each) => each.group === family.group);
}

/** Whether another family must have the same members as this one. */
export function hasCompany(recordType: RecordType, family: Family): boolean {
  return groupOf(recordType, family).length > 1;
}
