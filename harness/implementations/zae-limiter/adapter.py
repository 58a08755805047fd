"""zae-limiter 0.11.1, as published, in a conformance run: every answer comes out of the library's own functions."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "kits" / "python"))

from itemproof_adapter import Adapter, Refusal, Store, Unsupported  # noqa: E402

from keys import KEY_BUILDERS, parse_bucket_key  # noqa: E402
from readers import DECODERS, GETTERS  # noqa: E402
from refusals import refusing  # noqa: E402
from repositories import Repositories  # noqa: E402
from writers import PUTTERS, encode_bucket  # noqa: E402

adapter = Adapter(
    implementation="zae-limiter",
    version=version("zae-limiter"),
    capabilities={
        "key.build": True,
        "key.parse": ["bucket/primary"],
        "item.encode": ["bucket"],
        "item.decode": list(DECODERS),
        "item.put": list(PUTTERS),
        "item.get": list(GETTERS),
    },
    # The clock and the random ids are the library's own; it takes neither as an argument.
    generated={
        "entity_meta": ["created_at"],
        "version": ["updated_at"],
        "namespace_forward": ["namespace_id", "created_at"],
    },
    not_read={
        "bucket": ["cascade", "parent_id", "shard_count", "ttl"],
        "entity_config": ["entity_id", "resource", "config_version"],
        "resource_config": ["resource", "config_version"],
        "system_config": ["config_version", "audit_retention_days"],
        "usage_snapshot": ["ttl"],
        "audit_event": ["ttl"],
    },
    # Its writers are sequences of calls (item, registry, audit event), so one request after the other.
    threads=0,
)
repositories = Repositories()


@adapter.on_hello
def hello(store: Store | None, now: str, schema: dict) -> None:
    repositories.connect(store)


@adapter.on("key.build")
def key_build(record_type: str, record: dict) -> dict:
    with refusing("invalid-record"):
        return KEY_BUILDERS[record_type](record)


@adapter.on("key.parse")
def key_parse(record_type: str, index: str, key: dict) -> dict:
    if index != "primary":
        raise Unsupported("the library has a parser for the partition key of a bucket, and for no index key")
    with refusing("invalid-key"):
        return parse_bucket_key(key)


@adapter.on("item.encode")
def item_encode(record_type: str, record: dict) -> dict:
    with refusing("invalid-record"):
        return encode_bucket(repositories, record)


@adapter.on("item.decode")
def item_decode(record_type: str, item: dict) -> dict:
    with refusing("invalid-item"):
        return DECODERS[record_type](repositories, item)


@adapter.on("item.put")
def item_put(record_type: str, record: dict) -> None:
    with refusing("invalid-record"):
        PUTTERS[record_type](repositories, record)


@adapter.on("item.get")
def item_get(record_type: str, components: dict) -> dict:
    with refusing("invalid-item"):
        record = GETTERS[record_type](repositories, components)
    if record is None:
        raise Refusal("not-found", "the library found no such item")
    return record


if __name__ == "__main__":
    adapter.run()
