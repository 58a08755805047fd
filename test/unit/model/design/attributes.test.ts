import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of attributes, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'classification: private',
    'classification: prviate',
    [
      '[value-invalid] record_types.customer.attributes.email.classification (prviate): "classification" cannot be "prviate"; did you mean "private"?',
    ],
  ],
  [
    'required: true, immutable: true }',
    'required: true, immutable: true, user_editable: true }',
    [
      '[value-conflict] record_types.customer.attributes.customer_id.user_editable (true): "customer_id" is immutable, so no user can change it; remove "user_editable", or "immutable"',
    ],
  ],
  [
    'export_name: full_name',
    'export_name: email',
    [
      '[value-conflict] record_types.customer.attributes.name.export_name (email): two attributes are exported as "email"; give one of them an "export_name" of its own',
    ],
  ],
  [
    'renamed_from: orders',
    'renamed_from: friends',
    [
      '[value-conflict] record_types.customer.attributes.order_count.renamed_from (friends): there still is "friends", so "order_count" was not renamed from it; remove "friends" if "order_count" has taken its place, or remove "renamed_from"',
    ],
  ],
  [
    'reason: No more., use: email',
    'reason: No more., use: emial',
    [
      '[reference-unknown] record_types.customer.attributes.password_hash.deprecated.use (emial): there is no attribute "emial"; did you mean "email"?',
    ],
  ],
  [
    'denormalized_from: customer.name',
    'denormalized_from: customer.nam',
    [
      '[reference-unknown] record_types.order.attributes.customer_name.denormalized_from (customer.nam): "customer" has no attribute "nam"; did you mean "name"?',
    ],
  ],
  [
    'denormalized_from: customer.name',
    'denormalized_from: customer.order_count',
    [
      '[relation-type] record_types.order.attributes.customer_name.denormalized_from (customer.order_count): this is text, and what it refers to is a number; give both the same type',
    ],
  ],
  [
    'denormalized_from: customer.name',
    'denormalized_from: order.customer_name',
    [
      '[value-conflict] record_types.order.attributes.customer_name.denormalized_from (order.customer_name): "customer_name" is no copy of itself; name the attribute that it is copied from, or remove "denormalized_from"',
    ],
  ],
  [
    'street: { type: string, classification: sensitive',
    'street: { type: string, immutable: true, classification: sensitive',
    [
      '[value-conflict] parameters.address.members.street.user_editable (true): "street" is immutable, so no user can change it; remove "user_editable", or "immutable"',
    ],
  ],
  [
    'sent: [closed], closed: [] }',
    'sent: [closed] }',
    [
      '[missing-key] record_types.order.attributes.status.transitions (transitions): nothing says what may follow "closed"; add "closed: []" if nothing may',
    ],
  ],
  [
    'sent: [closed], closed: [] }',
    'sent: [closd], closed: [] }',
    [
      '[reference-unknown] record_types.order.attributes.status.transitions.sent[0] (closd): "closd" is not in the enum; did you mean "closed"?',
    ],
  ],
  [
    'sent: [closed], closed: [] }',
    'sent: [closed], closed: [], cloesd: [] }',
    [
      '[reference-unknown] record_types.order.attributes.status.transitions.cloesd (cloesd): "cloesd" is not in the enum; did you mean "closed"?',
    ],
  ],
  [
    'open: [sent, closed]',
    'open: [closed]',
    [
      '[transition-unreachable] record_types.order.attributes.status.transitions.sent (sent): no path from "initial" leads to "sent"; add "sent" to "initial", or to what may follow another value',
    ],
  ],
  [
    'initial: [open]',
    'initial: [opne]',
    [
      '[reference-unknown] record_types.order.attributes.status.initial[0] (opne): "opne" is not in the enum; did you mean "open"?',
    ],
  ],
  [
    '        initial: [open]\n',
    '',
    [
      '[missing-key] record_types.order.attributes.status.transitions (transitions): "transitions" says half of how "status" changes; add "initial:"',
    ],
  ],
  [
    '        transitions: { open: [sent, closed], sent: [closed], closed: [] }\n',
    '',
    [
      '[missing-key] record_types.order.attributes.status.initial (initial): "initial" says half of how "status" changes; add "transitions:"',
    ],
  ],
  [
    '        enum: [open, sent, closed]\n',
    '',
    [
      '[value-conflict] record_types.order.attributes.status.transitions (transitions): "status" has no "enum", so it has no states; add "enum:" with every state',
    ],
  ],
  [
    'customer_name: { type: string,',
    'customerName: { type: string,',
    [
      '[naming-style] record_types.order.attributes.customerName (customerName): "customerName" is not in snake_case; write "customer_name"',
      '[reference-unknown] operations.send_order.condition.not.customer_name (customer_name): "order" has no attribute "customer_name"; did you mean "customerName"?',
      '[reference-unknown] operations.send_order.set.customer_name (customer_name): "order" has no attribute "customer_name"; did you mean "customerName"?',
    ],
  ],
  [
    'attribute_names: snake_case',
    'attribute_names: camelCase',
    [
      '[naming-style] record_types.customer.attributes.customer_id (customer_id): "customer_id" is not in camelCase; write "customerId"',
      '[naming-style] record_types.customer.attributes.password_hash (password_hash): "password_hash" is not in camelCase; write "passwordHash"',
      '[naming-style] record_types.customer.attributes.order_count (order_count): "order_count" is not in camelCase; write "orderCount"',
      '[naming-style] record_types.order.attributes.customer_id (customer_id): "customer_id" is not in camelCase; write "customerId"',
      '[naming-style] record_types.order.attributes.order_id (order_id): "order_id" is not in camelCase; write "orderId"',
      '[naming-style] record_types.order.attributes.customer_name (customer_name): "customer_name" is not in camelCase; write "customerName"',
      '[naming-style] record_types.order.attributes.placed_at (placed_at): "placed_at" is not in camelCase; write "placedAt"',
      '[naming-style] record_types.order.attributes.expires_at (expires_at): "expires_at" is not in camelCase; write "expiresAt"',
      '[naming-style] record_types.order.attributes.search_key (search_key): "search_key" is not in camelCase; write "searchKey"',
      '[naming-style] record_types.audit.attributes.event_id (event_id): "event_id" is not in camelCase; write "eventId"',
      '[naming-style] record_types.cart.attributes.expires_at (expires_at): "expires_at" is not in camelCase; write "expiresAt"',
      '[naming-style] record_types.email_lookup.attributes.customer_id (customer_id): "customer_id" is not in camelCase; write "customerId"',
    ],
  ],
  [
    'attribute_names: snake_case',
    'attribute_names: kebab-case',
    [
      '[value-invalid] conventions.attribute_names (kebab-case): "attribute_names" cannot be "kebab-case"; there is "snake_case", "camelCase", "PascalCase"',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
