import { expect, it } from 'vitest';
import type { TableNaming } from '../../../../src/model/design/model.ts';
import { resolveTableName } from '../../../../src/model/design/table-name.ts';
import { healthyDesign, modelOf } from '../../../support/design.ts';

const naming: TableNaming = {
  kind: 'environment',
  env: 'SHOP_TABLE',
  prefixEnv: 'TABLE_PREFIX',
  suffix: 'shop',
  local: 'Shop',
};
const table = { name: 'shop', naming };
const both = { SHOP_TABLE: 'orders-blue', TABLE_PREFIX: 'prod' };

it.each([
  ['the whole name goes first', both, true, { name: 'orders-blue', from: 'env' }],
  ['then the prefix, with the suffix', { TABLE_PREFIX: 'prod' }, true, { name: 'prod-shop', from: 'prefix_env' }],
  ['then the local name', {}, false, { name: 'Shop', from: 'local' }],
  [
    'production has no local name',
    {},
    true,
    { problem: 'set SHOP_TABLE or TABLE_PREFIX: production has no local names' },
  ],
  [
    'an empty variable is not set',
    { SHOP_TABLE: '', TABLE_PREFIX: 'dev' },
    false,
    { name: 'dev-shop', from: 'prefix_env' },
  ],
  [
    'a name that DynamoDB refuses is a problem',
    { SHOP_TABLE: 'a b' },
    true,
    { problem: '"a b" is no name of a table: 3 to 255 of letters, digits, "_", "-" and "."' },
  ],
])('%s', (_what, variables, production, resolved) => {
  expect(resolveTableName(table, { production, variables })).toEqual(resolved);
});

it('takes no variable for one that an object inherits', () => {
  const inherited = { ...table, naming: { ...naming, env: 'constructor', prefixEnv: null, suffix: null } };
  expect(resolveTableName(inherited, { production: true, variables: {} })).toEqual({
    problem: 'set constructor: production has no local names',
  });
});

it('has nothing to fall back on without a local name', () => {
  const bare = { ...table, naming: { ...naming, local: null } };
  expect(resolveTableName(bare, { production: false, variables: {} })).toEqual({
    problem: 'set SHOP_TABLE or TABLE_PREFIX',
  });
});

it('fills templates, and takes literal names and names of the schema as they are', () => {
  const [, emails] = modelOf(healthyDesign).design.tables;
  const anywhere = { production: true, variables: {} };
  expect(emails === undefined ? undefined : resolveTableName(emails, anywhere)).toEqual({
    name: 'shop_emails',
    from: 'template',
  });
  expect(resolveTableName({ name: 'shop', naming: { kind: 'literal', text: 'Orders' } }, anywhere)).toEqual({
    name: 'Orders',
    from: 'literal',
  });
  expect(resolveTableName({ name: 'shop', naming: null }, anywhere)).toEqual({ name: 'shop', from: 'literal' });
});
