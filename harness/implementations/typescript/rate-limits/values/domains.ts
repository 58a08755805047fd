import { integer, wideInteger } from './integers.ts';
import { text } from './text.ts';

export const namespaceId = text({ pattern: /^(?:[A-Za-z0-9_][A-Za-z0-9_-]{10}|default|_)$/ });

export const namespaceName = text({ maxLength: 128, reserved: ['_'] });

export const entityId = text({ pattern: /^[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*$/, maxLength: 256 });

/** Whom an audit event is about: an entity, the system, or a resource. */
export const auditedId = text({
  pattern: /^(?:[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*|\$SYSTEM|\$RESOURCE:[a-zA-Z][a-zA-Z0-9_.\-/:]*)$/,
  maxLength: 256,
});

/** Who caused an audit event: an identifier or an ARN. */
export const principal = text({ pattern: /^(?:[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*|arn:[ -~]+)$/, maxLength: 256 });

export const resource = text({ pattern: /^[a-zA-Z][a-zA-Z0-9_.\-/:]*$/, maxLength: 64 });

/** A resource, or "_default_" for all that have no configuration of their own. */
export const configResource = text({ pattern: /^(?:[a-zA-Z][a-zA-Z0-9_.\-/:]*|_default_)$/, maxLength: 64 });

const limitPattern = /^[a-zA-Z][a-zA-Z0-9_.-]*$/;

export const limitName = text({ pattern: limitPattern, maxLength: 64 });

/** The limiter's own write capacity. */
export const writeCapacityLimit = 'wcu';

/** A limit that a person may configure. */
export const customLimitName = text({ pattern: limitPattern, maxLength: 64, reserved: [writeCapacityLimit] });

export const shardId = integer(0, 2147483647);

/** A ULID. */
export const eventId = text({ pattern: /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/ });

export const int64 = wideInteger(-(2n ** 63n), 2n ** 63n - 1n);
/** A configured amount or duration. */
export const positive = wideInteger(1n, 2n ** 63n - 1n);

export const count = wideInteger(0n, 2n ** 63n - 1n);
