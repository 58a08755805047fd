"""Fills an empty table the way an application that uses zae-limiter does.

It prints one line of JSON: what was called and, of the calls that are there to fail, those that did.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import time
from contextlib import redirect_stdout
from typing import Any, Callable

WITH_PUNCTUATION = ("req-min", "tokens.day")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("endpoint", "region", "table"):
        parser.add_argument(f"--{name}", required=True)
    return parser.parse_args()


class Calls:
    """Runs the library's functions and keeps their names; those that are expected to fail, with their error."""

    def __init__(self) -> None:
        self.called: list[str] = []
        self.failed: dict[str, str] = {}

    def run(self, label: str, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        result = function(*arguments, **named)
        if label not in self.called:
            self.called.append(label)
        return result

    def may_fail(self, label: str, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> None:
        try:
            self.run(label, function, *arguments, **named)
        except Exception as error:  # Whatever the library makes of it is the result.
            self.failed[label] = f"{type(error).__name__}: {error}"


def fill(arguments: argparse.Namespace, calls: Calls) -> None:
    from zae_limiter import Limit, StackOptions, SyncRateLimiter, SyncRepository

    where = {"region": arguments.region, "endpoint_url": arguments.endpoint}
    repository = calls.run("SyncRepository.open", SyncRepository.open, "team a/b#c", stack=arguments.table, **where)
    entities(repository, calls)
    limits(repository, calls, Limit)
    acquire(SyncRateLimiter(repository=repository), calls, Limit)
    aggregator(repository, arguments.table, calls)
    namespaces(repository, calls, Limit)
    provisioner(repository, arguments.table, calls)

    # What deploying a stack writes, with what it is given; the library does not do it without a stack.
    deployed = SyncRepository(
        name=arguments.table, stack_options=StackOptions(audit_retention_days=30), _skip_deprecation_warning=True, **where
    )
    calls.run("_write_audit_retention_config", deployed._write_audit_retention_config)


def entities(repository: Any, calls: Calls) -> None:
    create = repository.create_entity
    metadata = {"tier": "gold", "note": ""}
    calls.run("create_entity", create, "org-1", name="Örg №1", metadata=metadata, principal="admin@example.com")
    calls.run("create_entity", create, "sk-proj-9f:eu@example.com", parent_id="org-1", cascade=True)
    calls.run("create_entity", create, "user-1", principal="arn:aws:iam::123456789012:role/ops")
    calls.run("create_entity", create, "leaver")
    calls.run("delete_entity", repository.delete_entity, "leaver", principal="admin@example.com")


def limits(repository: Any, calls: Calls, limit: Any) -> None:
    rpm, tpm = limit.per_minute("rpm", 100), limit.per_minute("tpm", 10_000, burst=15_000)
    calls.run("set_system_defaults", repository.set_system_defaults, [rpm], on_unavailable="block", principal="admin")
    calls.run("set_resource_defaults", repository.set_resource_defaults, "openai/gpt-4:1", [rpm, tpm])
    calls.run("set_resource_defaults", repository.set_resource_defaults, "forgotten", [rpm])
    calls.run("delete_resource_defaults", repository.delete_resource_defaults, "forgotten")
    calls.run("set_limits", repository.set_limits, "user-1", [rpm, tpm], resource="gpt-4")
    calls.run("set_limits", repository.set_limits, "user-1", [limit.per_day("tokens_per_day", 2**40)])
    calls.run("set_limits", repository.set_limits, "org-1", [tpm], resource="claude-3")
    calls.run("delete_limits", repository.delete_limits, "org-1", resource="claude-3", principal="admin")
    for name in WITH_PUNCTUATION:
        calls.run("set_limits", repository.set_limits, f"user-{name}", [limit.per_hour(name, 50)], resource="gpt-4")


def acquire(limiter: Any, calls: Calls, limit: Any) -> None:
    def consume(entity_id: str, resource: str, amounts: dict[str, int], **named: Any) -> None:
        with limiter.acquire(entity_id, resource, amounts, **named) as lease:
            lease.adjust(**amounts)

    calls.run("acquire", consume, "user-1", "gpt-4", {"rpm": 1, "tpm": 500})
    calls.run("acquire", consume, "user-1", "gpt-4", {"rpm": 1, "tpm": 7_000})
    for _ in range(2):  # The first makes the buckets of child and parent, the second finds them.
        calls.run("acquire", consume, "sk-proj-9f:eu@example.com", "openai/gpt-4:1", {"rpm": 1, "tpm": 2})
    calls.run("acquire", consume, "org-1", "other", {"per_s": 1}, limits=[limit.per_second("per_s", 5)])
    for name in WITH_PUNCTUATION:
        calls.may_fail(f"acquire of {name}", consume, f"user-{name}", "gpt-4", {name: 1})

    repository = limiter._repository
    for name in WITH_PUNCTUATION:
        hourly = limit.per_hour(name, 50)
        calls.run("get_or_create_bucket", repository.get_or_create_bucket, f"user-{name}", "gpt-4", hourly)


def aggregator(repository: Any, table_name: str, calls: Calls) -> None:
    import boto3
    from zae_limiter import schema
    from zae_limiter_aggregator.processor import ConsumptionDelta, propagate_shard_count, update_snapshot

    dynamodb = boto3.resource("dynamodb", region_name=repository.region, endpoint_url=repository.endpoint_url)
    table = dynamodb.Table(table_name)
    now_ms = int(time.time() * 1000)

    def used(limit_name: str) -> ConsumptionDelta:
        return ConsumptionDelta(repository.namespace_id, "user-1", "gpt-4", limit_name, 12_000, now_ms)

    windows = {"rpm": ["hourly", "daily"], "tpm": ["daily"], **dict.fromkeys(WITH_PUNCTUATION, ["monthly"])}
    for limit_name, window in ((name, window) for name in windows for window in windows[name]):
        calls.run("update_snapshot", update_snapshot, table, used(limit_name), window, 90)
    calls.may_fail("update_snapshot of ttl", update_snapshot, table, used("ttl"), "hourly", 90)

    key = {"PK": {"S": schema.pk_bucket(repository.namespace_id, "user-1", "gpt-4", 0)}, "SK": {"S": schema.sk_state()}}

    def image() -> dict:
        return repository._get_client().get_item(TableName=table_name, Key=key, ConsistentRead=True)["Item"]

    before = image()
    calls.run("bump_shard_count", repository.bump_shard_count, "user-1", "gpt-4", 1)
    record = {"eventName": "MODIFY", "dynamodb": {"OldImage": before, "NewImage": image()}}
    calls.run("propagate_shard_count", propagate_shard_count, table, record)


def namespaces(repository: Any, calls: Calls, limit: Any) -> None:
    calls.run("register_namespace", repository.register_namespace, "production")
    calls.run("register_namespace", repository.register_namespace, "gone")
    gone = calls.run("namespace", repository.namespace, "gone")
    calls.run("create_entity", gone.create_entity, "user-1")
    calls.run("set_system_defaults", gone.set_system_defaults, [limit.per_second("rps", 1)], on_unavailable="allow")
    calls.run("delete_namespace", repository.delete_namespace, "gone")
    back = calls.run("register_namespace", repository.register_namespace, "back")
    calls.run("delete_namespace", repository.delete_namespace, "back")
    calls.run("recover_namespace", repository.recover_namespace, back)


def provisioner(repository: Any, table_name: str, calls: Calls) -> None:
    from zae_limiter_provisioner.handler import on_event

    declared = {"limits": {"rpm": {"capacity": 60}}}
    manifest = {
        "namespace": "production",
        "system": {**declared, "on_unavailable": "allow"},
        "resources": {"gpt-5": declared},
        "entities": {"user-2": {"resources": {"openai/gpt-5": declared, "_default_": declared}}},
    }
    production = calls.run("namespace", repository.namespace, "production")
    event = {"action": "apply", "table_name": table_name, "namespace_id": production.namespace_id, "manifest": manifest}
    calls.run("zae_limiter_provisioner.on_event", on_event, event, None)
    calls.run("put_provisioner_state", repository.put_provisioner_state, production.get_provisioner_state())


def main() -> None:
    arguments = parse_arguments()
    # The provisioner makes its SDK client without arguments.
    os.environ.update(AWS_ENDPOINT_URL=arguments.endpoint, AWS_DEFAULT_REGION=arguments.region)
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
    logging.disable(logging.CRITICAL)
    calls = Calls()
    with redirect_stdout(sys.stderr):  # The aggregator logs to standard output.
        fill(arguments, calls)
    print(json.dumps({"called": calls.called, "failed": calls.failed}))


if __name__ == "__main__":
    main()
