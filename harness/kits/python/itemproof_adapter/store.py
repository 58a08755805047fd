"""Where the run's tables are, as told by hello."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Store:
    endpoint: str
    region: str
    access_key_id: str
    secret_access_key: str = field(repr=False)
    tables: dict[str, str]
    """From the schema's table names to the names to use."""

    @classmethod
    def from_message(cls, message: dict[str, Any]) -> Store:
        return cls(
            endpoint=message["endpoint"],
            region=message["region"],
            access_key_id=message["access_key_id"],
            secret_access_key=message["secret_access_key"],
            tables=dict(message["tables"]),
        )
