"""What must be refused: changes to the examples, by record type."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from examples import HASH, RECORDS

MISSING = object()


def changed(original: dict[str, Any], **members: Any) -> dict[str, Any]:
    result = {**deepcopy(original), **members}
    return {name: value for name, value in result.items() if value is not MISSING}


def with_families(bucket: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: {**value, name: "1"} if key.startswith("b_{") else value for key, value in bucket.items()}


# fmt: off
# Digits that are no ASCII digits, and newlines that "$" would allow.
NO_INTEGERS = ["01", "+1", "1.0", "-0", "", " 1", "1_0", "1\n", "١", "9" * 5000, "9223372036854775808", 1, True, None]
NO_TIMES = ["2024-02-30T00:00:00Z", "2024-01-02T03:04:60Z", "2024-01-02T24:00:00Z", "2024-01-02t03:04:05z",
            "2024-01-02T03:04:05Z\n", "2024-01-02T03:04:05+00:00", "0000-01-01T00:00:00Z", "٢024-01-02T03:04:05Z"]
REFUSED_RECORDS: dict[str, list[dict[str, Any]]] = {
    "entity_meta": [
        *({"entity_id": bad} for bad in ("", "a#b", "ü", "a\n", "a" * 257, 1, None, MISSING)),
        *({"namespace_id": bad} for bad in ("short", "-sA1b2C3d4E", "__", MISSING)),
        {"name": None}, {"name": "n" * 257}, {"name": "\ud800"}, {"parent_id": ""}, {"cascade": 0}, {"extra": "x"},
        {"metadata": {"": "x"}}, {"metadata": {"x": 1}}, {"metadata": {"\udfff": "x"}}, {"metadata": []},
        *({"created_at": bad} for bad in NO_TIMES), {"GSI4PK": "default"},
    ],
    "bucket": [
        *({"shard_id": bad} for bad in NO_INTEGERS), {"shard_id": "2147483648"}, {"shard_id": "-1"},
        *({"ttl": bad} for bad in NO_INTEGERS), {"rf": "253402300800000"}, {"shard_count": "0"}, {"parent_id": None},
        {"b_{limit}_tk": {"wcu": "1"}}, {"b_{limit}_tk": {}}, {"b_{limit}_tk": MISSING}, {"b_{limit}_tk": []},
        {"b_{limit}_tk": {"wcu": "9223372036854775808", "x_tk": "1"}}, {"b_{limit}_tk": {"wcu": 1, "x_tk": "1"}},
        with_families(RECORDS["bucket"], "1x"), with_families(RECORDS["bucket"], "a" * 65), {"limits": {}},
        {name: {"x": "1"} for name in RECORDS["bucket"] if name.startswith("b_{")},
    ],
    "entity_config": [
        {"config_version": "2"}, {"resource": "_other_"}, {"resource": "r" * 65}, {"l_{limit}_cp": {}},
        {f"l_{{custom_limit}}_{suffix}": {"wcu": "1"} for suffix in ("cp", "ra", "rp")},
        {"l_{custom_limit}_cp": {"rpm": "0"}}, {"l_{custom_limit}_rp": {"rpm": "-1"}},
    ],
    "system_config": [{"on_unavailable": "ALLOW"}, {"on_unavailable": None}, {"audit_retention_days": "36501"}],
    "resource_registry": [{"resources": ["a", "a"]}, {"resources": [""]}, {"resources": None}, {"resources": {}}],
    "entity_config_registry": [{"{config_resource}": {name: "1"}} for name in ("PK", "GSI4SK", "LSI5SK", "", "_")],
    "usage_snapshot": [
        *({"{custom_limit}": {name: "1"}} for name in ("ttl", "window", "total_events", "GSI1PK", "wcu", "1a")),
        {"window": "weekly"}, {"total_events": "-1"}, {"window_start": MISSING},
    ],
    "audit_event": [
        {"entity_id": "$OTHER"}, {"event_id": "81ARZ3NDEKTSV4RRFFQ69G5FAV"}, {"principal": "arn:é"},
        {"event_id": "01arz3ndektsv4rrffq69g5fav"}, {"action": None}, {"resource": ""},
        *({"details": {"x": bad}} for bad in (
            {"N": "1_0"}, {"N": "NaN"}, {"N": " 1"}, {"N": 1}, {"N": "1E126"}, {"N": "1E-131"}, {"N": "1" * 39},
            {"N": ""}, {"N": "."}, {"N": "١"}, {"NS": ["1", "1.0"]}, {"SS": []}, {"NULL": False}, {"B": "A"},
            {"B": "AB=="}, {"BOOL": "true"}, {"S": "x", "N": "1"}, {}, "x", {"X": 1}, {"L": {}},
            {"M": {"": {"S": "x"}}})),
    ],
    "version": [{"schema_version": ""}, {"client_min_version": None}, {"updated_by": "u" * 257}, {"namespace_id": "_"}],
    "namespace_forward": [{"namespace_name": "_"}, {"namespace_name": "n" * 129}, {"status": "deleted"}],
    "namespace_reverse": [{"deleted_at": MISSING}, {"status": "active"}, {"status": MISSING}, {"deleted_at": None}],
    "provisioner_state": [
        {"managed_entities": {"u": "x"}}, {"managed_resources": ["_default_"]}, {"applied_hash": HASH + "\n"},
        *({"last_applied": bad} for bad in ("2024-01-02T03:04:05", "2024-01-02T03:04:05.Z", "2024-01-02T03:04:05+24:00",
                                            "2024-01-02T03:04:05.1234567890Z", "2024-01-02 03:04:05Z")),
    ],
}

REFUSED_ITEMS: dict[str, list[dict[str, Any]]] = {
    "entity_meta": [
        {"entity_id": {"S": "other"}}, {"entity_id": MISSING}, {"name": MISSING}, {"name": {"S": ""}},
        {"PK": {"S": "default/ENTITY#"}}, {"SK": {"S": "#META\n"}}, {"SK": MISSING}, {"PK": {"N": "1"}},
        {"parent_id": {"S": ""}}, {"cascade": {"N": "1"}}, {"metadata": {"M": {"a": {"N": "1"}}}}, {"name": {}},
    ],
    "bucket": [
        {"parent_id": {"NULL": True}}, {"b_wcu_tk": {"S": "1"}}, {"b_wcu_tk": MISSING}, {"b_new_tk": {"N": "1"}},
        {"rf": {"N": "1.5"}}, {"rf": {"N": "-1"}}, {"ttl": {"S": "1"}}, {"b_wcu_cp": {"N": "9223372036854775808"}},
        {"PK": {"S": "_/BUCKET#user-1#openai/gpt-4#07"}}, {"shard_count": {"N": "0"}},
    ],
    "entity_config": [{"l_rpm_ra": {"N": "0"}}, {"l_rpm_ra": MISSING}],
    "resource_registry": [{"resources": {"L": [{"S": "a"}]}}, {"resources": {"SS": ["#"]}}],
    "entity_config_registry": [{"anything": {"S": "x"}}],
    "usage_snapshot": [{"window_start": {"S": "2024-01-02T03:00:01Z"}}, {"tpm": {"BOOL": True}}],
    "namespace_reverse": [{"deleted_at": MISSING}, {"status": {"S": "active"}}],
    "provisioner_state": [{"managed_resources": {"SS": ["a"]}}],
}
# fmt: on
