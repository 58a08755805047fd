import * as domains from '../values/domains.ts';
import { isoSeconds } from '../values/timestamps.ts';
import { component } from './key-text.ts';

export const namespaceId = component('namespaceId', domains.namespaceId);
export const namespaceName = component('namespaceName', domains.namespaceName);
export const entityId = component('entityId', domains.entityId);
export const parentId = component('parentId', domains.entityId);
export const auditedId = component('entityId', domains.auditedId);
export const resource = component('resource', domains.resource);
export const configResource = component('resource', domains.configResource);
export const shardId = component('shardId', domains.shardId);
export const windowStart = component('windowStart', isoSeconds);
export const eventId = component('eventId', domains.eventId);
