import { expect, it } from 'vitest';
import { hazardsOfScenarios } from '../../../../src/generate/coverage/hazards-of-scenarios.ts';
import { scenarioPage } from '../../../../src/generate/coverage/page.ts';
import { scenarioIds, scenarios } from '../../../../src/generate/coverage/scenarios.ts';
import type { RecordDraft } from '../../../../src/generate/draft.ts';
import { generateVectors } from '../../../../src/generate/vectors.ts';
import { page } from '../../../docs/support/pages.ts';
import { everyType } from '../../../support/schemas.ts';
import { register } from '../../hazard/register.ts';
import { emittedScenarios } from './emitted.ts';

const emitted = emittedScenarios();

it('every scenario is made somewhere, and nothing else', () => {
  expect([...emitted.keys()].sort()).toEqual([...scenarioIds].sort());
});

it.each(scenarioIds)('%s carries the hazards that it is said to carry', (id) => {
  expect([...(emitted.get(id) ?? [])].sort()).toEqual(hazardsOfScenarios[id]);
});

it('no scenario has the name of a hazard', () => {
  const hazards = register().map(({ id }) => id);
  expect(scenarioIds.filter((id) => hazards.includes(id))).toEqual([]);
});

it('what must be refused is a refusal, and what must be accepted is none', () => {
  const wrong = generateVectors(everyType).flatMap(({ kind, vectors }) =>
    vectors.filter(({ scenario }) => {
      const { polarity } = scenarios[scenario as keyof typeof scenarios];
      return (polarity === 'refused') !== (kind === 'refusals');
    }),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('a draft of a scenario that is not in the catalogue does not compile', () => {
  const head = { slug: 'x', description: 'x', hazards: [], subject: '', record: {} } as const;
  // @ts-expect-error: the name is misspelt
  const misspelt: RecordDraft = { ...head, scenario: 'all-attribute' };
  // @ts-expect-error: what must be refused is nothing to be accepted
  const refused: RecordDraft = { ...head, scenario: 'unknown-member' };
  // @ts-expect-error: there is no draft without a scenario
  const nameless: RecordDraft = head;
  expect([misspelt, refused, nameless]).toHaveLength(3);
});

it('the page is that of the catalogue: run "npm run generate"', () => {
  expect(page('docs/scenarios.md').text).toBe(scenarioPage());
});
