from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .attributes import Attributes, boolean, integer, text
from .containers import OrNone
from .keys import IndexKey
from .limits import BUCKET_LIMITS, BucketLimit
from .parameters import BOOLEAN, ENTITY_ID, NAMESPACE_ID, RESOURCE, SHARD_COUNT, SHARD_ID
from .table_item import TableItem
from .timestamps import EPOCH_MILLISECONDS, EPOCH_SECONDS


@dataclass(frozen=True, kw_only=True)
class Bucket(TableItem):
    """The live state of one shard of an entity's limits on one resource."""

    namespace_id: str
    entity_id: str
    resource: str
    shard_id: int
    rf: int
    """When the bucket was last refilled; every limit shares it. Also the optimistic lock."""
    cascade: bool = False
    parent_id: str | None = None
    shard_count: int = 1
    ttl: int | None = None
    """None while the entity has limits of its own: such a bucket must not expire."""
    limits: dict[str, BucketLimit]

    DOMAINS = {
        "namespace_id": NAMESPACE_ID,
        "entity_id": ENTITY_ID,
        "resource": RESOURCE,
        "shard_id": SHARD_ID,
        "rf": EPOCH_MILLISECONDS,
        "cascade": BOOLEAN,
        "parent_id": OrNone(ENTITY_ID),
        "shard_count": SHARD_COUNT,
        "ttl": OrNone(EPOCH_SECONDS),
        "limits": BUCKET_LIMITS,
    }
    KEYS = {
        "primary": IndexKey("primary", "{namespace_id}/BUCKET#{entity_id}#{resource}#{shard_id}", "#STATE"),
        "gsi2": IndexKey("gsi2", "{namespace_id}/RESOURCE#{resource}", "BUCKET#{entity_id}#{shard_id}"),
        "gsi3": IndexKey("gsi3", "{namespace_id}/ENTITY#{entity_id}", "BUCKET#{resource}#{shard_id}"),
        # Unlike all others in this index: without the namespace in its sort key.
        "gsi4": IndexKey("gsi4", "{namespace_id}", "BUCKET#{entity_id}#{resource}#{shard_id}"),
    }

    def attributes(self) -> dict[str, Any]:
        attributes: dict[str, Any] = {
            "entity_id": self.entity_id,
            "resource": self.resource,
            "rf": self.rf,
            "cascade": self.cascade,
            "shard_count": self.shard_count,
            **BUCKET_LIMITS.spread(self.limits),
        }
        if self.parent_id is not None:
            attributes["parent_id"] = self.parent_id
        if self.ttl is not None:
            attributes["ttl"] = self.ttl
        return attributes

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> Bucket:
        return cls(
            namespace_id=key["namespace_id"],
            entity_id=attributes.required("entity_id", text),
            resource=attributes.required("resource", text),
            shard_id=SHARD_ID.parse(key["shard_id"]),
            rf=attributes.required("rf", integer),
            cascade=attributes.get("cascade", boolean, default=False),
            parent_id=attributes.get("parent_id", text),
            shard_count=attributes.get("shard_count", integer, default=1),
            ttl=attributes.get("ttl", integer),
            limits=BUCKET_LIMITS.collect(attributes),
        )
