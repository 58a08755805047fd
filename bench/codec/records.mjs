// The records that every contestant of the codec benchmark writes and reads: 256 of each type, all different, so that
// no cache of strings or of object shapes makes a contestant look better than it is.

export const recordCount = 256;

/** The four limits of a bucket. "wcu" is the one that the schema demands. */
export const limits = ['wcu', 'rpm', 'tpm', 'tokens_per_day'];
/** The five numbers that a bucket has for each of its limits. */
export const counters = ['tk', 'cp', 'ra', 'rp', 'tc'];

const namespaces = ['nsA1b2C3d4E', 'nsZ9y8X7w6V', 'default'];
const resources = ['gpt-4', 'openai/gpt-4:1', 'claude-3', 'embeddings'];

/** An entity with a parent, a name and two entries of metadata; six attributes and three keys. */
function entityMeta(index) {
  return {
    namespace_id: namespaces[index % namespaces.length],
    entity_id: `sk-proj-${index}f:eu@example.com`,
    name: `Production key ${index}`,
    parent_id: `project-${index % 16}`,
    cascade: index % 2 === 0,
    metadata: { owner: `team-${index % 7}`, note: `made for benchmark ${index}` },
    created_at: `2024-01-02T03:${twoDigits(index % 60)}:${twoDigits((index * 7) % 60)}Z`,
  };
}

/** A bucket with four limits; 27 attributes and four keys. Numbers are decimal text, as the protocol has them. */
function bucket(index) {
  const family = (counter) => [
    `b_{limit}_${counter}`,
    Object.fromEntries(
      limits.map((limit, place) => [limit, String(1000 * (place + 1) + counter.charCodeAt(0) + index)]),
    ),
  ];
  return {
    namespace_id: namespaces[index % namespaces.length],
    shard_id: String(index % 8),
    entity_id: `sk-proj-${index}f:eu@example.com`,
    resource: resources[index % resources.length],
    rf: String(1704164645678 + index),
    cascade: index % 2 === 0,
    parent_id: `project-${index % 16}`,
    shard_count: '8',
    ttl: String(1704164645 + index),
    ...Object.fromEntries(counters.map(family)),
  };
}

function twoDigits(number) {
  return String(number).padStart(2, '0');
}

const makers = { entity_meta: entityMeta, bucket };

export const recordTypes = Object.keys(makers);

/** The records of a type as Itemproof has them: every number is text. */
export function recordsOf(recordType) {
  return Array.from({ length: recordCount }, (_, index) => makers[recordType](index));
}

const numbers = new Set(['shard_id', 'rf', 'shard_count', 'ttl']);

/** The same record with JavaScript numbers, as a program without Itemproof would hold it. Exact: all are small. */
export function nativeRecord(record) {
  return mapEntries(record, (name, value) => {
    if (name.startsWith('b_')) return [name, mapEntries(value, (limit, text) => [limit, Number(text)])];
    return [name, numbers.has(name) ? Number(value) : value];
  });
}

/** The same with an attribute of its own for each limit, for peers that know no attribute names with a variable. */
export function flatRecord(record) {
  return Object.fromEntries(
    Object.entries(nativeRecord(record)).flatMap(([name, value]) =>
      name.startsWith('b_')
        ? Object.entries(value).map(([limit, number]) => [name.replace('{limit}', limit), number])
        : [[name, value]],
    ),
  );
}

function mapEntries(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => change(name, value)));
}
