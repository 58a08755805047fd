"""One record of each type, with the keys that it must have."""

from __future__ import annotations

from typing import Any

NAMESPACE = "nsA1b2C3d4E"
HASH = "sha256:" + "0f" * 32

RECORDS: dict[str, dict[str, Any]] = {
    "entity_meta": {
        "namespace_id": NAMESPACE,
        "entity_id": "user-1",
        "name": "Zoë 🦊",
        "parent_id": "team-7",
        "cascade": True,
        "metadata": {"note": "", "é": "\u2028"},
        "created_at": "0099-02-28T23:59:59Z",
    },
    "bucket": {
        "namespace_id": "_",
        "entity_id": "user-1",
        "resource": "openai/gpt-4",
        "shard_id": "2147483647",
        "rf": "253402300799999",
        "cascade": False,
        "parent_id": "team-7",
        "shard_count": "8",
        "ttl": "0",
        "b_{limit}_tk": {"wcu": "-9223372036854775808", "x_tk": "9007199254740993"},
        "b_{limit}_cp": {"wcu": "9223372036854775807", "x_tk": "0"},
        "b_{limit}_ra": {"wcu": "1", "x_tk": "2"},
        "b_{limit}_rp": {"wcu": "3", "x_tk": "4"},
        "b_{limit}_tc": {"wcu": "5", "x_tk": "-6"},
    },
    "entity_config": {
        "namespace_id": "default",
        "entity_id": "user-1",
        "resource": "_default_",
        "config_version": "1",
        "l_{custom_limit}_cp": {"rpm": "10"},
        "l_{custom_limit}_ra": {"rpm": "11"},
        "l_{custom_limit}_rp": {"rpm": "12"},
    },
    "resource_config": {"namespace_id": "default", "resource": "gpt-4", "config_version": "1"},
    "system_config": {
        "namespace_id": "default",
        "config_version": "1",
        "on_unavailable": "block",
        "audit_retention_days": "36500",
    },
    "resource_registry": {"namespace_id": "default", "resources": ["gpt-4", "openai/gpt-4:1"]},
    "entity_config_registry": {
        "namespace_id": "default",
        "{config_resource}": {"gpt-4": "3", "_default_": "-1"},
    },
    "usage_snapshot": {
        "namespace_id": "default",
        "entity_id": "user-1",
        "resource": "gpt-4",
        "window": "hourly",
        "window_start": "2024-01-02T03:00:00Z",
        "total_events": "9223372036854775807",
        "ttl": "253402300799",
        "{custom_limit}": {"tpm": "12", "namespace_id": "1"},
    },
    "audit_event": {
        "namespace_id": "default",
        "entity_id": "$RESOURCE:openai/gpt-4",
        "event_id": "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "timestamp": "2024-02-29T00:00:00Z",
        "action": "limits_set",
        "principal": "arn:aws:iam::123456789012:role/ops team",
        "resource": None,
        "details": {
            "all": {"L": [{"S": ""}, {"N": "1" + "0" * 125}, {"N": "0.00000001"}, {"B": "AAE="}, {"NULL": True}]},
            "sets": {"M": {"bs": {"BS": ["AQ=="]}, "ns": {"NS": ["1.5"]}, "ss": {"SS": ["a"]}, "b": {"BOOL": False}}},
        },
        "ttl": "1700000000",
    },
    "version": {
        "schema_version": "0.10.0",
        "lambda_version": None,
        "client_min_version": "0.0.0",
        "updated_at": "9999-12-31T23:59:59Z",
        "updated_by": "ops",
    },
    "namespace_forward": {
        "namespace_id": NAMESPACE,
        "namespace_name": "team a/b#c\n",
        "status": "active",
        "created_at": "2024-01-02T03:04:05Z",
    },
    "namespace_reverse": {
        "namespace_id": NAMESPACE,
        "namespace_name": "production",
        "status": "purging",
        "created_at": "2024-01-02T03:04:05Z",
        "deleted_at": "2024-01-02T03:04:06Z",
    },
    "provisioner_state": {
        "namespace_id": "default",
        "managed_system": True,
        "managed_resources": ["gpt-4", "gpt-4"],
        "managed_entities": {"user-1": ["_default_", "gpt-4"], "user-2": []},
        "last_applied": "2024-01-02T03:04:05.123456789+05:30",
        "applied_hash": HASH,
    },
}

# Partition key and sort key of each index.
KEYS: dict[str, dict[str, tuple[str, ...]]] = {
    "entity_meta": {
        "primary": (f"{NAMESPACE}/ENTITY#user-1", "#META"),
        "gsi1": (f"{NAMESPACE}/PARENT#team-7", "CHILD#user-1"),
        "gsi4": (NAMESPACE, f"{NAMESPACE}/ENTITY#user-1"),
    },
    "bucket": {
        "primary": ("_/BUCKET#user-1#openai/gpt-4#2147483647", "#STATE"),
        "gsi2": ("_/RESOURCE#openai/gpt-4", "BUCKET#user-1#2147483647"),
        "gsi3": ("_/ENTITY#user-1", "BUCKET#openai/gpt-4#2147483647"),
        "gsi4": ("_", "BUCKET#user-1#openai/gpt-4#2147483647"),
    },
    "entity_config": {
        "primary": ("default/ENTITY#user-1", "#CONFIG#_default_"),
        "gsi3": ("default/ENTITY_CONFIG#_default_", "user-1"),
        "gsi4": ("default", "default/ENTITY#user-1"),
    },
    "resource_config": {
        "primary": ("default/RESOURCE#gpt-4", "#CONFIG"),
        "gsi4": ("default", "default/RESOURCE#gpt-4"),
    },
    "system_config": {"primary": ("default/SYSTEM#", "#CONFIG"), "gsi4": ("default", "default/SYSTEM#")},
    "resource_registry": {"primary": ("default/SYSTEM#", "#RESOURCES"), "gsi4": ("default", "default/SYSTEM#")},
    "entity_config_registry": {
        "primary": ("default/SYSTEM#", "#ENTITY_CONFIG_RESOURCES"),
        "gsi4": ("default", "default/SYSTEM#"),
    },
    "usage_snapshot": {
        "primary": ("default/ENTITY#user-1", "#USAGE#gpt-4#2024-01-02T03:00:00Z"),
        "gsi2": ("default/RESOURCE#gpt-4", "USAGE#2024-01-02T03:00:00Z#user-1"),
        "gsi4": ("default", "default/ENTITY#user-1"),
    },
    "audit_event": {
        "primary": ("default/AUDIT#$RESOURCE:openai/gpt-4", "#AUDIT#01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        "gsi4": ("default", "default/AUDIT#$RESOURCE:openai/gpt-4"),
    },
    "version": {"primary": ("_/SYSTEM#", "#VERSION"), "gsi4": ("_", "_/SYSTEM#")},
    "namespace_forward": {"primary": ("_/SYSTEM#", "#NAMESPACE#team a/b#c\n"), "gsi4": ("_", "_/SYSTEM#")},
    "namespace_reverse": {"primary": ("_/SYSTEM#", f"#NSID#{NAMESPACE}"), "gsi4": ("_", "_/SYSTEM#")},
    "provisioner_state": {"primary": ("default/SYSTEM#", "#PROVISIONER"), "gsi4": ("default",)},
}


def expected_keys(record_type: str) -> dict[str, dict[str, dict[str, str]]]:
    return {
        index: {
            f"{'' if index == 'primary' else index.upper()}{part}": {"S": text}
            for part, text in zip(("PK", "SK"), texts, strict=False)
        }
        for index, texts in KEYS[record_type].items()
    }
