from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .attributes import Attributes, boolean, list_of, map_of, text
from .constraints import Text
from .containers import ListOf, MapOf
from .keys import IndexKey
from .parameters import BOOLEAN, CONFIG_RESOURCE, NAMESPACE_ID, NON_EMPTY_TEXT, RESOURCE
from .table_item import TableItem
from .timestamps import RFC3339


@dataclass(frozen=True, kw_only=True)
class ProvisionerState(TableItem):
    """What the provisioner manages in a namespace, as of its last run."""

    namespace_id: str
    managed_system: bool = False
    managed_resources: list[str] = field(default_factory=list)
    managed_entities: dict[str, list[str]] = field(default_factory=dict)
    """From an entity to the resources it has limits on."""
    last_applied: str
    applied_hash: str

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "managed_system": BOOLEAN,
        "managed_resources": ListOf(RESOURCE),
        "managed_entities": MapOf(NON_EMPTY_TEXT, ListOf(CONFIG_RESOURCE)),
        "last_applied": RFC3339,
        "applied_hash": Text(r"sha256:[0-9a-f]{64}"),
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/SYSTEM#", "#PROVISIONER"),
        # Without a sort key the item is not in the index. Stored items look like this, so it stays.
        "gsi4": IndexKey("gsi4", "{namespace_id}"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "managed_system": self.managed_system,
            "managed_resources": self.managed_resources,
            "managed_entities": self.managed_entities,
            "last_applied": self.last_applied,
            "applied_hash": self.applied_hash,
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> ProvisionerState:
        return cls(
            namespace_id=key["namespace_id"],
            managed_system=attributes.get("managed_system", boolean, default=False),
            managed_resources=attributes.get("managed_resources", list_of(text), default=[]),
            managed_entities=attributes.get("managed_entities", map_of(list_of(text)), default={}),
            last_applied=attributes.required("last_applied", text),
            applied_hash=attributes.required("applied_hash", text),
        )
