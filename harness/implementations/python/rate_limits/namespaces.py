"""Namespaces: from the name that a person gave to the id, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .attributes import Attributes, instant, text
from .constraints import OneOf
from .containers import OrNone
from .errors import InvalidValue
from .keys import IndexKey
from .parameters import NAMESPACE_ID, NAMESPACE_NAME
from .table_item import TableItem
from .timestamps import ISO_SECONDS


@dataclass(frozen=True, kw_only=True)
class NamespaceForward(TableItem):
    """From a namespace's name to its id."""

    namespace_id: str
    namespace_name: str
    status: str = "active"
    created_at: datetime

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "namespace_name": NAMESPACE_NAME,
        "status": OneOf("active"),
        "created_at": ISO_SECONDS,
    }
    KEYS = {
        "primary": IndexKey("primary", "_/SYSTEM#", "#NAMESPACE#{namespace_name}"),
        "gsi4": IndexKey("gsi4", "_", "_/SYSTEM#"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "namespace_id": self.namespace_id,
            "namespace_name": self.namespace_name,
            "status": self.status,
            "created_at": ISO_SECONDS.format(self.created_at),
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> NamespaceForward:
        return cls(
            namespace_id=attributes.required("namespace_id", text),
            namespace_name=attributes.required("namespace_name", text),
            status=attributes.get("status", text, default="active"),
            created_at=attributes.required("created_at", instant),
        )


@dataclass(frozen=True, kw_only=True)
class NamespaceReverse(TableItem):
    """From a namespace's id to its name, and whether it still lives."""

    namespace_id: str
    namespace_name: str
    status: str = "active"
    created_at: datetime
    deleted_at: datetime | None = None
    """Kept while the namespace is purged, removed when it is recovered."""

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "namespace_name": NAMESPACE_NAME,
        "status": OneOf("active", "deleted", "purging"),
        "created_at": ISO_SECONDS,
        "deleted_at": OrNone(ISO_SECONDS),
    }
    KEYS = {
        "primary": IndexKey("primary", "_/SYSTEM#", "#NSID#{namespace_id}"),
        "gsi4": IndexKey("gsi4", "_", "_/SYSTEM#"),
    }

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.deleted_at is None) != (self.status == "active"):
            raise InvalidValue("deleted_at: must be there when, and only when, the namespace is not active")

    def attributes(self) -> dict[str, Any]:
        attributes = {
            "namespace_id": self.namespace_id,
            "namespace_name": self.namespace_name,
            "status": self.status,
            "created_at": ISO_SECONDS.format(self.created_at),
        }
        if self.deleted_at is not None:
            attributes["deleted_at"] = ISO_SECONDS.format(self.deleted_at)
        return attributes

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> NamespaceReverse:
        return cls(
            namespace_id=attributes.required("namespace_id", text),
            namespace_name=attributes.required("namespace_name", text),
            status=attributes.get("status", text, default="active"),
            created_at=attributes.required("created_at", instant),
            deleted_at=attributes.get("deleted_at", instant),
        )
