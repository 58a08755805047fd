import { expect, it } from 'vitest';
import { type DesignCase, edited, reportsOf } from '../../../support/design.ts';

/** Each rule of operations, with an edit of the healthy schema that breaks it. */
const cases: readonly DesignCase[] = [
  [
    'set: { status: sent',
    'set: { search_key: A',
    [
      '[value-conflict] operations.send_order.set.search_key (search_key): "search_key" is computed from other attributes, so no update sets it; set the attributes that it is computed from',
    ],
  ],
  [
    'add: { order_count: 1,',
    'add: { points: 1,',
    [
      '[update-type] operations.count_order.add.points (points): "add" works on numbers and sets, and "points" is stored as text; write "set" to give it another value',
    ],
  ],
  [
    '{ paid: { equals: true } }',
    '{ paid: { attribute: piad } }',
    [
      '[reference-unknown] operations.send_order.condition.any_of[0].paid.attribute (piad): "order" has no attribute "piad"; did you mean "paid"?',
    ],
  ],
  [
    '    type: put\n    condition: { PK',
    '    type: insert\n    condition: { PK',
    [
      '[value-invalid] operations.place_order.type (insert): "type" cannot be "insert"; there is "put", "update", "delete", "check", "transaction", "batch"',
    ],
  ],
  [
    '    record_type: order\n    type: put',
    '    record_type: ordr\n    type: put',
    [
      '[reference-unknown] operations.place_order.record_type (ordr): there is no record type "ordr"; did you mean "order"?',
    ],
  ],
  [
    '    record_type: order\n    type: put',
    '    type: put',
    [
      '[missing-key] operations.place_order (place_order): nothing says what kind of item is written; add "record_type:"',
    ],
  ],
  [
    '{ PK: { exists: false } }\n    returns',
    '{ PX: { exists: false } }\n    returns',
    [
      '[reference-unknown] operations.place_order.condition.PX (PX): "order" has no attribute "PX"; there is "customer_id", "order_id", "customer_name", "status", "placed_at", "expires_at", "total", "lines", "paid", "details", "tenant", "search_key"',
    ],
  ],
  [
    '    returns: none\n',
    '    returns: all_new\n',
    [
      '[value-conflict] operations.place_order.returns (all_new): a put cannot return "all_new"; write "none" or "all_old", or "type: update"',
    ],
  ],
  [
    '    returns: none\n',
    '    set: { paid: true }\n',
    [
      '[value-conflict] operations.place_order.set (set): "set" is for updates, and a put writes the whole item; remove "set", or write "type: update"',
    ],
  ],
  [
    'set: { status: sent',
    'set: { status: snet',
    ['[value-invalid] operations.send_order.set.status (snet): "snet" is not in the enum; did you mean "sent"?'],
  ],
  [
    'set: { status: sent',
    'set: { stauts: sent',
    [
      '[reference-unknown] operations.send_order.set.stauts (stauts): "order" has no attribute "stauts"; did you mean "status"?',
    ],
  ],
  [
    'set: { status: sent',
    'set: { order_id: A',
    [
      '[key-update] operations.send_order.set.order_id (order_id): "order_id" is part of the primary key, which an update cannot change; put a new item and delete the old one, in a transaction',
    ],
  ],
  [
    'set: { status: sent',
    'set: { SK: A',
    [
      '[key-update] operations.send_order.set.SK (SK): "SK" is part of the primary key, which an update cannot change; put a new item and delete the old one, in a transaction',
    ],
  ],
  [
    'set: { status: sent',
    "set: { 'lines[].sku': A",
    [
      '[value-conflict] operations.send_order.set.lines[].sku (\'lines[].sku\'): "lines[].sku" means every item of a list, which an update cannot name; set the whole list, or use "append" to add to its end',
    ],
  ],
  [
    'set: { status: sent',
    'set: { total: much',
    [
      '[wrong-type] operations.send_order.set.total (much): a value of type decimal is expected here; write a number, or "{ parameter: … }"',
    ],
  ],
  [
    'customer_name: { parameter: name }',
    'customer_name: 5',
    [
      '[wrong-type] operations.send_order.set.customer_name (5): a value of type string is expected here; put quotes around text that looks like something else',
    ],
  ],
  [
    'set: { status: sent',
    'set: { status: [sent]',
    [
      '[wrong-type] operations.send_order.set.status ([sent]): a value of type string is expected here; write text, or "{ parameter: … }"',
    ],
  ],
  [
    'remove: [paid]',
    'remove: [status]',
    [
      '[value-conflict] operations.send_order.remove[0] (status): "status" is required, so it cannot be removed; set "status" to another value, or take "required" away from it',
      '[update-overlap] operations.send_order.remove[0] (status): "remove" changes "status", and "set" does so already; keep "status" in one of them',
    ],
  ],
  [
    'remove: [paid]',
    'remove: [details.reason]',
    [
      '[update-overlap] operations.send_order.remove[0] (details.reason): "remove" changes "details.reason", and "set" does so already; one of "details.reason" and "details" holds the other: change the outer one as a whole, or only members of it',
    ],
  ],
  [
    'remove: [paid]',
    'remove: [placed_at]',
    [
      '[value-conflict] operations.send_order.remove[0] (placed_at): "placed_at" is required, so it cannot be removed; set "placed_at" to another value, or take "required" away from it',
    ],
  ],
  [
    'append: { lines:',
    'append: { paid:',
    [
      '[update-type] operations.send_order.append.paid (paid): "append" works on lists, and "paid" is of type boolean; write "set" to give it another value',
      '[update-overlap] operations.send_order.append.paid (paid): "append" changes "paid", and "remove" does so already; keep "paid" in one of them',
    ],
  ],
  [
    'append: { lines:',
    'add: { details:',
    [
      '[update-type] operations.send_order.add.details (details): "add" works on numbers and sets, and "details" is of type map; write "set" to give it another value',
      '[update-overlap] operations.send_order.add.details (details): "add" changes "details", and "set" does so already; keep "details" in one of them',
    ],
  ],
  [
    'delete: { friends:',
    'delete: { name:',
    [
      '[update-type] operations.unfriend.delete.name (name): "delete" works on sets, and "name" is of type string; write "set" to give it another value',
    ],
  ],
  [
    'add: { order_count: 1,',
    'add: { order_count: 1, version: 1,',
    [
      '[update-overlap] operations.count_order.add.version (version): "version" is the version, which every update raises by one; remove "version" from "add"',
    ],
  ],
  [
    'if_not_exists: { name: Ann }',
    'set: { email: a }\n    if_not_exists: { email: b }',
    [
      '[update-overlap] operations.count_order.if_not_exists.email (email): "if_not_exists" changes "email", and "set" does so already; keep "email" in one of them',
    ],
  ],
  [
    'writer: importer',
    'writer: exporter',
    [
      '[reference-unknown] operations.count_order.writer (exporter): "exporter" is none of the writers of "customer"; did you mean "importer"?',
    ],
  ],
  [
    '    version: version\n',
    '    version: name\n',
    [
      '[update-overlap] operations.count_order.if_not_exists.name (name): "name" is the version, which every update raises by one; remove "name" from "if_not_exists"',
      '[value-conflict] operations.count_order.version (name): "name" is no integer, so it cannot be one more; give "name" the type integer, or name the attribute that counts the versions',
    ],
  ],
  [
    '    version: version\n',
    '    version: vresion\n',
    [
      '[reference-unknown] operations.count_order.version (vresion): "customer" has no attribute "vresion"; did you mean "version"?',
    ],
  ],
  [
    '    version: version\n',
    '',
    [
      '[value-conflict] operations.count_order.idempotency (natural): done twice, "order_count" changes the item twice, so this is not idempotent; add a condition or a version, or write "none" or "token"',
    ],
  ],
  [
    'paid: { type: boolean }',
    'paid: { type: boolean, immutable: true }',
    [
      '[value-conflict] operations.send_order.remove[0] (paid): "paid" is immutable, so no update changes it; write it when the item is put, or with "if_not_exists"',
    ],
  ],
  [
    "'home.town': { attribute: home.street }",
    "'home.town': { attribute: home.stret }",
    [
      '[reference-unknown] operations.unfriend.set.home.town.attribute (home.stret): "home" has no member "stret"; did you mean "street"?',
    ],
  ],
  [
    "'home.town': { attribute: home.street }",
    "'home.twon': Bern",
    [
      '[reference-unknown] operations.unfriend.set.home.twon (\'home.twon\'): "home" has no member "twon"; did you mean "town"?',
    ],
  ],
  [
    "    delete: { friends: { parameter: friends } }\n    condition: { contact: { starts_with: x }, points: { at_least: 5 }, name: { attribute: email } }\n    set: { 'home.town': { attribute: home.street } }\n",
    '',
    ['[missing-key] operations.unfriend (unfriend): this update changes nothing; add "set:", "add:" or "remove:"'],
  ],
  [
    'status: open\n      search_key',
    'status: opne\n      search_key',
    ['[value-invalid] operations.send_order.condition.status (opne): "opne" is not in the enum; did you mean "open"?'],
  ],
  [
    '{ paid: { equals: true } }',
    '{ paid: { equals: yes } }',
    [
      '[wrong-type] operations.send_order.condition.any_of[0].paid.equals (yes): a value of type boolean is expected here; write true or false, or "{ parameter: … }"',
    ],
  ],
  [
    '{ paid: { equals: true } }',
    '{ paid: { less_than: true } }',
    [
      '[value-conflict] operations.send_order.condition.any_of[0].paid.less_than (true): "paid" has no order, so nothing is "less_than"; use "equals", "in" or "present", or test an attribute that is text or a number',
    ],
  ],
  [
    '{ paid: { equals: true } }',
    '{ paid: { starts_with: true } }',
    [
      '[value-conflict] operations.send_order.condition.any_of[0].paid.starts_with (true): "paid" is no text, so it starts with nothing; use "equals" or "in", or test an attribute that is text',
    ],
  ],
  [
    '{ paid: { equals: true } }',
    '{ paid: { empty: true } }',
    [
      '[value-conflict] operations.send_order.condition.any_of[0].paid.empty (true): "paid" is a truth value, which is never empty; use "present: false" for one that is absent, or compare it with "equals"',
    ],
  ],
  [
    '{ paid: { equals: true } }',
    '{ paid: { eqals: true } }',
    [
      '[unknown-key] operations.send_order.condition.any_of[0].paid.eqals (eqals): unknown key "eqals"; did you mean "equals"?',
    ],
  ],
  [
    '{ paid: { equals: true } }',
    "{ 'lines[].sku': x }",
    [
      '[value-conflict] operations.send_order.condition.any_of[0].lines[].sku (\'lines[].sku\'): "lines[].sku" means every item of a list, which no condition can test; test the list as a whole: "lines", with "exists", "present" or "empty"',
    ],
  ],
  [
    '{ less_than: { attribute: total } }',
    '{ less_than: { attribute: totl } }',
    [
      '[reference-unknown] operations.forget_order.condition.total.less_than.attribute (totl): "order" has no attribute "totl"; did you mean "total"?',
    ],
  ],
  [
    '{ less_than: { attribute: total } }',
    '{ less_than: { atribute: total } }',
    [
      '[unknown-key] operations.forget_order.condition.total.less_than.atribute (atribute): unknown key "atribute"; did you mean "attribute"?',
    ],
  ],
  [
    'status: [closed, sent]',
    'status: [closed, snt]',
    [
      '[value-invalid] operations.forget_order.condition.status[1] (snt): "snt" is not in the enum; did you mean "sent"?',
    ],
  ],
  [
    'forget_order:\n    record_type: order\n    type: delete\n    condition: { status: [closed, sent], total: { less_than: { attribute: total } }, lines: { empty: true } }',
    'forget_order:\n    record_type: audit\n    type: delete',
    [
      '[value-conflict] operations.forget_order.type (delete): items of "audit" are never changed ("append_only"); write "put"',
    ],
  ],
  [
    '    reason: The email must be unique.\n',
    '',
    [
      '[missing-key] operations.register (register): nothing says why "register" needs a transaction; add "reason:"; a transaction costs twice as much as its writes',
    ],
  ],
  [
    '    type: transaction\n',
    '    type: transaction\n    record_type: order\n',
    [
      '[value-conflict] operations.register.record_type (record_type): "record_type" says how one item is written, and a transaction has steps; move "record_type" into a step',
    ],
  ],
  [
    '- { type: put, record_type: customer, writer: api',
    '- { type: transaction, record_type: customer, writer: api',
    [
      '[value-conflict] operations.register.steps[0].type (transaction): a transaction cannot be a step of another operation; write its steps here, or make it an operation of its own',
    ],
  ],
  [
    '    type: transaction\n',
    '    type: put\n    record_type: order\n',
    [
      '[value-conflict] operations.register.steps (steps): a put is one write, and has no steps; write "type: transaction", with the writes as its steps',
    ],
  ],
  [
    '    steps:\n      - { type: put',
    '    x-steps:\n      - { type: put',
    ['[missing-key] operations.register (register): the transaction "register" has no "steps"; add "steps:"'],
  ],
  [
    '- { type: check, record_type: order, condition: { status: open } }',
    '- { type: check, record_type: customer, version: version }',
    [
      '[missing-key] operations.register.steps[2] ({ type: check, record_type: customer, version: version }): this check has no condition; add "condition:"',
      '[value-conflict] operations.register.steps[2].version (version): "version" is for writes, and a check writes nothing; say what must hold under "condition", and remove "version"',
    ],
  ],
  [
    '- { type: check, record_type: order, condition: { status: open } }',
    '- { type: check, record_type: order, condition: { status: open }, set: { paid: true } }',
    [
      '[value-conflict] operations.register.steps[2].set (set): "set" is for updates, and a check writes nothing; remove "set", or write "type: update"',
    ],
  ],
  [
    '    record_type: order\n    type: put\n    condition',
    '    record_type: order\n    type: check\n    condition',
    [
      '[value-conflict] operations.place_order.type (check): a check writes nothing by itself; make it a step of a transaction',
      '[value-conflict] operations.place_order.returns (returns): "returns" is for writes, and a check writes nothing; say what must hold under "condition", and remove "returns"',
    ],
  ],
  [
    '- { type: delete, record_type: order }',
    '- { type: check, record_type: order, condition: { status: open } }',
    [
      '[value-conflict] operations.import_customers.steps[0].type (check): a batch has no check, only puts and deletes; write "type: transaction", or an operation of its own',
    ],
  ],
  [
    '- { type: delete, record_type: order }',
    '- { type: delete, record_type: order, condition: { status: open } }',
    [
      '[value-conflict] operations.import_customers.steps[0].condition (condition): a batch writes whatever is there, so "condition" has no meaning in it; write "type: transaction" where something must hold',
    ],
  ],
  [
    '- { type: delete, record_type: order }',
    `${'- { type: delete, record_type: order }\n      '.repeat(25)}`,
    [
      '[value-conflict] operations.import_customers.steps[25] ({ type: put, record_type: customer }): a batch has at most 25 writes; a program sends more than one batch; describe one of them',
    ],
  ],
  [
    'fallback: send_order',
    'fallback: sent_order',
    [
      '[reference-unknown] operations.place_order.fallback (sent_order): there is no operation "sent_order"; did you mean "send_order"?',
    ],
  ],
  [
    'fallback: send_order',
    'fallback: place_order',
    [
      '[value-conflict] operations.place_order.fallback (place_order): what is done instead of "place_order" leads back to "place_order"; let the last of them have no "fallback", and say in "failure" what a writer is told',
    ],
  ],
  [
    '    type: batch\n',
    '    type: batch\n    fallback: place_order\n',
    [
      '[value-conflict] operations.import_customers.fallback (place_order): "import_customers" has no condition, so nothing is ever done instead of it; add a "condition" or a "version", or remove "fallback"',
    ],
  ],
  [
    'idempotency: token',
    'idempotency: tokens',
    [
      '[value-invalid] operations.register.idempotency (tokens): "idempotency" cannot be "tokens"; did you mean "token"?',
    ],
  ],
];

it.each(cases)('reports all that is wrong after %j became %j', (from, to, reported) => {
  expect(reportsOf(edited(from, to))).toEqual(reported);
});
