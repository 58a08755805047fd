import { expect, it } from 'vitest';
import { faults } from '../../harness/faults/registry.ts';
import { differenceOf, trialsOf } from '../../harness/self-test/difference.ts';
import { hasPlace } from '../../harness/self-test/place.ts';
import { renderSelfTest, selfTestEvents } from '../../harness/self-test/report.ts';
import { type Domain, examine } from '../../harness/self-test/self-test.ts';
import { smallCodec } from '../support/small.ts';

const reference = smallCodec('label: { type: string, max_length: 9 }');
const trials = trialsOf(reference.model.recordTypes);

function faultOf(id: string) {
  const fault = faults.find((each) => each.id === id);
  if (fault === undefined) throw new Error(`there is no fault ${id}`);
  return fault;
}

it('a record shows a fault of what the schema has, and none one of what it lacks', () => {
  expect(differenceOf(faultOf('text-lower-cased'), reference, trials)?.record).toMatchObject({
    label: expect.stringMatching(/[A-Z]/),
  });
  expect(differenceOf(faultOf('set-as-list'), reference, trials)).toBeNull();
  expect(differenceOf(faultOf('length-unchecked'), reference, trials)).toBeUndefined();
});

it('tries the same records every time', () => {
  expect([...trialsOf(reference.model.recordTypes).values()]).toEqual([...trials.values()]);
});

it('says of what survives whether it matters', () => {
  // Without vectors everything survives.
  const domain: Domain = { name: 'things', reference, vectors: 0, cases: new Map(), redundant: [] };
  const alive = ['text-lower-cased', 'length-unchecked', 'key-cut-at-255', 'set-as-list'].map(faultOf);
  const autopsies = alive.map((fault) => examine(fault, [domain]));
  const differences = new Map(
    alive.map((fault) => [
      fault.id,
      hasPlace(fault.id, reference.model) ? differenceOf(fault, reference, trials) : ('no place' as const),
    ]),
  );
  const result = { domains: [domain], alarms: [], autopsies, differences };
  const text = renderSelfTest(result);
  expect(text).toMatch(
    /\nNot found, though a record of this schema shows it\n {2}text-lower-cased .*\n {4}for example \w+ \{.*\}\n\nNot found, among what must be refused; the schema may have no place for it\n {2}length-unchecked .*\n\nMakes no difference to the records of this schema that were tried\n {2}key-cut-at-255 .*\n\nHas no place in this schema\n {2}set-as-list .*\n/,
  );
  const events = selfTestEvents(result).filter((event) => 'id' in event);
  expect(events).toMatchObject([
    { id: 'text-lower-cased', makes_a_difference: true, shown_by: { record: { label: expect.any(String) } } },
    { id: 'length-unchecked', killed: false },
    { id: 'key-cut-at-255', makes_a_difference: false },
    { id: 'set-as-list', makes_a_difference: false, has_place: false },
  ]);
  expect(events[1]).not.toHaveProperty('makes_a_difference');
  expect(events[2]).not.toHaveProperty('has_place');
});
