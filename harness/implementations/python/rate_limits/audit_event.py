from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .attributes import Attributes, free_form, instant, integer, nullable, text
from .constraints import OneOf
from .containers import FreeForm, OrNone
from .keys import IndexKey
from .parameters import AUDITED_ID, CONFIG_RESOURCE, EVENT_ID, NAMESPACE_ID, PRINCIPAL
from .table_item import TableItem
from .timestamps import EPOCH_SECONDS, ISO_SECONDS


@dataclass(frozen=True, kw_only=True)
class AuditEvent(TableItem):
    """Who changed what, kept for a while."""

    namespace_id: str
    entity_id: str
    event_id: str
    timestamp: datetime
    action: str
    principal: str | None = None
    resource: str | None = None
    details: dict[str, Any] = field(default_factory=dict)
    """Its shape depends on the action."""
    ttl: int

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "entity_id": AUDITED_ID,
        "event_id": EVENT_ID,
        "timestamp": ISO_SECONDS,
        "action": OneOf("entity_created", "entity_deleted", "limits_set", "limits_deleted"),
        "principal": OrNone(PRINCIPAL),
        "resource": OrNone(CONFIG_RESOURCE),
        "details": FreeForm(),
        "ttl": EPOCH_SECONDS,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/AUDIT#{entity_id}", "#AUDIT#{event_id}"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/AUDIT#{entity_id}"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "entity_id": self.entity_id,
            "event_id": self.event_id,
            "timestamp": ISO_SECONDS.format(self.timestamp),
            "action": self.action,
            "principal": self.principal,
            "resource": self.resource,
            "details": self.details,
            "ttl": self.ttl,
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> AuditEvent:
        return cls(
            namespace_id=key["namespace_id"],
            entity_id=attributes.required("entity_id", text),
            event_id=attributes.required("event_id", text),
            timestamp=attributes.required("timestamp", instant),
            action=attributes.required("action", text),
            principal=attributes.get("principal", nullable(text)),
            resource=attributes.get("resource", nullable(text)),
            details=attributes.get("details", free_form, default={}),
            ttl=attributes.required("ttl", integer),
        )
