"""Limits as people configure them: for an entity, for a resource, for a namespace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .attributes import Attributes, integer, text
from .constraints import Integer, OneOf
from .containers import OrNone
from .keys import IndexKey
from .limits import CONFIGURED_LIMITS, ConfiguredLimit
from .parameters import CONFIG_RESOURCE, CONFIG_VERSION, ENTITY_ID, NAMESPACE_ID, RESOURCE
from .table_item import TableItem


@dataclass(frozen=True, kw_only=True)
class EntityConfig(TableItem):
    """Limits that one entity has on one resource."""

    namespace_id: str
    entity_id: str
    resource: str
    config_version: int = 1
    limits: dict[str, ConfiguredLimit] = field(default_factory=dict)

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "entity_id": ENTITY_ID,
        "resource": CONFIG_RESOURCE,
        "config_version": CONFIG_VERSION,
        "limits": CONFIGURED_LIMITS,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/ENTITY#{entity_id}", "#CONFIG#{resource}"),
        "gsi3": IndexKey("gsi3", "{namespace_id}/ENTITY_CONFIG#{resource}", "{entity_id}"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/ENTITY#{entity_id}"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "entity_id": self.entity_id,
            "resource": self.resource,
            "config_version": self.config_version,
            **CONFIGURED_LIMITS.spread(self.limits),
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> EntityConfig:
        return cls(
            namespace_id=key["namespace_id"],
            entity_id=attributes.required("entity_id", text),
            resource=attributes.required("resource", text),
            config_version=attributes.get("config_version", integer, default=1),
            limits=CONFIGURED_LIMITS.collect(attributes),
        )


@dataclass(frozen=True, kw_only=True)
class ResourceConfig(TableItem):
    """Limits on one resource for every entity without its own."""

    namespace_id: str
    resource: str
    config_version: int = 1
    limits: dict[str, ConfiguredLimit] = field(default_factory=dict)

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "resource": RESOURCE,
        "config_version": CONFIG_VERSION,
        "limits": CONFIGURED_LIMITS,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/RESOURCE#{resource}", "#CONFIG"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/RESOURCE#{resource}"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "resource": self.resource,
            "config_version": self.config_version,
            **CONFIGURED_LIMITS.spread(self.limits),
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> ResourceConfig:
        return cls(
            namespace_id=key["namespace_id"],
            resource=attributes.required("resource", text),
            config_version=attributes.get("config_version", integer, default=1),
            limits=CONFIGURED_LIMITS.collect(attributes),
        )


@dataclass(frozen=True, kw_only=True)
class SystemConfig(TableItem):
    """Limits and settings of a whole namespace."""

    namespace_id: str
    config_version: int = 1
    on_unavailable: str | None = None
    """What to do while the table cannot be reached."""
    audit_retention_days: int | None = None
    limits: dict[str, ConfiguredLimit] = field(default_factory=dict)

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "config_version": CONFIG_VERSION,
        "on_unavailable": OrNone(OneOf("allow", "block")),
        "audit_retention_days": OrNone(Integer(1, 36500)),
        "limits": CONFIGURED_LIMITS,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/SYSTEM#", "#CONFIG"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/SYSTEM#"),
    }

    def attributes(self) -> dict[str, Any]:
        attributes: dict[str, Any] = {
            "config_version": self.config_version,
            **CONFIGURED_LIMITS.spread(self.limits),
        }
        if self.on_unavailable is not None:
            attributes["on_unavailable"] = self.on_unavailable
        if self.audit_retention_days is not None:
            attributes["audit_retention_days"] = self.audit_retention_days
        return attributes

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> SystemConfig:
        return cls(
            namespace_id=key["namespace_id"],
            config_version=attributes.get("config_version", integer, default=1),
            on_unavailable=attributes.get("on_unavailable", text),
            audit_retention_days=attributes.get("audit_retention_days", integer),
            limits=CONFIGURED_LIMITS.collect(attributes),
        )
