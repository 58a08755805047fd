import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { smallSchema } from '../../support/small.ts';

/** What is said about a schema with a waiver of what its one record type breaks, in the order of the file. */
function said(version: string, until: string, { rule = 'component-undeclared', body = '' } = {}): unknown {
  const at = rule === 'ttl-not-seconds' ? 'table.ttl' : 'record_types.thing.pk_pattern';
  const waiver = `{ rule: ${rule}, at: ${at}, reason: It is mended next time., ${until} }`;
  const text = smallSchema(body, { top: `${version}\nwaivers: [${waiver}]` });
  const written = rule === 'ttl-not-seconds' ? text.replace('name: things', 'name: things, ttl: at') : text;
  return compileSchema('schema.yaml', written.replace('T#{id}', 'T#{id}/{x}'))
    .diagnostics.map(({ code, path }) => `${code} ${path}`)
    .filter((each) => !each.startsWith('key-size'));
}

it.each([
  ['an earlier version', 'version: 1.9.9', 'until: 2.0.0'],
  ['the candidate of that version', 'version: 2.0.0-rc.1', 'until: 2.0.0'],
  ['a smaller number of more digits', 'version: 1.9.0', 'until: 1.10.0'],
  ['any version', 'version: 9.0.0', 'owner: team-things'],
  ['no version', '', 'owner: team-things'],
])('waives in %s', (_what, version, until) => {
  expect(said(version, until)).toEqual([]);
});

it.each([
  ['that version', 'version: 2.0.0', 'until: 2.0.0'],
  ['a later one', 'version: 2.0.1', 'until: 2.0.0'],
  ['a candidate of a later one', 'version: 2.1.0-rc.1', 'until: 2.0.0'],
  ['a candidate of that version, if it is meant', 'version: 2.0.0-rc.2', 'until: 2.0.0-rc.1'],
])('waives nothing any more in %s, and what it waived is said again', (_what, version, until) => {
  expect(said(version, until)).toEqual([
    'waiver-expired waivers[0]',
    'component-undeclared record_types.thing.pk_pattern',
  ]);
});

it('says again what is found early', () => {
  const body = 'at: { type: timestamp, format: iso-seconds }';
  expect(said('version: 2.0.0', 'until: 2.0.0', { rule: 'ttl-not-seconds', body })).toContain(
    'ttl-not-seconds table.ttl',
  );
  expect(said('version: 1.0.0', 'until: 2.0.0', { rule: 'ttl-not-seconds', body })).not.toContain(
    'ttl-not-seconds table.ttl',
  );
});

it('says beside other errors that a waiver has ended', () => {
  const body = 'a: { type: integer, minimum: 2, maximum: 1 }';
  expect(said('version: 2.0.0', 'until: 2.0.0', { body })).toEqual([
    'waiver-expired waivers[0]',
    'component-undeclared record_types.thing.pk_pattern',
    'value-conflict record_types.thing.attributes.a.minimum',
  ]);
});

it('says nothing of the end, or of what changed, where the version is wrong', () => {
  const changelog = smallSchema('', { top: 'version: 2\nchangelog: { 2.0.0: All of it. }' });
  expect(compileSchema('schema.yaml', changelog).diagnostics.map(({ path }) => path)).toEqual(['version']);
  expect(said('version: "2"', 'until: 2.0.0')).toEqual(['value-invalid version']);
});

it('says of a waiver that cannot be that alone', () => {
  expect(said('version: 2.0.0', 'until: 2.0.0', { rule: 'default-invalid' })).toEqual([
    'waiver-refused waivers[0].rule',
    'component-undeclared record_types.thing.pk_pattern',
  ]);
});
