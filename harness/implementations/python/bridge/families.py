"""Families: attributes whose names hold data, such as "b_{limit}_tk", which are one object each in a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from rate_limits.errors import InvalidValue
from rate_limits.limits import LimitAttributes
from rate_limits.parameters import INT64

Record = dict[str, Any]


class Families(Protocol):
    names: tuple[str, ...]

    def from_record(self, record: Record) -> Any:
        """The value of the dataclass's field."""

    def to_record(self, value: Any) -> Record:
        """The members of the record."""


class LimitFamilies:
    def __init__(self, limits: LimitAttributes[Any], variable: str) -> None:
        self._limits = limits
        self._field_of = {
            f"{limits.prefix}_{{{variable}}}_{suffix}": field for field, suffix in limits.suffixes.items()
        }
        self.names = tuple(self._field_of)

    def from_record(self, record: Record) -> dict[str, Any]:
        fields_of: dict[str, dict[str, int]] = {}
        for family, field in self._field_of.items():
            for name, value in _integers(record, family).items():
                fields_of.setdefault(name, {})[field] = value
        return {name: self._limits.complete(name, fields) for name, fields in fields_of.items()}

    def to_record(self, value: Mapping[str, Any]) -> Record:
        return _without_empty(
            (family, {name: str(getattr(limit, field)) for name, limit in value.items()})
            for family, field in self._field_of.items()
        )


class CounterFamily:
    def __init__(self, name: str) -> None:
        self.names: tuple[str, ...] = (name,)

    def from_record(self, record: Record) -> dict[str, int]:
        return _integers(record, self.names[0])

    def to_record(self, value: Mapping[str, int]) -> Record:
        return _without_empty([(self.names[0], {name: str(count) for name, count in value.items()})])


def _integers(record: Record, family: str) -> dict[str, int]:
    members = record.get(family, {})
    if type(members) is not dict:
        raise InvalidValue(f"{family}: must be an object")
    integers = {}
    for name, text in members.items():
        if type(text) is not str:
            raise InvalidValue(f"{family}: {name!r} must be a string")
        try:
            integers[name] = INT64.parse(text)
        except InvalidValue as invalid:
            raise InvalidValue(f"{family}: {name!r} {invalid}") from None
    return integers


def _without_empty(families: Iterable[tuple[str, dict[str, str]]]) -> Record:
    return {family: members for family, members in families if members}
