"""The table, through a boto3 client."""

from __future__ import annotations

from typing import Any, TypeVar

from .errors import ItemNotFound
from .serialization import serialize
from .table_item import TableItem

Record = TypeVar("Record", bound=TableItem)


class RateLimitsRepository:
    """May be shared between threads, as its client may."""

    def __init__(self, client: Any, table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def put(self, record: TableItem) -> None:
        """Replaces whatever is stored under the record's key."""
        self._client.put_item(TableName=self._table_name, Item=record.to_item())

    def get(self, record_type: type[Record], **components: Any) -> Record:
        key = record_type.primary_key(**components)
        response = self._client.get_item(
            TableName=self._table_name,
            Key={name: serialize(value) for name, value in key.items()},
            ConsistentRead=True,
        )
        if "Item" not in response:
            raise ItemNotFound(f"no {record_type.__name__} at {key}")
        return record_type.from_item(response["Item"])
