"""key.build with the key builders of zae_limiter.schema, key.parse with its parse_bucket_pk.

The library has a builder for every key attribute but GSI4PK, where each of its writers puts the bare namespace id, and
GSI4SK, where each but that of a bucket repeats the builder of the partition key. It is done here as the writers do it.
"""

from __future__ import annotations

from typing import Any, Callable

from values import pick, with_integers
from zae_limiter import schema

Key = dict[str, dict[str, str]]


def attributes(**values: str) -> Key:
    return {name: {"S": value} for name, value in values.items()}


def primary_and_namespace(namespace_id: str, pk: str, sk: str) -> dict[str, Key]:
    return {"primary": attributes(PK=pk, SK=sk), "gsi4": attributes(GSI4PK=namespace_id, GSI4SK=pk)}


def entity_meta(record: dict) -> dict[str, Key]:
    entity = pick(record, "namespace_id", "entity_id")
    keys = primary_and_namespace(record["namespace_id"], schema.pk_entity(**entity), schema.sk_meta())
    if record.get("parent_id"):  # As create_entity() decides it.
        keys["gsi1"] = attributes(
            GSI1PK=schema.gsi1_pk_parent(**pick(record, "namespace_id", "parent_id")),
            GSI1SK=schema.gsi1_sk_child(**pick(record, "entity_id")),
        )
    return keys


def bucket(record: dict) -> dict[str, Key]:
    components = with_integers(pick(record, "namespace_id", "entity_id", "resource", "shard_id"), "shard_id")
    return {
        "primary": attributes(PK=schema.pk_bucket(**components), SK=schema.sk_state()),
        "gsi2": attributes(
            GSI2PK=schema.gsi2_pk_resource(**pick(components, "namespace_id", "resource")),
            GSI2SK=schema.gsi2_sk_bucket(**pick(components, "entity_id", "shard_id")),
        ),
        "gsi3": attributes(
            GSI3PK=schema.gsi3_pk_entity(**pick(components, "namespace_id", "entity_id")),
            GSI3SK=schema.gsi3_sk_bucket(**pick(components, "resource", "shard_id")),
        ),
        "gsi4": attributes(
            GSI4PK=components["namespace_id"],
            GSI4SK=schema.gsi4_sk_bucket(**pick(components, "entity_id", "resource", "shard_id")),
        ),
    }


def entity_config(record: dict) -> dict[str, Key]:
    pk = schema.pk_entity(**pick(record, "namespace_id", "entity_id"))
    keys = primary_and_namespace(record["namespace_id"], pk, schema.sk_config(**pick(record, "resource")))
    keys["gsi3"] = attributes(
        GSI3PK=schema.gsi3_pk_entity_config(**pick(record, "namespace_id", "resource")),
        GSI3SK=schema.gsi3_sk_entity(**pick(record, "entity_id")),
    )
    return keys


def resource_config(record: dict) -> dict[str, Key]:
    pk = schema.pk_resource(**pick(record, "namespace_id", "resource"))
    return primary_and_namespace(record["namespace_id"], pk, schema.sk_config())


def in_system_partition(sort_key: Callable[[], str]) -> Callable[[dict], dict[str, Key]]:
    def build(record: dict) -> dict[str, Key]:
        pk = schema.pk_system(**pick(record, "namespace_id"))
        return primary_and_namespace(record["namespace_id"], pk, sort_key())

    return build


def usage_snapshot(record: dict) -> dict[str, Key]:
    pk = schema.pk_entity(**pick(record, "namespace_id", "entity_id"))
    window: dict[str, Any] = {"window_key": record["window_start"]}
    keys = primary_and_namespace(record["namespace_id"], pk, schema.sk_usage(**pick(record, "resource"), **window))
    keys["gsi2"] = attributes(
        GSI2PK=schema.gsi2_pk_resource(**pick(record, "namespace_id", "resource")),
        GSI2SK=schema.gsi2_sk_usage(**window, **pick(record, "entity_id")),
    )
    return keys


def audit_event(record: dict) -> dict[str, Key]:
    pk = schema.pk_audit(**pick(record, "namespace_id", "entity_id"))
    return primary_and_namespace(record["namespace_id"], pk, schema.sk_audit(**pick(record, "event_id")))


def in_registry(sort_key: str) -> dict[str, Key]:
    reserved = schema.RESERVED_NAMESPACE
    return primary_and_namespace(reserved, schema.pk_system(reserved), sort_key)


def provisioner_state(record: dict) -> dict[str, Key]:
    pk = schema.pk_system(**pick(record, "namespace_id"))
    # put_provisioner_state() writes no GSI4SK.
    return {"primary": attributes(PK=pk, SK=schema.sk_provisioner()), "gsi4": attributes(GSI4PK=record["namespace_id"])}


KEY_BUILDERS: dict[str, Callable[[dict], dict[str, Key]]] = {
    "entity_meta": entity_meta,
    "bucket": bucket,
    "entity_config": entity_config,
    "resource_config": resource_config,
    "system_config": in_system_partition(schema.sk_config),
    "resource_registry": in_system_partition(schema.sk_resources),
    "entity_config_registry": in_system_partition(schema.sk_entity_config_resources),
    "usage_snapshot": usage_snapshot,
    "audit_event": audit_event,
    "version": lambda record: in_registry(schema.sk_version()),
    "namespace_forward": lambda record: in_registry(schema.sk_namespace(**pick(record, "namespace_name"))),
    "namespace_reverse": lambda record: in_registry(schema.sk_nsid(**pick(record, "namespace_id"))),
    "provisioner_state": provisioner_state,
}


def parse_bucket_key(key: Key) -> dict[str, str]:
    """The sort key of a bucket is fixed, and the library's parser does not ask for it."""
    namespace_id, entity_id, resource, shard_id = schema.parse_bucket_pk(key["PK"]["S"])
    return {"namespace_id": namespace_id, "entity_id": entity_id, "resource": resource, "shard_id": str(shard_id)}
