from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .attributes import Attributes, instant, nullable, text
from .constraints import Text
from .containers import OrNone
from .keys import IndexKey
from .table_item import TableItem
from .timestamps import ISO_SECONDS

_VERSION_TEXT = Text(max_length=64)


@dataclass(frozen=True, kw_only=True)
class TableVersion(TableItem):
    """Which schema the table holds, and which clients may use it."""

    schema_version: str
    lambda_version: str | None = None
    client_min_version: str = "0.0.0"
    updated_at: datetime
    updated_by: str | None = None

    DOMAINS = {
        "schema_version": _VERSION_TEXT,
        "lambda_version": OrNone(_VERSION_TEXT),
        "client_min_version": _VERSION_TEXT,
        "updated_at": ISO_SECONDS,
        "updated_by": OrNone(Text(max_length=256)),
    }
    KEYS = {
        "primary": IndexKey("primary", "_/SYSTEM#", "#VERSION"),
        "gsi4": IndexKey("gsi4", "_", "_/SYSTEM#"),
    }

    def attributes(self) -> dict[str, Any]:
        return {
            "schema_version": self.schema_version,
            "lambda_version": self.lambda_version,
            "client_min_version": self.client_min_version,
            "updated_at": ISO_SECONDS.format(self.updated_at),
            "updated_by": self.updated_by,
        }

    @classmethod
    def read(cls, key: Mapping[str, str], attributes: Attributes) -> TableVersion:
        return cls(
            schema_version=attributes.required("schema_version", text),
            lambda_version=attributes.get("lambda_version", nullable(text)),
            client_min_version=attributes.get("client_min_version", text, default="0.0.0"),
            updated_at=attributes.required("updated_at", instant),
            updated_by=attributes.get("updated_by", nullable(text)),
        )
