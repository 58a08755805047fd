import { expect, it } from 'vitest';
import { generateVectors } from '../../../src/generate/vectors.ts';
import { smallCodec } from '../../support/small.ts';

/** The rules that the refusals of a schema break, by the last part of their ids. */
function rulesBroken(...parts: Parameters<typeof smallCodec>): { readonly [slug: string]: string } {
  const vectors = generateVectors(smallCodec(...parts)).flatMap((file) =>
    file.kind === 'refusals' ? file.vectors : [],
  );
  return Object.fromEntries(vectors.map((vector) => [vector.id.replace('thing/', ''), vector.error.rule]));
}

it('takes a member that every family of a group must have from all of them, so that they still agree', () => {
  const broken = rulesBroken(`
"b_{id}_tk": { type: integer, group: limits, required_members: [wcu] }
"b_{id}_cp": { type: integer, group: limits, required_members: [wcu] }`);
  expect(broken).toMatchObject({
    'encode-b-tk-group-without-wcu': 'required-member',
    'decode-b-tk-group-without-wcu': 'required-member',
  });
  expect(Object.keys(broken).filter((slug) => slug.includes('group-without'))).toHaveLength(2);
});

it('needs no such item for a family that has no company', () => {
  const broken = rulesBroken(`"b_{id}_tk": { type: integer, group: limits, required_members: [wcu] }`);
  expect(broken['decode-b-tk-without-wcu']).toBe('required-member');
  expect(Object.keys(broken).filter((slug) => slug.includes('group-without'))).toEqual([]);
});

it('lets an attribute contradict the one that it depends on, whichever of them the item has', () => {
  const status = 'status: { type: string, enum: [open, closed], required: true }';
  const missing = rulesBroken(`${status}\nclosed_by: { type: string, present_when: { status: [closed] } }`);
  expect(missing['decode-closed_by-missing-when-closed']).toBe('present-when');
  const present = rulesBroken(`${status}\nopened_by: { type: string, present_when: { status: [open] } }`);
  expect(present['decode-opened_by-present-when-closed']).toBe('present-when');
});

it('leaves out what follows from others, and makes it of other values', () => {
  const broken = rulesBroken(`tag: { type: string, computed_from: "TAG#{id}" }`);
  expect(broken).toMatchObject({ 'decode-tag-left-out': 'computed', 'decode-tag-stale': 'computed' });
});
