"""What a namespace has configurations for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .attributes import Attributes, text_set
from .containers import SetOf
from .counters import CounterAttributes
from .keys import IndexKey
from .parameters import CONFIG_RESOURCE, NAMESPACE_ID, RESOURCE
from .table_item import TableItem


@dataclass(frozen=True, kw_only=True)
class ResourceRegistry(TableItem):
    """Which resources have limits of their own."""

    namespace_id: str
    resources: frozenset[str] = frozenset()

    DOMAINS = {"namespace_id": NAMESPACE_ID, "resources": SetOf(RESOURCE)}
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/SYSTEM#", "#RESOURCES"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/SYSTEM#"),
    }

    def attributes(self) -> dict[str, Any]:
        # DynamoDB has no empty set: the attribute disappears with its last member.
        return {"resources": self.resources} if self.resources else {}

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> ResourceRegistry:
        return cls(
            namespace_id=key["namespace_id"],
            resources=attributes.get("resources", text_set, default=frozenset()),
        )


_ENTITY_COUNTS = CounterAttributes(CONFIG_RESOURCE)


@dataclass(frozen=True, kw_only=True)
class EntityConfigRegistry(TableItem):
    """For each resource, how many entities have a configuration of their own."""

    namespace_id: str
    counts: dict[str, int] = field(default_factory=dict)

    DOMAINS = {"namespace_id": NAMESPACE_ID, "counts": _ENTITY_COUNTS}
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/SYSTEM#", "#ENTITY_CONFIG_RESOURCES"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/SYSTEM#"),
    }

    def attributes(self) -> dict[str, Any]:
        return dict(self.counts)

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> EntityConfigRegistry:
        return cls(namespace_id=key["namespace_id"], counts=_ENTITY_COUNTS.collect(attributes))
