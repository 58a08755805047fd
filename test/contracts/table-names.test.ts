import { expect, it } from 'vitest';
import type { NamingEnvironment } from '../../src/model/design/table-name.ts';
import { resolveTableName } from '../../src/model/design/table-name.ts';
import { compileContract } from './support/contracts.ts';

/** The variable, suffix and local name of every table of the execution state. */
const tables: readonly (readonly [string, string, string, string])[] = [
  ['users', 'DATAOPS_USERS_TABLE', 'users', 'Users'],
  ['tasks', 'DATAOPS_TASKS_TABLE', 'tasks', 'Tasks'],
  ['cards', 'DATAOPS_CARDS_TABLE', 'cards', 'Projects'],
  ['templates', 'DATAOPS_TEMPLATES_TABLE', 'templates', 'Templates'],
  ['files', 'DATAOPS_FILES_TABLE', 'files', 'Files'],
  ['artifacts', 'DATAOPS_ARTIFACTS_TABLE', 'artifacts', 'Artifacts'],
  ['assistant_jobs', 'DATAOPS_ASSISTANT_JOBS_TABLE', 'assistant-jobs', 'AssistantJobs'],
  ['audit_events', 'DATAOPS_AUDIT_EVENTS_TABLE', 'audit-events', 'AuditEvents'],
  ['intake', 'DATAOPS_INTAKE_TABLE', 'intake', 'IntakeItems'],
  ['notifications', 'DATAOPS_NOTIFICATIONS_TABLE', 'notifications', 'Notifications'],
  ['sessions', 'DATAOPS_SESSIONS_TABLE', 'sessions', 'Sessions'],
  ['bookkeeping', 'DATAOPS_BOOKKEEPING_TABLE', 'bookkeeping', 'Bookkeeping'],
  ['sponsor_crm', 'DATAOPS_SPONSOR_CRM_TABLE', 'sponsor-crm', 'SponsorCrm'],
  ['newsletter_slots', 'DATAOPS_NEWSLETTER_SLOTS_TABLE', 'newsletter-slots', 'NewsletterSlots'],
  ['calendar', 'DATAOPS_CALENDAR_TABLE', 'calendar', 'Calendar'],
  ['conversational_state', 'DATAOPS_CONVERSATIONAL_STATE_TABLE', 'conversational-state', 'ConversationalState'],
];

it('lists every table of the execution state', () => {
  const design = compileContract('execution-state/schema').model?.design;
  expect(design?.tables.map(({ name }) => name).sort()).toEqual(tables.map(([name]) => name).sort());
});

it.each(tables)(
  '%s: its variable goes before the prefix, the prefix before the local name',
  (name, env, suffix, local) => {
    const prefixed = { DATAOPS_TABLE_PREFIX: 'dataops-v1' };
    const whole = { ...prefixed, [env]: `prod-${suffix}` };
    expect(nameOf(name, { production: true, variables: whole })).toBe(`prod-${suffix}`);
    expect(nameOf(name, { production: true, variables: prefixed })).toBe(`dataops-v1-${suffix}`);
    expect(nameOf(name, { production: false, variables: {} })).toBe(local);
  },
);

it.each(tables)('%s: production has no local name', (name, env) => {
  expect(nameOf(name, { production: true, variables: {} })).toBe(
    `set ${env} or DATAOPS_TABLE_PREFIX: production has no local names`,
  );
});

it.each([
  ['dialogue/schema', 'dialogue', 'blue_dialogue'],
  ['document/schema', 'document', 'blue_document'],
  ['dialogue/rfc-0058', 'dialogues', 'blue_dialogues'],
  ['bookstore/schema', 'Books', 'Books'],
])('%s: the name of "%s" is %s everywhere', (contract, table, expected) => {
  expect(nameOf(table, { production: true, variables: {} }, contract)).toBe(expected);
});

/** The name of a table, or why there is none. */
function nameOf(table: string, environment: NamingEnvironment, contract = 'execution-state/schema'): string {
  const found = compileContract(contract).model?.design.tables.find(({ name }) => name === table);
  if (found === undefined) throw new TypeError(`${contract} has no table ${table}`);
  const resolved = resolveTableName(found, environment);
  return 'problem' in resolved ? resolved.problem : resolved.name;
}
