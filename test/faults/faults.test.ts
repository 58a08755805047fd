import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Fault } from '../../harness/faults/fault.ts';
import { faults } from '../../harness/faults/registry.ts';
import {
  buildingKeys,
  readingValues,
  refusingValues,
  takingRecords,
  takingStored,
  takingValues,
  tryingAlso,
  writingValues,
} from '../../harness/faults/support/decorate.ts';
import { findingsOf, renderSelfTest, selfTestEvents } from '../../harness/self-test/report.ts';
import { type Domain, domainOf, examine, falseAlarms } from '../../harness/self-test/self-test.ts';
import { shippedSchemas } from '../../harness/self-test/shipped.ts';
import { checks } from '../../src/check/registry.ts';
import type { Codec } from '../../src/item/codec.ts';
import { root } from '../architecture/source-files.ts';
import { codecOf, readText } from '../support/codec.ts';
import { register } from '../unit/hazard/register.ts';

/**
 * What the state of a portal has and no other contract: a hash, a text for what is absent, computed attributes, long keys,
 * numbers that a rule compares.
 */
const enough = [
  'user',
  'identity_binding',
  'intake_item',
  'execution_attempt',
  'calendar_alert_dismissal',
  'sponsor_history',
  'summary_checkpoint',
];

const domains = shippedSchemas.map((file) => {
  const { model } = codecOf(readText(`schema/domains/${file}`));
  const large = model.name === 'execution-state';
  return domainOf(model, large ? model.recordTypes.filter(({ name }) => enough.includes(name)) : model.recordTypes);
});

const smallest = domainOf(codecOf(readText('schema/domains/bookstore/schema.yaml')).model);

/** No shipped contract cuts a time in a key. */
const keyWithDay = `
table:
  name: events
  keys:
    primary: { partition_key: PK, sort_key: SK }
record_types:
  event:
    pk_pattern: 'DAY#{at:date}'
    sk_pattern: 'EVENT#{id}'
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      at: { type: timestamp, format: iso-seconds, required: true }
`;

/** Lists in lists, and places in them where NULL is refused, or allowed; and variants of unions. */
const nested = `
table:
  name: grids
  keys:
    primary: { partition_key: PK }
record_types:
  grid:
    pk_pattern: 'GRID#{id}'
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      rows: { type: list, items: { type: list, items: { type: integer } }, required: true }
      gaps: { type: list, items: { type: string, nullable: true }, required: true }
      shape:
        type: union
        variants:
          - { type: map, members: { kind: { type: string, const: disc, required: true }, width: { type: integer } } }
          - { type: map, members: { kind: { type: string, const: box, required: true }, sides: { type: list, items: { type: integer } } } }
          - { type: boolean }
`;

const found = faults.filter(({ gap }) => gap === undefined);
const gaps = faults.filter(({ gap }) => gap !== undefined);

/** A fault with another codec. */
function faultOf(apply: Fault['apply'], more: Partial<Fault> = {}): Fault {
  return { id: 'test', summary: '', hazard: '', seenIn: '', killedBy: 'item-encode', apply, ...more };
}

it.each(found.map((fault) => [fault.id, fault] as const))('%s is found by the check that it names', (_, fault) => {
  const { killed } = examine(fault, domains);
  expect(killed?.check).toBe(fault.killedBy);
});

it.each(gaps.map((fault) => [fault.id, fault] as const))('%s is found by no vector, as it says', (_, fault) => {
  expect(examine(fault, domains)).toMatchObject({ kills: [], killed: undefined });
});

it.each(['key-day-local-zone', 'key-week-year'])('%s is found by days at the end of a year', (id) => {
  const cut = domainOf(codecOf(keyWithDay).model);
  expect(falseAlarms(cut)).toEqual([]);
  const edges = (cut.cases.get('key-build') ?? []).filter(({ vector }) => vector.startsWith('event/keys-at-'));
  const onlyEdges: Domain = { ...cut, cases: new Map([['key-build', edges]]) };
  const autopsies = faults.filter((each) => each.id === id).map((fault) => examine(fault, [onlyEdges]));
  expect(autopsies.map(({ killed }) => killed?.check)).toEqual(['key-build']);
  // The vectors of one schema close no gap of those that are shipped.
  expect(findingsOf({ domains: [cut], alarms: [], autopsies, differences: new Map() })).toEqual([]);
});

it('the healthy codec fails nothing, and no vector says what another one says', () => {
  expect(domains.flatMap(falseAlarms)).toEqual([]);
  expect(domains.flatMap(({ redundant }) => redundant)).toEqual([]);
});

it.each([
  ['takingRecords', (codec: Codec) => takingRecords(codec, (record) => record)],
  ['takingValues', (codec: Codec) => takingValues(codec, (value) => value)],
  ['writingValues', (codec: Codec) => writingValues(codec, (value) => value)],
  ['takingStored', (codec: Codec) => takingStored(codec, (value) => value)],
  ['readingValues', (codec: Codec) => readingValues(codec, (value) => value)],
  ['buildingKeys', (codec: Codec) => buildingKeys(codec, (text) => text)],
  ['refusingValues', (codec: Codec) => refusingValues(codec, () => false)],
  ['tryingAlso', (codec: Codec) => tryingAlso(codec, codec)],
])('what %s makes without changing anything is found by nothing', (_, decorate) => {
  // A fault would seem to be found wherever its decoration loses something on the way.
  const listsAndNulls = domainOf(codecOf(nested).model);
  for (const domain of [...domains, listsAndNulls])
    expect(falseAlarms({ ...domain, reference: decorate(domain.reference) })).toEqual([]);
});

it('every fault has a file of its own, and every file is in the registry', () => {
  const files = readdirSync(join(root, 'harness/faults')).filter((name) => name.endsWith('.ts'));
  const own = files.map((name) => name.replace(/\.ts$/, '')).filter((name) => name !== 'fault' && name !== 'registry');
  expect(faults.map(({ id }) => id)).toEqual(own.sort());
});

it('every fault stands for a hazard of the register, and is for a check that needs no store', () => {
  const hazards = register().map(({ id }) => id);
  expect(faults.filter(({ hazard }) => !hazards.includes(hazard)).map(({ id, hazard }) => `${id}: ${hazard}`)).toEqual(
    [],
  );
  expect(faults.filter(({ killedBy }) => checks[killedBy].store).map(({ id }) => id)).toEqual([]);
});

it('every schema that is shipped takes part', () => {
  const files = readdirSync(join(root, 'schema/domains'), { recursive: true, encoding: 'utf8' });
  const schemas = files.filter((file) => file.endsWith('.yaml') && !file.includes('/history/'));
  expect([...shippedSchemas].sort()).toEqual(schemas.sort());
});

it('every check without a store is needed by some fault', () => {
  const needed = new Set(faults.map(({ killedBy }) => killedBy));
  const pure = Object.entries(checks).flatMap(([id, { store }]) => (store ? [] : [id]));
  expect([...needed].sort()).toEqual(pure.sort());
});

it('a healthy codec in the place of a faulty one is found by nothing, which is a finding', () => {
  const same = faultOf((codec) => ({ ...codec, encode: (...args) => codec.encode(...args) }));
  const autopsy = examine(same, [smallest]);
  expect(autopsy).toMatchObject({ kills: [], killed: undefined });
  const result = { domains: [smallest], alarms: [], autopsies: [autopsy] };
  expect(findingsOf(result)).toEqual([
    'test survives: no vector of item-encode finds it; add the case that does to src/generate',
  ]);
  // One schema need not have what a fault is about.
  expect(findingsOf({ ...result, differences: new Map() })).toEqual([]);
  expect(findingsOf({ ...result, autopsies: [{ ...autopsy, fault: { ...same, gap: 'known' } }] })).toEqual([]);
});

it('another check than the one that is named does not count, and is shown', () => {
  const fault = faultOf((codec) => ({ ...codec, buildKeys: () => ({ ok: true, value: {} }) }));
  const autopsy = examine(fault, [smallest]);
  expect(autopsy.killed).toBeUndefined();
  expect(autopsy.kills).toEqual([
    { check: 'key-build', domain: 'bookstore', vector: 'book/complete' },
    expect.objectContaining({ check: 'key-build-refusal' }),
  ]);
});

it('a gap that is closed is a finding', () => {
  const fault = faultOf((codec) => ({ ...codec, encode: () => ({ ok: true, value: {} }) }), { gap: 'nobody asks' });
  const result = { domains: [smallest], alarms: [], autopsies: [examine(fault, [smallest])] };
  expect(findingsOf(result)).toEqual([
    'test is found now, by book/complete; take its gap out of harness/faults/test.ts',
  ]);
});

it('a healthy codec that fails is a finding, and so is a vector that is there twice', () => {
  const wrong: Domain = {
    ...smallest,
    reference: { ...smallest.reference, buildKeys: () => ({ ok: true, value: {} }) },
    redundant: [{ id: 'book/minimal', sameAs: 'book/complete' }],
  };
  const alarms = falseAlarms(wrong);
  expect(alarms[0]).toMatchObject({ check: 'key-build', domain: 'bookstore', vector: 'book/complete' });
  const findings = findingsOf({ domains: [wrong], alarms: alarms.slice(0, 1), autopsies: [] });
  expect(findings).toEqual([
    expect.stringMatching(/^the healthy codec fails key-build of bookstore book\/complete: /),
    'bookstore book/minimal says what book/complete says; take one of them out of the generator',
  ]);
});

it('the report and the events say the same', () => {
  const autopsies = faults.map((fault) => examine(fault, [smallest]));
  const result = { domains: [smallest], alarms: [], autopsies };
  const killed = autopsies.filter((each) => each.killed !== undefined).length;
  const text = renderSelfTest(result);
  expect(text.match(/●/g)).toHaveLength(killed + 1);
  expect(text).toContain(`${faults.length} faults = ${killed} killed + ${faults.length - killed} not found\n`);
  const events = selfTestEvents(result);
  expect(events.at(-1)).toMatchObject({
    faults: faults.length,
    killed,
    not_found: faults.length - killed,
    failures: 0,
  });
  expect(events.filter((event) => 'type' in event && event.type === 'finding')).toHaveLength(findingsOf(result).length);
});
