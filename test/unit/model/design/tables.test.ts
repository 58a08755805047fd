import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of tables, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'local: Shop }',
    'local: Shop, template: x }',
    [
      '[value-conflict] tables.shop.name.env (env): "env" says where the name is, and "template" what it is; keep the template, or "env", "prefix_env" and "local"',
      '[value-invalid] tables.shop.name.template (x): "x" is no name of a table; a name has 3 to 255 of letters, digits, "_", "-" and "."',
    ],
  ],
  [
    'suffix: shop, local',
    'local',
    [
      '[missing-key] tables.shop.name.prefix_env (TABLE_PREFIX): "prefix_env" is half a name without "suffix"; add "suffix:"',
    ],
  ],
  [
    '{ env: SHOP_TABLE, prefix_env: TABLE_PREFIX, suffix: shop, local: Shop }',
    '{ suffix: shop }',
    ['[missing-key] tables.shop.name.suffix (shop): "suffix" is half a name without "prefix_env"; add "prefix_env:"'],
  ],
  [
    '{ env: SHOP_TABLE, prefix_env: TABLE_PREFIX, suffix: shop, local: Shop }',
    '{ local: Shop }',
    [
      '[missing-key] tables.shop.name ({ local: Shop }): nothing says what the table is called in production; add "env:", or "prefix_env:" and "suffix:", or "template:"',
    ],
  ],
  [
    'prefix_env: TABLE_PREFIX',
    'prefix_env: TABLE-PREFIX',
    [
      '[value-invalid] tables.shop.name.prefix_env (TABLE-PREFIX): "prefix_env" cannot be "TABLE-PREFIX"; write letters, digits and "_", and start with no digit: "TABLE_NAME"',
    ],
  ],
  [
    'values: { domain: emails }',
    'values: { domian: emails }',
    [
      '[reference-unknown] tables.emails.name.template (\'shop_{domain}\'): the template has no value for "{domain}"; did you mean "domian"?',
      '[reference-unknown] tables.emails.name.values.domian (domian): the template does not use the value "domian"; did you mean "domain"?',
    ],
  ],
  [
    "template: 'shop_{domain}', values: { domain: emails }",
    "template: 'shop_{domain}'",
    [
      '[reference-unknown] tables.emails.name.template (\'shop_{domain}\'): the template has no value for "{domain}"; add "values:" with "domain:"',
    ],
  ],
  [
    "template: 'shop_{domain}', ",
    '',
    [
      '[missing-key] tables.emails.name ({ values: { domain: emails } }): there are values here, and no template that uses them; add "template:"',
    ],
  ],
  [
    'values: { domain: emails }',
    "values: { domain: 'e mails' }",
    [
      '[value-invalid] tables.emails.name.template (\'shop_{domain}\'): "shop_e mails" is no name of a table; a name has 3 to 255 of letters, digits, "_", "-" and "."',
    ],
  ],
  [
    '    capacity: { read: 10, write: 5, autoscaling: { minimum: 5, maximum: 100, target_utilization: 70 } }\n',
    '',
    [
      '[missing-key] tables.shop.billing_mode (billing_mode): a table that is PROVISIONED has no "capacity"; add "capacity: { read: …, write: … }"',
    ],
  ],
  [
    'billing_mode: PROVISIONED',
    'billing_mode: PAY_PER_REQUEST',
    [
      '[value-conflict] tables.shop.capacity (capacity): a table that is billed on demand has no "capacity"; remove it, or add "billing_mode: PROVISIONED"',
      '[value-conflict] tables.shop.keys.by_status.capacity (capacity): an index of a table that is billed on demand has no "capacity"; remove it, or add "billing_mode: PROVISIONED"',
    ],
  ],
  [
    'billing_mode: PROVISIONED\n    capacity: { read: 10, write: 5, autoscaling: { minimum: 5, maximum: 100, target_utilization: 70 } }',
    'billing_mode: PAY_PER_REQUEST',
    [
      '[value-conflict] tables.shop.keys.by_status.capacity (capacity): an index of a table that is billed on demand has no "capacity"; remove it, or add "billing_mode: PROVISIONED"',
    ],
  ],
  [
    'sort_key: LSI1SK',
    'sort_key: LSI1SK, capacity: { read: 1, write: 1 }',
    [
      '[value-conflict] tables.shop.keys.by_total.capacity (capacity): "by_total" is a local index, and uses the capacity of its table; remove it, or make it a global index',
    ],
  ],
  [
    'primary: { partition_key: PK, sort_key: SK }',
    'primary: { partition_key: PK, sort_key: SK, capacity: { read: 1, write: 1 } }',
    [
      '[value-conflict] tables.shop.keys.primary.capacity (capacity): the capacity of a table stands beside its keys, and not in one of them; move it into the table',
    ],
  ],
  [
    '{ read: 3, write: 4 }',
    '{ read: 3, write: 4, autoscaling: { minimum: 9, maximum: 8, target_utilization: 70 } }',
    [
      '[value-conflict] tables.shop.keys.by_status.capacity.autoscaling.minimum (9): minimum 9 is larger than maximum 8; lower "minimum", or raise "maximum"',
    ],
  ],
  [
    'read: 3, write: 4',
    'read: 3',
    ['[missing-key] tables.shop.keys.by_status.capacity (capacity): "capacity" has no "write"; add "write:"'],
  ],
  [
    'minimum: 5, maximum: 100',
    'minimum: 500, maximum: 100',
    [
      '[value-conflict] tables.shop.capacity.autoscaling.minimum (500): minimum 500 is larger than maximum 100; lower "minimum", or raise "maximum"',
    ],
  ],
  [
    'target_utilization: 70',
    'target_utilization: 95',
    [
      '[value-invalid] tables.shop.capacity.autoscaling.target_utilization (95): "target_utilization" must be at most 90, and is 95; write 90 or less',
    ],
  ],
  [
    'read: 10, write: 5',
    'read: 10',
    ['[missing-key] tables.shop.capacity (capacity): "capacity" has no "write"; add "write:"'],
  ],
  [
    '{ days: 7 }',
    '{ days: 36 }',
    [
      '[value-invalid] tables.shop.point_in_time_recovery.days (36): "days" must be at most 35, and is 36; write 35 or less',
    ],
  ],
  [
    'encryption: customer-managed',
    'encryption: customer_managed',
    [
      '[value-invalid] tables.shop.encryption (customer_managed): "encryption" cannot be "customer_managed"; did you mean "customer-managed"?',
    ],
  ],
  [
    'table_class: STANDARD',
    'table_class: STANDART',
    [
      '[value-invalid] tables.shop.table_class (STANDART): "table_class" cannot be "STANDART"; did you mean "STANDARD"?',
    ],
  ],
  [
    'deletion_policy: Retain',
    'deletion_policy: Delete',
    [
      '[value-conflict] tables.shop.deletion_policy (Delete): a table with "deletion_protection" cannot be deleted with its stack; write "Retain", or remove "deletion_protection"',
    ],
  ],
  [
    'lifecycle_owner: cloudformation',
    'lifecycle_owner: cloudfromation',
    [
      '[value-invalid] tables.shop.lifecycle_owner (cloudfromation): "lifecycle_owner" cannot be "cloudfromation"; did you mean "cloudformation"?',
    ],
  ],
  [
    'on_demand_before: [index changes]',
    'on_demand: [index changes]',
    [
      '[unknown-key] tables.shop.backup.on_demand (on_demand): unknown key "on_demand"; did you mean "on_demand_before"?',
    ],
  ],
  [
    '    ttl: expires_at\n',
    '    ttl: status\n',
    [
      '[ttl-not-seconds] tables.shop.ttl (status): "status" of "order" is string, and Time to Live reads epoch-seconds; make it "type: timestamp, format: epoch-seconds"',
      '[value-conflict] record_types.order.ttl.attribute (expires_at): the attribute of Time to Live of the table "shop" is "status", so items would not expire; write "status" here, or in the table',
      '[value-conflict] record_types.cart.ttl.attribute (expires_at): the attribute of Time to Live of the table "shop" is "status", so items would not expire; write "status" here, or in the table',
    ],
  ],
  [
    '    ttl: { attribute: expires_at, from: placed_at, after: { days: 90, hours: 1 }, expired: absent, description: Law. }\n    indexes:',
    '    ttl: { attribute: placed_at }\n    indexes:',
    [
      '[ttl-not-seconds] record_types.order.ttl.attribute (placed_at): "placed_at" is iso-seconds, and Time to Live reads epoch-seconds; make it "type: timestamp, format: epoch-seconds"',
      '[value-conflict] record_types.order.ttl.attribute (placed_at): the attribute of Time to Live of the table "shop" is "expires_at", so items would not expire; write "expires_at" here, or in the table',
    ],
  ],
  [
    "    name: { template: 'shop_{domain}', values: { domain: emails } }\n",
    '    name: emails\n    ttl: expires_at\n',
    [
      '[ttl-unused] tables.emails.ttl (expires_at): no record type of the table "emails" has the attribute "expires_at"; declare "expires_at" in a record type whose items expire, or remove "ttl" from the table',
    ],
  ],
  [
    'capacity: { read: 10, write: 5, autoscaling: { minimum: 5',
    'capacity: { read: 101, write: 5, autoscaling: { minimum: 6',
    [
      '[value-conflict] tables.shop.capacity.read (101): read 101 is not between 6 and 100, the bounds of "autoscaling"; write 100, or change the bounds',
      '[value-conflict] tables.shop.capacity.write (5): write 5 is not between 6 and 100, the bounds of "autoscaling"; write 6, or change the bounds',
    ],
  ],
  [
    '{ read: 3, write: 4 }',
    '{ read: 3, write: 4, autoscaling: { minimum: 3, maximum: 3, target_utilization: 70 } }',
    [
      '[value-conflict] tables.shop.keys.by_status.capacity.write (4): write 4 is not between 3 and 3, the bounds of "autoscaling"; write 3, or change the bounds',
    ],
  ],
  [
    'renamed_from: mails',
    'renamed_from: shop',
    [
      '[value-conflict] tables.emails.renamed_from (shop): there still is a table "shop", so "emails" was not renamed from it; remove "shop" if "emails" has taken its place, or remove "renamed_from"',
    ],
  ],
  [
    'renamed_from: by_state',
    'renamed_from: by_total',
    [
      '[value-conflict] tables.shop.keys.by_status.renamed_from (by_total): there still is an index "by_total", so "by_status" was not renamed from it; remove "by_total" if "by_status" has taken its place, or remove "renamed_from"',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
