from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .attributes import Attributes, any_text, boolean, instant, map_of, nullable, text
from .constraints import Text
from .containers import MapOf, OrNone
from .keys import IndexKey
from .parameters import ANY_TEXT, BOOLEAN, ENTITY_ID, NAMESPACE_ID, NON_EMPTY_TEXT
from .table_item import TableItem
from .timestamps import ISO_SECONDS


@dataclass(frozen=True, kw_only=True)
class EntityMeta(TableItem):
    """An entity, and its place under a parent."""

    namespace_id: str
    entity_id: str
    name: str = ""
    """The entity's id when nobody named it."""
    parent_id: str | None = None
    cascade: bool = False
    metadata: dict[str, str] = field(default_factory=dict)
    created_at: datetime

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "entity_id": ENTITY_ID,
        "name": Text(max_length=256),
        "parent_id": OrNone(ENTITY_ID),
        "cascade": BOOLEAN,
        "metadata": MapOf(NON_EMPTY_TEXT, ANY_TEXT),
        "created_at": ISO_SECONDS,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/ENTITY#{entity_id}", "#META"),
        "gsi1": IndexKey("gsi1", "{namespace_id}/PARENT#{parent_id}", "CHILD#{entity_id}"),
        "gsi4": IndexKey("gsi4", "{namespace_id}", "{namespace_id}/ENTITY#{entity_id}"),
    }

    def __post_init__(self) -> None:
        if self.name == "":
            object.__setattr__(self, "name", self.entity_id)
        super().__post_init__()

    def attributes(self) -> dict[str, Any]:
        return {
            "entity_id": self.entity_id,
            "name": self.name,
            "parent_id": self.parent_id,
            "cascade": self.cascade,
            "metadata": self.metadata,
            "created_at": ISO_SECONDS.format(self.created_at),
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> EntityMeta:
        return cls(
            namespace_id=key["namespace_id"],
            entity_id=attributes.required("entity_id", text),
            # text() refuses "": a stored name is never left for the id to replace.
            name=attributes.required("name", text),
            parent_id=attributes.get("parent_id", nullable(text)),
            cascade=attributes.get("cascade", boolean, default=False),
            metadata=attributes.get("metadata", map_of(any_text), default={}),
            created_at=attributes.required("created_at", instant),
        )
