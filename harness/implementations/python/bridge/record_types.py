"""The names that Itemproof's schema has for the dataclasses, and what it says otherwise than they do."""

from __future__ import annotations

from typing import Any

from rate_limits import (
    AuditEvent,
    Bucket,
    EntityConfig,
    EntityConfigRegistry,
    EntityMeta,
    NamespaceForward,
    NamespaceReverse,
    ProvisionerState,
    ResourceConfig,
    ResourceRegistry,
    SystemConfig,
    TableVersion,
    UsageSnapshot,
)
from rate_limits.limits import BUCKET_LIMITS, CONFIGURED_LIMITS

from .families import CounterFamily, LimitFamilies
from .records import RecordMapping

_CONFIGURED = {"limits": LimitFamilies(CONFIGURED_LIMITS, "custom_limit")}

RECORD_TYPES: dict[str, RecordMapping[Any]] = {
    "entity_meta": RecordMapping(EntityMeta, nullable=["parent_id"]),
    "bucket": RecordMapping(Bucket, families={"limits": LimitFamilies(BUCKET_LIMITS, "limit")}),
    "entity_config": RecordMapping(EntityConfig, families=_CONFIGURED),
    "resource_config": RecordMapping(ResourceConfig, families=_CONFIGURED),
    "system_config": RecordMapping(SystemConfig, families=_CONFIGURED),
    "resource_registry": RecordMapping(ResourceRegistry),
    "entity_config_registry": RecordMapping(
        EntityConfigRegistry, families={"counts": CounterFamily("{config_resource}")}
    ),
    "usage_snapshot": RecordMapping(UsageSnapshot, families={"consumed": CounterFamily("{custom_limit}")}),
    "audit_event": RecordMapping(AuditEvent, nullable=["principal", "resource"]),
    "version": RecordMapping(TableVersion, nullable=["lambda_version", "updated_by"]),
    "namespace_forward": RecordMapping(NamespaceForward),
    "namespace_reverse": RecordMapping(NamespaceReverse),
    "provisioner_state": RecordMapping(ProvisionerState),
}
