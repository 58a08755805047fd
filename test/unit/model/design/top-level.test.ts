import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of the top of a schema, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'profiles: [standards, execution-state]',
    'profiles: [standard]',
    ['[value-invalid] profiles[0] (standard): "profiles[0]" cannot be "standard"; did you mean "standards"?'],
  ],
  [
    'profiles: [standards, execution-state]',
    'profiles: [standards, standards]',
    ['[value-invalid] profiles[1] (standards): "profiles" has "standards" twice; remove one of them'],
  ],
  [
    'status: design_approved',
    'status: approved',
    [
      '[value-invalid] status (approved): "status" cannot be "approved"; did you mean "design_approved" or "contract_approved"?',
    ],
  ],
  [
    'policy: backward',
    'policy: backwards',
    ['[value-invalid] compatibility.policy (backwards): "policy" cannot be "backwards"; did you mean "backward"?'],
  ],
  [
    'pre_1_0: allow_breaking',
    'pre_1_0: allow',
    ['[value-invalid] compatibility.pre_1_0 (allow): "pre_1_0" cannot be "allow"; did you mean "allow_breaking"?'],
  ],
  [
    'domain: sales\nowner',
    'domain: 7\nowner',
    ['[wrong-type] domain (7): "domain" must be text, and is 7; put quotes around it'],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
