"""item.decode and item.get with the library's readers. None means that the library found nothing."""

from __future__ import annotations

from typing import Any, Callable

from repositories import Repositories
from values import family, pick, present
from zae_limiter import Entity, Limit, schema
from zae_limiter.models import AuditEvent, BucketState, UsageSnapshot
from zae_limiter.sync_repository import SyncRepository

Record = dict[str, Any]
# Sorts after everything that an event id can go on with: a page that starts after it has that event first.
AFTER = "~"


def namespace_of(item: dict) -> str:
    return schema.parse_namespace(item["PK"]["S"])[0]


def entity_record(namespace_id: str, entity: Entity) -> Record:
    return present(
        namespace_id=namespace_id,
        entity_id=entity.id,
        name=entity.name,
        cascade=entity.cascade,
        metadata=entity.metadata,
        created_at=entity.created_at,
    ) | {"parent_id": entity.parent_id}


def bucket_record(namespace_id: str, shard_id: str, states: list[BucketState]) -> Record:
    record: Record = {"namespace_id": namespace_id, "shard_id": shard_id}
    for state in states:  # All of them have the same three.
        record |= {"entity_id": state.entity_id, "resource": state.resource, "rf": str(state.last_refill_ms)}
    return (
        record
        | family("b_{limit}_tk", {state.limit_name: state.tokens_milli for state in states})
        | family("b_{limit}_cp", {state.limit_name: state.capacity_milli for state in states})
        | family("b_{limit}_ra", {state.limit_name: state.refill_amount_milli for state in states})
        | family("b_{limit}_rp", {state.limit_name: state.refill_period_ms for state in states})
        | family("b_{limit}_tc", {state.limit_name: state.total_consumed_milli for state in states})
    )


def limits_record(limits: list[Limit]) -> Record:
    return (
        family("l_{custom_limit}_cp", {limit.name: limit.capacity for limit in limits})
        | family("l_{custom_limit}_ra", {limit.name: limit.refill_amount for limit in limits})
        | family("l_{custom_limit}_rp", {limit.name: limit.refill_period_seconds for limit in limits})
    )


def usage_record(namespace_id: str, snapshot: UsageSnapshot) -> Record:
    return {
        "namespace_id": namespace_id,
        "entity_id": snapshot.entity_id,
        "resource": snapshot.resource,
        "window": snapshot.window_type,
        "window_start": snapshot.window_start,
        "total_events": str(snapshot.total_events),
    } | family("{custom_limit}", snapshot.counters)


def audit_record(repository: SyncRepository, namespace_id: str, event: AuditEvent) -> Record:
    return {
        "namespace_id": namespace_id,
        "entity_id": event.entity_id,
        "event_id": event.event_id,
        "timestamp": event.timestamp,
        "action": event.action,
        "principal": event.principal,
        "resource": event.resource,
        # The record wants DynamoDB JSON; this is the library's own way back to it.
        "details": repository._serialize_map(event.details),
    }


def decode_entity_meta(repositories: Repositories, item: dict) -> Record:
    return entity_record(namespace_of(item), repositories.root._deserialize_entity(item))


def decode_bucket(repositories: Repositories, item: dict) -> Record:
    namespace_id, _, _, shard_id = schema.parse_bucket_pk(item["PK"]["S"])
    return bucket_record(namespace_id, str(shard_id), repositories.root._deserialize_composite_bucket(item))


def decode_limits(repositories: Repositories, item: dict) -> Record:
    return {"namespace_id": namespace_of(item)} | limits_record(repositories.root._deserialize_composite_limits(item))


def decode_usage_snapshot(repositories: Repositories, item: dict) -> Record:
    snapshot = repositories.root._deserialize_usage_snapshot(item)
    if snapshot is None:
        raise ValueError("_deserialize_usage_snapshot: no usage snapshot")
    return usage_record(namespace_of(item), snapshot)


def decode_audit_event(repositories: Repositories, item: dict) -> Record:
    event = repositories.root._deserialize_audit_event(item)
    if event is None:
        raise ValueError("_deserialize_audit_event: no audit event")
    return audit_record(repositories.root, namespace_of(item), event)


def get_entity_meta(repositories: Repositories, components: dict) -> Record | None:
    repository = repositories.scoped(components["namespace_id"])
    entity = repository.get_entity(components["entity_id"])
    return None if entity is None else entity_record(components["namespace_id"], entity)


def get_bucket(repositories: Repositories, components: dict) -> Record | None:
    repository = repositories.scoped(components["namespace_id"])
    where = pick(components, "entity_id", "resource") | {"shard_id": int(components["shard_id"])}
    # get_buckets() keeps the limiter's own limit for itself.
    wcu = repository.get_bucket(**where, limit_name=schema.WCU_LIMIT_NAME)
    states = repository.get_buckets(**where) + ([] if wcu is None else [wcu])
    return bucket_record(components["namespace_id"], components["shard_id"], states) if states else None


def get_config(repositories: Repositories, components: dict, pk: str, sk: str) -> Record | None:
    """Not get_limits() and its like: for them an item without limits and no item are the same."""
    found = repositories.scoped(components["namespace_id"]).batch_get_configs([(pk, sk)])
    if (pk, sk) not in found:
        return None
    limits, on_unavailable = found[pk, sk]
    return present(**components, on_unavailable=on_unavailable) | limits_record(limits)


def get_entity_config(repositories: Repositories, components: dict) -> Record | None:
    pk = schema.pk_entity(components["namespace_id"], components["entity_id"])
    return get_config(repositories, components, pk, schema.sk_config(components["resource"]))


def get_resource_config(repositories: Repositories, components: dict) -> Record | None:
    pk = schema.pk_resource(components["namespace_id"], components["resource"])
    return get_config(repositories, components, pk, schema.sk_config())


def get_system_config(repositories: Repositories, components: dict) -> Record | None:
    return get_config(repositories, components, schema.pk_system(components["namespace_id"]), schema.sk_config())


def get_resource_registry(repositories: Repositories, components: dict) -> Record:
    """No item and an item without resources are the same for the library."""
    resources = repositories.scoped(components["namespace_id"]).list_resources_with_defaults()
    return {"namespace_id": components["namespace_id"], "resources": resources}


def get_usage_snapshot(repositories: Repositories, components: dict) -> Record | None:
    repository = repositories.scoped(components["namespace_id"])
    start = components["window_start"]
    next_key = None
    while True:
        snapshots, next_key = repository.get_usage_snapshots(
            **pick(components, "entity_id", "resource"), start_time=start, end_time=start, next_key=next_key
        )
        if snapshots:
            return usage_record(components["namespace_id"], snapshots[0])
        if next_key is None:
            return None


def get_audit_event(repositories: Repositories, components: dict) -> Record | None:
    repository = repositories.scoped(components["namespace_id"])
    event_id = components["event_id"]
    for event in repository.get_audit_events(components["entity_id"], limit=1, start_event_id=event_id + AFTER):
        if event.event_id == event_id:
            return audit_record(repository, components["namespace_id"], event)
    return None


def get_version(repositories: Repositories, components: dict) -> Record | None:
    return repositories.root.get_version_record()


def get_namespace_forward(repositories: Repositories, components: dict) -> Record | None:
    namespace = repositories.root.get_namespace(components["namespace_name"])
    if namespace is None:
        return None
    return {"namespace_name": namespace["name"]} | pick(namespace, "namespace_id", "status", "created_at")


def get_provisioner_state(repositories: Repositories, components: dict) -> Record | None:
    state = repositories.scoped(components["namespace_id"]).get_provisioner_state()
    if state["last_applied"] is None and state["applied_hash"] is None:  # The library's "no record exists".
        return None
    return present(namespace_id=components["namespace_id"], **state)


DECODERS: dict[str, Callable[[Repositories, dict], Record]] = {
    "entity_meta": decode_entity_meta,
    "bucket": decode_bucket,
    "entity_config": decode_limits,
    "resource_config": decode_limits,
    "usage_snapshot": decode_usage_snapshot,
    "audit_event": decode_audit_event,
}

GETTERS: dict[str, Callable[[Repositories, dict], Record | None]] = {
    "entity_meta": get_entity_meta,
    "bucket": get_bucket,
    "entity_config": get_entity_config,
    "resource_config": get_resource_config,
    "system_config": get_system_config,
    "resource_registry": get_resource_registry,
    "usage_snapshot": get_usage_snapshot,
    "audit_event": get_audit_event,
    "version": get_version,
    "namespace_forward": get_namespace_forward,
    "provisioner_state": get_provisioner_state,
}
