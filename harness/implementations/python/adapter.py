"""Lets the rate_limits package take part in a run of Itemproof."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "kits" / "python"))

from bridge.connection import Connection
from bridge.dynamodb_json import item_from_json, to_json
from bridge.record_types import RECORD_TYPES
from bridge.records import RecordMapping
from itemproof_adapter import Adapter, Refusal, Store, Unsupported
from rate_limits import InvalidItem, InvalidValue, ItemNotFound, TableItem, __version__

adapter = Adapter(implementation="rate-limits-python", version=__version__)
connection = Connection()

Json = dict[str, Any]


def mapping_of(record_type: str) -> RecordMapping[Any]:
    if record_type not in RECORD_TYPES:
        raise Unsupported(f"there is no record type {record_type}")
    return RECORD_TYPES[record_type]


def model_of(record_type: str, record: Json) -> TableItem:
    try:
        return mapping_of(record_type).from_record(record)
    except InvalidValue as invalid:
        raise Refusal("invalid-record", str(invalid)) from None


def key_texts(key: Json) -> dict[str, str]:
    values = item_from_json(key)
    for name, value in values.items():
        if "S" not in value:
            raise InvalidValue(f"{name}: must be of type S")
    return {name: value["S"] for name, value in values.items()}


@adapter.on_hello
def hello(store: Store | None, now: str, schema: Json) -> None:
    connection.store = store


@adapter.on("key.build")
def key_build(record_type: str, record: Json) -> Json:
    keys = model_of(record_type, record).keys()
    return {index: {name: {"S": text} for name, text in key.items()} for index, key in keys.items()}


@adapter.on("key.parse")
def key_parse(record_type: str, index: str, key: Json) -> Json:
    mapping = mapping_of(record_type)
    try:
        return mapping.model.parse_key(index, key_texts(key))
    except InvalidValue as invalid:
        raise Refusal("invalid-key", str(invalid)) from None


@adapter.on("item.encode")
def item_encode(record_type: str, record: Json) -> Json:
    item = model_of(record_type, record).to_item()
    return {name: to_json(value) for name, value in item.items()}


@adapter.on("item.decode")
def item_decode(record_type: str, item: Json) -> Json:
    mapping = mapping_of(record_type)
    try:
        return mapping.to_record(mapping.model.from_item(item_from_json(item)))
    except InvalidValue as invalid:
        raise Refusal("invalid-item", str(invalid)) from None


@adapter.on("item.put")
def item_put(record_type: str, record: Json) -> None:
    connection.repository().put(model_of(record_type, record))


@adapter.on("item.get")
def item_get(record_type: str, components: Json) -> Json:
    mapping = mapping_of(record_type)
    try:
        record = connection.repository().get(mapping.model, **mapping.components(components))
    except ItemNotFound as missing:
        raise Refusal("not-found", str(missing)) from None
    except InvalidItem as invalid:
        raise Refusal("invalid-item", str(invalid)) from None
    except InvalidValue as invalid:
        raise Refusal("invalid-key", str(invalid)) from None
    return mapping.to_record(record)


if __name__ == "__main__":
    adapter.run()
