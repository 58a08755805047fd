from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .attributes import Attributes, instant, integer, text
from .constraints import OneOf
from .counters import CounterAttributes
from .keys import IndexKey
from .parameters import COUNT, CUSTOM_LIMIT, ENTITY_ID, NAMESPACE_ID, RESOURCE
from .table_item import TableItem
from .timestamps import EPOCH_SECONDS, ISO_SECONDS

_CONSUMED = CounterAttributes(
    CUSTOM_LIMIT, fixed_attributes=["entity_id", "resource", "window", "window_start", "total_events", "ttl"]
)


@dataclass(frozen=True, kw_only=True)
class UsageSnapshot(TableItem):
    """What an entity used of a resource in one window."""

    namespace_id: str
    entity_id: str
    resource: str
    window: str
    window_start: datetime
    total_events: int
    ttl: int
    consumed: dict[str, int] = field(default_factory=dict)
    """Tokens, by limit."""

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "entity_id": ENTITY_ID,
        "resource": RESOURCE,
        "window": OneOf("hourly", "daily", "monthly"),
        "window_start": ISO_SECONDS,
        "total_events": COUNT,
        "ttl": EPOCH_SECONDS,
        "consumed": _CONSUMED,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/ENTITY#{entity_id}", "#USAGE#{resource}#{window_start}"),
        "gsi2": IndexKey("gsi2", "{namespace_id}/RESOURCE#{resource}", "USAGE#{window_start}#{entity_id}"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/ENTITY#{entity_id}"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "entity_id": self.entity_id,
            "resource": self.resource,
            "window": self.window,
            "window_start": ISO_SECONDS.format(self.window_start),
            "total_events": self.total_events,
            "ttl": self.ttl,
            **self.consumed,
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> UsageSnapshot:
        return cls(
            namespace_id=key["namespace_id"],
            entity_id=attributes.required("entity_id", text),
            resource=attributes.required("resource", text),
            window=attributes.required("window", text),
            window_start=attributes.required("window_start", instant),
            total_events=attributes.required("total_events", integer),
            ttl=attributes.required("ttl", integer),
            consumed=_CONSUMED.collect(attributes),
        )
