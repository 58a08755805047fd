"""The operations of the protocol: what a handler is given, and how its result is wrapped."""

from __future__ import annotations

from typing import Any, NamedTuple

JSON_TYPE_NAMES: dict[type, str] = {str: "a string", dict: "an object"}


class MalformedRequest(Exception):
    """A request that the protocol does not allow."""


class Operation(NamedTuple):
    members: tuple[tuple[str, type], ...]
    result_member: str | None
    reaches_store: bool = False

    def arguments(self, request: dict[str, Any]) -> list[Any]:
        arguments = []
        for name, json_type in self.members:
            value = request.get(name)
            if type(value) is not json_type:
                raise MalformedRequest(f"{request['op']}: {name} must be {JSON_TYPE_NAMES[json_type]}")
            arguments.append(value)
        return arguments

    def wrap(self, result: Any) -> dict[str, Any]:
        return {} if self.result_member is None else {self.result_member: result}


_RECORD_TYPE = ("record_type", str)
_RECORD = ("record", dict)

OPERATIONS: dict[str, Operation] = {
    "key.build": Operation((_RECORD_TYPE, _RECORD), "keys"),
    "key.parse": Operation((_RECORD_TYPE, ("index", str), ("key", dict)), "components"),
    "item.encode": Operation((_RECORD_TYPE, _RECORD), "item"),
    "item.decode": Operation((_RECORD_TYPE, ("item", dict)), "record"),
    "item.put": Operation((_RECORD_TYPE, _RECORD), None, reaches_store=True),
    "item.get": Operation((_RECORD_TYPE, ("components", dict)), "record", reaches_store=True),
}
