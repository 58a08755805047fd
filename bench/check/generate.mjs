// Schemas of any size, as a big organisation would write them: many small bounded contexts in one table.

const contexts = ['ORDER', 'CART', 'USER', 'TEAM', 'INVOICE', 'SHIPMENT', 'PRODUCT', 'TICKET', 'DEVICE', 'CAMPAIGN'];
/** Record types that share a partition: an aggregate, and what hangs below it. */
const perAggregate = 8;

/**
 * A schema with that many record types in one table, five key patterns each: two for the primary key, two for one
 * index, one for another. All of them begin with the same component, so that no literal at the start tells them apart.
 */
export function generateSchema(recordTypes) {
  const aggregates = Array.from({ length: Math.ceil(recordTypes / perAggregate) }, (_, index) => aggregateName(index));
  const lines = [...head, ...aggregates.flatMap(parameterLines), 'record_types:'];
  for (let index = 0; index < recordTypes; index++) {
    const aggregate = aggregates[Math.floor(index / perAggregate)];
    lines.push(...recordTypeLines(aggregate, index, index % perAggregate));
  }
  lines.push(...legacy);
  return `${lines.join('\n')}\n`;
}

/** A record type whose key begins with a component where all others have a literal: only automata tell it from them. */
const legacy = [
  '  legacy:',
  '    pk_pattern: "{tenant}/{legacy_key}"',
  '    sk: "#META"',
  '    attributes:',
  "      legacy_key: { type: string, pattern: '[A-Za-z0-9#]+!', max_length: 64, required: true }",
];

const head = [
  'name: generated',
  'version: 1.0.0',
  'table:',
  '  name: everything',
  '  keys:',
  '    primary: { partition_key: PK, sort_key: SK }',
  '    gsi1: { partition_key: GSI1PK, sort_key: GSI1SK }',
  '    gsi2: { partition_key: GSI2PK, projection: KEYS_ONLY }',
  'parameters:',
  "  tenant: { type: string, pattern: '[a-z][a-z0-9-]{2,30}', examples: [acme] }",
  '  status: { type: string, enum: [open, active, closed], examples: [open] }',
];

function aggregateName(index) {
  return `${contexts[index % contexts.length]}${Math.floor(index / contexts.length)}`;
}

/** Half of the aggregates have an id of their own kind: a pattern that no other has. */
function parameterLines(aggregate, index) {
  const pattern =
    index % 2 === 0 ? '[a-zA-Z0-9][a-zA-Z0-9_.:@-]*' : `${aggregate.toLowerCase()}-[0-9A-HJKMNP-TV-Z]{26}`;
  return [`  ${aggregate.toLowerCase()}_id: { type: string, pattern: '${pattern}', max_length: 128 }`];
}

function recordTypeLines(aggregate, index, member) {
  const id = `${aggregate.toLowerCase()}_id`;
  const sort = ['sk: "#META"', `sk_pattern: "#PART${member}#{part}"`][Math.min(member, 1)];
  return [
    `  ${aggregate.toLowerCase()}_record${index}:`,
    `    pk_pattern: "{tenant}/${aggregate}#{${id}}"`,
    `    ${sort}`,
    '    indexes:',
    `      gsi1: { pk_pattern: "{tenant}/${aggregate}${member}#{status}", sk_pattern: "{created_at}#{${id}}" }`,
    `      gsi2: { pk_pattern: "{tenant}/BY_PART#${index}#{part}" }`,
    '    attributes:',
    `      ${id}: { parameter: ${id}, required: true }`,
    '      part: { type: string, pattern: "[A-Z0-9]{4,12}", required: true }',
    '      status: { parameter: status, required: true, default: open }',
    '      created_at: { type: timestamp, format: iso-seconds, required: true }',
    '      amount: { type: integer, minimum: 0, maximum: 1000000 }',
    '      labels: { type: map, values: { type: string } }',
  ];
}
