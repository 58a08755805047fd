"""item.encode and item.put with the library's writers: members that a writer takes no argument for are dropped, all
others are handed over as they are."""

from __future__ import annotations

from typing import Any, Callable

from repositories import Repositories
from values import integer, members_of_families, members_of_set, pick, with_integers, without
from zae_limiter import Limit, StackOptions
from zae_limiter.models import BucketState, validate_resource

# Without one, every audit event would ask STS, at the store's address, who is calling.
PRINCIPAL = "itemproof"

LIMIT_FAMILIES = {
    "l_{custom_limit}_cp": "capacity",
    "l_{custom_limit}_ra": "refill_amount",
    "l_{custom_limit}_rp": "refill_period_seconds",
}
BUCKET_FAMILIES = {
    "b_{limit}_tk": "tokens_milli",
    "b_{limit}_cp": "capacity_milli",
    "b_{limit}_ra": "refill_amount_milli",
    "b_{limit}_rp": "refill_period_ms",
    "b_{limit}_tc": "total_consumed_milli",
}
# A resource that is registered and removed again leaves the registry's item behind, without members.
ANY_RESOURCE = "itemproof"


def put_entity_meta(repositories: Repositories, record: dict) -> None:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    repository.create_entity(**without(record, ["namespace_id", "created_at"]), principal=PRINCIPAL)


def build_bucket_put(repositories: Repositories, record: dict) -> dict[str, Any]:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    arguments = without(record, ["namespace_id", "rf", "ttl", *BUCKET_FAMILIES])
    owner = pick(record, "entity_id", "resource")
    refill = {"now_ms": integer(record["rf"])} if "rf" in record else {}
    now_ms = refill.get("now_ms", 0)
    states = [
        BucketState(**owner, limit_name=limit, last_refill_ms=now_ms, **numbers)
        for limit, numbers in members_of_families(record, BUCKET_FAMILIES).items()
    ]
    # The library wants seconds from the refill on, and without the argument would choose a day.
    ttl_seconds = integer(record["ttl"]) - now_ms // 1000 if "ttl" in record else None
    return repository.build_composite_create(
        **with_integers(arguments, "shard_id", "shard_count"), **refill, states=states, ttl_seconds=ttl_seconds
    )


def encode_bucket(repositories: Repositories, record: dict) -> dict[str, Any]:
    return build_bucket_put(repositories, record)["Put"]["Item"]


def put_bucket(repositories: Repositories, record: dict) -> None:
    repositories.root.transact_write([build_bucket_put(repositories, record)])


def limits_of(record: dict) -> list[Limit]:
    return [Limit(name=name, **numbers) for name, numbers in members_of_families(record, LIMIT_FAMILIES).items()]


def put_entity_config(repositories: Repositories, record: dict) -> None:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    arguments = without(record, ["namespace_id", "config_version", *LIMIT_FAMILIES])
    repository.set_limits(**arguments, limits=limits_of(record), principal=PRINCIPAL)


def put_resource_config(repositories: Repositories, record: dict) -> None:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    arguments = without(record, ["namespace_id", "config_version", *LIMIT_FAMILIES])
    repository.set_resource_defaults(**arguments, limits=limits_of(record), principal=PRINCIPAL)


def put_system_config(repositories: Repositories, record: dict) -> None:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    arguments = without(record, ["namespace_id", "config_version", "audit_retention_days", *LIMIT_FAMILIES])
    if "audit_retention_days" in record:
        repository._stack_options = StackOptions(audit_retention_days=integer(record["audit_retention_days"]))
    repository.set_system_defaults(**arguments, limits=limits_of(record), principal=PRINCIPAL)
    # In this order: set_system_defaults() replaces the item. Without stack options this one does nothing.
    repository._write_audit_retention_config()


def put_resource_registry(repositories: Repositories, record: dict) -> None:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    resources = members_of_set(record.get("resources", []))
    arguments = without(record, ["namespace_id", "resources"])
    for resource in resources:
        validate_resource(resource)  # As set_resource_defaults() does: for all of them, before the first write.
    for resource in resources or [ANY_RESOURCE]:
        repository.set_resource_defaults(resource, [], **arguments, principal=PRINCIPAL)
    if not resources:
        repository.delete_resource_defaults(ANY_RESOURCE, principal=PRINCIPAL)


def put_version(repositories: Repositories, record: dict) -> None:
    repositories.root.set_version_record(**without(record, ["updated_at"]))


def put_namespace_forward(repositories: Repositories, record: dict) -> None:
    arguments = without(record, ["namespace_id", "namespace_name", "status", "created_at"])
    name = {"namespace": record["namespace_name"]} if "namespace_name" in record else {}
    repositories.root.register_namespace(**name, **arguments)


def put_provisioner_state(repositories: Repositories, record: dict) -> None:
    repository = repositories.scoped(**pick(record, "namespace_id"))
    repository.put_provisioner_state(without(record, ["namespace_id"]))


PUTTERS: dict[str, Callable[[Repositories, dict], None]] = {
    "entity_meta": put_entity_meta,
    "bucket": put_bucket,
    "entity_config": put_entity_config,
    "resource_config": put_resource_config,
    "system_config": put_system_config,
    "resource_registry": put_resource_registry,
    "version": put_version,
    "namespace_forward": put_namespace_forward,
    "provisioner_state": put_provisioner_state,
}
